import { type PlaneMoves, type PlaneNormal, STRONGEST } from '../../figures/index.ts';
import { gaussianWords, type Lang } from '../../words/index.ts';
import { DEVIATION, LOWEST_DEVIATION, MEAN, type Parameter, STEPS, stepFrom } from './panel.ts';
import type { Rule } from './reading.ts';

export type Key = keyof PlaneNormal;

/** What a parameter is called in properties and in formulas, and what is asked of it. */
const CALLED: Readonly<Record<Key, { name: string; symbol: string; rule: Rule }>> = {
  x: { name: 'mu1', symbol: 'μ₁', rule: 'mean' },
  y: { name: 'mu2', symbol: 'μ₂', rule: 'mean' },
  sx: { name: 'sigma1', symbol: 'σ₁', rule: 'deviation' },
  sy: { name: 'sigma2', symbol: 'σ₂', rule: 'deviation' },
  rho: { name: 'rho', symbol: 'ρ', rule: 'correlation' },
};

export const KEYS = Object.keys(CALLED) as readonly Key[];
export const nameOf = (key: Key) => CALLED[key].name;
export const ruleOf = (key: Key) => CALLED[key].rule;
export const propertyOf = (side: 'p' | 'q', key: Key) => `${nameOf(key)}${side.toUpperCase()}`;

/** How far one arrow key moves a correlation. */
const CORRELATION_STEPS = { small: 0.01, usual: 0.05, large: 0.2 } as const;
const CORRELATION = { min: -STRONGEST, max: STRONGEST, step: 0.01 };

/** The field of a parameter, with its slider and how far hands take it. */
export function planeParameter(side: 'p' | 'q', key: Key, lang: Lang): Parameter {
  const said = gaussianWords[lang];
  const name = side.toUpperCase();
  const axis = key === 'x' || key === 'sx' ? 1 : 2;
  const common = { property: propertyOf(side, key), label: said.of(CALLED[key].symbol, name) };
  if (key === 'rho') {
    const slider = { name: said.correlation(name), ...CORRELATION };
    return { ...common, slider, lowest: -STRONGEST, highest: STRONGEST };
  }
  return ruleOf(key) === 'mean'
    ? { ...common, slider: { name: said.meanOf(axis, name), ...MEAN }, lowest: -Infinity }
    : {
        ...common,
        slider: { name: said.deviationOf(axis, name), ...DEVIATION },
        lowest: LOWEST_DEVIATION,
      };
}

type Step = Parameters<PlaneMoves['step']>;

/** What one arrow key makes of the parameters; undefined where hands go no further. */
export function stepped(
  now: PlaneNormal,
  grip: Step[1],
  by: Step[2],
  size: Step[3],
): Partial<PlaneNormal> | undefined {
  const far = STEPS[size];
  if (grip === 'centre') {
    return { x: stepFrom(now.x, by.x * far), y: stepFrom(now.y, by.y * far) };
  }
  // The side's arrows across are σ₁ and those upwards ρ; of the top it is the other way round.
  const [spread, along, turn] =
    grip === 'side' ? (['sx', by.x, by.y] as const) : (['sy', by.y, by.x] as const);
  const next = stepFrom(now[spread], along * far);
  const rho = stepFrom(now.rho, turn * CORRELATION_STEPS[size]);
  if (next < LOWEST_DEVIATION || Math.abs(rho) > STRONGEST) return undefined;
  return { [spread]: next, rho };
}
