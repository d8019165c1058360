// axe-core on the panel of PyTorch's calls, in both colour schemes, wide and narrow, with each form.
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../web/elements/kl-pytorch.ts';
import { button, field, fixture, output, type } from './fixture.ts';

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.querySelector('main') as HTMLElement);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
}

afterEach(() => document.documentElement.removeAttribute('style'));

describe.each([
  ['light', '#ffffff', 1100],
  ['dark', '#191d24', 1100],
  ['light', '#ffffff', 340],
  ['dark', '#191d24', 340],
])('in the %s scheme on %s, %s wide, axe finds nothing wrong', (scheme, paper, width) => {
  async function show(): Promise<void> {
    document.documentElement.style.cssText = `color-scheme: ${scheme}; background: ${paper}; inline-size: ${width}px`;
    fixture('<kl-pytorch></kl-pytorch>');
    await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
  }

  it.each(['Forgotten log', 'Zeros', 'Nearly equal', 'Counts', 'mean or batchmean'])(
    'with the example %s',
    async (example) => {
      await show();
      await userEvent.click(button(example));
      await expect.element(button(example)).toHaveAttribute('aria-pressed', 'true');
      expect(await violations()).toEqual([]);
    },
  );

  it('with an error, and the last good calls dimmed', async () => {
    await show();
    await type('Q', '0.3, 0.6');
    await expect.element(field('Q')).toHaveAttribute('aria-invalid', 'true');
    expect(await violations()).toEqual([]);
  });
});

it('is a table with a heading for a screen reader, wide and narrow', async () => {
  for (const width of [1100, 340]) {
    fixture(`<kl-pytorch></kl-pytorch>`);
    (document.querySelector('main') as HTMLElement).style.width = `${width}px`;
    const table = page.getByRole('table', { name: 'These return D(P‖Q)' });
    await expect.element(table).toBeVisible();
    const rows = table.getByRole('row', { name: /F\.kl_div\(Q\.log\(\), P, reduction='sum'\)/ });
    await expect.element(rows).toHaveTextContent('0.0225824');
    await expect.element(table.getByRole('columnheader', { name: 'returns' })).toBeInTheDocument();
  }
});
