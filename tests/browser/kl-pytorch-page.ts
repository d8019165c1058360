// What the tests of the panel of PyTorch's calls share: the panel alone on the page, its calls as a person reads them, and
// what PyTorch and others were recorded to return.
import { beforeEach, expect } from 'vitest';
import type { KlPytorch } from '../../web/elements/kl-pytorch.ts';
import '../../web/elements/kl-pytorch.ts';
import python from '../vectors/peers_python.json';
import { fixture, output, type } from './fixture.ts';

export let element: KlPytorch;

/** A new panel before each test of the file. */
export function panelForEach(): void {
  beforeEach(async () => {
    document.body.replaceWith(document.createElement('body'));
    element = fixture<KlPytorch>('<kl-pytorch></kl-pytorch>');
    await expect.element(output('D(P‖Q)')).toHaveTextContent('nats');
  });
}

export const root = () => element.shadowRoot as ShadowRoot;

export function row(call: string): Element {
  const found = root().querySelector(`tr[data-call=${call}]`);
  if (!found) throw new Error(`no call ${call}`);
  return found;
}

export const returned = (call: string) =>
  Number(row(call).querySelector('.number')?.getAttribute('data-value'));
export const singleOf = (call: string) =>
  Number(row(call).querySelector('.single')?.getAttribute('data-value'));
export const verdictOf = (call: string) => row(call).getAttribute('data-verdict');
export const badgeOf = (call: string) => row(call).querySelector('.badge')?.textContent;
export const callsIn = (group: string) =>
  Array.from(root().querySelectorAll(`[data-group=${group}] tr[data-call]`), (tr) =>
    tr.getAttribute('data-call'),
  );

export type PairName = keyof typeof python.pairs;

/** Types a recorded pair into the fields. */
export async function show(name: PairName): Promise<void> {
  const { p, q } = python.pairs[name];
  await type('P', JSON.stringify(p));
  await type('Q', JSON.stringify(q));
  await element.updateComplete;
}
