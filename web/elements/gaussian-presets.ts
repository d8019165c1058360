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
    name: { en: 'Nearly equal', zh: '几乎相等' },
    question: {
      en: 'How small is the divergence when σ is off by one part in a hundred million?',
      zh: 'σ 只偏离一亿分之一时，散度有多小？',
    },
    state: { muP: '0', sigmaP: '1', muQ: '0', sigmaQ: '1.00000001' },
  },
];
