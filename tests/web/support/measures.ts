// Every measure of two finite distributions as one kind of function, and what tests/vectors/measures.py says of them.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import {
  asymmetry,
  bhattacharyyaDistance,
  chiSquaredDivergence,
  crossEntropy,
  entropy,
  type Form,
  generalizedKlDivergence,
  hellingerDistance,
  jeffreysDivergence,
  jensenShannonDistance,
  jensenShannonDivergence,
  klDivergence,
  type Options,
  type Outcomes,
  renyiDivergence,
  totalVariationDistance,
  tsallisDivergence,
} from '../../../web/core/index.ts';
import {
  alphaMaxUlp,
  asymmetryMaxUlp,
  distanceMaxUlp,
  entropyMaxUlp,
  finiteMaxUlp,
  hexDouble,
  reference,
  ulp,
  ulpError,
} from './core.ts';

export interface Measure {
  name: string;
  /** Of a divergence of order alpha. */
  alpha?: number;
  of: (p: Outcomes, q: Outcomes, options?: Options) => number;
  /** How many units in the last place it may be off; of an asymmetry, in the last place of the sum of its terms' sizes. */
  maxUlp: number;
}

export const orders = [0, 0.5, 1, 1 + 1e-9, 2, 10, Number.POSITIVE_INFINITY];

const ofOrders = orders.flatMap<Measure>((alpha) => [
  {
    name: 'renyiDivergence',
    alpha,
    of: (p, q, options) => renyiDivergence(p, q, { ...options, alpha }),
    maxUlp: alphaMaxUlp,
  },
  {
    name: 'tsallisDivergence',
    alpha,
    of: (p, q, options) => tsallisDivergence(p, q, { ...options, alpha }),
    maxUlp: alphaMaxUlp,
  },
]);

/** All that take any form of numbers. */
export const measures: Measure[] = [
  { name: 'klDivergence', of: klDivergence, maxUlp: finiteMaxUlp },
  { name: 'jeffreysDivergence', of: jeffreysDivergence, maxUlp: finiteMaxUlp },
  { name: 'asymmetry', of: asymmetry, maxUlp: asymmetryMaxUlp },
  { name: 'jensenShannonDivergence', of: jensenShannonDivergence, maxUlp: finiteMaxUlp },
  { name: 'jensenShannonDistance', of: jensenShannonDistance, maxUlp: distanceMaxUlp },
  { name: 'totalVariationDistance', of: totalVariationDistance, maxUlp: distanceMaxUlp },
  { name: 'hellingerDistance', of: hellingerDistance, maxUlp: distanceMaxUlp },
  { name: 'bhattacharyyaDistance', of: bhattacharyyaDistance, maxUlp: distanceMaxUlp },
  { name: 'chiSquaredDivergence', of: chiSquaredDivergence, maxUlp: distanceMaxUlp },
  { name: 'crossEntropy', of: crossEntropy, maxUlp: entropyMaxUlp },
  { name: 'entropy', of: (p, _, options) => entropy(p, options), maxUlp: entropyMaxUlp },
  ...ofOrders,
];

/** The one that takes weights as they are, and no other form. */
export const generalized: Measure = {
  name: 'generalizedKlDivergence',
  of: (p, q, options) => generalizedKlDivergence(p, q, options?.base ? { base: options.base } : {}),
  maxUlp: finiteMaxUlp,
};

/** What does not depend on the base. */
const withoutBase = [
  'totalVariationDistance',
  'hellingerDistance',
  'chiSquaredDivergence',
] as const;

export function titleOf({ name, alpha }: Measure): string {
  return alpha === undefined ? name : `${name} of order ${alpha}`;
}

export type Base = 'e' | '2' | '10';

/** Of one measure, as `reference` reads it; for each base. */
export type Row = { measure: string; alpha?: string; size?: Record<Base, string> } & Record<
  Base,
  string
>;

export interface Case {
  about: string;
  form: Form;
  /** At the ends of what a double can be. */
  extreme: boolean;
  p: number[];
  q: number[];
  forward: Row[];
  reverse: Row[];
}

type Recorded = Omit<Case, 'p' | 'q'> & { p: string[]; q: string[] };

const recorded: Case[] = (
  JSON.parse(readFileSync('tests/vectors/measures.json', 'utf8')) as Recorded[]
).map(({ p, q, ...rest }) => ({ ...rest, p: p.map(hexDouble), q: q.map(hexDouble) }));

export const cases = recorded.filter(({ extreme }) => !extreme);
export const extremes = recorded.filter(({ extreme }) => extreme);

export function caseTitle({ about, form }: Case): string {
  return `${form}: ${about}`;
}

export function rowOf(rows: Row[], { name, alpha }: Pick<Measure, 'name' | 'alpha'>): Row {
  const isIt = (row: Row) =>
    row.measure === name && (alpha === undefined || Number(row.alpha) === alpha);
  const row = rows.find(isIt);
  if (!row) throw new Error(`no ${name} of order ${alpha} is recorded`);
  return row;
}

/** What errors are measured by: the last place. */
function unitOf(row: Row, base: Base, want: number): number {
  return ulp(row.size === undefined ? want : hexDouble(row.size[base]));
}

/** How far from what is recorded, in those units. */
export function errorOf(got: number, row: Row, base: Base): number {
  const { want, rest } = reference(row[base]);
  const error = ulpError(got, want, rest);
  return Number.isFinite(error) ? (error * ulp(want)) / unitOf(row, base, want) : error;
}

/** Bases, each with the recorded one that it is `sign` times. */
const bases: { base: number; recorded: Base; sign: 1 | -1 }[] = [
  { base: Math.E, recorded: 'e', sign: 1 },
  { base: 2, recorded: '2', sign: 1 },
  { base: 10, recorded: '10', sign: 1 },
  { base: 0.5, recorded: '2', sign: -1 },
];

/** The worst error of each measure, in its units. */
export const worst: Record<string, number> = {};

/** Expects what is recorded, of P and Q and of Q and P, to every base. */
export function expectRecorded(measure: Measure, { p, q, form, forward, reverse }: Case): void {
  const hasBase = !withoutBase.some((name) => name === measure.name);
  const title = titleOf(measure);
  for (const [one, other, rows] of [
    [p, q, forward],
    [q, p, reverse],
  ] as const) {
    const row = rowOf(rows, measure);
    for (const { base, recorded, sign } of bases) {
      const got = measure.of(one, other, { form, base });
      const error = errorOf(hasBase ? sign * got : got, row, recorded);
      worst[title] = Math.max(worst[title] ?? 0, error);
      expect(error, `${got} instead of ${row[recorded]}, base ${base}`).toBeLessThanOrEqual(
        measure.maxUlp,
      );
    }
  }
}
