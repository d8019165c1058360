import { MAX_NUMBERS } from './read.ts';

const [ZERO, NINE, DOT, MINUS, COMMA, SPACE, BREAK] = [48, 57, 46, 45, 44, 32, 10];
const LARGEST = 2 ** 53; // whole numbers below it are exact
const POWERS = Array.from({ length: 23 }, (_, k) => Number(`1e${k}`)); // exact

/**
 * The numbers of a list as this page writes it, `0.4, 0.6`, or of a column; undefined for every other text, which takes the whole
 * reader. Ten thousand are read at every key within a frame of a slow phone.
 *
 * Error    none: of digits below 2^53 and a power of ten up to 10^22 the quotient is the double nearest to the decimal
 * Source   Clinger, "How to read floating point numbers accurately", PLDI 1990, section 3
 */
export function plainNumbers(text: string): number[] | undefined {
  const values: number[] = [];
  let at = 0;
  for (;;) {
    const isNegative = text.charCodeAt(at) === MINUS;
    if (isNegative) at += 1;
    const start = at;
    let digits = 0;
    let point = -1;
    for (; ; at++) {
      const c = text.charCodeAt(at);
      if (c >= ZERO && c <= NINE) digits = digits * 10 + (c - ZERO);
      else if (c === DOT && point < 0) point = at;
      else break;
    }
    const decimals = point < 0 ? 0 : at - point - 1;
    const hasDigits = at - start > (point < 0 ? 0 : 1);
    if (!hasDigits || digits >= LARGEST || decimals >= POWERS.length) return undefined;
    const size = digits / (POWERS[decimals] as number);
    values.push(isNegative ? -size : size);
    if (at === text.length) return values.length > MAX_NUMBERS ? undefined : values;
    // A comma and a space, or a break: 0,4 and 1 000 may be one number.
    if (text.charCodeAt(at) === COMMA && text.charCodeAt(at + 1) === SPACE) at += 2;
    else if (text.charCodeAt(at) === BREAK) at += 1;
    else return undefined;
  }
}
