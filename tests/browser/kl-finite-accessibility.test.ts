// axe-core on the panel of finite distributions, in the states that only it has.
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KlFinite } from '../../web/elements/index.ts';
import { handle } from './drag.ts';
import { button, field, fixture, output, radio, type } from './fixture.ts';

let element: KlFinite;

async function show(scheme: string, paper: string, width: number): Promise<void> {
  const main = `color-scheme: ${scheme}; background: ${paper}`;
  document.documentElement.style.cssText = main;
  await page.viewport(width, 900);
  element = fixture<KlFinite>('<kl-finite></kl-finite>');
  await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
}

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.querySelector('main') as HTMLElement);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
}

const narrow = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;

afterEach(async () => {
  document.documentElement.removeAttribute('style');
  await page.viewport(414, 896);
});

describe.each([
  ['light', '#ffffff', 1280],
  ['dark', '#191d24', 360],
])('in the %s scheme, on %s, %d pixels wide', (scheme, paper, width) => {
  it('labels, mends, an open table and a marked outcome are without fault', async () => {
    await show(scheme, paper, width);
    await userEvent.click(button('Unforeseen snow'));
    await userEvent.click(page.getByText('Contributions in numbers'));
    (handle('P of outcome snow').element() as SVGElement).focus();
    await expect.poll(() => element.shadowRoot?.querySelectorAll('tr.lit').length).toBe(1);
    expect(await violations()).toEqual([]);
    expect(narrow()).toBe(true);
  });

  it('a problem with its mends, and the note of a mend', async () => {
    await show(scheme, paper, width);
    await type('Q', '3, 7');
    await expect.element(button('Divide Q by its sum')).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.click(button('Divide Q by its sum'));
    await expect.element(page.getByText('Q was divided by its sum, 10.')).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(narrow()).toBe(true);
  });

  it.each(['Letters', 'Disjoint', 'Next word', 'Samples'])('the example %s', async (name) => {
    await show(scheme, paper, width);
    await userEvent.click(button(name));
    await userEvent.click(page.getByText('Contributions in numbers'));
    await expect.element(page.getByRole('table')).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(narrow()).toBe(true);
  });
});

it('names every handle and says its value', async () => {
  await show('light', '#ffffff', 1280);
  await userEvent.click(button('Biased coin'));
  await expect.element(handle('P of outcome heads')).toHaveAttribute('aria-valuetext', '0.9');
  await expect.element(handle('Q of outcome tails')).toHaveAttribute('aria-valuenow', '0.5');
  const group = page.getByRole('group', { name: /^Bars of P and Q over 2 outcomes\./ });
  await expect.element(group).toBeVisible();
});

it('describes each field by how it was read', async () => {
  await show('light', '#ffffff', 1280);
  await userEvent.click(radio('counts or weights'));
  await type('P', 'red: 2, blue: 1');
  await expect
    .element(field('P'))
    .toHaveAccessibleDescription(/^the truth 2 outcomes, sum 3, labelled$/);
});
