// Two distributions of each family, ordinary ones with P inside Q's support, and where their log density is known.
import { readFileSync } from 'node:fs';
import * as kl from '../../../web/core/index.ts';

/** The families in the list of C++. */
export const familyNames: string[] = Array.from(
  readFileSync('cpp/distributions/family_list.h', 'utf8').matchAll(/row\(([A-Z]\w+)\)/g),
  (match) => match[1] as string,
);

export type Pair = [kl.Distribution, kl.Distribution];

const standard = kl.normal(0, 1);

export const pairs: Record<string, Pair> = {
  Bernoulli: [kl.bernoulli(0.3), kl.bernoulli(0.6)],
  Beta: [kl.beta(2, 3), kl.beta(0.5, 0.7)],
  Binomial: [kl.binomial(5, 0.3), kl.binomial(5, 0.6)],
  Categorical: [kl.categorical([0.2, 0.3, 0.5]), kl.categorical([0.5, 0.25, 0.25])],
  Cauchy: [kl.cauchy(0, 1), kl.cauchy(1, 2)],
  Chi2: [kl.chi2(3), kl.chi2(1)],
  ContinuousBernoulli: [kl.continuousBernoulli(0.3), kl.continuousBernoulli(0.5)],
  DiagonalNormal: [kl.diagonalNormal([0, 1], [1, 2]), kl.diagonalNormal([1, 1], [2, 2])],
  Dirichlet: [kl.dirichlet([1, 2, 3]), kl.dirichlet([0.5, 0.5, 0.5])],
  Exponential: [kl.exponential(1.5), kl.exponential(2)],
  Gamma: [kl.gamma(2, 3), kl.gamma(0.3, 1)],
  Geometric: [kl.geometric(0.3), kl.geometric(0.6)],
  Gumbel: [kl.gumbel(0, 1), kl.gumbel(1, 2)],
  HalfCauchy: [kl.halfCauchy(1), kl.halfCauchy(2)],
  HalfNormal: [kl.halfNormal(1), kl.halfNormal(2)],
  Independent: [
    kl.independent([standard, kl.poisson(3)]),
    kl.independent([kl.normal(1, 1), kl.poisson(2)]),
  ],
  InverseGamma: [kl.inverseGamma(2, 3), kl.inverseGamma(1, 1)],
  Kumaraswamy: [kl.kumaraswamy(2, 3), kl.kumaraswamy(0.5, 0.7)],
  Laplace: [kl.laplace(0, 1), kl.laplace(1, 2)],
  LogNormal: [kl.logNormal(0, 1), kl.logNormal(1, 2)],
  LogUniform: [kl.logUniform(1, 2), kl.logUniform(0.5, 3)],
  Logistic: [kl.logistic(0, 1), kl.logistic(1, 2)],
  LowRankMultivariateNormal: [
    kl.lowRankMultivariateNormal([0, 0, 0], [[1], [2], [3]], [1, 2, 3]),
    kl.lowRankMultivariateNormal(
      [1, 0, 0],
      [
        [1, 0],
        [2, 1],
        [3, 1],
      ],
      [1, 1, 1],
    ),
  ],
  Mixture: [
    kl.mixture([1, 2], [standard, kl.normal(3, 0.5)]),
    kl.mixture([1, 1], [standard, kl.cauchy(0, 1)]),
  ],
  MultivariateNormal: [
    kl.multivariateNormal(
      [0, 0],
      [
        [2, 0.5],
        [0.5, 1],
      ],
    ),
    kl.multivariateNormal([1, 0], {
      scaleTril: [
        [1, 0],
        [0.5, 1],
      ],
    }),
  ],
  NegativeBinomial: [kl.negativeBinomial(3, 0.4), kl.negativeBinomial(2, 0.5)],
  Normal: [standard, kl.normal(1, 2)],
  Pareto: [kl.pareto(1, 2), kl.pareto(0.5, 3)],
  Poisson: [kl.poisson(3), kl.poisson(1)],
  Rayleigh: [kl.rayleigh(1), kl.rayleigh(2)],
  StudentT: [kl.studentT(3, 0, 1), kl.studentT(2, 1, 1)],
  Uniform: [kl.uniform(0, 1), kl.uniform(-1, 2)],
  VonMises: [kl.vonMises(0, 1), kl.vonMises(1, 2)],
  Weibull: [kl.weibull(1, 2), kl.weibull(2, 0.7)],
};

/** How many numbers a point of the pair above has, where it is not one. */
export const dimensions: Record<string, number> = {
  DiagonalNormal: 2,
  Dirichlet: 3,
  Independent: 2,
  LowRankMultivariateNormal: 3,
  MultivariateNormal: 2,
};

/** Points, and log density of the first of each pair there: mpmath, 50 digits, from the textbook's density. */
export const logDensities: Record<string, [points: number[], values: number[]]> = {
  Bernoulli: [
    [1, 0],
    [-1.2039728043259361, -0.35667494393873234],
  ],
  Beta: [
    [0.25, 0.9],
    [0.5232481437645479, -2.225624051857918],
  ],
  Binomial: [
    [2, 5],
    [-1.1753853474740235, -6.01986402162968],
  ],
  Categorical: [
    [0, 2],
    [-1.6094379124341003, -Math.LN2],
  ],
  Cauchy: [
    [0.5, -3],
    [-1.3678734371636099, -3.447314978843446],
  ],
  Chi2: [
    [0.5, 4],
    [-1.5155121234846454, -2.2257913526447273],
  ],
  ContinuousBernoulli: [
    [0.25, 1],
    [0.18208834184492548, -0.45338505344547725],
  ],
  DiagonalNormal: [
    [0.5, -1, 2, 3],
    [-3.1560242469692907, -5.031024246969291],
  ],
  Dirichlet: [[0.25, 0.25, 0.5], [1.3217558399823195]],
  Exponential: [
    [0, 3],
    [0.4054651081081644, -4.094534891891835],
  ],
  Gamma: [
    [0.5, 4],
    [0.004077396776274073, -8.41648106154389],
  ],
  Geometric: [
    [0, 4],
    [-1.2039728043259361, -2.6306725800808657],
  ],
  Gumbel: [
    [0.5, -2],
    [-1.1065306597126334, -5.38905609893065],
  ],
  HalfCauchy: [
    [0, 3],
    [-0.4515827052894549, -2.7541677982835004],
  ],
  HalfNormal: [
    [0, 3],
    [-0.22579135264472744, -4.725791352644728],
  ],
  Independent: [
    [0.5, 2, -1, 0],
    [-2.5398611364283985, -4.418938533204673],
  ],
  InverseGamma: [
    [0.5, 4],
    [-1.7233338809839447, -2.7116585060234524],
  ],
  Kumaraswamy: [
    [0.25, 0.9],
    [0.27638806583302206, -1.6350634600730736],
  ],
  Laplace: [
    [0.5, -3],
    [-1.1931471805599454, -3.6931471805599454],
  ],
  LogNormal: [
    [0.5, 3],
    [-0.46601785960382813, -2.6210253022790733],
  ],
  LogUniform: [
    [1, 1.5],
    [0.36651292058166435, -0.03895218752650006],
  ],
  Logistic: [
    [0.5, -3],
    [-1.4481539683602134, -3.097174703147484],
  ],
  LowRankMultivariateNormal: [[1, -1, 2], [-5.756602789708083]],
  Mixture: [
    [0, 3],
    [-2.017550760952865, -0.6284830610491371],
  ],
  MultivariateNormal: [
    [1, -1, 0, 0],
    [-3.2605421032341995, -2.1176849603770567],
  ],
  NegativeBinomial: [
    [0, 4],
    [-1.5324768712979722, -2.4895895976923823],
  ],
  Normal: [
    [0.5, -3],
    [-1.0439385332046727, -5.418938533204673],
  ],
  Pareto: [
    [1, 3],
    [Math.LN2, -2.6026896854443837],
  ],
  Poisson: [
    [0, 4],
    [-3.0, -1.7836046756755068],
  ],
  Rayleigh: [
    [0.5, 3],
    [-0.8181471805599453, -3.4013877113318904],
  ],
  StudentT: [
    [0.5, -3],
    [-1.1609742649705825, -3.773477571863291],
  ],
  Uniform: [
    [0, 0.5],
    [0.0, 0.0],
  ],
  VonMises: [
    [0.5, -3],
    [-1.1962088630261514, -3.0637839215169698],
  ],
  Weibull: [
    [0.5, 3],
    [-0.25, -7.208240530771945],
  ],
};
