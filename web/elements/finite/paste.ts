import { parseOutcomes, parseTable } from '../../text/index.ts';
import type { Which } from './form.ts';
import { written } from './write.ts';

/** What both fields hold after a table with both columns was pasted; undefined of other texts. */
export function columnsIn(text: string): Record<Which, string> | undefined {
  const table = parseTable(text);
  if (!table) return undefined;
  const { labels } = table;
  const filled = (column: string) =>
    labels ? written({ values: parseOutcomes(column, '').values, labels }) : column;
  return { p: filled(table.p), q: filled(table.q) };
}
