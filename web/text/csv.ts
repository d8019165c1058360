import { exactNumber } from './format.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as a CSV file (RFC 4180), numbers in full precision, ∞ as `Infinity`.
 *
 * Text beyond ASCII begins with a byte order mark: spreadsheets would read it in the system's old encoding otherwise.
 */
export function csv(table: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    const text = typeof value === 'number' ? exactNumber(value) : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return /[^\0-\x7f]/.test(text) ? BYTE_ORDER_MARK + text : text;
}
