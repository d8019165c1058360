// The panel of two Gaussians, used as a person uses it.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KlGaussian } from '../../web/elements/index.ts';
import { drag, handle } from './drag.ts';
import { button, exact, field, fixture, listen, output, radio, type } from './fixture.ts';

let element: KlGaussian;
beforeEach(async () => {
  document.body.replaceWith(document.createElement('body'));
  element = fixture<KlGaussian>('<kl-gaussian></kl-gaussian>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
});

it('shows both directions and their signed difference for N(0, 1) and N(1, 2)', async () => {
  await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.443147 nats$/);
  await expect.element(output('D(Q‖P)')).toHaveTextContent(/^1\.30685 nats$/);
  await expect.element(output('asymmetry')).toHaveTextContent(/^−0\.863706 nats$/);
});

it('is least against the standard normal where μ is 0 and σ is 1', async () => {
  await userEvent.click(button('Against the standard normal'));
  await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.818147 nats$/); // −log ½ + 1.25/2 − ½
  await type('μ of P', '0');
  await type('σ of P', '1');
  await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0 nats$/);
});

it('keeps its digits while σ of Q is brought to σ of P', async () => {
  await type('μ of Q', '0');
  // By mpmath with 40 digits, of the doubles that the texts stand for.
  for (const [sigma, divergence] of [
    ['1.1', 0.00853332030019264],
    ['1.001', 9.98335580536443e-7],
    ['1.00001', 9.99983333571433e-11],
    ['1.00000001', 9.99999971178392e-17],
  ] as const) {
    await type('σ of Q', sigma);
    await element.updateComplete;
    expect(exact('D(P‖Q)') / divergence).toBeCloseTo(1, 12);
  }
});

it('groups the fields of P and of Q', async () => {
  const p = page.getByRole('group', { name: 'P', exact: true });
  await expect.element(p.getByRole('textbox', { name: 'σ of P', exact: true })).toBeInTheDocument();
  await expect.element(p.getByRole('textbox', { name: 'σ of Q' })).not.toBeInTheDocument();
});

describe('a field that cannot be used', () => {
  it.each<[string, string, RegExp]>([
    ['σ of P', '0', /^σ of P is 0: .* greater than 0/],
    ['σ of Q', '-1', /^σ of Q is -1: .* greater than 0/],
    ['μ of Q', 'inf', /^μ of Q is Infinity: .* finite/],
    ['μ of P', 'one', /“one”/],
    ['σ of Q', '0,5', /must be a dot, 0\.5/],
    ['σ of Q', '', /is empty/],
  ])('says why, alone, and keeps the last numbers: %s = %j', async (name, text, message) => {
    await type(name, text);
    await expect.element(field(name)).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field(name)).toHaveAccessibleDescription(message);
    const others = ['μ of P', 'σ of P', 'μ of Q', 'σ of Q'].filter((other) => other !== name);
    for (const other of others) {
      await expect.element(field(other)).toHaveAttribute('aria-invalid', 'false');
    }
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.443147 nats$/);
    await expect.element(page.getByText('the last values that could be used')).toBeVisible();
  });
});

describe('the keyboard', () => {
  it('steps a field by tenths, ones and hundredths, in round numbers', async () => {
    await userEvent.click(field('μ of P'));
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    await expect.element(field('μ of P')).toHaveValue('0.3');
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await expect.element(field('μ of P')).toHaveValue('-0.7');
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await expect.element(field('μ of P')).toHaveValue('-0.69');
  });

  it('does not step σ to 0', async () => {
    await type('σ of P', '0.1');
    await userEvent.click(field('σ of P'));
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(field('σ of P')).toHaveValue('0.1');
  });

  it('moves the sliders, which move the fields', async () => {
    (page.getByRole('slider', { name: 'mean of Q' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(field('μ of Q')).toHaveValue('1.1');
  });
});

describe('kl-input', () => {
  it('tells what an edit came to', async () => {
    const events = listen();
    await type('σ of Q', '1');
    await element.updateComplete;
    expect(events.at(-1)?.detail).toEqual({
      forward: 0.5,
      reverse: 0.5,
      asymmetry: 0,
      unit: 'nats',
    });
  });

  it('is not fired when an attribute changes', async () => {
    const events = listen();
    element.setAttribute('sigma-q', '1');
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/^0\.5 nats$/);
    expect(events).toEqual([]);
  });
});

it('is set by attributes', async () => {
  fixture('<kl-gaussian mu-p="1" sigma-p="0.5" mu-q="0" sigma-q="1" unit="bits"></kl-gaussian>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent(/^1\.18034 bits$/);
  await expect.element(radio('bits')).toBeChecked();
});

it('draws the densities and what the divergences are made of, each with its meaning in words', async () => {
  const group = page.getByRole('group', {
    name: /^Densities of P, normal with mean 0 and .* P is narrower/,
  });
  await expect.element(group).toBeVisible();
  for (const name of [
    /^Three integrands .* p log\(p\/q\) has D\(P‖Q\), 0\.443147 nats/,
    /^D\(P‖Q\), 0\.443147 nats: 0\.318147 from the spread, 0\.125 from the means/,
    /At μ of P = 0 they are 0\.443147 and 1\.30685 nats/,
  ]) {
    await expect.element(page.getByRole('img', { name })).toBeVisible();
  }
  await expect
    .element(page.getByRole('img', { name: 'D(Q‖P) exceeds D(P‖Q) by 0.863706 nats.' }))
    .toBeVisible();
});

it('draws at the width of its column, so that text keeps its size', async () => {
  element.style.inlineSize = '320px';
  const image = page.getByRole('group', { name: /^Densities/ });
  await expect.element(image).toHaveAttribute('viewBox', '0 0 320 208');
});

it('shows two elements in one page without mixing their units', async () => {
  fixture(
    '<div><kl-gaussian unit="bits"></kl-gaussian><kl-gaussian unit="bans"></kl-gaussian></div>',
  );
  await expect.element(output('D(P‖Q)').nth(0)).toHaveTextContent('bits');
  await expect.element(output('D(P‖Q)').nth(1)).toHaveTextContent('bans');
  await expect.element(radio('bits').nth(0)).toBeChecked();
});

describe.each(['mouse', 'touch'] as const)('the handles, by %s,', (pointer) => {
  const PEAK = 'Peak of P, its mean';
  /** Pixels for one unit of x, from the peaks of N(0, 1) and N(1, 2). */
  const unit = () => {
    const place = (name: string) => {
      const { left, width } = handle(name).element().getBoundingClientRect();
      return left + width / 2;
    };
    return place('Peak of Q, its mean') - place(PEAK);
  };

  it('move a mean along the axis, which stands still meanwhile', async () => {
    const pixels = unit();
    await drag(PEAK, { x: 2 * pixels }, pointer, async () => {
      await element.updateComplete;
      expect(Number(element.muP)).toBeCloseTo(2, 1);
      expect(unit()).toBeCloseTo(pixels * (1 - Number(element.muP)), 0);
    });
    await expect.element(field('μ of P')).toHaveValue(String(element.muP));
    // (μ − 1)²/8 + log 2 + 1/8 − 1/2, of the mean the hand came to.
    const mean = Number(element.muP);
    expect(exact('D(P‖Q)')).toBeCloseTo((mean - 1) ** 2 / 8 + Math.LN2 - 0.375, 12);
  });

  it('widen a curve by its shoulder, and never close it', async () => {
    const pixels = unit();
    await drag('Shoulder of Q, one standard deviation from its mean', { x: -pixels }, pointer);
    expect(Number(element.sigmaQ)).toBeCloseTo(3, 1);
    await drag('Shoulder of P, one standard deviation from its mean', { x: -9 * pixels }, pointer);
    expect(Number(element.sigmaP)).toBeGreaterThan(0);
    await expect.element(field('σ of P')).toHaveAttribute('aria-invalid', 'false');
  });

  it('tell the page when the hand rests, once', async () => {
    const events: Event[] = [];
    document.body.addEventListener('kl-change', (event) => events.push(event));
    await drag(PEAK, { x: 40 }, pointer, () => expect(events).toEqual([]));
    await expect.poll(() => events.length).toBe(1);
  });
});

it('moves the handles by keys, as a field would', async () => {
  (handle('Peak of Q, its mean').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowUp}');
  await expect.element(field('μ of Q')).toHaveValue('1.2');
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}{PageDown}{Alt>}{ArrowRight}{/Alt}');
  await expect.element(field('μ of Q')).toHaveValue('-0.79');
  (handle('Shoulder of P, one standard deviation from its mean').element() as HTMLElement).focus();
  await userEvent.keyboard('{PageDown}{ArrowRight}');
  await expect.element(field('σ of P')).toHaveValue('1.1'); // not below 0.01
  await expect
    .element(handle('Shoulder of P, one standard deviation from its mean'))
    .toHaveAttribute('aria-valuetext', 'standard deviation 1.1');
});

describe('the closed form', () => {
  const formula = (name: string) => page.getByRole('group', { name, exact: true }).element();
  const come = (name: string) =>
    Number(formula(name).querySelector('[data-value]')?.getAttribute('data-value'));

  it('comes to the numbers shown, with the numbers typed', async () => {
    await type('σ of Q', '2.5');
    await type('μ of P', '-0.5');
    await element.updateComplete;
    expect(come('D(P‖Q)')).toBe(exact('D(P‖Q)'));
    expect(come('D(Q‖P)')).toBe(exact('D(Q‖P)'));
    const numbers = Array.from(formula('D(P‖Q)').querySelectorAll('mn'), (mn) => mn.textContent);
    expect(numbers).toEqual(expect.arrayContaining(['2.5', '0.5']));
  });

  it('is what widths and means add up to', async () => {
    const parts = document
      .querySelector('kl-gaussian')
      ?.shadowRoot?.querySelector<SVGElement>('.parts [data-spread]')?.dataset;
    // By mpmath: log 2 + 1/8 − 1/2 and 1/8.
    expect(Number(parts?.spread)).toBeCloseTo(0.3181471805599453, 15);
    expect(Number(parts?.means)).toBe(0.125);
  });
});

it('speaks Chinese', async () => {
  fixture('<kl-gaussian lang="zh"></kl-gaussian>');
  await expect.element(field('P 的 σ')).toHaveValue('1');
  await type('P 的 σ', '-1');
  await expect
    .element(field('P 的 σ'))
    .toHaveAccessibleDescription('P 的 σ 为 -1：标准差必须有限且大于 0。');
});
