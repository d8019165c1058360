import { fromSamples, type Outcomes } from '../../core/index.ts';
import { alignByLabel } from '../../core/named.ts';
import { type FiniteForm, isLogarithmic, nothingIn, type Which } from './form.ts';

/** One field, as it was read. */
export interface Given {
  values: ArrayLike<number>;
  labels?: string[];
}

/** Both, over the same outcomes. */
export interface Lists {
  form: FiniteForm;
  p: ArrayLike<number>;
  q: ArrayLike<number>;
  labels?: string[];
  /** The same as the module takes it: named, if outcomes have names, so that its messages name them. */
  offered: Record<Which, Outcomes>;
  /** Each field for itself; of samples their counts. */
  given: Record<Which, Given>;
  /** The outcomes that only the other one names. */
  lacking: Record<Which, string[]>;
}

const NONE: Record<Which, string[]> = { p: [], q: [] };

function named({ values, labels }: Given): ArrayLike<number> | Map<string, number> {
  return labels ? new Map(labels.map((label, i) => [label, values[i] as number])) : values;
}

/**
 * P and Q outcome by outcome; by label, if they have labels.
 *
 * Throws   DivergenceError, if only one has
 */
export function listsOf(given: Record<Which, Given>, form: FiniteForm): Lists {
  const [p, q] = [named(given.p), named(given.q)];
  const aligned = alignByLabel(p, q, nothingIn(form));
  if (!aligned) {
    return { form, p: given.p.values, q: given.q.values, offered: { p, q }, given, lacking: NONE };
  }
  const lacking = (there: typeof p) =>
    aligned.labels.filter((label) => !(there as Map<string, number>).has(label));
  return { form, ...aligned, offered: { p, q }, given, lacking: { p: lacking(p), q: lacking(q) } };
}

const asNumber = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

/** Two samples as counts over their values: in the order of the number line, if all are numbers. */
export function listsOfSamples(x: readonly string[], y: readonly string[]): Lists {
  const [xNumbers, yNumbers] = [x.map(asNumber), y.map(asNumber)];
  const areNumbers = [...xNumbers, ...yNumbers].every(Number.isFinite);
  const counts = areNumbers ? fromSamples(xNumbers, yNumbers) : fromSamples(x, y);
  const labels = counts.values.map(String);
  const { p, q } = counts;
  const given = { p: { values: p, labels }, q: { values: q, labels } };
  return { form: 'samples', p, q, labels, offered: { p, q }, given, lacking: NONE };
}

/** As shares of the whole, for drawing and for the written sum. */
export function sharesOf(values: ArrayLike<number>, form: FiniteForm): Float64Array {
  const weights = new Float64Array(values);
  if (isLogarithmic(form)) {
    let most = -Infinity;
    for (const logit of weights) most = Math.max(most, logit);
    weights.forEach((logit, i) => {
      weights[i] = Math.exp(logit - most);
    });
  }
  let sum = 0;
  for (const weight of weights) sum += weight;
  // Weights of 1e308 each have a sum beyond doubles.
  const scale = sum === Infinity ? weights.length * Number.MAX_VALUE : sum;
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) / scale;
  return weights;
}

/** All but the outcomes left out, of labels and of numbers. */
export function without({ values, labels }: Given, isOut: (i: number) => boolean): Given {
  const kept = Array.from(values, (_, i) => i).filter((i) => !isOut(i));
  return {
    values: kept.map((i) => values[i] as number),
    ...(labels && { labels: kept.map((i) => labels[i] as string) }),
  };
}
