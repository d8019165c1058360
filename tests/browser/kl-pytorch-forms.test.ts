// The panel of PyTorch's calls with counts, logits, and rows.
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import javascript from '../vectors/peers_javascript.json';
import python from '../vectors/peers_python.json';
import { button, exact, field, output, radio, type } from './fixture.ts';
import {
  badgeOf,
  callsIn,
  element,
  panelForEach,
  returned,
  row,
  show,
  verdictOf,
} from './kl-pytorch-page.ts';

panelForEach();

describe('counts', () => {
  it('are divided by some and not by others', async () => {
    await userEvent.click(button('Counts'));
    await element.updateComplete;
    expect(exact('D(P‖Q)')).toBeCloseTo(0.200776801066352, 14);
    expect(callsIn('right')).toEqual(['categorical', 'normalized']);
    expect(badgeOf('notNormalized')).toBe('D(P‖Q) × 10');
    expect(returned('mathjs')).toBe(javascript.pairs.counts.mathjs);
    expect(returned('mlDistance')).toBe(javascript.pairs.counts['ml-distance']);
    expect(verdictOf('mathjs')).toBe('forward');
    expect(returned('keras')).toBe(0);
    expect(verdictOf('keras')).toBe('none');
  });

  it('of different sums make scipy.special.kl_div the generalised divergence', async () => {
    await userEvent.click(radio('counts'));
    await type('P', '1 2 3');
    await type('Q', '10 20 30');
    await element.updateComplete;
    expect(exact('D(P‖Q)')).toBe(0);
    expect(verdictOf('klDiv')).toBe('generalized');
    expect(returned('klDiv')).toBeCloseTo(python.pairs['proportional counts'].scipy.kl_div, 12);
    expect(verdictOf('relEntr')).toBe('negative');
  });

  it('in a field of probabilities are read as counts by one click', async () => {
    await type('Q', '3 3 4');
    await type('P', '1 2 7');
    await expect.element(field('P')).toHaveAttribute('aria-invalid', 'true');
    await userEvent.click(button('Read both as counts'));
    await expect.element(radio('counts')).toBeChecked();
    await expect.element(output('D(P‖Q)')).toHaveTextContent('0.200777 nats');
  });
});

describe('logits', () => {
  it('go through softmax', async () => {
    await userEvent.click(button('Scores'));
    await element.updateComplete;
    const recorded = python.logits.scores.torch;
    expect(returned('softmax')).toBeCloseTo(recorded.log_softmax, 14);
    expect(returned('softmaxLog')).toBeCloseTo(recorded['softmax, log'], 14);
    expect(returned('categoricalLogits')).toBeCloseTo(recorded['Categorical(logits)'], 14);
    expect(callsIn('right').slice(0, 4)).toEqual([
      'softmax',
      'logTarget',
      'softmaxLog',
      'categoricalLogits',
    ]);
    expect(verdictOf('rawScores')).toBe('nan');
  });

  it('far apart underflow where log_softmax does not', async () => {
    await userEvent.click(radio('logits'));
    await type('P', '0 0');
    await type('Q', '0 -800');
    await element.updateComplete;
    expect(verdictOf('softmax')).toBe('forward');
    expect(verdictOf('softmaxLog')).toBe('wronglyInfinite');
    expect(verdictOf('categoricalLogits')).toBe('wronglyInfinite');
  });
});

describe('rows', () => {
  it('of input and target: the example of nn.KLDivLoss', async () => {
    await userEvent.click(button('mean or batchmean'));
    await element.updateComplete;
    expect(returned('loss')).toBeCloseTo(0.6209, 4);
    expect(returned('inputBatchmean')).toBeCloseTo(1.8626, 4);
    expect(row('none').textContent).toContain('[1.42149, 0.369741, 0.569741');
    // The rows of input are no logarithms of probabilities.
    expect(verdictOf('inputBatchmean')).toBe('none');
    expect(callsIn('right')).toEqual(['inputNormalized']);
    expect(row('loss').getAttribute('aria-current')).toBe('true');
    await expect.element(page.getByText('adds up to 0.138149, not 1')).toBeVisible(); // e⁻² + e⁻⁶ + e⁻⁸
  });

  it('divide by what their reduction says', async () => {
    await show('rows');
    const recorded = python.pairs.rows.torch;
    expect(returned('batchmean')).toBeCloseTo(recorded['right, batchmean'], 14);
    expect(exact('D(P‖Q)')).toBeCloseTo(recorded['right, batchmean'], 14);
    expect(callsIn('right')).toEqual(['batchmean', 'logTarget', 'categorical', 'lossBatchmean']);
    expect(badgeOf('mean')).toBe('D(P‖Q) ÷ 3');
    expect(badgeOf('sumOfRows')).toBe('D(P‖Q) × 2');
    await expect.element(page.getByText('the means over 2 rows')).toBeVisible();
  });

  it('are read from lines as well', async () => {
    await type('P', '0.1 0.2 0.7\n0.5 0.25 0.25');
    await type('Q', '0.3, 0.3, 0.4\n0.2, 0.3, 0.5');
    await expect.element(page.getByText('2 rows of 3').first()).toBeVisible();
    expect(exact('D(P‖Q)')).toBeCloseTo(python.pairs.rows.torch['right, batchmean'], 14);
  });

  it('of different lengths are refused at their field, and nothing is lost', async () => {
    await show('rows');
    const before = returned('batchmean');
    await type('P', '[[0.1, 0.2, 0.7], [0.5, 0.5]]');
    await expect
      .element(field('P'))
      .toHaveAccessibleDescription(/P\[1\] has 2 numbers but P\[0\] has 3/);
    expect(returned('batchmean')).toBe(before);
    await type('P', '[[0.1, 0.2, 0.7], [0.5, 0.2, 0.2]]');
    await expect.element(field('P')).toHaveAccessibleDescription(/P\[1\] sums to 0\.9/);
  });
});
