import type { TemplateResult } from 'lit';
import { parseNumber } from '../../text/index.ts';
import { type Lang, monteCarloWords } from '../../words/index.ts';
import { numberField } from '../field.ts';
import { attempt, type Problem, type Problems } from '../problem.ts';

const MOST_SAMPLES = 100_000; // what all μ together can be computed of in a second or two
export const MOST_SEED = 1_000_000;

/** The numbers of the panel, and how far sliders and keys take them; what has a highest value is whole. */
export const RANGES = {
  mu: {
    slider: { min: -5, max: 5, step: 0.1 },
    lowest: -Infinity,
    sizes: { small: 0.01, usual: 0.1, large: 1 },
  },
  samples: {
    slider: { min: 10, max: 10_000, step: 10 },
    lowest: 1,
    highest: MOST_SAMPLES,
    sizes: { small: 1, usual: 10, large: 100 },
  },
  seed: {
    slider: { min: 0, max: 100, step: 1 },
    lowest: 0,
    highest: MOST_SEED,
    sizes: { small: 1, usual: 1, large: 10 },
  },
} as const;

export type NumberName = keyof typeof RANGES;

/** The number of a field, or undefined after noting why not. */
export function readNumberOf(
  name: NumberName,
  text: string,
  problems: Problems,
): number | undefined {
  const said = monteCarloWords[problems.lang];
  const value = attempt(
    problems,
    () => name,
    () => parseNumber(text, said[name]),
  );
  if (value === undefined) return undefined;
  const range = RANGES[name];
  const isWhole = 'highest' in range;
  const isFit = isWhole
    ? Number.isInteger(value) && value >= range.lowest && value <= range.highest
    : Number.isFinite(value);
  if (isFit) return value;
  const message = isWhole
    ? said.whole(said[name], text, String(range.lowest), range.highest.toLocaleString('en'))
    : said.finite(said[name], text);
  problems.set(name, { code: 'not-usable', message });
  return undefined;
}

export function fieldOf(
  name: NumberName,
  text: string,
  problem: Problem | undefined,
  lang: Lang,
  edit: (text: string) => void,
): TemplateResult {
  const said = monteCarloWords[lang];
  const { slider, ...limits } = RANGES[name];
  return numberField({
    id: name,
    label: said[name],
    text,
    ...limits,
    problem,
    edit,
    slider: { ...slider, name: said[`${name}Slider`], value: Number(text) || 0 },
  });
}
