import type { Comparison } from '../../core/index.ts';
import type { Problem } from '../problem.ts';
import type { FiniteForm, Which } from './form.ts';
import { type Given, type Lists, without } from './lists.ts';
import { written } from './write.ts';

/** What a mend makes of the fields, and what it says that it did. */
export interface Mended {
  fields: { p?: string; q?: string; form?: FiniteForm };
  note: string;
}

/** One click that helps. It changes what stands in the fields, where everybody can see it. */
export interface Mend {
  label: string;
  apply: () => Mended;
}

/** Buttons that belong together, as the amounts of smoothing do. */
export interface MendGroup {
  title?: string;
  mends: Mend[];
}

/** All that mends are chosen by. */
export interface Situation {
  form: FiniteForm;
  texts: Record<Which, string>;
  /** Each field, as far as it could be read. */
  given: Partial<Record<Which, Given>>;
  problem: Problem | undefined;
  /** What both came to, unless a field is in trouble. */
  lists: Lists | undefined;
  comparison: Comparison | undefined;
}

export const nameOf = (id: Which) => id.toUpperCase();

/** Without some outcomes, in both fields; `isOut` is asked with the place in the field. */
export function dropped(
  given: Partial<Record<Which, Given>>,
  isOut: (field: Given, i: number) => boolean,
): { p?: string; q?: string } {
  const fields: { p?: string; q?: string } = {};
  for (const id of ['p', 'q'] as const) {
    const field = given[id];
    if (field) fields[id] = written(without(field, (i) => isOut(field, i)));
  }
  return fields;
}
