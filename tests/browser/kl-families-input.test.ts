// Distributions as people write them into the panel, and what it says of those that it cannot use. Divergences by mpmath with 40 digits.
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as kl from '../../web/core/index.ts';
import { exact, field, listen, output, type } from './fixture.ts';
import { both, element, panelForEach, put, show } from './kl-families-page.ts';

panelForEach();

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
    put('<kl-families p="Exponential(2)" q="Exponential(1)" unit="bits"></kl-families>');
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
