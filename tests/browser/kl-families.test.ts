// The panel of any two distributions, used as a person uses it. Divergences by mpmath with 40 digits.
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as kl from '../../web/core/index.ts';
import { FAMILY_TABLE } from '../../web/elements/families/family-table.ts';
import { FAMILIES_PRESETS } from '../../web/elements/families/presets.ts';
import type { KlFamilies } from '../../web/elements/kl-families.ts';
import '../../web/elements/kl-families.ts';
import { parseDistribution } from '../../web/text/index.ts';
import { drag, handle } from './drag.ts';
import { button, exact, field, fixture, listen, output, radio, type } from './fixture.ts';

let element: KlFamilies;
beforeEach(async () => {
  document.body.replaceWith(document.createElement('body'));
  element = fixture<KlFamilies>('<kl-families></kl-families>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
});

const family = (name: 'P' | 'Q') => page.getByRole('combobox', { name: `family of ${name}` });

async function both(): Promise<[number, number]> {
  await element.updateComplete;
  return [exact('D(P‖Q)'), exact('D(Q‖P)')];
}

/** As the text field and a link have it. */
async function show(p: string, q: string): Promise<void> {
  await type('P as text', p);
  await type('Q as text', q);
}

async function expectBoth(forward: number, reverse: number, digits = 13): Promise<void> {
  const found = await both();
  for (const [i, want] of [forward, reverse].entries()) {
    if (want === Infinity) expect(found[i]).toBe(Infinity);
    else expect((found[i] ?? 0) / want).toBeCloseTo(1, digits);
  }
}

describe('the divergence', () => {
  it.each<[string, string, number, number]>([
    ['Normal(0, 1)', 'Laplace(0, 1)', 0.07209320815813793, 0.22579135264472744],
    [
      '0.5 Normal(-2, 0.7) + 0.5 Normal(2, 0.7)',
      'Normal(loc=0, scale=2.12)',
      0.4205054090750214,
      0.8108924162956176,
    ],
    ['Binomial(total_count=20, probs=0.15)', 'Poisson(3)', 0.00637315057557808, Infinity],
    ['Normal(0, 1)', 'StudentT(df=2, loc=0, scale=1)', 0.11722851713864947, Infinity],
    ['Uniform(-2, 2)', 'Normal(0, 1)', 0.19931083875144875, Infinity],
    ['Dirichlet([6, 3, 2])', 'Dirichlet([2, 2, 2])', 0.8247739704435415, 1.5803847597151888],
  ])('of %s and %s', async (p, q, forward, reverse) => {
    await show(p, q);
    await expectBoth(forward, reverse);
  });

  it.each(FAMILIES_PRESETS.map(({ name, state }) => [name.en, state] as const))(
    'of the example %s is that of the module',
    async (name, state) => {
      await userEvent.click(button(name));
      await element.updateComplete;
      const { p, q } = element.state as { p: string; q: string };
      const read = (text: string) => parseDistribution(text, 'P', kl.families()) as kl.Distribution;
      const base = state.unit === 'bits' ? 2 : Math.E;
      expect(element.result?.forward).toBe(kl.compare(read(p), read(q), { base }).forward.value);
    },
  );
});

describe('the family', () => {
  it('is chosen from the list, and keeps parameters of the same name', async () => {
    await type('loc of Q', '1');
    await type('scale of Q', '2');
    await userEvent.selectOptions(family('Q'), 'Normal');
    await expect.element(field('Q as text')).toHaveValue('Normal(loc=1, scale=2)');
    await expectBoth(0.44314718055994529, 1.3068528194400546); // log 2 + (1 + 1)/8 − 1/2; −log 2 + (4 + 1)/2 − 1/2
  });

  it.each(Object.keys(FAMILY_TABLE))('%s has a start that can be used and drawn', async (name) => {
    await userEvent.selectOptions(family('P'), name);
    await userEvent.selectOptions(family('Q'), name);
    await element.updateComplete;
    expect(element.result).toEqual({ forward: 0, reverse: 0, asymmetry: 0, unit: 'nats' });
    expect(element.renderRoot.querySelectorAll('.figures svg').length).toBeGreaterThan(1);
  });

  it('is shown of a mixture too, also while Q cannot be used', async () => {
    element = fixture<KlFamilies>(
      '<kl-families p="0.5 Normal(0, 1) + 0.5 Normal(3, 1)" q="Normal(0, one)"></kl-families>',
    );
    await expect.element(family('P')).toHaveValue('Mixture');
    await expect.element(family('Q')).toHaveValue('Normal');
    await type('Q as text', 'no distribution');
    await expect.element(family('Q')).toHaveValue('');
  });

  it('is named by the module and by the page alike', () => {
    expect(Object.keys(FAMILY_TABLE).sort()).toEqual(
      kl
        .families()
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('may be given by probabilities or by logits, which are the same', async () => {
    await userEvent.selectOptions(family('P'), 'Bernoulli');
    await userEvent.selectOptions(family('Q'), 'Bernoulli');
    await type('probs of Q', '0.6');
    const want = 0.1837868973868123; // 0.3 log(0.3/0.6) + 0.7 log(0.7/0.4)
    expect((await both())[0] / want).toBeCloseTo(1, 13);
    await userEvent.click(page.getByRole('radio', { name: 'logits' }).nth(1));
    await expect.element(field('logits of Q')).toHaveValue('0.405465108108164');
    expect((await both())[0] / want).toBeCloseTo(1, 13);
  });
});

describe('a text', () => {
  it('is read as PyTorch writes it', async () => {
    await show(
      'Normal(loc: 1.0, scale: 1.0)',
      'torch.distributions.Laplace(torch.tensor(0.), torch.tensor(1.))',
    );
    expect((await both())[0] / 0.44083958853064514).toBeCloseTo(1, 13);
    await expect.element(field('loc of P')).toHaveValue('1.0');
  });

  it('is read as JSON, with a field for each parameter', async () => {
    element.p = JSON.stringify(kl.normal(1, 1));
    await element.updateComplete;
    expect((await both())[0] / 0.44083958853064514).toBeCloseTo(1, 13);
    await type('loc of P', '0');
    expect((await both())[0] / 0.07209320815813793).toBeCloseTo(1, 13);
    expect(element.state.p).toBe('Normal(loc=0, scale=1)');
  });

  it('stands in the state as it was typed', async () => {
    await type('P as text', 'StudentT(3, 0, 1)');
    expect(element.state).toEqual({
      p: 'StudentT(3, 0, 1)',
      q: 'Laplace(loc=0, scale=1)',
      heights: 'linear',
      unit: 'nats',
    });
  });

  it('comes from attributes', async () => {
    element = fixture<KlFamilies>(
      '<kl-families p="Exponential(2)" q="Exponential(1)" unit="bits"></kl-families>',
    );
    await expect.element(output('D(P‖Q)')).toHaveTextContent('bits');
    // log₂ 2 + 1/2/ln 2 − 1/ln 2
    expect(exact('D(P‖Q)') / (1 - 0.5 / Math.LN2)).toBeCloseTo(1, 13);
  });
});

describe('a field that cannot be used', () => {
  it.each<[string, string, RegExp]>([
    ['scale of P', '-1', /^scale of P is -1: .* greater than 0/],
    ['scale of P', '0,5', /^scale of P is “0,5”/],
    ['loc of Q', '', /^loc of Q is empty/],
    ['loc of Q', 'one', /^loc of Q is “one”: it must be one number/],
    ['Q as text', 'Norman(0, 1)', /^Q cannot be read at “Norman”: it must be a distribution/],
    ['Q as text', '0.5 Normal(0, 1) +', /^Q cannot be read/],
    ['Q as text', 'Normal(mu=0, sigma=1)', /^(?:loc|scale) of Q is empty|^Q.mu is no parameter/],
    ['Q as text', 'Dirichlet([1, 2])', /^Q has 2 dimensions, and P another number/],
  ])('says why, and the last numbers stay: %s = %j', async (name, text, message) => {
    const events = listen();
    await type(name, text);
    await element.updateComplete;
    const problems = Array.from(
      element.renderRoot.querySelectorAll('.problem'),
      (p) => p.textContent ?? '',
    );
    expect(
      problems.some((problem) => message.test(problem)),
      problems.join('\n'),
    ).toBe(true);
    expect(exact('D(P‖Q)')).toBe(0.07209320815813802);
    expect(element.result).toBeNull();
    expect(events.at(-1)?.detail).toBeNull();
    await expect.element(page.getByText('the last values that could be used')).toBeVisible();
    if (!name.endsWith('text')) {
      await expect.element(field(name)).toHaveAttribute('aria-invalid', 'true');
      await expect.element(field(name)).toHaveValue(text);
    }
  });

  it.each([
    '{"family":"Mixture","components":5}',
    '{"family":"Mixture","weights":[1],"components":[null]}',
    '{"family":"Normal","loc":null,"scale":1}',
    '{"family":null}',
    'Normal()',
    '('.repeat(10_000),
    'Mixture(weights=[1, 2], components=[Normal(0, 1)])',
    '0.5 Normal(0, 1) + 0.5 Poisson(3)',
    'Normal([0, 1], 1)',
  ])('is also P as the text %s', async (text) => {
    element.p = text;
    await element.updateComplete;
    expect(element.result).toBeNull();
    expect(element.renderRoot.querySelector('.problem')?.textContent).toBeTruthy();
    expect(exact('D(P‖Q)')).toBe(0.07209320815813802);
  });

  it('is told in Chinese on a Chinese page', async () => {
    element.lang = 'zh';
    await element.updateComplete;
    await userEvent.fill(field('P 的 scale'), '-1');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.problem')?.textContent).toMatch(
      /P 的 scale.*-1.*大于 0/,
    );
  });
});

describe('an infinite divergence says why', () => {
  it.each<[string, string, RegExp]>([
    ['StudentT(2, 0, 1)', 'Normal(0, 1)', /the tails of P are too heavy for Q/],
    ['Normal(0, 1)', 'Uniform(0, 1)', /P has mass where Q has none/],
    ['Normal(0, 1)', 'Poisson(3)', /one of the two is discrete/],
  ])('%s from %s', async (p, q, reason) => {
    await show(p, q);
    await expect.element(output('D(P‖Q)')).toHaveTextContent('∞');
    await expect.element(output('D(P‖Q)')).toHaveAccessibleDescription(reason);
  });

  it('and does not claim that one outcome decides where only the tails are too heavy', async () => {
    await show('StudentT(2, 0, 1)', 'Normal(0, 1)');
    await expect.element(page.getByText('Evidence has no mean')).toBeVisible();
    await show('Normal(0, 1)', 'Uniform(0, 1)');
    await expect.element(page.getByText('A single outcome that Q excludes')).toBeVisible();
  });
});

describe('the handles of the densities', () => {
  const value = (name: string) => Number((field(name).element() as HTMLInputElement).value);
  const ticks = () => {
    const axes = Array.from(element.renderRoot.querySelectorAll('.densities .axis'));
    return Array.from(axes.at(-1)?.querySelectorAll('text') ?? [], (tick) => tick.textContent);
  };

  it('move the location by mouse, and the axis stands still until the hand is off', async () => {
    const before = ticks();
    const events = listen();
    let during: unknown;
    await drag('loc of Q', { x: 60 }, 'mouse', async () => {
      await element.updateComplete;
      during = ticks();
    });
    await element.updateComplete;
    expect(value('loc of Q')).toBeGreaterThan(0.3);
    expect(before.length).toBeGreaterThan(2);
    expect(during).toEqual(before);
    expect(events.length).toBeGreaterThan(0);
    const want = kl.klDivergence(kl.normal(0, 1), kl.laplace(value('loc of Q'), 1));
    expect(exact('D(P‖Q)')).toBe(want);
  });

  it('move the scale by touch', async () => {
    await drag('scale of P', { x: 40 }, 'touch');
    await element.updateComplete;
    expect(value('scale of P')).toBeGreaterThan(1.2);
    const want = kl.klDivergence(kl.normal(0, value('scale of P')), kl.laplace(0, 1));
    expect(exact('D(P‖Q)')).toBe(want);
  });

  it('move by keys: alone, with Shift and with Alt', async () => {
    (handle('scale of Q').element() as SVGElement).focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await expect.element(field('scale of Q')).toHaveValue('2');
    expect((await both())[0] / 0.36629810831665055).toBeCloseTo(1, 13);
    await userEvent.keyboard('{ArrowLeft}{Alt>}{ArrowUp}{/Alt}');
    await expect.element(field('scale of Q')).toHaveValue('1.91');
  });

  it('are steps of the keys in fields too: wholes where a count is asked for', async () => {
    await userEvent.selectOptions(family('P'), 'Binomial');
    await userEvent.click(field('totalCount of P'));
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.element(field('totalCount of P')).toHaveValue('12');
    await userEvent.click(field('probs of P'));
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(field('probs of P')).toHaveValue('0.31');
  });

  it('never take a width to 0 or below', async () => {
    for (let i = 0; i < 3; i++) await drag('scale of P', { x: -60 });
    await element.updateComplete;
    expect(value('scale of P')).toBeGreaterThan(0);
    expect(element.result).not.toBeNull();
  });
});

describe('the figures', () => {
  const image = (name: RegExp) => page.getByRole('img', { name });

  it('say what they show', async () => {
    await expect
      .element(
        page.getByRole('group', {
          name: /^Densities of P, Normal\(loc=0, scale=1\), and of Q, Laplace/,
        }),
      )
      .toBeVisible();
    await expect.element(image(/^Three integrands .* D\(P‖Q\), 0\.0720932 nats/)).toBeVisible();
  });

  it('are bars for counts', async () => {
    await show('Binomial(20, 0.15)', 'Poisson(3)');
    await expect.element(image(/^Bars of P and Q/)).toBeVisible();
    await expect.element(image(/^Contribution of each outcome/)).toBeVisible();
  });

  it('are draws for vectors', async () => {
    await show('Dirichlet([6, 3, 2])', 'Dirichlet([2, 2, 2])');
    await expect.element(image(/^Draws of P, Dirichlet.* first two of 3 numbers/)).toBeVisible();
  });

  it('have a logarithmic scale, on which tails are seen', async () => {
    await userEvent.click(radio('logarithmic'));
    await expect.element(page.getByText('Density, on a logarithmic scale')).toBeVisible();
    expect(element.state.heights).toBe('log');
  });
});

it('computes a slow pair after the frame, and tells it when it is there', async () => {
  const events = listen();
  await show('0.5 Normal(-2, 0.7) + 0.5 Normal(2, 0.7)', 'Normal(0, 2.12)');
  await expectBoth(0.4205054090750214, 0.8108924162956176);
  expect(events.at(-1)?.detail).toEqual(element.result);
  for (const scale of [2, 1.5, 1]) {
    await type('scale of Q', String(scale));
    await element.updateComplete;
    const p = kl.mixture([0.5, 0.5], [kl.normal(-2, 0.7), kl.normal(2, 0.7)]);
    const want = kl.compare(p, kl.normal(0, scale)).forward.value;
    expect(exact('D(P‖Q)')).toBe(want);
    expect(events.at(-1)?.detail.forward).toBe(want);
  }
});

it('swaps, and gives its numbers to a file', async () => {
  await userEvent.click(button('Gamma and Exponential'));
  await element.updateComplete;
  const rows = Object.fromEntries(element.table?.map(([name, value]) => [name, value]) ?? []);
  expect(rows.forward).toBe(exact('D(P‖Q)'));
  expect(rows.P).toBe('Gamma(concentration=2, rate=2)');
});
