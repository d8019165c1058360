// Two Gaussians in the plane, used as a person uses them. Reference values: mpmath, 60 digits.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../web/elements/kl-gaussian-2d.ts';
import type { KlGaussian2d } from '../../web/elements/kl-gaussian-2d.ts';
import { drag, handle } from './drag.ts';
import { button, exact, field, fixture, listen, output, type } from './fixture.ts';

let element: KlGaussian2d;
beforeEach(async () => {
  document.body.replaceWith(document.createElement('body'));
  element = fixture<KlGaussian2d>('<kl-gaussian-2d></kl-gaussian-2d>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
});

const number = (name: string) => Number((field(name).element() as HTMLInputElement).value);

it('shows both directions', async () => {
  expect(exact('D(P‖Q)') / 0.6940685096519329).toBeCloseTo(1, 13);
  expect(exact('D(Q‖P)') / 2.944820379236957).toBeCloseTo(1, 13);
});

it.each<[string, number, number | undefined]>([
  ['Correlated and independent', 0.5108256237659907, undefined],
  ['Nearly equal', 1.1111111479562563e-16, 1.1111111351167493e-16],
  ['Thin as a hair', 100.00000000001101, 100.00000000001101],
])('keeps its digits: %s', async (name, forward, reverse) => {
  await userEvent.click(button(name));
  await element.updateComplete;
  expect(exact('D(P‖Q)') / forward).toBeCloseTo(1, 7);
  if (reverse !== undefined) expect(exact('D(Q‖P)') / reverse).toBeCloseTo(1, 7);
});

it('tells how much comes from the covariances and how much from the means', () => {
  const parts = element.shadowRoot?.querySelector<SVGElement>('.parts [data-spread]')?.dataset;
  const [spread, means] = [Number(parts?.spread), Number(parts?.means)];
  expect(means).toBeCloseTo(0.5 ** 2 / 2.25 / 2, 15);
  expect(spread + means).toBeCloseTo(exact('D(P‖Q)'), 14);
});

describe('a field that cannot be used', () => {
  it.each<[string, string, RegExp]>([
    ['ρ of P', '1', /^ρ of P is 1: a correlation must be greater than −1 and less than 1/],
    ['ρ of Q', '-1.5', /^ρ of Q is -1\.5/],
    ['σ₁ of P', '0', /^σ₁ of P is 0: a standard deviation must be finite and greater than 0/],
    ['σ₂ of Q', 'wide', /“wide”/],
    ['μ₂ of Q', 'inf', /^μ₂ of Q is Infinity: a mean must be finite/],
  ])('says why and keeps the last numbers: %s = %j', async (name, text, message) => {
    const before = exact('D(P‖Q)');
    await type(name, text);
    await expect.element(field(name)).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field(name)).toHaveAccessibleDescription(message);
    expect(exact('D(P‖Q)')).toBe(before);
    await expect.element(field(name)).toHaveValue(text);
  });
});

describe.each(['mouse', 'touch'] as const)('the handles, by %s,', (pointer) => {
  const at = (name: string) => {
    const { left, top, width, height } = handle(name).element().getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  /** Pixels for one unit: P is centred at 0, Q at (0.5, 0). */
  const unit = () => 2 * (at('Centre of Q').x - at('Centre of P').x);

  it('move a centre along both axes, which stand still meanwhile', async () => {
    const pixels = unit();
    const fixed = at('Centre of Q');
    await drag('Centre of P', { x: pixels, y: -pixels / 2 }, pointer, async () => {
      await element.updateComplete;
      expect(at('Centre of Q').x).toBeCloseTo(fixed.x, 3);
    });
    expect(number('μ₁ of P')).toBeCloseTo(1, 1);
    expect(number('μ₂ of P')).toBeCloseTo(0.5, 1);
  });

  it('turn and stretch an ellipse by its side and its top', async () => {
    const pixels = unit();
    // Q is upright: its side is at (−1, 0), its top at (0.5, −1).
    await drag('Side of Q: σ₁ and ρ', { x: pixels / 2, y: pixels / 2 }, pointer);
    expect(number('σ₁ of Q')).toBeCloseTo(1, 1);
    expect(number('ρ of Q')).toBeCloseTo(0.5, 1);
    await drag('Top of P: σ₂ and ρ', { y: -unit() }, pointer);
    expect(number('σ₂ of P')).toBeGreaterThan(1.5);
    expect(number('ρ of P')).toBeCloseTo(0.8, 1);
  });

  it('never flatten an ellipse to a line', async () => {
    await drag('Side of P: σ₁ and ρ', { x: -3 * unit(), y: -3 * unit() }, pointer);
    expect(number('σ₁ of P')).toBeGreaterThan(0);
    expect(number('ρ of P')).toBeLessThan(1);
    await expect.element(field('ρ of P')).toHaveAttribute('aria-invalid', 'false');
  });
});

it('moves the handles by keys: σ along its axis, ρ across', async () => {
  (handle('Side of Q: σ₁ and ρ').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowUp}');
  await expect.element(field('σ₁ of Q')).toHaveValue('1.6');
  await expect.element(field('ρ of Q')).toHaveValue('0.05');
  (handle('Centre of P').element() as HTMLElement).focus();
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}{Alt>}{ArrowUp}{/Alt}');
  await expect.element(field('μ₁ of P')).toHaveValue('-1');
  await expect.element(field('μ₂ of P')).toHaveValue('0.01');
  (handle('Top of P: σ₂ and ρ').element() as HTMLElement).focus();
  await userEvent.keyboard('{PageUp}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect.element(field('σ₂ of P')).toHaveValue('2');
  await expect.element(field('ρ of P')).toHaveValue('0.95'); // not beyond 0.99
});

it('comes to the numbers shown in the formula, with its matrices', async () => {
  const formula = page.getByRole('group', { name: 'D(P‖Q)', exact: true }).element();
  expect(Number(formula.querySelector('[data-value]')?.getAttribute('data-value'))).toBe(
    exact('D(P‖Q)'),
  );
  const numbers = Array.from(formula.querySelectorAll('mtd mn'), (mn) => mn.textContent);
  expect(numbers).toEqual(expect.arrayContaining(['2.25', '0.8']));
});

it('has a state that another element shows to the bit', async () => {
  await type('ρ of P', '-0.35');
  await type('σ₂ of Q', '1/3');
  await element.updateComplete;
  const [forward, state] = [exact('D(P‖Q)'), element.state];
  const other = fixture<KlGaussian2d>('<kl-gaussian-2d></kl-gaussian-2d>');
  other.state = state;
  await expect.element(field('σ₂ of Q')).toHaveValue('1/3');
  await other.updateComplete;
  expect(exact('D(P‖Q)')).toBe(forward);
});

it('tells the page what an edit came to', async () => {
  const events = listen();
  await type('ρ of P', '0');
  await element.updateComplete;
  expect(events.at(-1)?.detail.forward).toBe(exact('D(P‖Q)'));
});

it('holds all its numbers in its table', () => {
  const table = new Map(element.table as [string, number][]);
  expect(table.get('rho of P')).toBe(0.8);
  expect(table.get('forward')).toBe(exact('D(P‖Q)'));
  expect(Number(table.get('reverse from means'))).toBeGreaterThan(0);
});
