// The panel of any two distributions: what it computes and shows. Divergences by mpmath with 40 digits.
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as kl from '../../web/core/index.ts';
import { FAMILY_TABLE } from '../../web/elements/families/family-table.ts';
import { FAMILIES_PRESETS } from '../../web/elements/families/presets.ts';
import { parseDistribution } from '../../web/text/index.ts';
import { button, exact, field, listen, output, radio, type } from './fixture.ts';
import { both, element, expectBoth, family, panelForEach, put, show } from './kl-families-page.ts';

panelForEach();

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
    put('<kl-families p="0.5 Normal(0, 1) + 0.5 Normal(3, 1)" q="Normal(0, one)"></kl-families>');
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
