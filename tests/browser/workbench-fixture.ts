// The workbench on a page of its own, and its parts as a person finds them.
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import '../../web/elements/workbench/index.ts';
import type { KlWorkbench } from '../../web/elements/workbench/index.ts';
import { fixture, output } from './fixture.ts';

export const tab = (name: string) => page.getByRole('tab', { name, exact: true });

/** A workbench that has opened what the hash says. */
export async function open(
  hash = '',
  markup = '<kl-workbench></kl-workbench>',
): Promise<KlWorkbench> {
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const element = fixture<KlWorkbench>(markup);
  await expect.element(output('D(P‖Q)')).toHaveTextContent(/\d|∞/);
  return element;
}

export const link = () => decodeURIComponent(location.hash);
