import type { Preset } from '../state.ts';

/** `call` marks one of the calls. */
export const TORCH_PRESETS: readonly Preset[] = [
  {
    name: { en: 'Log first', zh: '先取对数' },
    question: {
      en: 'Which argument of F.kl_div comes first, and which is a logarithm?',
      zh: 'F.kl_div 的哪个参数在前，哪个是对数？',
    },
    state: { p: '0.4, 0.6', q: '0.3, 0.7', call: 'sum' },
  },
  {
    name: { en: 'Both in logarithms', zh: '两者都取对数' },
    question: {
      en: 'What does log_target=True change?',
      zh: 'log_target=True 改变了什么？',
    },
    state: { p: '0.4, 0.6', q: '0.3, 0.7', call: 'logTarget' },
  },
  {
    name: { en: 'Forgotten log', zh: '忘了取对数' },
    question: {
      en: 'Why is my loss negative?',
      zh: '为什么损失是负数？',
    },
    state: { p: '0.4, 0.6', q: '0.3, 0.7', call: 'noLog' },
  },
  {
    name: { en: 'Swapped', zh: '参数颠倒' },
    question: {
      en: 'Which divergence is F.kl_div(P.log(), Q)?',
      zh: 'F.kl_div(P.log(), Q) 是哪个散度？',
    },
    state: { p: '0.1, 0.2, 0.7', q: '0.3, 0.3, 0.4', call: 'swapped' },
  },
  {
    name: { en: 'Scores', zh: 'logit' },
    question: {
      en: 'My network returns scores: which softmax goes where?',
      zh: '网络输出 logit：哪个 softmax 放在哪里？',
    },
    state: { p: '1.5, -2, 0.25', q: '0, 1, -1', form: 'logits', call: 'softmax' },
  },
  {
    name: { en: 'Logits in rows', zh: '多行 logit' },
    question: {
      en: 'How does a batch of logits become one number?',
      zh: '一批 logit 如何变成一个数？',
    },
    state: {
      p: '1, 2, 3\n0, -1, 4',
      q: '3, 2, 1\n0.5, 0.5, 2',
      form: 'logits',
      call: 'categoricalLogits',
    },
  },
  {
    name: { en: 'mean or batchmean', zh: 'mean 与 batchmean' },
    question: {
      en: 'Why does nn.KLDivLoss() return a third of batchmean, and is either the divergence?',
      zh: '为什么 nn.KLDivLoss() 是 batchmean 的三分之一？它们是散度吗？',
    },
    state: {
      p: '[[.8,.1,.1],\n [.1,.7,.2],\n [.5,.2,.3],\n [.4,.3,.3]]',
      q: '[[-2,-6,-8],\n [-7,-1,-2],\n [-1,-9,-2.3],\n [-1.9,-2.8,-5.4]]',
      form: 'arguments',
      call: 'loss',
    },
  },
  {
    name: { en: 'Zeros', zh: '零' },
    question: {
      en: 'Where does the NaN come from?',
      zh: 'NaN 从哪里来？',
    },
    state: { p: '0, 0.5, 0.5', q: '0, 0.4, 0.6', call: 'sum' },
  },
  {
    name: { en: 'Counts', zh: '计数' },
    question: {
      en: 'Who divides by the sum, and who does not?',
      zh: '谁会除以总和，谁不会？',
    },
    state: { p: '1, 2, 7', q: '3, 3, 4', form: 'weights', call: 'notNormalized' },
  },
  {
    name: { en: 'Nearly equal', zh: '几乎相等' },
    question: {
      en: 'How many digits are left when Q is close to P?',
      zh: '当 Q 接近 P 时，还剩多少位有效数字？',
    },
    state: { p: '0.1, 0.2, 0.7', q: '0.10000001, 0.2, 0.69999999', call: 'sum' },
  },
];
