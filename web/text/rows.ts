import type { Item } from './item.ts';
import { withoutMarks } from './quotes.ts';

export const isNumber = (item: Item) =>
  item.value !== undefined && !(item.quoted && item.text === '');

/** Items in runs of the same row. */
export function rowsOf(items: readonly Item[]): Item[][] {
  const rows: Item[][] = [];
  let row: number | undefined;
  for (const item of items) {
    if (item.row !== row) rows.push([]);
    row = item.row;
    rows.at(-1)?.push(item);
  }
  return rows;
}

/** Words that follow each other in one cell are one label: `light rain 0.2`. */
export function joined(row: readonly Item[], text: string): Item[] {
  const cells: Item[] = [];
  for (const item of row) {
    const last = cells.at(-1);
    const continues = last && last.cell === item.cell && !last.quoted && !item.quoted && !last.key;
    if (continues && last.value === undefined && item.value === undefined) {
      cells[cells.length - 1] = { ...last, end: item.end, text: text.slice(last.start, item.end) };
    } else {
      cells.push(item);
    }
  }
  return cells;
}

const BULLET = /^[-*•]\s|\s[-–—]$/g;

/** The name that stands there, as it was written: without quotes, or without the dashes of a list in notes. */
export function labelOf(item: Item, text: string): string {
  const written = text.slice(item.start, item.end);
  return item.quoted ? withoutMarks(written) : written.trim().replace(BULLET, '').trim();
}
