/** The markup of a template, as a browser would get it. */
export function markup(part: unknown): string {
  if (Array.isArray(part)) return part.map(markup).join('');
  if (typeof part === 'symbol') return ''; // lit's nothing
  if (typeof part !== 'object' || part === null) return String(part);
  const { strings, values } = part as { strings: readonly string[]; values: unknown[] };
  return strings.map((text, i) => text + (i < values.length ? markup(values[i]) : '')).join('');
}
