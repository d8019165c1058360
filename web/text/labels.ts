import type { Outcomes } from './outcomes.ts';
import { ParseError } from './parse-error.ts';
import { parseSamples } from './samples.ts';

const NAME = 'labels';

/**
 * The names of outcomes, apart from their numbers: `sun, rain, "light snow"`.
 *
 * Fails  ParseError 'label-twice' and those of parseSamples
 */
export function parseLabels(text: string): string[] {
  const labels = parseSamples(text, NAME);
  const twice = labels.find((label, i) => labels.indexOf(label) < i);
  if (twice !== undefined) throw new ParseError('label-twice', NAME, { token: twice });
  return labels;
}

/**
 * Outcomes by these names; those that have names keep them.
 *
 * Fails  ParseError 'labels-differ'
 *
 * @param name of the outcomes' field, for the message: `P`
 */
export function withLabels(outcomes: Outcomes, labels: string[], name: string): Outcomes {
  if (outcomes.labels) return outcomes;
  const { length } = outcomes.values;
  if (length !== labels.length) {
    throw new ParseError('labels-differ', name, { count: labels.length, token: String(length) });
  }
  return { ...outcomes, labels };
}
