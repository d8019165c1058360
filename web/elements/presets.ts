import { html, type TemplateResult } from 'lit';
import type { Unit } from './unit.ts';

export interface FinitePreset {
  name: string;
  p: string;
  q: string;
  form: 'probabilities' | 'weights';
  unit: Unit;
}

export const FINITE_PRESETS: readonly FinitePreset[] = [
  { name: 'Two coins', p: '0.4, 0.6', q: '0.3, 0.7', form: 'probabilities', unit: 'nats' },
  { name: 'Counts of samples', p: '2 2 1', q: '5 1 4', form: 'weights', unit: 'bits' },
  {
    name: 'Zero in Q',
    p: '0.5, 0.3, 0.2',
    q: '0.6, 0.4, 0',
    form: 'probabilities',
    unit: 'nats',
  },
  // Twice 1e-8 squared: a sum of p log(p/q) in doubles keeps no digit of it.
  {
    name: 'Nearly equal',
    p: '0.5, 0.5',
    q: '0.50000001, 0.49999999',
    form: 'probabilities',
    unit: 'nats',
  },
  {
    name: 'Identical',
    p: '0.2, 0.3, 0.5',
    q: '0.2, 0.3, 0.5',
    form: 'probabilities',
    unit: 'nats',
  },
];

export interface GaussianPreset {
  name: string;
  muP: string;
  sigmaP: string;
  muQ: string;
  sigmaQ: string;
}

export const GAUSSIAN_PRESETS: readonly GaussianPreset[] = [
  { name: 'N(0, 1) and N(1, 2)', muP: '0', sigmaP: '1', muQ: '1', sigmaQ: '2' },
  { name: 'Against the standard normal', muP: '1', sigmaP: '0.5', muQ: '0', sigmaQ: '1' },
  { name: 'Nearly equal', muP: '0', sigmaP: '1', muQ: '0', sigmaQ: '1.00000001' },
];

/** The examples as buttons. */
export function presetRow<T extends { name: string }>(
  presets: readonly T[],
  choose: (preset: T) => void,
): TemplateResult {
  return html`<div class="presets" role="group" aria-label="Examples">
    ${presets.map(
      (preset) =>
        html`<button type="button" @click=${() => choose(preset)}>${preset.name}</button>`,
    )}
  </div>`;
}
