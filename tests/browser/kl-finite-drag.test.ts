// Bars under the hand and under the keys, and what is linked to them.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KlFinite } from '../../web/elements/index.ts';
import { drag, handle } from './drag.ts';
import { button, exact, field, fixture, output, radio, type } from './fixture.ts';

let element: KlFinite;
beforeEach(async () => {
  document.body.replaceWith(document.createElement('body')); // and with it, its listeners
  element = fixture<KlFinite>('<kl-finite></kl-finite>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
});

const numbers = (name: string) =>
  (field(name).element() as HTMLTextAreaElement).value.split(',').map(Number);
const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
const inFigure = (selector: string) =>
  Array.from(element.shadowRoot?.querySelectorAll(selector) ?? []);

describe.each(['mouse', 'touch'] as const)('a bar dragged by %s', (pointer) => {
  it('takes its probability along, and the others give way in proportion', async () => {
    await type('P', '0.5, 0.3, 0.2');
    await type('Q', '0.2, 0.3, 0.5');
    await drag('P of outcome 0', { y: 40 }, pointer);
    const [first = 0, second = 0, third = 0] = numbers('P');
    expect(first).toBeLessThan(0.4);
    expect(first).toBeGreaterThan(0.1);
    expect(sum([first, second, third])).toBeCloseTo(1, 7);
    expect(second / third).toBeCloseTo(1.5, 2);
    expect(numbers('Q')).toEqual([0.2, 0.3, 0.5]);
    expect(element.result?.forward).toBe(exact('D(P‖Q)'));
  });

  it('shows how the bars stood, and is told once, at its end', async () => {
    const told: string[] = [];
    element.addEventListener('kl-change', () => told.push(element.state.q ?? ''));
    let ghosts = 0;
    await drag('Q of outcome 1', { y: 30 }, pointer, () => {
      ghosts = inFigure('path.ghost').length;
    });
    expect(ghosts).toBe(2);
    await expect.poll(() => told.length).toBe(1);
    expect(told[0]).toBe(element.state.q);
    await expect.poll(() => inFigure('path.ghost').length).toBe(0);
  });
});

describe('a drag', () => {
  it('there and back leaves everything as it was', async () => {
    await type('P', '1/3, 1/3, 1/3');
    await type('Q', '0.2, 0.3, 0.5');
    const before = exact('D(P‖Q)');
    await drag('Q of outcome 2', { y: 60 }, 'mouse', async () => {
      expect(exact('D(P‖Q)')).not.toBe(before);
    });
    const shown = numbers('Q');
    expect(shown[2]).toBeLessThan(0.4);
    expect((shown[0] ?? 0) / (shown[1] ?? 1)).toBeCloseTo(2 / 3, 3);
  });

  it('to the ground makes the other direction infinite, and keeps what is small from becoming 0', async () => {
    await type('Q', '0.6, 0.39999, 0.00001');
    await type('P', '0.3, 0.3, 0.4');
    await drag('Q of outcome 0', { y: 400 });
    expect(numbers('Q')[0]).toBe(0);
    expect(numbers('Q')[2]).toBeCloseTo(0.000025, 8);
    await expect.element(output('D(P‖Q)')).toHaveTextContent('∞');
    await expect.element(output('D(Q‖P)')).not.toHaveTextContent('∞');
  });

  it('of a count changes that count alone', async () => {
    await userEvent.click(button('Counts of samples'));
    await drag('Q of outcome 1', { y: -30 });
    const [first, second = 0, third] = numbers('Q');
    expect([first, third]).toEqual([5, 4]);
    expect(second).toBeGreaterThan(1);
    expect(Number.isInteger(second)).toBe(true);
  });

  it('of a logit changes that logit alone', async () => {
    await userEvent.click(radio('logits'));
    await type('P', '0, 0');
    await type('Q', '0, 0');
    await drag('P of outcome 1', { y: 40 });
    const [first, second = 0] = numbers('P');
    expect(first).toBe(0);
    expect(second).toBeLessThan(-0.2);
    // D of Bernoulli(s) against a fair coin, s the logistic function of the logit.
    const s = 1 / (1 + Math.exp(-second));
    const want = s * Math.log(2 * s) + (1 - s) * Math.log(2 * (1 - s));
    expect(exact('D(P‖Q)')).toBeCloseTo(want, 12);
  });

  it('of a log-probability leaves a distribution', async () => {
    await userEvent.click(button('Next word'));
    await drag('P of outcome the', { y: 30 });
    await expect.element(field('P')).toHaveAttribute('aria-invalid', 'false');
    expect(element.result?.forward).toBeGreaterThan(0);
  });

  it('keeps labels', async () => {
    await userEvent.click(button('Biased coin'));
    await drag('Q of outcome heads', { y: -20 });
    expect((field('Q').element() as HTMLTextAreaElement).value).toMatch(
      /^heads: 0\.\d+, tails: 0\./,
    );
  });
});

describe('the keys', () => {
  const press = async (name: string, keys: string) => {
    (handle(name).element() as SVGElement).focus();
    await userEvent.keyboard(keys);
    await element.updateComplete;
  };

  it('move a bar by 0.01, with Shift by 0.1, with Alt by 0.001', async () => {
    await press('P of outcome 0', '{ArrowUp}');
    expect(numbers('P')).toEqual([0.41, 0.59]);
    await press('P of outcome 0', '{Shift>}{ArrowUp}{/Shift}');
    expect(numbers('P')).toEqual([0.51, 0.49]);
    await press('P of outcome 0', '{Alt>}{ArrowDown}{/Alt}');
    expect(numbers('P')).toEqual([0.509, 0.491]);
    await expect.element(handle('P of outcome 0')).toHaveAttribute('aria-valuetext', '0.509');
  });

  it('come back to the text they started from', async () => {
    await type('P', '1/3, 1/3, 1/3');
    await type('Q', '0.2, 0.3, 0.5');
    await press('P of outcome 1', '{ArrowUp}{ArrowUp}');
    expect(numbers('P')[1]).toBe(0.353333);
    expect(sum(numbers('P'))).toBeCloseTo(1, 7);
    await press('P of outcome 1', '{ArrowDown}{ArrowDown}');
    await expect.element(field('P')).toHaveValue('1/3, 1/3, 1/3');
  });

  it('start anew when the numbers are read otherwise, or the other field has other labels', async () => {
    await press('P of outcome 0', '{ArrowUp}');
    await userEvent.click(radio('counts or weights'));
    await press('P of outcome 0', '{ArrowUp}');
    expect(numbers('P')).toEqual([0.411, 0.59]);
    await type('P', 'sun: 1, rain: 1');
    await type('Q', 'sun: 1, rain: 3');
    await press('Q of outcome rain', '{ArrowUp}');
    await type('P', 'sun: 1, rain: 1, snow: 1');
    await press('Q of outcome rain', '{ArrowUp}');
    await expect.element(field('Q')).toHaveValue('sun: 1, rain: 5, snow: 0');
  });

  it('stop at 0 and at 1', async () => {
    await press('Q of outcome 0', '{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}');
    expect(numbers('Q')).toEqual([0, 1]);
    await expect.element(output('D(P‖Q)')).toHaveTextContent('∞');
    await press('Q of outcome 0', '{ArrowUp}');
    expect(numbers('Q')).toEqual([0.01, 0.99]);
  });
});

describe('handles', () => {
  it('are none while a field is in trouble, for samples, and for many outcomes', async () => {
    expect(inFigure('.bars .handle')).toHaveLength(4);
    await type('P', 'oops');
    await expect.poll(() => inFigure('.bars .handle').length).toBe(0);
    await userEvent.click(button('Letters'));
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.200263 bits$/);
    expect(inFigure('.bars .handle')).toHaveLength(0);
    await userEvent.click(button('Samples'));
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.471229 bits$/);
    expect(inFigure('.bars .handle')).toHaveLength(0);
  });
});

describe('an outcome that is pointed at', () => {
  const lit = () => inFigure('.lit').map((part) => part.getAttribute('data-outcome'));

  it('in the table is marked in the figures and in the sums', async () => {
    await userEvent.click(page.getByText('Contributions in numbers'));
    const row = page.getByRole('row', { name: /^1 0\.6 0\.7/ });
    await userEvent.hover(row);
    await expect.poll(() => new Set(lit())).toEqual(new Set(['1']));
    expect(inFigure('svg .lit')).toHaveLength(3);
    expect(inFigure('math.lit')).toHaveLength(4);
    await userEvent.hover(output('D(P‖Q)'));
    await expect.poll(lit).toEqual([]);
  });

  it('in the figure is marked in the table, by its handle as well', async () => {
    await userEvent.click(page.getByText('Contributions in numbers'));
    (handle('Q of outcome 0').element() as SVGElement).focus();
    await expect.element(page.getByRole('row', { name: /^0 0\.4 0\.3/ })).toHaveClass('lit');
  });

  it('moves along the rows with the arrow keys', async () => {
    await userEvent.click(page.getByText('Contributions in numbers'));
    (page.getByRole('row', { name: /^0 0\.4/ }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(element.shadowRoot?.activeElement?.textContent).toMatch(/^\s*1\s+0\.6/);
    await expect.poll(() => new Set(lit())).toEqual(new Set(['1']));
  });
});

describe('the sum with the numbers', () => {
  const mathText = (direction: string) =>
    inFigure(`.sum.${direction} math`).map((part) => part.textContent?.replace(/\s/g, '') ?? '');

  it('is MathML, of both directions', () => {
    expect(mathText('forward')).toEqual([
      'D(P‖Q)',
      '=∑ipilnpiqi',
      '=0.4ln0.40.3',
      '+0.6ln0.60.7',
      '=0.115073',
      '−0.0924904',
      '=0.0225824',
    ]);
    expect(mathText('reverse').at(-1)).toBe('=0.0216009');
    const [math] = inFigure('.sum mfrac');
    expect(math?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
  });

  it('has an ellipsis where the outcomes are many, and the logarithm of the unit', async () => {
    await userEvent.click(button('Letters'));
    await expect.poll(() => mathText('forward')).toHaveLength(13);
    expect(mathText('forward')[2]).toMatch(/log20\.0819/);
    expect(mathText('forward')).toContain('+⋯');
    expect(mathText('forward').at(-1)).toBe('=0.200263');
  });
});

it('has a table of all outcomes for a file', async () => {
  await userEvent.click(button('Unforeseen snow'));
  await expect.element(output('D(P‖Q)')).toHaveTextContent('∞');
  const table = element.table ?? [];
  expect(table[0]).toEqual(['outcome', 'p', 'q', 'p·log(p/q)', 'q·log(q/p)']);
  expect(table[3]).toEqual(['snow', 0.2, 0, Infinity, 0]);
  const reverse = table.slice(1).map((row) => Number(row[4]));
  expect(sum(reverse)).toBeCloseTo(exact('D(Q‖P)'), 14);
});
