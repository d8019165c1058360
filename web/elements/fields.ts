import { exactNumber } from '../text/index.ts';
import type { State } from './state.ts';

/** What a field may be given: text as it was typed, or numbers by a program. */
type Given = string | number | ArrayLike<number>;

/** An array given by a program stands in the field in full precision. */
export function textOf(value: Given): string {
  return typeof value === 'object' ? Array.from(value, exactNumber).join(', ') : String(value);
}

/** The fields of an element as text. */
export function stateOf(element: object, names: readonly string[]): State {
  return Object.fromEntries(
    names.map((name) => [name, textOf(Reflect.get(element, name) as Given)]),
  );
}
