import type { Preset } from './state.ts';

const ZIPF = Array.from({ length: 20 }, (_, i) => (i === 0 ? '1' : `1/${i + 1}`)).join(', ');

// Per cent of letters in running text; Q of German.
const ENGLISH =
  'a: 8.2, b: 1.5, c: 2.8, d: 4.3, e: 12.7, f: 2.2, g: 2, h: 6.1, i: 7, j: 0.15, k: 0.77, l: 4, m: 2.4, ' +
  'n: 6.7, o: 7.5, p: 1.9, q: 0.095, r: 6, s: 6.3, t: 9.1, u: 2.8, v: 0.98, w: 2.4, x: 0.15, y: 2, z: 0.074';
const GERMAN =
  'a: 6.52, b: 1.89, c: 2.73, d: 5.08, e: 16.4, f: 1.66, g: 3.01, h: 4.58, i: 6.55, j: 0.27, k: 1.42, l: 3.44, m: 2.53, ' +
  'n: 9.78, o: 2.59, p: 0.67, q: 0.018, r: 7, s: 7.27, t: 6.15, u: 4.17, v: 0.85, w: 1.92, x: 0.034, y: 0.039, z: 1.13';

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
    name: { en: 'Biased coin', zh: '不公平的硬币' },
    question: {
      en: 'How many tosses unmask a coin that shows heads nine times in ten?',
      zh: '一枚十次有九次正面的硬币，要抛多少次才会露馅？',
    },
    state: { p: 'heads: 0.9, tails: 0.1', q: 'heads: 0.5, tails: 0.5' },
  },
  {
    name: { en: 'Loaded die', zh: '灌铅骰子' },
    question: {
      en: 'Half of all throws are a six: which faces give the die away?',
      zh: '一半的投掷是六点：哪些面最能暴露这颗骰子？',
    },
    state: { p: '1/10, 1/10, 1/10, 1/10, 1/10, 1/2', q: '1/6, 1/6, 1/6, 1/6, 1/6, 1/6' },
  },
  {
    name: { en: 'Samples', zh: '样本' },
    question: {
      en: 'How far apart are two samples, one of five values and one of ten?',
      zh: '两个样本，一个有五个值，一个有十个，相差多远？',
    },
    state: { p: '1, 1, 2, 2, 3', q: '1, 1, 1, 1, 1, 2, 3, 3, 3, 3', form: 'samples', unit: 'bits' },
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
    name: { en: 'Logits', zh: 'logit' },
    question: {
      en: 'A classifier gives scores, not probabilities: how far is its student, after softmax?',
      zh: '分类器给出的是分数而不是概率：经过 softmax 后，它的学生差多远？',
    },
    state: { p: 'cat: 2, dog: 1, bird: 0.1', q: 'cat: 1, dog: 1, bird: 0.5', form: 'logits' },
  },
  {
    name: { en: 'Next word', zh: '下一个词' },
    question: {
      en: 'Two language models print log-probabilities: how surprised is one by the other?',
      zh: '两个语言模型给出对数概率：一个会对另一个多惊讶？',
    },
    state: {
      p: 'the: -0.5108256, a: -1.2039728, an: -2.3025851',
      q: 'the: -0.3566749, a: -1.6094379, an: -2.3025851',
      form: 'log-probabilities',
      unit: 'bits',
    },
  },
  {
    name: { en: 'Zero in Q', zh: 'Q 中有零' },
    question: {
      en: 'Why is one direction infinite and the other not?',
      zh: '为什么一个方向是无穷大，另一个不是？',
    },
    state: { p: '0.5, 0.3, 0.2', q: '0.6, 0.4, 0' },
  },
  {
    name: { en: 'Zero in P', zh: 'P 中有零' },
    question: {
      en: 'What does an outcome add that never happens, but that the model expects?',
      zh: '一个从不发生、但模型认为会发生的结果，贡献是多少？',
    },
    state: { p: '0.5, 0.5, 0', q: '0.4, 0.4, 0.2' },
  },
  {
    name: { en: 'Unforeseen snow', zh: '没料到的雪' },
    question: {
      en: 'The forecast has never heard of snow: what would mend it?',
      zh: '天气预报从没听说过雪：怎样补救？',
    },
    state: { p: 'sun: 0.5, rain: 0.3, snow: 0.2', q: 'sun: 0.6, rain: 0.4' },
  },
  {
    name: { en: 'Disjoint', zh: '互不相交' },
    question: {
      en: 'Nothing in common: which measures still tell something?',
      zh: '毫无共同之处：哪些度量仍然有意义？',
    },
    state: { p: '0.5, 0.5, 0, 0', q: '0, 0, 0.5, 0.5' },
  },
  {
    name: { en: 'Rare event', zh: '罕见事件' },
    question: {
      en: 'What does it cost to hold for a thousand times rarer what happens once in a thousand?',
      zh: '把千分之一的事当成再罕见一千倍，代价是多少？',
    },
    state: { p: '0.999, 0.001', q: '0.999999, 0.000001' },
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
  {
    name: { en: 'Code lengths', zh: '码长' },
    question: {
      en: 'How many bits a symbol does a code for equal chances waste here?',
      zh: '为等概率设计的编码在这里每个符号浪费多少比特？',
    },
    state: { p: '1/2, 1/4, 1/8, 1/8', q: '1/4, 1/4, 1/4, 1/4', unit: 'bits' },
  },
  {
    name: { en: 'Mode covering', zh: '覆盖各峰' },
    question: {
      en: 'Q spreads over both peaks of P: which direction likes that?',
      zh: 'Q 铺开覆盖 P 的两个峰：哪个方向更满意？',
    },
    state: {
      p: '1 4 12 25 12 4 2 4 12 25 12 4 1',
      q: '5 7 9 10 11 11 12 11 11 10 9 7 5',
      form: 'weights',
    },
  },
  {
    name: { en: 'Mode seeking', zh: '追逐一峰' },
    question: {
      en: 'Q sits on one peak of P: which direction forgives it?',
      zh: 'Q 只占据 P 的一个峰：哪个方向会原谅它？',
    },
    state: {
      p: '1 4 12 25 12 4 2 4 12 25 12 4 1',
      q: '1 5 22 46 22 5 1 0.1 0.1 0.1 0.1 0.1 0.1',
      form: 'weights',
    },
  },
  {
    name: { en: 'Heavy tail', zh: '重尾' },
    question: {
      en: 'P falls as 1/k², Q halves at every step: where does the divergence come from?',
      zh: 'P 按 1/k² 下降，Q 每步减半：散度来自哪里？',
    },
    state: {
      p: '1, 1/4, 1/9, 1/16, 1/25, 1/36, 1/49, 1/64, 1/81, 1/100, 1/121, 1/144',
      q: '1, 1/2, 1/4, 1/8, 1/16, 1/32, 1/64, 1/128, 1/256, 1/512, 1/1024, 1/2048',
      form: 'weights',
    },
  },
  {
    name: { en: 'Zipf', zh: '齐普夫' },
    question: {
      en: 'How far are word frequencies, 1/k, from a vocabulary of equal words?',
      zh: '词频按 1/k 分布，与各词等频的词表相差多远？',
    },
    state: { p: ZIPF, q: Array(20).fill('1').join(', '), form: 'weights', unit: 'bits' },
  },
  {
    name: { en: 'Letters', zh: '字母' },
    question: {
      en: 'How many letters of English does it take to see that they are not German?',
      zh: '要看多少个英文字母才能看出它们不是德文？',
    },
    state: { p: ENGLISH, q: GERMAN, form: 'weights', unit: 'bits' },
  },
];
