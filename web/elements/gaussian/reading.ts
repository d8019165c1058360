import { ParseError, parseNumber } from '../../text/index.ts';
import { gaussianWords, type Lang, textWords } from '../../words/index.ts';
import type { Problems } from '../problem.ts';

/** Where a number stands, for errors: the field's id and what it is called. */
export interface Place {
  id: string;
  label: string;
}

/** What the panels of normal distributions ask of numbers, and what is said where one does not comply. */
export const RULES = {
  mean: { keeps: Number.isFinite, said: 'notFinite' },
  deviation: { keeps: (x: number) => x > 0 && x < Infinity, said: 'notPositive' },
  variance: { keeps: (x: number) => x > 0 && x < Infinity, said: 'varianceNotPositive' },
  correlation: { keeps: (x: number) => Math.abs(x) < 1, said: 'notCorrelation' },
  covariance: { keeps: Number.isFinite, said: 'covarianceNotFinite' },
} as const;

export type Rule = keyof typeof RULES;

/** Runs a step that reads text. Its failure is noted at the field, in the language of the page. */
export function reading<T>(
  problems: Problems,
  id: string,
  lang: Lang,
  step: () => T,
): T | undefined {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const { code, said } = error;
    problems.set(id, { code, message: textWords[lang][code](said) });
    return undefined;
  }
}

/** Whether a number keeps its rule; if not, that is noted at the field. */
export function keeps(
  problems: Problems,
  { id, label }: Place,
  lang: Lang,
  value: number,
  rule: Rule,
): boolean {
  const { keeps: isFit, said } = RULES[rule];
  if (isFit(value)) return true;
  problems.set(id, { code: rule, message: gaussianWords[lang][said](label, String(value)) });
  return false;
}

/** The number of a field, if it is one and keeps its rule. */
export function readParameter(
  problems: Problems,
  place: Place,
  lang: Lang,
  text: string,
  rule: Rule,
): number | undefined {
  const value = reading(problems, place.id, lang, () => parseNumber(text, place.label));
  return value !== undefined && keeps(problems, place, lang, value, rule) ? value : undefined;
}
