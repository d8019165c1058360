import { Arranger } from './arrange.ts';
import { ParseError } from './parse-error.ts';
import { MAX_NUMBERS, MAX_WORDS, readText } from './read.ts';
import { labelOf } from './rows.ts';

/** The outcomes of a distribution: their numbers, and their names if they have any. */
export interface Outcomes {
  values: number[];
  labels?: string[];
}

/**
 * The outcomes of a text as people paste it: numbers, with labels if it has them.
 *
 * Fails  ParseError, every code but those of single numbers and of observations
 *
 * @param name of the field, for the message: `P`
 */
export function parseOutcomes(text: string, name: string): Outcomes {
  const reading = readText(text, name, MAX_WORDS);
  if (reading.items.length === 0) throw new ParseError('empty', name);
  if (reading.items.length > MAX_WORDS)
    throw new ParseError('too-many', name, { count: MAX_WORDS });
  const arranger = new Arranger(reading, name);
  const { values, pairs } = arranger.arrange();
  if (values.length > MAX_NUMBERS) {
    throw new ParseError('too-many', name, { count: MAX_NUMBERS, index: MAX_NUMBERS });
  }
  const numbers = values.map(({ value }) => value as number);
  if (!pairs) return { values: numbers };

  const labels: string[] = [];
  const seen = new Set<string>();
  for (const { label } of pairs) {
    const said = labelOf(label, text);
    if (seen.has(said)) arranger.fail('label-twice', label);
    seen.add(said);
    labels.push(said);
  }
  return { values: numbers, labels };
}
