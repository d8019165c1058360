/** `""` of CSV; `\"` and `\u5317` of JSON. */
export function unescaped(text: string): string {
  return text.replace(/""|\\u([\da-fA-F]{4})|\\(["'\\/])/g, (all, code, mark) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (mark ?? all.charAt(0)),
  );
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
