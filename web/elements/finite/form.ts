import type { Form } from '../../core/index.ts';

/** What the text of P and of Q is. */
export const FORMS = [
  'probabilities',
  'weights',
  'samples',
  'logits',
  'log-probabilities',
] as const;

export type FiniteForm = (typeof FORMS)[number];

export type Which = 'p' | 'q';

export function formOf(text: string | null | undefined): FiniteForm {
  return FORMS.find((form) => form === text) ?? 'probabilities';
}

/** As the module takes it: samples are counted first. */
export function coreForm(form: FiniteForm): Form {
  return form === 'samples' ? 'weights' : form;
}

export function isLogarithmic(form: FiniteForm): boolean {
  return form === 'logits' || form === 'log-probabilities';
}

/** Whether all numbers change when one does. */
export function isProbability(form: FiniteForm): boolean {
  return form === 'probabilities' || form === 'log-probabilities';
}

/** What stands for probability 0. */
export function nothingIn(form: FiniteForm): number {
  return isLogarithmic(form) ? -Infinity : 0;
}
