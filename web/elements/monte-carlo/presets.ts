import type { Preset } from '../state.ts';

export const MONTE_CARLO_PRESETS: readonly Preset[] = [
  {
    name: { en: 'Weighted twice', zh: '重复加权' },
    question: {
      en: 'Why do the means of q·r fall away from the curve, and those of r not?',
      zh: '为什么 q·r 的均值偏离曲线，而 r 的均值不会？',
    },
    state: { of: 'example', mu: '2', samples: '100', estimator: 'k1' },
  },
  {
    name: { en: 'Ten draws', zh: '十次抽样' },
    question: {
      en: 'How far do means of only ten draws scatter? Take new seeds and watch the band.',
      zh: '只有十次抽样时，均值会散布多远？换几个种子，看看误差带。',
    },
    state: { of: 'example', mu: '2', samples: '10', estimator: 'k1' },
  },
  {
    name: { en: 'Ten thousand draws', zh: '一万次抽样' },
    question: {
      en: 'A hundred times as many draws: how much narrower is the band? And does it mend the wrong one?',
      zh: '抽样多一百倍，误差带窄了多少？错误的估计会因此变对吗？',
    },
    state: { of: 'example', mu: '2', samples: '10000', estimator: 'k1' },
  },
  {
    name: { en: 'Never negative', zh: '从不为负' },
    question: {
      en: 'Near P the means of r go below 0. Which estimator never does, and is still unbiased?',
      zh: '在 P 附近，r 的均值会小于 0。哪个估计从不为负，却仍然无偏？',
    },
    state: { of: 'example', mu: '0.3', samples: '100', estimator: 'k3' },
  },
  {
    name: { en: 'Bias', zh: '偏差' },
    question: {
      en: 'r²/2 is steady near P: how far from P may Q be for that to hold?',
      zh: 'r²/2 在 P 附近很稳定：Q 可以离 P 多远？',
    },
    state: { of: 'example', mu: '3', samples: '1000', estimator: 'k2' },
  },
  {
    name: { en: 'A heavy tail', zh: '重尾' },
    question: {
      en: 'Rare draws carry much of the sum: how long until the estimate settles?',
      zh: '少数罕见的抽样占了总和的大部分：估计要多久才稳定？',
    },
    state: {
      of: 'any',
      samples: '10000',
      p: 'Normal(loc=0, scale=1)',
      q: 'StudentT(df=3, loc=0, scale=1)',
    },
  },
  {
    name: { en: 'Counts', zh: '计数' },
    question: {
      en: 'Does it work for discrete distributions? The mean of the log ratio asks for no integral.',
      zh: '对离散分布也适用吗？对数比的均值不需要任何积分。',
    },
    state: {
      of: 'any',
      samples: '1000',
      p: 'Poisson(rate=3)',
      q: 'NegativeBinomial(totalCount=3, probs=0.5)',
    },
  },
];
