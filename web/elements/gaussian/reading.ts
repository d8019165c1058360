import { parseNumber } from '../../text/index.ts';
import { gaussianWords, type Lang } from '../../words/index.ts';
import { attempt, type Problems } from '../problem.ts';

/** Where a number stands, for errors: the field's id and what it is called. */
export interface Place {
  id: string;
  label: string;
}

/** What the panels of normal distributions ask of numbers, and what is said where one does not comply. */
const RULES = {
  mean: { keeps: Number.isFinite, said: 'notFinite' },
  deviation: { keeps: (x: number) => x > 0 && x < Infinity, said: 'notPositive' },
  variance: { keeps: (x: number) => x > 0 && x < Infinity, said: 'varianceNotPositive' },
  correlation: { keeps: (x: number) => Math.abs(x) < 1, said: 'notCorrelation' },
  covariance: { keeps: Number.isFinite, said: 'covarianceNotFinite' },
} as const;

export type Rule = keyof typeof RULES;

/** Which distribution an argument of the module belongs to. */
export const sideOf = (argument = 'p'): 'p' | 'q' => (argument.startsWith('q') ? 'q' : 'p');

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
  const value = attempt(
    problems,
    () => place.id,
    () => parseNumber(text, place.label),
  );
  return value !== undefined && keeps(problems, place, lang, value, rule) ? value : undefined;
}
