// axe-core on the elements, in both colour schemes and in the states a person meets.
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { button, field, fixture, output, type } from './fixture.ts';

const BOTH = '<div><kl-finite></kl-finite><kl-gaussian></kl-gaussian></div>';

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.querySelector('main') as HTMLElement);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
}

afterEach(() => document.documentElement.removeAttribute('style'));

describe.each([
  ['light', '#ffffff'],
  ['dark', '#191d24'],
])('in the %s scheme, axe finds nothing wrong', (scheme, paper) => {
  async function show(): Promise<void> {
    document.documentElement.style.cssText = `color-scheme: ${scheme}; background: ${paper}`;
    fixture(BOTH);
    await expect.element(output('D(P‖Q)').nth(1)).toHaveTextContent('nats');
  }

  it('at first', async () => {
    await show();
    expect(await violations()).toEqual([]);
  });

  it('with errors, and the last good numbers dimmed', async () => {
    await show();
    await type('Q', '0.3, 0.6');
    await type('σ of P', '0');
    await expect.element(field('Q')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field('σ of P')).toHaveAttribute('aria-invalid', 'true');
    expect(await violations()).toEqual([]);
  });

  it('with an infinite divergence and the table open', async () => {
    await show();
    await userEvent.click(button('Zero in Q'));
    const details = document.querySelector('kl-finite')?.shadowRoot?.querySelector('details');
    if (details) details.open = true;
    await expect.element(output('D(P‖Q)').nth(0)).toHaveTextContent('∞');
    expect(await violations()).toEqual([]);
  });
});

it('gives every control a target of 24 pixels', async () => {
  fixture(BOTH);
  await expect.element(output('D(P‖Q)').nth(1)).toHaveTextContent('nats');
  const controls = ['kl-finite', 'kl-gaussian'].flatMap((name) => [
    ...(document
      .querySelector(name)
      ?.shadowRoot?.querySelectorAll<HTMLElement>('button, input, textarea, summary') ?? []),
  ]);
  expect(controls.length).toBeGreaterThan(20);
  const small = controls.filter((control) => {
    const { width, height } = control.getBoundingClientRect();
    return width < 24 || height < 24;
  });
  expect(small.map((control) => control.outerHTML)).toEqual([]);
});
