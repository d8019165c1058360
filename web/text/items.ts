import {
  COMMAND,
  CONTAINER,
  NEW,
  PRINTED,
  PRINTED_VALUE,
  RATIO,
  SCALAR,
  TYPED,
  WITH_LENGTH,
} from './containers.ts';
import type { Item } from './item.ts';
import { readNumber } from './number.ts';
import { finder, quotedEnd, withoutMarks } from './quotes.ts';

const SPACE = /\s/;
const LETTER = /[A-Za-z]/;
const WORD = /\\?[^\s,;()[\]{}|&:=→\\]+/y;
const ASSIGNMENT = /[:=]{1,2}>?|<-|->|→/y;
const LIST = /[^\S\n]*(?:([A-Za-z_][\w.]*)?[([{]|\n)/y; // what a name of a list is followed by

class Scanner {
  readonly items: Item[] = [];
  #row = 0;
  #cell = 0;
  #depth = 0;
  #hidden: number | undefined; // the depth at which a keyword argument is left out
  #joins = false;
  readonly #scalars: boolean[] = [];
  readonly #next: Record<"'" | '"' | '\n', (from: number) => number>;

  constructor(readonly text: string) {
    this.#next = { "'": finder(text, "'"), '"': finder(text, '"'), '\n': finder(text, '\n') };
  }

  scan(most: number): Item[] {
    let at = 0;
    while (at < this.text.length && this.items.length <= most) at = this.#step(at);
    return this.items;
  }

  #newRow(): void {
    this.#row += 1;
    this.#cell += 1;
  }

  #step(at: number): number {
    const { text } = this;
    const c = text.charAt(at);
    if (c === '\n' || c === '\r') {
      if (this.#depth === 0) {
        this.#newRow();
        this.#hidden = undefined;
      }
      return at + 1;
    }
    if (SPACE.test(c)) return at + 1;
    if (c === ',' || c === ';' || c === '|' || c === '&') {
      if (this.#hidden === this.#depth) this.#hidden = undefined;
      this.#cell += 1;
      return at + 1;
    }
    if (c === '(' || c === '[' || c === '{') return this.#open(at);
    if (c === ')' || c === ']' || c === '}') return this.#close(at);
    if (c === ':' || c === '=' || c === '→') return this.#assign(at);
    const pair = c + text.charAt(at + 1);
    if (pair === '<-' || pair === '->') return this.#assign(at);
    if (pair === '\\\\') {
      this.#newRow(); // LaTeX
      return at + 2;
    }
    if (c === '"' || c === "'") {
      const end = this.#quoted(at, c);
      if (end !== undefined) return end;
    }
    const isComment = c === '#' && (at === 0 || SPACE.test(text.charAt(at - 1)));
    if (isComment && !/\d/.test(text.charAt(at + 1))) {
      return Math.min(this.#next['\n'](at), text.length);
    }
    return this.#word(at);
  }

  #open(at: number): number {
    const last = this.items.at(-1);
    const isLabel = last && !last.quoted && !last.key && last.cell === this.#cell;
    if (isLabel && last.value === undefined && this.text[at] === '(') {
      const end = this.#parenthesis(at);
      if (end !== undefined) {
        last.end = end;
        last.text = this.text.slice(last.start, end);
        return end;
      }
    }
    this.#depth += 1;
    this.#scalars.push(false);
    this.#newRow();
    return at + 1;
  }

  /** Where the parenthesis in a label ends, if it does on this line. */
  #parenthesis(at: number): number | undefined {
    const end = this.#next['\n'](at);
    let close = at + 1;
    while (close < Math.min(end, at + 100) && !/[()]/.test(this.text.charAt(close))) close += 1;
    return this.text.charAt(close) === ')' ? close + 1 : undefined;
  }

  #close(at: number): number {
    if (this.#hidden !== undefined && this.#hidden >= this.#depth) this.#hidden = undefined;
    if (this.#depth > 0) this.#depth -= 1;
    if (!this.#scalars.pop()) this.#newRow();
    return at + 1;
  }

  #assign(at: number): number {
    ASSIGNMENT.lastIndex = at;
    const sign = ASSIGNMENT.exec(this.text)?.[0] ?? '';
    const next = at + sign.length;
    const last = this.items.at(-1);
    if (!last || last.cell !== this.#cell || last.key) {
      this.#add({ text: sign, start: at, end: next, quoted: false });
      return next;
    }
    PRINTED_VALUE.lastIndex = next;
    if (PRINTED.test(last.text) && !last.quoted && PRINTED_VALUE.test(this.text)) {
      this.items.pop();
      this.#hidden = this.#depth;
      return next;
    }
    this.#mergeKey();
    const key = this.items.at(-1);
    if (key) {
      key.key = sign;
      LIST.lastIndex = next;
      const list = LIST.exec(this.text);
      key.names = list !== null && !SCALAR.test(list[1] ?? '');
    }
    return next;
  }

  /** `light rain: 0.2` has one key of two words. */
  #mergeKey(): void {
    const last = this.items.at(-1);
    if (!last) return;
    let first = this.items.length - 1;
    while (first > 0) {
      const before = this.items[first - 1];
      if (!before || before.cell !== last.cell || before.key) break;
      first -= 1;
    }
    const opener = this.items[first - 1];
    if (opener?.key && opener.cell === last.cell) first += 1; // rain: 0.2 sun: 0.8
    this.#merge(Math.min(first, this.items.length - 1));
  }

  #merge(first: number): void {
    const last = this.items.at(-1);
    const start = this.items[first];
    if (!last || !start || last === start) return;
    start.end = last.end;
    start.text = this.text.slice(start.start, last.end);
    start.quoted = false;
    start.value = undefined;
    this.items.length = first + 1;
  }

  #quoted(at: number, mark: "'" | '"'): number | undefined {
    const end = quotedEnd(this.text, at, this.#next[mark], this.#next['\n'](at));
    if (end === undefined) return undefined;
    const text = withoutMarks(this.text.slice(at, end));
    this.#add({ text, start: at, end, quoted: true });
    return end;
  }

  /** The end of what programs write where a number or its container begins, if that is here. */
  #written(at: number): number | undefined {
    for (const pattern of [WITH_LENGTH, TYPED, NEW]) {
      pattern.lastIndex = at;
      if (pattern.test(this.text)) return pattern.lastIndex;
    }
    RATIO.lastIndex = at;
    const ratio = RATIO.exec(this.text);
    if (ratio) {
      const end = RATIO.lastIndex;
      this.#add({ text: `${ratio[1]}/${ratio[2]}`, start: at, end, quoted: false });
      return end;
    }
    return undefined;
  }

  #word(at: number): number {
    const written = LETTER.test(this.text.charAt(at)) ? this.#written(at) : undefined;
    if (written !== undefined) return written;
    WORD.lastIndex = at;
    const match = WORD.exec(this.text);
    const text = match?.[0] ?? this.text.charAt(at);
    const end = at + text.length;
    if (/[([{]/.test(this.text.charAt(end)) && CONTAINER.test(text)) {
      this.#depth += 1;
      const isScalar = SCALAR.test(text);
      this.#scalars.push(isScalar);
      if (!isScalar) this.#newRow();
      return end + 1;
    }
    if (COMMAND.test(text)) return end;
    if (!this.#joined(text, end)) {
      const percent = text.endsWith('\\%') ? `${text.slice(0, -2)}%` : text;
      this.#add({ text: percent, start: at, end, quoted: false });
    }
    return end;
  }

  /** `40 %` and `1 / 3` are one number each. */
  #joined(text: string, end: number): boolean {
    const last = this.items.at(-1);
    if (!last || last.quoted || last.key || last.cell !== this.#cell) return false;
    const joinsNext = text === '/' && last.value !== undefined;
    const joined = `${last.text}${text}`;
    if (joinsNext || this.#joins || text === '%' || text === '\\%') {
      const value = readNumber(joined.replace('\\', ''));
      if (value === undefined && !joinsNext) return false;
      last.text = joined.replace('\\', '');
      last.value = value;
      last.end = end;
      this.#joins = joinsNext;
      return true;
    }
    return false;
  }

  #add(word: Pick<Item, 'text' | 'start' | 'end' | 'quoted'>): void {
    this.#joins = false;
    if (this.#hidden !== undefined) return;
    const { text, start, end, quoted } = word;
    const decimal = quoted ? text.replace(/^([+-]?\d+),(\d+%?)$/, '$1.$2') : text;
    const [row, cell] = [this.#row, this.#cell];
    const value = readNumber(decimal);
    this.items.push({ text, start, end, quoted, value, row, cell, key: '', names: false });
  }
}

/**
 * The numbers and words of a text, with what the separators and brackets between them say; of more
 * than `most` the first and one more.
 */
export function itemsOf(plain: string, most = Infinity): Item[] {
  return new Scanner(plain).scan(most);
}
