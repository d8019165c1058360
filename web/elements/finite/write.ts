import type { Given } from './lists.ts';

const PLAIN_LABEL = /^[\p{L}_][\p{L}\p{M}\p{N}_ -]*$/u;
const DIGITS = 12;

/** A number without the digits that only binary arithmetic brought: 0.3 for 0.30000000000000004. */
export function plain(x: number): string {
  if (x === -Infinity) return '-inf';
  return String(Number.isInteger(x) ? x : Number(x.toPrecision(DIGITS)));
}

/** Typographic quotes would end a quoted label as plain ones do. */
const QUOTES = /[「」\u2018-\u201e\u00ab\u00bb\uff02\uff07]/g;

function labelText(label: string): string {
  if (PLAIN_LABEL.test(label)) return label;
  const escaped = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(label).replace(QUOTES, escaped);
}

/** As it stands in a field, and is read again. */
export function written({ values, labels }: Given): string {
  return Array.from(values, (value, i) =>
    labels ? `${labelText(labels[i] as string)}: ${plain(value)}` : plain(value),
  ).join(', ');
}
