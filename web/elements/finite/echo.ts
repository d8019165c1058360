import { fsum } from 'd3-array';
import { formatNumber } from '../../text/index.ts';
import type { finiteWords } from '../../words/index.ts';
import { type FiniteForm, isLogarithmic, nothingIn, type Which } from './form.ts';
import type { Given, Lists } from './lists.ts';
import { plain } from './write.ts';

export type Said = (typeof finiteWords)['en'];

const MOST_NAMES = 3;

/** ‘rain’, ‘snow’ and 4 more; outcomes without labels by their numbers. */
export function namesOf(
  outcomes: readonly number[],
  labels: readonly string[] | undefined,
  said: Said,
): string {
  const names = outcomes
    .slice(0, MOST_NAMES)
    .map((i) => (labels ? said.quoted(labels[i] ?? '') : said.outcomeAt(i)));
  return said.andMore(names, outcomes.length - names.length);
}

/** How a field was read, so that a slip is seen at once: `3 outcomes, sum 1.2`. */
export function echo({ values, labels }: Given, form: FiniteForm, said: Said): string {
  const outcomes = said.outcomes(values.length);
  // Not the module's sum: there is none of numbers that it refuses.
  const sum = () => fsum(Array.from(values));
  if (form === 'samples') {
    const seen = Array.from(values).filter((count) => count > 0).length;
    return said.sampled(sum(), seen);
  }
  const read = isLogarithmic(form)
    ? said.withRange(outcomes, ...range(values))
    : said.withSum(outcomes, formatNumber(Number(sum().toPrecision(12))));
  return labels ? said.withLabels(read) : read;
}

function range(values: ArrayLike<number>): [string, string] {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i] as number);
    most = Math.max(most, values[i] as number);
  }
  return [formatNumber(least), formatNumber(most)];
}

/** What one distribution does not name, and how that is read. */
export function lack(lists: Lists, which: Which, said: Said): string {
  const lacking = lists.lacking[which];
  if (lacking.length === 0) return '';
  const names = namesOf(
    lacking.map((_, i) => i),
    lacking,
    said,
  );
  return said.lacks(which.toUpperCase(), names, plain(nothingIn(lists.form)));
}
