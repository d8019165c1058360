// axe-core on the panels of any two distributions and of Monte Carlo, in both colour schemes.
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import '../../web/elements/kl-families.ts';
import '../../web/elements/kl-monte-carlo.ts';
import { fixture, output, type } from './fixture.ts';

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.querySelector('main') as HTMLElement);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
}

afterEach(() => document.documentElement.removeAttribute('style'));

const STATES = [
  '<kl-families></kl-families>',
  '<kl-families p="0.5 Normal(0, 1) + 0.5 Normal(3, 1)" q="Normal(0, 1)" lang="zh"></kl-families>',
  '<kl-families p="Binomial(10, 0.3)" q="Poisson(3)"></kl-families>',
  '<kl-families p="Dirichlet([1, 2, 3])" q="Dirichlet([2, 2, 2])" heights="log"></kl-families>',
  '<kl-families p="NegativeBinomial(3, 0.5)" q="Geometric(logits=-1)"></kl-families>',
  '<kl-monte-carlo></kl-monte-carlo>',
  '<kl-monte-carlo of="any" estimator="k3" lang="zh"></kl-monte-carlo>',
];

describe.each([
  ['light', '#ffffff'],
  ['dark', '#191d24'],
])('in the %s scheme axe finds nothing wrong in', (scheme, paper) => {
  it.each(STATES)('%s', async (markup) => {
    document.documentElement.style.cssText = `color-scheme: ${scheme}; background: ${paper}`;
    fixture(markup);
    await expect.element(output('D(P‖Q)')).toHaveTextContent(/\d|∞/);
    expect(await violations()).toEqual([]);
  });

  it('a field with an error', async () => {
    document.documentElement.style.cssText = `color-scheme: ${scheme}; background: ${paper}`;
    const element = fixture('<kl-families></kl-families>');
    await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
    await type('scale of P', '-1');
    await expect.poll(() => element.shadowRoot?.querySelector('.problem')).not.toBeNull();
    expect(await violations()).toEqual([]);
  });
});

it('the way that is chosen is seen: its text is not on its own colour', async () => {
  const element = fixture('<kl-families p="Bernoulli(0.3)" q="Bernoulli(logits=1)"></kl-families>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
  const chosen = element.shadowRoot?.querySelectorAll('.side .options input:checked + span') ?? [];
  expect(chosen.length).toBe(2);
  for (const span of chosen) {
    const { backgroundColor } = getComputedStyle(span);
    expect(backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  }
});

it.each(STATES)('every control has a target of 24 pixels in %s', async (markup) => {
  const element = fixture(markup);
  await expect.element(output('D(P‖Q)')).toHaveTextContent(/\d|∞/);
  const controls = Array.from(
    element.shadowRoot?.querySelectorAll<Element>(
      'button, input, select, textarea, summary, .handle .target',
    ) ?? [],
  );
  expect(controls.length).toBeGreaterThan(8);
  const small = controls.filter((control) => {
    const { width, height } = control.getBoundingClientRect();
    return width < 24 || height < 24;
  });
  expect(small.map((control) => control.outerHTML)).toEqual([]);
});

it.each(STATES)('nothing is wider than a phone in %s', async (markup) => {
  const element = fixture(markup);
  element.style.cssText = 'display: block; inline-size: 312px';
  await expect.element(output('D(P‖Q)')).toHaveTextContent(/\d|∞/);
  await new Promise((resolve) => setTimeout(resolve, 100)); // the figures' own frame after a new width
  const limit = element.getBoundingClientRect().right + 1;
  const wide = Array.from(element.shadowRoot?.querySelectorAll('.panel *') ?? []).filter(
    (part) =>
      !part.closest('svg, .presets, pre, .unseen') && part.getBoundingClientRect().right > limit,
  );
  expect(wide.map((part) => part.outerHTML.slice(0, 200))).toEqual([]);
});
