import type { State } from './state.ts';

/** A field of a mode as a program gives it. */
export type Value = string | number | ArrayLike<number> | object;

/** A label may have commas and spaces. */
const itemText = (item: unknown) =>
  typeof item === 'string' && Number.isNaN(Number(item)) ? JSON.stringify(item) : String(item);

/** A list stands in its field in full precision, an object as JSON. */
export function fieldText(value: Value): string {
  if (typeof value !== 'object') return String(value);
  if ('length' in value) return Array.from(value, itemText).join(', ');
  return JSON.stringify(value);
}

const CHILD = 'the JSON child of <kl-divergence>';

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new SyntaxError(`${CHILD} is not JSON (${(cause as Error).message})`);
  }
}

/** The object in a `<script type="application/json">` child. */
export function fieldsOfJsonChild(element: Element): State {
  const script = element.querySelector(':scope > script[type="application/json"]');
  if (!script) return {};
  const given = parsed(script.textContent ?? '');
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new TypeError(`${CHILD} must be an object of its fields`);
  }
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, fieldText(value as Value)]),
  );
}
