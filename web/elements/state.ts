import type { PropertyDeclarations } from 'lit';
import type { Words } from '../words/index.ts';

/**
 * A panel's fields as text, by property name. It is all that a permalink, undo or an export needs: the same state gives the
 * same numbers.
 */
export type State = Readonly<Record<string, string>>;

/** An example: the fields it sets (the others go to their defaults), and a question that it answers. */
export interface Preset {
  name: Words<string>;
  question: Words<string>;
  state: State;
}

/** The same in a program of another language. */
export interface Snippet {
  language: string;
  code: string;
}

/** The attribute of a field: `mu-p` of `muP`. */
export function attributeOf(name: string): string {
  return name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
}

/** The fields as reactive properties. */
export function declared(fields: State): PropertyDeclarations {
  return Object.fromEntries(
    Object.keys(fields).map((name) => [name, { attribute: attributeOf(name) }]),
  );
}

/** P as Q and Q as P: what `p` or `somethingP` holds changes places with `q` or `somethingQ`. */
export function swapped(state: State): State {
  const partner = (name: string) => {
    if (name === 'p' || name === 'q') return name === 'p' ? 'q' : 'p';
    if (/[a-z\d]P$/.test(name)) return `${name.slice(0, -1)}Q`;
    return /[a-z\d]Q$/.test(name) ? `${name.slice(0, -1)}P` : name;
  };
  return Object.fromEntries(
    Object.entries(state).map(([name, value]) => [name, state[partner(name)] ?? value]),
  );
}
