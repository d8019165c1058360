// The programs that the page offers for two distributions with parameters give the numbers that the page shows.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  bernoulli,
  beta,
  binomial,
  categorical,
  cauchy,
  chi2,
  compare,
  continuousBernoulli,
  type Distribution,
  diagonalNormal,
  dirichlet,
  exponential,
  gamma,
  geometric,
  gumbel,
  halfCauchy,
  halfNormal,
  independent,
  initSync,
  inverseGamma,
  kumaraswamy,
  laplace,
  logistic,
  logNormal,
  logUniform,
  lowRankMultivariateNormal,
  mixture,
  multivariateNormal,
  negativeBinomial,
  normal,
  pareto,
  poisson,
  rayleigh,
  studentT,
  uniform,
  vonMises,
  weibull,
} from '../../web/core/index.ts';
import { distributionSnippets } from '../../web/text/index.ts';
import { pythonLacks, runJavascript, runPython } from './code-programs.ts';

/** Two of each family, and pairs of different ones. */
const PAIRS: [Distribution, Distribution][] = [
  [normal(0, 1), normal(1, 2)],
  [normal(1000, 1e-3), normal(1000.002, 2e-3)],
  [laplace(-1, 2), laplace(0.5, 1)],
  [logistic(-1, 2), logistic(0.5, 3)],
  [gumbel(-1, 2), gumbel(0.5, 3)],
  [cauchy(-1, 2), cauchy(0.5, 3)],
  [studentT(5, -1, 2), studentT(7, 0.5, 3)],
  [exponential(3), exponential(2)],
  [gamma(2, 3), gamma(2.5, 1)],
  [chi2(3), chi2(4)],
  [chi2(3), gamma(2, 1)],
  [inverseGamma(3, 2), inverseGamma(4, 1)],
  [logNormal(0.5, 1), logNormal(0, 1.5)],
  [weibull(2, 1.5), weibull(3, 1.25)],
  [rayleigh(2), rayleigh(3)],
  [halfNormal(2), halfNormal(3)],
  [halfCauchy(2), halfCauchy(3)],
  [pareto(2, 3), pareto(1, 2)],
  [uniform(-0.5, 1), uniform(-1, 2)],
  [logUniform(2, 3), logUniform(1, 4)],
  [beta(2, 3), beta(1.5, 2)],
  [kumaraswamy(2, 3), kumaraswamy(1.5, 2)],
  [continuousBernoulli(0.3), continuousBernoulli({ logits: 1 })],
  [vonMises(0.5, 2), vonMises(-0.5, 1)],
  [bernoulli(0.3), bernoulli({ logits: -1 })],
  [binomial(5, 0.3), binomial(5, { logits: 0.5 })],
  [geometric(0.3), geometric({ logits: 0.5 })],
  [negativeBinomial(3, 0.3), negativeBinomial(2.5, { logits: 0.5 })],
  [poisson(1e-3), poisson(2)],
  [poisson(1e4), poisson(1.01e4)],
  [categorical([1, 2, 3]), categorical([3, 2, 1])],
  [categorical({ logits: [1, 2] }), categorical({ logits: [0, -1] })],
  [dirichlet([1, 2, 3]), dirichlet([2, 2, 2.5])],
  [diagonalNormal([0, 1], [1, 2]), diagonalNormal([1, 0], [2, 3])],
  [
    multivariateNormal(
      [0, 0],
      [
        [2, 0.5],
        [0.5, 1],
      ],
    ),
    multivariateNormal([1, -1], {
      scaleTril: [
        [1, 0],
        [0.5, 2],
      ],
    }),
  ],
  [multivariateNormal([0], [2]), multivariateNormal([1], { precisionMatrix: [[0.5]] })],
  [
    lowRankMultivariateNormal([0, 1], [[1], [2]], [1, 0.5]),
    multivariateNormal([1, -1], [2, 0.5, 0.5, 1]),
  ],
  [diagonalNormal([0, 1], [1, 2]), lowRankMultivariateNormal([0, 1], [1, 2], [1, 0.5])],
  [beta(2, 3), normal(0, 1)],
  [exponential(2), gumbel(0, 1)],
  [gamma(2, 3), normal(-1, 2)],
  [gumbel(0, 1), normal(0.5, 2)],
  [laplace(0, 1), normal(0.5, 2)],
  [normal(0, 1), laplace(0.5, 2)],
  [pareto(1, 3), exponential(0.5)],
  [uniform(0.25, 0.75), normal(0.5, 2)],
  [logistic(0, 1), normal(0.5, 2)],
  [bernoulli(0.3), poisson(0.5)],
  [normal(0, 1), exponential(1)],
  [mixture([1, 2], [normal(-1, 0.5), normal(2, 1)]), normal(1, 2)],
  [laplace(1, 2), mixture([3, 1], [normal(-1, 5), normal(2, 4)])],
  [mixture([1, 2], [normal(-1, 0.5), studentT(5, 2, 1)]), studentT(4, 1, 2)],
];

/** What only the module has names for. */
const MADE: [Distribution, Distribution][] = [
  [independent([normal(0, 1), gamma(2, 3)]), independent([normal(1, 2), gamma(3, 3)])],
];

const nameOf = ([p, q]: [Distribution, Distribution]) => `${JSON.stringify(p)} ‖ ${q.family}`;
const codeOf = ([p, q]: [Distribution, Distribution], language: string, unit: 'nats' | 'bits') =>
  distributionSnippets(p, q, unit).find((snippet) => snippet.language === language)?.code;

let exact: number[];
beforeAll(() => {
  initSync();
  exact = [...PAIRS, ...MADE].map(([p, q]) => compare(p, q, { base: 2 }).forward.value);
});

const LANGUAGES = [
  // Two numbers are an estimate and its standard error, in nats.
  ['PyTorch', ['torch'], 1e-9],
  ['NumPy, SciPy', ['numpy', 'scipy'], 1e-6],
] as const;

for (const [language, modules, tolerance] of LANGUAGES) {
  const lack = pythonLacks(...modules);
  if (lack) console.log(`${language} is not run: ${lack}`);
  describe.skipIf(lack)(`${language} prints D(P‖Q) of`, () => {
    const pairs = PAIRS.map((pair, i) => ({ i, code: codeOf(pair, language, 'bits') }));
    const written = pairs.filter((pair): pair is { i: number; code: string } => !!pair.code);
    let printed: (number[] | string)[];
    beforeAll(() => {
      printed = runPython(written.map(({ code }) => code));
    }, 240_000);

    it.each(
      written.map(
        ({ i, code }, at) => [nameOf(PAIRS[i] as (typeof PAIRS)[0]), i, at, code] as const,
      ),
    )('%s', (_, i, at, code) => {
      expect(printed[at], code).toBeInstanceOf(Array);
      const [value = Number.NaN, error] = printed[at] as number[];
      const want = exact[i] as number;
      const isEstimate = language === 'PyTorch' && error !== undefined;
      const most = isEstimate ? (6 * error) / Math.LN2 : tolerance * Math.max(1, want);
      if (want === Infinity) expect(value, code).toBe(Infinity);
      else
        expect(Math.abs(value - want), `${value} for ${want}\n${code}`).toBeLessThanOrEqual(most);
    });

    it('of nearly all families', () => {
      expect(written.length).toBeGreaterThan(PAIRS.length - 5);
    });
  });
}

it('JavaScript prints the very number', () => {
  const pairs = [...PAIRS, ...MADE];
  const codes = pairs.map((pair) => codeOf(pair, 'JavaScript', 'bits') ?? '');
  expect(runJavascript(codes)).toEqual(exact);
});

describe('R', () => {
  it('takes the mean over quantiles', () => {
    expect(codeOf([normal(-1, 2), normal(0.5, 3)], 'R', 'nats')).toBe(
      [
        'log_ratio <- function(x) dnorm(x, -1, 2, log = TRUE) - dnorm(x, 0.5, 3, log = TRUE)',
        '# The mean of log p/q over the quantiles of P, from both ends.',
        'both <- function(u) log_ratio(qnorm(u, -1, 2)) + log_ratio(qnorm(u, -1, 2, lower.tail = FALSE))',
        'outside <- isTRUE(both(1e-12) == Inf)  # P has mass where Q has none',
        'nats <- if (outside) Inf else integrate(both, 0, 0.5, rel.tol = 1e-9)$value',
        'nats  # nats',
      ].join('\n'),
    );
  });

  it('sums over the outcomes', () => {
    expect(codeOf([poisson(2), poisson(3)], 'R', 'bits')).toContain(
      'sum(dpois(x, 2) * log_ratio(x)) / log(2)  # bits',
    );
  });
});

describe('Julia', () => {
  it('has mixtures', () => {
    const pair: [Distribution, Distribution] = [
      mixture([1, 2], [normal(-1, 0.5), laplace(2, 1)]),
      normal(1, 2),
    ];
    expect(codeOf(pair, 'Julia', 'nats')).toContain(
      'P = MixtureModel([Normal(-1, 0.5), Laplace(2, 1)], [1, 2] / sum([1, 2]))',
    );
  });

  it('has names and parameters of its own', () => {
    expect(codeOf([gamma(2, 3), gamma(2.5, 1)], 'Julia', 'nats')).toContain('P = Gamma(2, 1 / 3)');
    expect(
      codeOf([negativeBinomial(3, 0.25), negativeBinomial(3, 0.5)], 'Julia', 'nats'),
    ).toContain('P = NegativeBinomial(3, 1 - 0.25)');
  });
});

describe('LaTeX', () => {
  it('puts the parameters into the closed form', () => {
    expect(codeOf([normal(0, 1), normal(-1, 2)], 'LaTeX', 'nats')).toContain(
      '\\ln\\frac{2}{1} + \\frac{(1)^2 + (0 - (-1))^2}{2 \\cdot (2)^2} - \\frac12',
    );
  });

  it('names what has no closed form here', () => {
    expect(codeOf([gamma(2, 3), gamma(2.5, 1)], 'LaTeX', 'nats')).toContain(
      '\\mathrm{Gamma}(2, 3)',
    );
  });
});

it.each([...PAIRS, ...MADE].map((pair) => [nameOf(pair), pair] as const))(
  'is written with brackets that close and nothing missing: %s',
  (_, [p, q]) => {
    for (const { language, code } of distributionSnippets(p, q, 'bans')) {
      expect(code, language).not.toMatch(/undefined|NaN|\(,|, ,|=,|=\)/);
      for (const [open, close] of ['()', '[]', '{}'].map((pair) => pair.split(''))) {
        const count = (c: string | undefined) => code.split(c as string).length;
        expect(count(open), `${language}: ${open}${close}`).toBe(count(close));
      }
    }
  },
);
