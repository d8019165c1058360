const WHITE: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** `""` of CSV; `\"`, `\n` and `\u5317` of JSON. */
function unescaped(text: string): string {
  return text.replace(/""|\\u([\da-fA-F]{4})|\\(["'\\/ntrbf])/g, (all, code, mark) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (WHITE[mark] ?? mark ?? all.charAt(0)),
  );
}

/** What stands between two marks, given with them. */
export function withoutMarks(quoted: string): string {
  const inside = quoted.slice(1, -1);
  const isDoubled = !quoted.startsWith("'") && inside.includes('""');
  return isDoubled || inside.includes('\\') ? unescaped(inside) : inside;
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

/** Finds the next place of a character again and again, in one pass over the text. */
export function finder(text: string, wanted: string) {
  let found = -1;
  return (from: number) => {
    if (found !== Infinity && found < from) {
      const place = text.indexOf(wanted, from);
      found = place < 0 ? Infinity : place;
    }
    return found;
  };
}

/**
 * Where what begins with a mark ends, behind the mark that closes it; undefined if none does before `line`. A mark after a
 * backslash closes nothing, nor do two of `"`, as CSV has them.
 *
 * @param next finds the mark
 */
export function quotedEnd(
  text: string,
  at: number,
  next: (from: number) => number,
  line: number,
): number | undefined {
  const mark = text.charAt(at);
  let close = next(at + 1);
  for (;;) {
    if (close > line || close === Infinity) return undefined;
    const single = isEscaped(text, close);
    const doubled = mark === '"' && !single && text[close + 1] === mark && close > at + 1;
    if (!doubled && !single) return close + 1;
    close = next(close + (doubled ? 2 : 1));
  }
}
