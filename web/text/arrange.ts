import type { Item } from './item.ts';
import { ParseError, type ParseErrorCode } from './parse-error.ts';
import type { Reading } from './read.ts';
import { isNumber, joined, rowsOf } from './rows.ts';

export interface Pair {
  label: Item;
  value: Item;
}

interface Arranged {
  values: Item[];
  pairs?: Pair[];
}

const WORDLIKE = /[\p{L}\p{N}\p{So}]/u;
const HEADING = /^[\p{L}_][\p{L}_ .()‖|]*$/u;

/** Finds out which words of a text are the numbers of outcomes, and which their labels. */
export class Arranger {
  constructor(
    readonly reading: Reading,
    readonly name: string,
  ) {}

  fail(code: ParseErrorCode, item: Item, index?: number): never {
    const { start, end } = item;
    const token = item.quoted ? item.text : this.reading.text.slice(start, end);
    throw new ParseError(code, this.name, {
      token,
      start,
      end,
      ...(index !== undefined && { index }),
    });
  }

  /** `rain: 0.2, sun: 0.8`. */
  keyed(items: readonly Item[]): Pair[] {
    const pairs: Pair[] = [];
    for (let i = 0; i < items.length; i += 2) {
      const [label, value] = [items[i], items[i + 1]];
      if (!label?.key) this.fail('label-missing', label as Item, pairs.length);
      if (!value || value.key) this.fail('label-alone', label);
      if (!isNumber(value)) this.fail('unreadable', value, pairs.length);
      pairs.push({ label, value });
    }
    return pairs;
  }

  /** `[{"label": "rain", "p": 0.2}, …]`: of each the one text and the one number. */
  records(items: readonly Item[]): Pair[] {
    return rowsOf(items).map((row, index) => {
      const values = row.filter((_, i) => row[i - 1]?.key);
      const texts = values.filter((item) => !isNumber(item));
      const numbers = values.filter((item) => isNumber(item));
      const [label, value] = [texts[0], numbers[0]];
      const last = row.at(-1) as Item;
      if (!label) this.fail('label-missing', last, index);
      if (!value) this.fail('label-alone', label);
      if (texts.length > 1 || numbers.length > 1) this.fail('many-columns', label);
      return { label, value };
    });
  }

  /** Rows of a label and a number, in either order. */
  table(rows: readonly Item[][]): Pair[] | undefined {
    const [first] = rows;
    const headed = first?.every((item) => !isNumber(item)) && rows.length > 1;
    const body = headed && first && first.length <= 2 ? rows.slice(1) : rows;
    const labelFirst = body.every((row) => row[0] && !isNumber(row[0]));
    const numberFirst = body.length > 1 && body.every((row) => row[0] && isNumber(row[0]));
    if (body.length < 1 || (!labelFirst && !numberFirst)) return undefined;
    if (body.length === 1 && body[0]?.[0]?.cell !== body[0]?.[1]?.cell) return undefined;
    const pairs: Pair[] = [];
    for (const row of body) {
      const label = row[labelFirst ? 0 : 1];
      const value = row[labelFirst ? 1 : 0];
      if (row.length !== 2 || !label || !value) return undefined;
      if (isNumber(label) || !isNumber(value) || !WORDLIKE.test(label.text)) return undefined;
      pairs.push({ label, value });
    }
    return pairs;
  }

  /** A row of labels above a row of numbers, as R prints them, in as many blocks as it takes. */
  blocks(rows: readonly Item[][]): Pair[] | undefined {
    const isTable = rows.length === 3 && rows[0]?.length === 1 && (rows[1]?.length ?? 0) > 1;
    if (isTable) return this.blocks(rows.slice(1)); // R's table(x) has x above
    if (rows.length < 2 || rows.length % 2 !== 0) return undefined;
    const pairs: Pair[] = [];
    for (let i = 0; i < rows.length; i += 2) {
      let [labels, values] = [rows[i] ?? [], rows[i + 1] ?? []];
      if (labels.every(isNumber)) [labels, values] = [values, labels];
      if (labels.length !== values.length || labels.some(isNumber) || !values.every(isNumber)) {
        return undefined;
      }
      labels.forEach((label, j) => {
        pairs.push({ label, value: values[j] as Item });
      });
    }
    return pairs;
  }

  /** `rain 0.2, sun 0.8`. */
  alternating(items: readonly Item[]): Pair[] | undefined {
    if (items.length < 2 || items.length % 2 !== 0) return undefined;
    const pairs: Pair[] = [];
    for (let i = 0; i < items.length; i += 2) {
      const [label, value] = [items[i] as Item, items[i + 1] as Item];
      const fits = label.cell === value.cell && !isNumber(label) && isNumber(value);
      if (!fits || !WORDLIKE.test(label.text)) return undefined;
      pairs.push({ label, value });
    }
    return pairs;
  }

  /** pandas: the index, then the value. */
  series(rows: readonly Item[][]): Pair[] {
    return rows.map((row, index) => {
      const value = row.at(-1) as Item;
      const label = row[0] as Item;
      if (row.length < 2) this.fail('label-missing', value, index);
      if (!isNumber(value)) this.fail('unreadable', value, index);
      return { label: { ...label, end: (row.at(-2) as Item).end }, value };
    });
  }

  /** Numbers alone, perhaps below the heading of their column. */
  numbers(rows: readonly Item[][]): Item[] {
    const [first, second] = rows;
    const heading =
      first?.length === 1 && second?.length === 1 && rows.length > 2 ? first[0] : undefined;
    const isLine =
      heading && /[\r\n]/.test(this.reading.text.slice(heading.end, second?.[0]?.start));
    const isHeading = isLine && !isNumber(heading) && HEADING.test(heading.text);
    const items = (isHeading ? rows.slice(1) : rows).flat();
    items.forEach((item, index) => {
      if (!isNumber(item)) this.fail('unreadable', this.whole(items, index), index);
    });
    return items;
  }

  /** `axis=1` as a whole, not its first word. */
  whole(items: readonly Item[], index: number): Item {
    const item = items[index] as Item;
    const next = items[index + 1];
    return item.key && next?.cell === item.cell ? { ...item, end: next.end } : item;
  }

  /** `{"labels": […], "values": […]}`, `pd.Series([…], index=[…])`. */
  lists(items: readonly Item[]): Arranged {
    const lists: Item[][] = [[]];
    const names: (Item | undefined)[] = [undefined];
    for (const item of items) {
      if (item.names) {
        names.push(item);
        lists.push([]);
      } else lists.at(-1)?.push(item);
    }
    const found = lists.flatMap((list, i) => (list.length > 0 ? [{ list, name: names[i] }] : []));
    const numbers = found.filter(({ list }) => list.every(isNumber));
    const [values, second] = numbers;
    const labels = found.find(({ list }) => !list.some(isNumber));
    const [first] = items;
    if (second?.name) this.fail('several-lists', second.name);
    if (!values || found.length !== (labels ? 2 : 1)) this.fail('unreadable', first as Item, 0);
    if (!labels) return { values: values.list };
    const unnamed = values.list[labels.list.length];
    if (unnamed) this.fail('label-missing', unnamed, labels.list.length);
    return this.paired(
      labels.list.map((label, i) => {
        const value = values.list[i];
        return value ? { label, value } : this.fail('label-alone', label);
      }),
    );
  }

  arrange(): Arranged {
    const { items, text, series } = this.reading;
    if (items.some(({ names }) => names)) return this.lists(items);
    if (items.some(({ key }) => key)) {
      const isRecord = items.some((item, i) => items[i - 1]?.key && item.quoted && !isNumber(item));
      const [first] = items;
      if (first && !first.key) {
        const at = isNumber(first) ? items.findIndex((item) => item.key) : 0;
        return this.fail('unreadable', this.whole(items, at), at);
      }
      const pairs = isRecord ? this.records(items) : this.keyed(items);
      return { values: pairs.map(({ value }) => value), pairs };
    }
    const rows = rowsOf(items);
    if (series) {
      const pairs = this.series(rows);
      const isCount = pairs.every(({ label }, i) => label.text === String(i));
      return isCount ? { values: pairs.map(({ value }) => value) } : this.paired(pairs);
    }
    const cells = rows.map((row) => joined(row, text));
    if (rows.flat().every(isNumber)) return { values: rows.flat() };
    const pairs =
      this.table(cells) ??
      this.blocks(rows) ??
      this.blocks(cells) ??
      this.alternating(cells.flat());
    if (pairs) return this.paired(pairs);
    const wide = cells.find(([first], i) => i > 0 && first && !isNumber(first));
    if (wide && wide.length > 2 && wide.slice(1).every(isNumber)) {
      this.fail('many-columns', wide[0] as Item);
    }
    return { values: this.numbers(cells) };
  }

  paired(pairs: Pair[]): Arranged {
    return { values: pairs.map(({ value }) => value), pairs };
  }
}
