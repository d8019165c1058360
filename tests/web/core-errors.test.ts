// What an error is made of, and the messages of C++'s statuses.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import createKl from '#kl-glue';
import { messages } from '../../web/core/errors.ts';
import { initSync, klDivergence } from '../../web/core/index.ts';
import { failure } from './support/core.ts';
import { good, weightRule } from './support/wrong-input.ts';

beforeAll(initSync);

describe('an error', () => {
  const error = () => failure(() => klDivergence([1.1, -0.1], good));

  it('is a RangeError of its own name, with code, argument and index', () => {
    expect(error()).toBeInstanceOf(RangeError);
    expect(error().name).toBe('DivergenceError');
    expect(error().toString()).toBe(`DivergenceError: P[1] is -0.1: ${weightRule}`);
  });

  it('leaves out an index where no outcome is at fault', () => {
    expect(failure(() => klDivergence([0, 0], good))).not.toHaveProperty('index');
  });

  it('does not disturb the next call', () => {
    const want = klDivergence([0.4, 0.6], [0.3, 0.7]);
    error();
    expect(klDivergence([0.4, 0.6], [0.3, 0.7])).toBe(want);
  });
});

describe('the statuses of C++', () => {
  const names = async () => {
    const { Status } = await createKl({ wasmBinary: readFileSync('build/wasm/kl.wasm') });
    return Object.entries(Status)
      .filter(([, entry]) => typeof entry?.value === 'number')
      .map(([name]) => name)
      .filter((name) => name !== 'ok');
  };

  it('have a message each, and there is no message without a status', async () => {
    expect(Object.keys(messages).sort()).toEqual((await names()).sort());
  });

  /** What is wrong with neither P nor Q, but with both together. */
  const ofBoth = ['no-closed-form', 'divergence-is-infinite'];

  it('have messages of a fact that begins with the place, and a rule', () => {
    for (const [code, message] of Object.entries(messages)) {
      const text = message({ place: 'P[7]', value: -0.25, sumTolerance: 1e-6 });
      expect(text).toMatch(
        ofBoth.includes(code)
          ? /^(P and Q are|D\(P‖Q\) is) [^:]*: .+\.$/
          : /^P\[7\] (is -0\.25|is of another kind|sums to|has|leaves the pivot -0\.25)[^:]*: .+\.$/,
      );
      expect(text).not.toMatch(/invalid|please|undefined|NaN/i);
    }
  });
});
