// Every measure, of every form and to every base, against its definition in many digits (tests/vectors/measures.py).
// KL_SHOW_WORST=1 shows the worst errors.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initSync } from '../../web/core/index.ts';
import {
  cases,
  caseTitle,
  expectRecorded,
  generalized,
  measures,
  titleOf,
  worst,
} from './support/measures.ts';

beforeAll(initSync);
afterAll(() => {
  if (process.env.KL_SHOW_WORST) console.table(worst);
});

describe.each(measures.map((measure) => [titleOf(measure), measure] as const))(
  '%s',
  (_, measure) => {
    it.each(cases.map((one) => [caseTitle(one), one] as const))('of %s', (_, one) => {
      expectRecorded(measure, one);
    });
  },
);

describe('generalizedKlDivergence', () => {
  const ofNumbers = cases.filter(({ form }) => form === 'probabilities' || form === 'weights');
  it.each(ofNumbers.map((one) => [caseTitle(one), one] as const))('of %s', (_, one) => {
    expectRecorded(generalized, one);
  });
});

describe('the documentation', () => {
  const text = ['kl-divergence', 'finite']
    .map((file) => readFileSync(`web/core/${file}.ts`, 'utf8'))
    .join('\n');
  const documented = (name: string) =>
    new RegExp(
      `/\\*\\*(?:(?!\\*/)[^])*?at most (\\d+) units(?:(?!\\*/)[^])*\\*/\\nexport (?:const|function) ${name}\\b`,
    ).exec(text)?.[1];

  it.each(
    [...measures, generalized]
      // An asymmetry's units are not its own, and Tsallis's divergence refers to Rényi's.
      .filter(({ name }) => name !== 'asymmetry' && name !== 'tsallisDivergence')
      .map(({ name, maxUlp }) => [name, maxUlp]),
  )('of %s promises %d units', (name, maxUlp) => {
    expect(Number(documented(String(name)))).toBe(maxUlp);
  });
});
