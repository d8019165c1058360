// The panel of PyTorch's calls, used as a person uses it. Numbers are those PyTorch and others were recorded to return.
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import javascript from '../vectors/peers_javascript.json';
import python from '../vectors/peers_python.json';
import { button, exact, type } from './fixture.ts';
import {
  badgeOf,
  callsIn,
  element,
  type PairName,
  panelForEach,
  returned,
  row,
  show,
  singleOf,
  verdictOf,
} from './kl-pytorch-page.ts';

panelForEach();

const torch = (name: PairName, call: string) =>
  Number((python.pairs[name].torch as Record<string, unknown>)[call]);

describe('the calls', () => {
  it('return for two outcomes what PyTorch returned', () => {
    const recorded: Record<string, string> = {
      sum: 'right, sum',
      logTarget: 'log_target, sum',
      categorical: 'Categorical(probs)',
      loss: 'nn.KLDivLoss()',
      lossBatchmean: "nn.KLDivLoss(reduction='batchmean')",
      mean: 'right, mean',
      batchmeanOfOne: 'right, batchmean',
      noLog: 'no log, sum',
      swapped: 'swapped, sum',
      swappedNoLog: 'swapped, no log, sum',
      logTargetWithoutLog: 'log_target without logarithms, sum',
    };
    for (const [call, name] of Object.entries(recorded)) {
      expect(returned(call), call).toBeCloseTo(torch('two outcomes', name), 14);
    }
    expect(returned('logTargetForgotten')).toBeNaN();
  });

  it('that are D(P‖Q) come first, the traps after, by their numbers', () => {
    expect(callsIn('right')).toEqual(['sum', 'logTarget', 'categorical']);
    expect(callsIn('wrong')).toHaveLength(10);
    expect(badgeOf('sum')).toBe('D(P‖Q)');
    expect(badgeOf('mean')).toBe('D(P‖Q) ÷ 2');
    expect(badgeOf('swapped')).toBe('D(Q‖P)');
    expect(verdictOf('noLog')).toBe('negative');
    expect(verdictOf('logTargetForgotten')).toBe('nan');
    expect(verdictOf('logTargetWithoutLog')).toBe('none');
    expect(verdictOf('none')).toBe('terms');
    expect(badgeOf('jensenshannon')).toBe('the root of JS(P, Q)');
  });

  it('say float32 where its digits differ', () => {
    expect(singleOf('sum')).toBe(python.pairs['two outcomes']['torch float32']['right, sum']);
    expect(row('loss').querySelector('.single')).toBeNull();
  });

  it('follow every key', async () => {
    await type('Q', '0.4, 0.6');
    await element.updateComplete;
    expect(returned('sum')).toBe(0);
    expect(verdictOf('sum')).toBe('forward');
    // Of equal distributions all that scale are 0 as well: by chance, and it is said.
    expect(verdictOf('mean')).toBe('chance');
    expect(row('mean').textContent).toContain('For these P and Q the numbers agree');
  });

  it('give NaN where P and Q are both 0, and the sum is no longer among the right ones', async () => {
    await show('zero in both');
    expect(callsIn('right')).toEqual(['categorical']);
    expect(returned('sum')).toBeNaN();
    expect(row('sum').textContent).toContain('s = P > 0');
    expect(verdictOf('mathjs')).toBe('nan');
    expect(verdictOf('entropy')).toBe('forward');
  });

  it('are right where they are ∞, and wrong where they hide it', async () => {
    await show('zero in Q');
    expect(exact('D(P‖Q)')).toBe(Infinity);
    expect(verdictOf('sum')).toBe('forward');
    expect(verdictOf('keras')).toBe('wronglyFinite');
    expect(returned('tfjs')).toBeCloseTo(javascript.pairs['zero in Q'].tfjs, 5);
    expect(verdictOf('philentropy')).toBe('wronglyFinite');
    expect(returned('philentropy')).toBeCloseTo(1.8274, 4);
  });

  it('of nearly equal distributions have lost their digits', async () => {
    await userEvent.click(button('Nearly equal'));
    await element.updateComplete;
    expect(callsIn('right')).toEqual([]);
    expect(verdictOf('sum')).toBe('rounding');
    // ½ δ² (1/0.1 + 1/0.7) with δ = 1e-8.
    expect(exact('D(P‖Q)') / ((1e-16 / 2) * (10 + 1 / 0.7))).toBeCloseTo(1, 6);
    await expect.element(page.getByText('None of PyTorch’s calls')).toBeVisible();
  });

  it('of a probability too small for Categorical are found out', async () => {
    await show('tiny in Q');
    expect(returned('categorical')).toBeCloseTo(torch('tiny in Q', 'Categorical(probs)'), 12);
    expect(verdictOf('categorical')).toBe('none');
    expect(verdictOf('sum')).toBe('forward');
  });
});
