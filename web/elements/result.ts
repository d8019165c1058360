import type { Comparison } from '../core/index.ts';
import type { Balance } from '../figures/index.ts';
import type { Unit } from './unit.ts';

/** What events carry and `result` holds: divergences in the unit named. */
export interface Result extends Balance {
  unit: Unit;
}

/** A table of plain values with one line of headings: what CSV files hold. */
export type Table = readonly (readonly (string | number)[])[];

/** The three numbers alone. */
export function balanceOf({ forward, reverse, asymmetry }: Comparison): Balance {
  return { forward: forward.value, reverse: reverse.value, asymmetry };
}
