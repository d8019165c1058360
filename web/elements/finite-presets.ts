import type { Preset } from './state.ts';

export const FINITE_PRESETS: readonly Preset[] = [
  {
    name: { en: 'Two coins', zh: '两枚硬币' },
    question: {
      en: 'What does it cost to take a coin with 60 % tails for one with 70 %?',
      zh: '把反面概率 60 % 的硬币当成 70 % 的，代价是多少？',
    },
    state: { p: '0.4, 0.6', q: '0.3, 0.7' },
  },
  {
    name: { en: 'Counts of samples', zh: '样本计数' },
    question: {
      en: 'How do counts become distributions, when one sample has five values and the other ten?',
      zh: '一个样本有五个值，另一个有十个，计数如何变成分布？',
    },
    state: { p: '2 2 1', q: '5 1 4', form: 'weights', unit: 'bits' },
  },
  {
    name: { en: 'Zero in Q', zh: 'Q 中有零' },
    question: {
      en: 'Why is one direction infinite and the other not?',
      zh: '为什么一个方向是无穷大，另一个不是？',
    },
    state: { p: '0.5, 0.3, 0.2', q: '0.6, 0.4, 0' },
  },
  // Twice 1e-8 squared: a sum of p log(p/q) in doubles keeps no digit of it.
  {
    name: { en: 'Nearly equal', zh: '几乎相等' },
    question: {
      en: 'How small is the divergence when Q is off by one part in a hundred million?',
      zh: 'Q 只偏离一亿分之一时，散度有多小？',
    },
    state: { p: '0.5, 0.5', q: '0.50000001, 0.49999999' },
  },
  {
    name: { en: 'Identical', zh: '完全相同' },
    question: { en: 'When is it exactly 0?', zh: '什么时候恰好为 0？' },
    state: { p: '0.2, 0.3, 0.5', q: '0.2, 0.3, 0.5' },
  },
];
