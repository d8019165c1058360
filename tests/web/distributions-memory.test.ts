// A hundred thousand calls take no more of the module's memory than a thousand.
import { beforeAll, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import { requireEngine } from '../../web/core/load.ts';
import { failure } from './support/core.ts';
import { familyNames, type Pair, pairs } from './support/families.ts';

beforeAll(kl.initSync);

const bytes = () => requireEngine().memory.byteLength;

function callAll(round: number): void {
  for (const family of familyNames) {
    const [p, q] = pairs[family] as Pair;
    kl.compare(p, q);
    kl.sample(p, 10, round);
    kl.logDensity(p, kl.sample(p, 3, round));
    kl.monteCarlo(p, q, { samples: 10, seed: round });
    failure(() => kl.klDivergence(p, { family: 'Normal', loc: 0, scale: -1 }));
  }
}

it('keeps its size over many calls of each function with each family', () => {
  for (let round = 0; round < 3; round++) callAll(round);
  const before = bytes();
  const [p, q] = pairs.MultivariateNormal as Pair;
  for (let i = 0; i < 100_000; i++) kl.klDivergence(p, q);
  for (let round = 3; round < 60; round++) callAll(round);
  expect(bytes()).toBe(before);
});

it('gives back what a large distribution took', () => {
  const n = 300;
  const matrix = Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 2 : 0));
  const large = kl.multivariateNormal(new Array(n).fill(0), matrix);
  const another = kl.multivariateNormal(new Array(n).fill(0.5), matrix);
  kl.klDivergence(large, another);
  const before = bytes();
  for (let i = 0; i < 10; i++) expect(kl.klDivergence(large, another)).toBeCloseTo(n / 16, 10);
  callAll(0);
  expect(bytes()).toBe(before);
});
