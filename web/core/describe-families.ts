import type { Distribution } from './families.ts';
import type { ShapeName } from './kl-glue.d.ts';
import { requireEngine } from './load.ts';

/** What a parameter is made of: a factor is a matrix of any number of columns, components are distributions. */
export type ParameterShape = ShapeName;

/** A family of distributions: its name, and each of the ways to give its parameters, the first one torch's positional. */
export interface FamilyDescription {
  /** As `family` of its distributions. */
  readonly name: Distribution['family'];
  /** Each of the ways to give its parameters: their names and what they are made of, in torch's order. */
  readonly parametrizations: readonly (readonly {
    readonly name: string;
    readonly shape: ParameterShape;
  }[])[];
}

/** All families that the module knows, in alphabetical order: for what is made of any of them, such as forms and readers. */
export function families(): readonly FamilyDescription[] {
  return Array.from(requireEngine().families.values(), ({ name, parametrizations }) => ({
    name: name as Distribution['family'],
    parametrizations,
  }));
}
