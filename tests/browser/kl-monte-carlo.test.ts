// The panel of Monte Carlo estimates, used as a person uses it.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as kl from '../../web/core/index.ts';
import type { KlMonteCarlo } from '../../web/elements/kl-monte-carlo.ts';
import '../../web/elements/kl-monte-carlo.ts';
import { drag, handle } from './drag.ts';
import { button, exact, field, fixture, listen, output, radio, type } from './fixture.ts';

let element: KlMonteCarlo;
beforeEach(async () => {
  document.body.replaceWith(document.createElement('body'));
  element = fixture<KlMonteCarlo>('<kl-monte-carlo></kl-monte-carlo>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
});

const errorOf = (id: string) => {
  const note = element.renderRoot.querySelector(`#${id}-note`)?.textContent ?? '';
  return Number(/standard error ([\d.e-]+)/.exec(note)?.[1]);
};

/** ∫ q² log(q/p) of N(μ, 1) and N(0, 1): of q·r the mean, (μ²/2)/(2√π). */
const weightedMean = (mu: number) => (mu * mu) / 2 / (2 * Math.sqrt(Math.PI));

/** The points over μ, once they are those of the present setting. */
async function points(): Promise<number[][]> {
  await expect.poll(() => element.renderRoot.querySelector('.behind')?.textContent).toBe('');
  return (element.table ?? []).slice(1) as number[][];
}

describe('the estimate at one μ', () => {
  it('is within a few standard errors of μ²/2, and the weighted one is not', async () => {
    await type('draws from Q', '10000');
    for (const mu of [-3, 0.5, 2, 4]) {
      await type('μ of Q', String(mu));
      await element.updateComplete;
      expect(exact('D(Q‖P)')).toBeCloseTo((mu * mu) / 2, 12);
      const [right, wrong] = [exact('D(Q‖P) by k1'), exact('by q·r, which is wrong')];
      expect(Math.abs(right - (mu * mu) / 2)).toBeLessThan(4 * errorOf('estimate'));
      expect(Math.abs(wrong - weightedMean(mu))).toBeLessThan(4 * errorOf('weighted'));
      expect(Math.abs(wrong - (mu * mu) / 2)).toBeGreaterThan(0.05);
    }
  });

  it('is to the bit that of the module, with the seed and the draws of its code', async () => {
    await type('μ of Q', '1');
    await element.updateComplete;
    await userEvent.click(page.getByText('The same in code'));
    await expect.element(page.getByText('JavaScript', { exact: true })).toBeVisible();
    const code = element.renderRoot.querySelector('[aria-label="JavaScript"]')?.textContent ?? '';
    const options = JSON.parse(/monteCarlo\(q, p, (\{.*?\})\)/.exec(code)?.[1] ?? '{}');
    const { value } = kl.monteCarlo(kl.normal(1, 1), kl.normal(0, 1), options);
    expect(exact('D(Q‖P) by k1')).toBe(value);
  });

  it('is in the unit chosen', async () => {
    const nats = exact('D(Q‖P) by k1');
    await userEvent.click(radio('bits'));
    await element.updateComplete;
    expect(exact('D(Q‖P) by k1') * Math.LN2).toBeCloseTo(nats, 12);
    expect(exact('D(Q‖P)') * Math.LN2).toBeCloseTo(2, 12);
  });

  it.each(['k2', 'k3'])('by %s is never negative, where k1 is', async (estimator) => {
    await type('μ of Q', '0.1');
    await type('draws from Q', '20');
    let negatives = 0;
    for (let seed = 0; seed < 12; seed++) {
      await type('seed', String(seed));
      await element.updateComplete;
      if (exact('D(Q‖P) by k1') < 0) negatives += 1;
    }
    expect(negatives).toBeGreaterThan(0);
    await userEvent.click(radio(estimator));
    for (let seed = 0; seed < 12; seed++) {
      await type('seed', String(seed));
      await element.updateComplete;
      expect(exact(`D(Q‖P) by ${estimator}`)).toBeGreaterThanOrEqual(0);
    }
  });

  it('changes with the seed, and comes back with it', async () => {
    const first = exact('D(Q‖P) by k1');
    await userEvent.click(button('New seed'));
    await expect.element(field('seed')).toHaveValue('2');
    expect(exact('D(Q‖P) by k1')).not.toBe(first);
    await type('seed', '1');
    await element.updateComplete;
    expect(exact('D(Q‖P) by k1')).toBe(first);
  });
});

describe('the estimates over μ', () => {
  it('are 101, with the exact curve μ²/2, and that of the μ shown is one of them', async () => {
    const rows = await points();
    expect(rows.map(([mu]) => mu)).toEqual(Array.from({ length: 101 }, (_, i) => (i - 50) / 10));
    for (const [mu = 0, curve] of rows) expect(curve).toBeCloseTo((mu * mu) / 2, 12);
    expect(rows.find(([mu]) => mu === 2)?.[2]).toBe(exact('D(Q‖P) by k1'));
    expect(rows.find(([mu]) => mu === 2)?.[4]).toBe(exact('by q·r, which is wrong'));
  });

  it('scatter around the curve by their standard errors, and the weighted ones fall away', async () => {
    const rows = await points();
    const inside = rows.filter(
      ([, curve = 0, value = 0, error = 0]) => Math.abs(value - curve) <= error,
    );
    // Of 101 independent ones 68 % ± 5 % on average; of μ = 0, where r is 0, none is off.
    expect(inside.length).toBeGreaterThan(50);
    expect(inside.length).toBeLessThan(90);
    const [last] = rows.slice(-1);
    expect(last?.[4]).toBeLessThan(0.5 * (last?.[1] ?? 0));
  });

  it('are computed in slices when they are many, and the last ones stay meanwhile', async () => {
    const before = await points();
    await type('draws from Q', '20000');
    await element.updateComplete;
    expect((element.table ?? [])[1]?.[2]).toBe(before[0]?.[2]);
    await expect
      .poll(() => (element.table ?? [])[1]?.[2], { timeout: 20_000 })
      .not.toBe(before[0]?.[2]);
    const rows = await points();
    const off = rows.map(
      ([, curve = 0, value = 0, error = 1]) => Math.abs(value - curve) / (error || 1),
    );
    expect(Math.max(...off)).toBeLessThan(4.5);
  });

  it('say in words what is seen', async () => {
    const figure = page.getByRole('group', {
      name: /^Estimates of D\(Q‖P\) for μ from −5 to 5, 100 draws each/,
    });
    await expect.element(figure).toBeVisible();
  });
});

describe('the handle of μ', () => {
  beforeEach(points);

  it('is moved by mouse in tenths', async () => {
    const events = listen();
    await drag('μ of Q', { x: -40 });
    await element.updateComplete;
    const mu = Number((field('μ of Q').element() as HTMLInputElement).value);
    expect(mu).toBeLessThan(1.8);
    expect(Math.round(10 * mu) / 10).toBe(mu);
    expect(exact('D(Q‖P)')).toBeCloseTo((mu * mu) / 2, 12);
    expect(events.at(-1)?.detail).toEqual(element.result);
  });

  it('is moved by touch', async () => {
    await drag('μ of Q', { x: 30 }, 'touch');
    await element.updateComplete;
    expect(Number((field('μ of Q').element() as HTMLInputElement).value)).toBeGreaterThan(2.2);
  });

  it('is moved by keys', async () => {
    (handle('μ of Q').element() as SVGElement).focus();
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowLeft}{/Shift}{Alt>}{ArrowRight}{/Alt}');
    await expect.element(field('μ of Q')).toHaveValue('1.11');
    expect(exact('D(Q‖P)')).toBeCloseTo(1.11 ** 2 / 2, 12);
  });
});

describe('any two distributions', () => {
  beforeEach(async () => {
    await userEvent.click(radio('any two distributions'));
  });

  it('are estimated by draws from Q against the exact value', async () => {
    await type('P as text', 'Normal(0, 1)');
    await type('Q as text', 'Laplace(0, 1)');
    await type('draws from Q', '20000');
    await element.updateComplete;
    const want = 0.22579135264472744; // by mpmath, D(Laplace‖Normal)
    expect(exact('D(Q‖P)') / want).toBeCloseTo(1, 13);
    expect(Math.abs(exact('D(Q‖P) by k1') - want)).toBeLessThan(4 * errorOf('estimate'));
    const rows = (element.table ?? []).slice(1) as number[][];
    expect(rows.at(-1)?.[0]).toBe(20000);
    expect(rows.at(-1)?.[1]).toBeCloseTo(exact('D(Q‖P) by k1'), 13); // summed in other parts
  });

  it('may be infinite: then so is the estimate, once a draw shows it', async () => {
    await type('P as text', 'Uniform(0, 1)');
    await type('Q as text', 'Normal(0, 1)');
    await element.updateComplete;
    expect(exact('D(Q‖P)')).toBe(Infinity);
    expect(exact('D(Q‖P) by k1')).toBe(Infinity);
    await expect
      .element(page.getByRole('img', { name: /^The estimate is infinite/ }))
      .toBeVisible();
  });

  it('must both be discrete or neither', async () => {
    const before = exact('D(Q‖P)');
    await type('Q as text', 'Poisson(3)');
    await element.updateComplete;
    expect(element.result).toBeNull();
    expect(element.renderRoot.querySelector('.problem')?.textContent).toMatch(/has a density/);
    expect(exact('D(Q‖P)')).toBe(before);
  });
});

describe('a field that cannot be used', () => {
  it.each<[string, string, RegExp]>([
    ['draws from Q', '0', /^draws from Q is 0: it must be a whole number from 1 to 100,000\.$/],
    ['draws from Q', '2.5', /whole number/],
    ['draws from Q', '1e9', /whole number from 1 to 100,000/],
    ['seed', '-1', /^seed is -1: it must be a whole number from 0/],
    ['μ of Q', 'x', /^μ of Q is “x”/],
    ['μ of Q', 'inf', /^μ of Q is inf: it must be a finite number/],
  ])('says why, and the last numbers stay: %s = %j', async (name, text, message) => {
    const before = exact('D(Q‖P) by k1');
    await type(name, text);
    await expect.element(field(name)).toHaveAccessibleDescription(message);
    expect(element.result).toBeNull();
    expect(exact('D(Q‖P) by k1')).toBe(before);
  });
});

it('has examples whose question is answered at once', async () => {
  await userEvent.click(button('A heavy tail'));
  await expect.element(radio('any two distributions')).toBeChecked();
  await element.updateComplete;
  expect(exact('D(Q‖P)')).toBeCloseTo(0.64546096134138, 12);
  await userEvent.click(button('Weighted twice'));
  await expect.element(radio('P = N(0, 1), Q = N(μ, 1)')).toBeChecked();
});

it('speaks Chinese', async () => {
  element.lang = 'zh';
  await element.updateComplete;
  await expect.element(output('用 k1 估计 D(Q‖P)')).toHaveTextContent('奈特');
  await expect.element(button('换一个种子')).toBeVisible();
});
