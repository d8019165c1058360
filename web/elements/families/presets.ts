import type { Preset } from '../state.ts';

export const FAMILIES_PRESETS: readonly Preset[] = [
  {
    name: { en: 'Normal and Laplace', zh: '正态与拉普拉斯' },
    question: {
      en: 'Which mistake costs more: to take light tails for heavy ones, or heavy ones for light?',
      zh: '把轻尾当成重尾，还是把重尾当成轻尾，哪种错误代价更大？',
    },
    state: { p: 'Normal(loc=0, scale=1)', q: 'Laplace(loc=0, scale=1)' },
  },
  {
    name: { en: 'Heavy tail', zh: '重尾' },
    question: {
      en: 'Why is it infinite to model Student’s t of 2 degrees of freedom as a normal, but not the other way round?',
      zh: '为什么用正态分布去描述自由度为 2 的 t 分布是无穷大，反过来却不是？',
    },
    state: { p: 'StudentT(df=2, loc=0, scale=1)', q: 'Normal(loc=0, scale=1)' },
  },
  {
    name: { en: 'Support', zh: '支撑集' },
    question: {
      en: 'What may a model never do? Give no mass to what can happen.',
      zh: '模型绝不能做什么？对可能发生的事不给概率。',
    },
    state: { p: 'Normal(loc=0, scale=1)', q: 'Uniform(low=-2, high=2)' },
  },
  {
    name: { en: 'Covering two modes', zh: '覆盖两个峰' },
    question: {
      en: 'One normal for two peaks: which direction wants Q to cover both, and which is content with one? Drag Q.',
      zh: '用一个正态描述两个峰：哪个方向要求 Q 覆盖两个峰，哪个方向满足于一个？拖动 Q 试试。',
    },
    state: {
      p: '0.5 Normal(loc=-2, scale=0.7) + 0.5 Normal(loc=2, scale=0.7)',
      q: 'Normal(loc=0, scale=2.12)',
    },
  },
  {
    name: { en: 'Gamma and Exponential', zh: '伽马与指数' },
    question: {
      en: 'An exponential is a gamma of concentration 1: does the divergence vanish there?',
      zh: '指数分布就是 concentration 为 1 的伽马分布：散度在那里变为 0 吗？',
    },
    state: { p: 'Gamma(concentration=2, rate=2)', q: 'Exponential(rate=1)' },
  },
  {
    name: { en: 'Poisson and Binomial', zh: '泊松与二项' },
    question: {
      en: 'How good is the law of rare events at n = 20? And why is one direction infinite?',
      zh: 'n = 20 时稀有事件定律有多准？为什么一个方向是无穷大？',
    },
    state: { p: 'Binomial(totalCount=20, probs=0.15)', q: 'Poisson(rate=3)' },
  },
  {
    name: { en: 'Overdispersed counts', zh: '过度离散的计数' },
    question: {
      en: 'The same mean, but twice the variance: what does a Poisson model of it cost?',
      zh: '均值相同，方差加倍：用泊松模型描述它的代价是多少？',
    },
    state: { p: 'NegativeBinomial(totalCount=3, probs=0.5)', q: 'Poisson(rate=3)' },
  },
  {
    name: { en: 'Beta and Uniform', zh: 'Beta 与均匀' },
    question: {
      en: 'How much does a posterior of 7 heads and 3 tails know that the flat prior did not?',
      zh: '看到 7 正 3 反之后的后验，比均匀先验多知道多少？',
    },
    state: {
      p: 'Beta(concentration1=8, concentration0=4)',
      q: 'Uniform(low=0, high=1)',
      unit: 'bits',
    },
  },
  {
    name: { en: 'Directions', zh: '方向数据' },
    question: {
      en: 'Wind from one side against wind from anywhere: how concentrated must it be to tell?',
      zh: '来自一侧的风与来自任意方向的风：要多集中才能区分？',
    },
    state: {
      p: 'VonMises(loc=0, concentration=2)',
      q: 'VonMises(loc=0, concentration=0)',
    },
  },
  {
    name: { en: 'Dirichlet', zh: '狄利克雷' },
    question: {
      en: 'Two beliefs about the shares of three parties: how far apart are they?',
      zh: '关于三个政党份额的两种看法：相差多远？',
    },
    state: { p: 'Dirichlet(concentration=[6, 3, 2])', q: 'Dirichlet(concentration=[2, 2, 2])' },
  },
];
