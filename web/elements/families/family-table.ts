import type { Distribution } from '../../core/index.ts';
import type { StepSize } from '../../figures/index.ts';

export type FamilyName = Distribution['family'];

/** How the families stand together in the list to choose from. */
export const GROUPS = ['line', 'positive', 'interval', 'counts', 'vectors', 'made'] as const;

type Group = (typeof GROUPS)[number];

/** A place in the figure that stands for a parameter: where it is, and which value puts it at x. */
export interface Grip {
  parameter: string;
  place: (of: Readonly<Record<string, number>>) => number;
  value: (x: number, of: Readonly<Record<string, number>>) => number;
}

/** What the page knows of a family besides what the module says. */
interface FamilyRow {
  group: Group;
  /** The parameters at first, in each of the ways to give them; of what is made of others the whole text. */
  initial: readonly string[];
  grips?: readonly Grip[];
}

type Values = Readonly<Record<string, number>>;

/** A parameter that is a place itself. */
const place = (parameter: string): Grip => ({
  parameter,
  place: (of) => of[parameter] as number,
  value: (x) => x,
});

/** A width, shown at that distance from loc. */
const width: Grip = {
  parameter: 'scale',
  place: ({ loc = 0, scale = 1 }) => loc + scale,
  value: (x, { loc = 0 }) => Math.abs(x - loc),
};

/** A parameter that the mean tells. */
const mean = (
  parameter: string,
  of: (values: Values) => number,
  value: (mean: number, values: Values) => number,
): Grip => ({ parameter, place: of, value });

const locScale = [width, place('loc')];
const shown = (loc: number, scale: number) => [`loc=${loc}, scale=${scale}`];
const chance = (probs: number, logits: number, before = '') => [
  `${before}probs=${probs}`,
  `${before}logits=${logits}`,
];

/** In the order of their list; the compiler asks for a row of each family. */
export const FAMILY_TABLE: Readonly<Record<FamilyName, FamilyRow>> = {
  Normal: { group: 'line', initial: shown(0, 1), grips: locScale },
  Laplace: { group: 'line', initial: shown(0, 1), grips: locScale },
  Logistic: { group: 'line', initial: shown(0, 1), grips: locScale },
  Cauchy: { group: 'line', initial: shown(0, 1), grips: locScale },
  StudentT: { group: 'line', initial: ['df=3, loc=0, scale=1'], grips: locScale },
  Gumbel: { group: 'line', initial: shown(0, 1), grips: locScale },
  Exponential: {
    group: 'positive',
    initial: ['rate=1'],
    grips: [
      mean(
        'rate',
        ({ rate = 1 }) => 1 / rate,
        (x) => 1 / x,
      ),
    ],
  },
  Gamma: {
    group: 'positive',
    initial: ['concentration=2, rate=1'],
    grips: [
      mean(
        'rate',
        ({ concentration = 1, rate = 1 }) => concentration / rate,
        (x, { concentration = 1 }) => concentration / x,
      ),
    ],
  },
  Chi2: { group: 'positive', initial: ['df=3'], grips: [place('df')] },
  InverseGamma: { group: 'positive', initial: ['concentration=3, rate=2'] },
  LogNormal: {
    group: 'positive',
    initial: ['loc=0, scale=0.5'],
    grips: [
      mean(
        'scale',
        ({ loc = 0, scale = 1 }) => Math.exp(loc + scale),
        (x, { loc = 0 }) => Math.abs(Math.log(x) - loc),
      ),
      mean(
        'loc',
        ({ loc = 0 }) => Math.exp(loc),
        (x) => Math.log(x),
      ),
    ],
  },
  Weibull: {
    group: 'positive',
    initial: ['scale=1, concentration=1.5'],
    grips: [place('scale')],
  },
  Rayleigh: { group: 'positive', initial: ['scale=1'], grips: [place('scale')] },
  HalfNormal: { group: 'positive', initial: ['scale=1'], grips: [place('scale')] },
  HalfCauchy: { group: 'positive', initial: ['scale=1'], grips: [place('scale')] },
  Pareto: { group: 'positive', initial: ['scale=1, alpha=3'], grips: [place('scale')] },
  Uniform: {
    group: 'interval',
    initial: ['low=0, high=1'],
    grips: [place('low'), place('high')],
  },
  LogUniform: {
    group: 'interval',
    initial: ['low=1, high=10'],
    grips: [place('low'), place('high')],
  },
  Beta: { group: 'interval', initial: ['concentration1=2, concentration0=3'] },
  Kumaraswamy: { group: 'interval', initial: ['concentration1=2, concentration0=3'] },
  ContinuousBernoulli: { group: 'interval', initial: chance(0.3, -0.85) },
  VonMises: { group: 'interval', initial: ['loc=0, concentration=2'], grips: [place('loc')] },
  Bernoulli: { group: 'counts', initial: chance(0.3, -0.85) },
  Binomial: { group: 'counts', initial: chance(0.3, -0.85, 'totalCount=10, ') },
  Categorical: {
    group: 'counts',
    initial: ['probs=[0.2, 0.3, 0.5]', 'logits=[0, 0.4, 0.9]'],
  },
  Geometric: { group: 'counts', initial: chance(0.3, -0.85) },
  NegativeBinomial: { group: 'counts', initial: chance(0.4, -0.4, 'totalCount=5, ') },
  Poisson: { group: 'counts', initial: ['rate=3'] },
  Dirichlet: { group: 'vectors', initial: ['concentration=[1, 2, 3]'] },
  DiagonalNormal: { group: 'vectors', initial: ['loc=[0, 0], scale=[1, 2]'] },
  MultivariateNormal: {
    group: 'vectors',
    initial: ['covarianceMatrix', 'scaleTril', 'precisionMatrix'].map(
      (matrix) => `loc=[0, 0], ${matrix}=[[1, 0], [0, 1]]`,
    ),
  },
  LowRankMultivariateNormal: {
    group: 'vectors',
    initial: ['loc=[0, 0], covFactor=[[1], [0.5]], covDiag=[1, 1]'],
  },
  Mixture: {
    group: 'made',
    initial: ['0.3 Normal(loc=0, scale=1) + 0.7 Normal(loc=4, scale=0.5)'],
  },
  Independent: {
    group: 'made',
    initial: ['Normal(loc=0, scale=1) × Laplace(loc=0, scale=1)'],
  },
};

/** What sliders and arrow keys do with a parameter. */
interface Range {
  min: number;
  max: number;
  step: number;
  /** The arrow keys go no lower. */
  lowest: number;
  sizes: Readonly<Record<StepSize, number>>;
}

const TENTHS = { small: 0.01, usual: 0.1, large: 1 };
const POSITIVE: Range = { min: 0.1, max: 10, step: 0.1, lowest: 0.01, sizes: TENTHS };
const ANYWHERE: Range = { min: -5, max: 5, step: 0.1, lowest: -Infinity, sizes: TENTHS };

const RANGES: Readonly<Record<string, Range>> = {
  loc: ANYWHERE,
  low: ANYWHERE,
  high: { ...ANYWHERE, max: 10 },
  logits: ANYWHERE,
  scale: { ...POSITIVE, max: 5 },
  df: { ...POSITIVE, max: 30 },
  probs: {
    min: 0.01,
    max: 0.99,
    step: 0.01,
    lowest: 0.001,
    sizes: { small: 0.001, usual: 0.01, large: 0.1 },
  },
  totalCount: { min: 1, max: 50, step: 1, lowest: 0, sizes: { small: 1, usual: 1, large: 10 } },
};

/** By the parameter's name: what is not named is positive. */
export function rangeOf(parameter: string): Range {
  return RANGES[parameter] ?? POSITIVE;
}

/** Of what kind its outcomes are: with a density over one number, with a mass of each, or several numbers. */
export type Kind = 'density' | 'mass' | 'vector';

export function kindOf(distribution: Distribution): Kind {
  const { group } = FAMILY_TABLE[distribution.family];
  if (group === 'counts') return 'mass';
  if (group === 'vectors') return 'vector';
  if (group !== 'made') return 'density';
  const { components } = distribution as { components: readonly Distribution[] };
  const isProduct = distribution.family === 'Independent' && components.length > 1;
  return isProduct ? 'vector' : kindOf(components[0] as Distribution);
}
