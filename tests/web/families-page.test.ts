// What the page knows of families: where densities are drawn, which outcomes have bars, and code to be copied.
import { beforeAll, describe, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import { initialText } from '../../web/elements/families/choosing.ts';
import { curvesOf, intervalOf, massesOf } from '../../web/elements/families/curves.ts';
import {
  FAMILY_TABLE,
  type FamilyName,
  kindOf,
  rangeOf,
} from '../../web/elements/families/family-table.ts';
import { distributionSnippets, distributionText, parseDistribution } from '../../web/text/index.ts';

const names = Object.keys(FAMILY_TABLE) as FamilyName[];
beforeAll(() => kl.initSync());

const read = (text: string) => parseDistribution(text, 'P', kl.families()) as kl.Distribution;

describe.each(names)('%s', (name) => {
  const first = () => read(initialText(name));

  it('has a start in each of the ways to give its parameters, and they can be used', () => {
    const ways = kl.families().find((family) => family.name === name)?.parametrizations ?? [];
    expect(FAMILY_TABLE[name].initial).toHaveLength(ways.length);
    for (const [way] of ways.entries()) {
      const distribution = read(initialText(name, way));
      expect(distribution.family).toBe(name);
      expect(kl.klDivergence(distribution, distribution)).toBe(0);
    }
  });

  it('can be copied as code', () => {
    const snippets = distributionSnippets(first(), first(), 'nats');
    expect(snippets.map(({ language }) => language)).toContain('JavaScript');
    for (const { code } of snippets) expect(code).not.toMatch(/undefined|NaN|\[object/);
  });

  it('is written as it is read', () => {
    expect(read(distributionText(first()))).toEqual(first());
  });

  it('has handles where its parameters say, and they bring them back', () => {
    const values = first() as unknown as Record<string, number>;
    for (const { parameter, place, value } of FAMILY_TABLE[name].grips ?? []) {
      expect(value(place(values), values)).toBeCloseTo(values[parameter] as number, 12);
      expect(values[parameter]).toBeGreaterThanOrEqual(rangeOf(parameter).lowest);
    }
  });
});

describe('densities', () => {
  it.each(names)('of %s are drawn over most of its mass', (name) => {
    const p = read(initialText(name));
    if (kindOf(p) !== 'density') return;
    const { x, logP, interval, top } = curvesOf(p, p);
    // The trapezoid rule over what is shown.
    let mass = 0;
    for (let i = 1; i < x.length; i++) {
      const heights = Math.exp(logP[i] as number) + Math.exp(logP[i - 1] as number);
      mass += (heights / 2) * ((x[i] as number) - (x[i - 1] as number));
    }
    expect(mass).toBeGreaterThan(0.93);
    expect(mass).toBeLessThan(1.02);
    expect(x[0]).toBeGreaterThanOrEqual(interval[0]);
    expect(x.at(-1)).toBeLessThanOrEqual(interval[1]);
    expect(top).toBe(Math.exp(Math.max(...logP)));
  });

  it('end in a step where the support ends', () => {
    const { x, logP } = curvesOf(kl.uniform(-1, 3), kl.normal(0, 1));
    const inside = Array.from(x).filter((_, i) => (logP[i] as number) > -Infinity);
    expect(Math.min(...inside)).toBeCloseTo(-1, 6);
    expect(Math.max(...inside)).toBeCloseTo(3, 6);
    const outside = Array.from(x).filter((_, i) => logP[i] === -Infinity);
    expect(Math.max(...outside.filter((t) => t < 0))).toBeCloseTo(-1, 6);
    expect(Math.min(...outside.filter((t) => t > 0))).toBeCloseTo(3, 6);
  });

  it('are cut off at a pole, so that the rest is seen', () => {
    const { top } = curvesOf(kl.gamma(0.3, 1), kl.uniform(0, 1));
    expect(top).toBeGreaterThan(1);
    expect(top).toBeLessThan(60);
  });

  it('are both seen, however narrow one is', () => {
    const narrow = kl.normal(3, 1e-6);
    const { x, logP, logQ, interval } = curvesOf(narrow, kl.normal(0, 1));
    expect(interval[0]).toBeLessThan(-2);
    expect(Math.max(...logP)).toBeCloseTo(-Math.log(1e-6 * Math.sqrt(2 * Math.PI)), 1);
    expect(Array.from(x).filter((_, i) => (logP[i] as number) > 10).length).toBeGreaterThan(20);
    expect(Math.exp(Math.max(...logQ))).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 2);
  });

  it('keep their axis, if it is held', () => {
    const held = intervalOf(kl.normal(0, 1), kl.normal(1, 1));
    const { x, interval } = curvesOf(kl.normal(0, 1), kl.normal(50, 1), held);
    expect(interval).toEqual(held);
    expect(x.at(-1)).toBeLessThanOrEqual(held[1]);
  });
});

describe('masses', () => {
  it('are of the outcomes that matter, from the first that there is', () => {
    const { first, logP, logQ } = massesOf(kl.binomial(20, 0.15), kl.poisson(3)) ?? {
      first: -1,
      logP: [],
      logQ: [],
    };
    expect(first).toBe(0);
    const sum = (logs: ArrayLike<number>) =>
      Array.from(logs).reduce((total, log) => total + Math.exp(log), 0);
    expect(sum(logP)).toBeGreaterThan(0.99);
    expect(sum(logQ)).toBeGreaterThan(0.97);
    expect(logP.length).toBeLessThan(21);
  });

  it('far from 0 begin there', () => {
    const masses = massesOf(kl.poisson(1000), kl.poisson(1010));
    expect(masses?.first).toBeGreaterThan(800);
    expect(masses?.logP.length).toBeLessThan(400);
  });

  it('are not given where they would be too many', () => {
    expect(massesOf(kl.poisson(1e9), kl.poisson(3))).toBeUndefined();
  });
});
