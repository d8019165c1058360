import type { Preset } from './state.ts';

export const GAUSSIAN_PRESETS: readonly Preset[] = [
  {
    name: { en: 'N(0, 1) and N(1, 2)', zh: 'N(0, 1) 与 N(1, 2)' },
    question: {
      en: 'Is it worse to take the narrow one for the wide one, or the other way round?',
      zh: '把窄的当成宽的更糟，还是反过来更糟？',
    },
    state: { muP: '0', sigmaP: '1', muQ: '1', sigmaQ: '2' },
  },
  {
    name: { en: 'Against the standard normal', zh: '与标准正态相比' },
    question: {
      en: 'What does the regulariser of a variational autoencoder charge for this code?',
      zh: '变分自编码器的正则项对这个编码收取多少？',
    },
    state: { muP: '1', sigmaP: '0.5', muQ: '0', sigmaQ: '1' },
  },
  {
    name: { en: 'Only the means differ', zh: '只有均值不同' },
    question: {
      en: 'When is the divergence the same in both directions?',
      zh: '什么时候两个方向的散度相同？',
    },
    state: { muP: '0', sigmaP: '1', muQ: '1.5', sigmaQ: '1' },
  },
  {
    name: { en: 'A model too narrow', zh: '过窄的模型' },
    question: {
      en: 'Q sits on the peak of P and misses its flanks: which direction minds?',
      zh: 'Q 只盖住 P 的峰，漏掉两侧：哪个方向更在意？',
    },
    state: { muP: '0', sigmaP: '2', muQ: '0', sigmaQ: '0.5' },
  },
  {
    name: { en: 'A model too wide', zh: '过宽的模型' },
    question: {
      en: 'Q covers all of P and much beside: why is that so much cheaper?',
      zh: 'Q 盖住整个 P，还多出许多：为什么代价小得多？',
    },
    state: { muP: '0', sigmaP: '0.5', muQ: '0', sigmaQ: '2' },
  },
  {
    name: { en: 'Far apart', zh: '相距很远' },
    question: {
      en: 'Ten standard deviations between them: is the divergence still finite?',
      zh: '相距十个标准差：散度仍然有限吗？',
    },
    state: { muP: '0', sigmaP: '1', muQ: '10', sigmaQ: '1' },
  },
  {
    name: { en: 'Nearly equal', zh: '几乎相等' },
    question: {
      en: 'How small is the divergence when σ is off by one part in a hundred million?',
      zh: 'σ 只偏离一亿分之一时，散度有多小？',
    },
    state: { muP: '0', sigmaP: '1', muQ: '0', sigmaQ: '1.00000001' },
  },
];
