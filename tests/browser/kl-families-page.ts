// What the tests of the panel of any two distributions share: the panel alone on the page, its fields and its two numbers.
import { beforeEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import type { KlFamilies } from '../../web/elements/kl-families.ts';
import '../../web/elements/kl-families.ts';
import { exact, fixture, output, type } from './fixture.ts';

export let element: KlFamilies;

/** In place of the panel that is there. */
export function put(markup: string): void {
  element = fixture<KlFamilies>(markup);
}

/** A new panel before each test of the file. */
export function panelForEach(): void {
  beforeEach(async () => {
    document.body.replaceWith(document.createElement('body'));
    put('<kl-families></kl-families>');
    await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
  });
}

export const family = (name: 'P' | 'Q') =>
  page.getByRole('combobox', { name: `family of ${name}` });

export async function both(): Promise<[number, number]> {
  await element.updateComplete;
  return [exact('D(P‖Q)'), exact('D(Q‖P)')];
}

/** As the text field and a link have it. */
export async function show(p: string, q: string): Promise<void> {
  await type('P as text', p);
  await type('Q as text', q);
}

export async function expectBoth(forward: number, reverse: number, digits = 13): Promise<void> {
  const found = await both();
  for (const [i, want] of [forward, reverse].entries()) {
    if (want === Infinity) expect(found[i]).toBe(Infinity);
    else expect((found[i] ?? 0) / want).toBeCloseTo(1, digits);
  }
}
