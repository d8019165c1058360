import { finiteSnippets } from '../../text/index.ts';
import type { Snippet } from '../state.ts';
import { type Unit, unitOf } from '../unit.ts';
import { coreForm, type FiniteForm } from './form.ts';

const LONGEST = 1000; // outcomes; more are for the CSV file

/** The same computation in other languages. */
export function codeOf(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  form: FiniteForm,
  unit: Unit,
  labels?: string[],
): readonly Snippet[] {
  if (p.length > LONGEST) return [];
  return finiteSnippets({ p, q, form: coreForm(form), unit: unitOf(unit), labels });
}
