import { words } from './lang.ts';

/** Titles, legends and text alternatives of the figures of finite distributions. Names of outcomes come in as they are shown. */
export const finiteFigureWords = words({
  en: {
    probability: 'Probability',
    outcome: (name: string) => `outcome ${name}`,
    bars: (count: number) =>
      `Bars of P and Q over ${count} ${count === 1 ? 'outcome' : 'outcomes'}.`,
    same: 'They are the same.',
    differ: (outcome: string, p: string, q: string) =>
      `They differ most at ${outcome}: P has ${p}, Q has ${q}.`,
    before: 'before',
    probabilityOf: (which: string, outcome: string) => `${which} of ${outcome}`,
    contributions: (unit: string) => `Contribution of each outcome, ${unit}`,
    contributionsShort: (unit: string) => `Contributions, ${unit}`,
    contributionsAre: 'Contribution of each outcome: p log(p/q) to D(P‖Q), q log(q/p) to D(Q‖P).',
    allZero: 'Every one is 0.',
    addsMost: (direction: string, outcome: string, amount: string, unit: string) =>
      `To ${direction}, ${outcome} adds most, ${amount} ${unit}`,
    takesMost: (outcome: string, amount: string, unit: string) =>
      `; ${outcome} takes away most, ${amount} ${unit}`,
    end: '.',
    asymmetries: (unit: string) => `Asymmetry of each outcome, ${unit}`,
    asymmetriesShort: (unit: string) => `Asymmetry, ${unit}`,
    asymmetriesAre: 'How much more each outcome adds to D(P‖Q) than to D(Q‖P).',
    leansMost: (outcome: string, amount: string, unit: string) =>
      `Most at ${outcome}: ${amount} ${unit}.`,
    toForward: 'for D(P‖Q)',
    toReverse: 'for D(Q‖P)',
    balance: 'Balance',
    bothInfinite: 'Both divergences are infinite.',
    equal: (value: string, unit: string) => `D(P‖Q) and D(Q‖P) are equal, ${value} ${unit}.`,
    exceeds: (more: string, less: string, amount: string, unit: string) =>
      `${more} exceeds ${less} by ${amount} ${unit}.`,
  },
  zh: {
    probability: '概率',
    outcome: (name: string) => `结果 ${name}`,
    bars: (count: number) => `P 与 Q 在 ${count} 个结果上的条形图。`,
    same: '两者相同。',
    differ: (outcome: string, p: string, q: string) =>
      `差别最大的是${outcome}：P 为 ${p}，Q 为 ${q}。`,
    before: '拖动前',
    probabilityOf: (which: string, outcome: string) => `${which} 在${outcome}的概率`,
    contributions: (unit: string) => `各结果的贡献（${unit}）`,
    contributionsShort: (unit: string) => `贡献（${unit}）`,
    contributionsAre: '各结果的贡献：对 D(P‖Q) 为 p log(p/q)，对 D(Q‖P) 为 q log(q/p)。',
    allZero: '全部为 0。',
    addsMost: (direction: string, outcome: string, amount: string, unit: string) =>
      `对 ${direction}，${outcome}增加最多，为 ${amount} ${unit}`,
    takesMost: (outcome: string, amount: string, unit: string) =>
      `；${outcome}减少最多，为 ${amount} ${unit}`,
    end: '。',
    asymmetries: (unit: string) => `各结果的不对称性（${unit}）`,
    asymmetriesShort: (_unit: string) => '不对称性', // the unit stands in the figure above
    asymmetriesAre: '各结果对 D(P‖Q) 的贡献比对 D(Q‖P) 的多多少。',
    leansMost: (outcome: string, amount: string, unit: string) =>
      `最大的是${outcome}：${amount} ${unit}。`,
    toForward: '偏向 D(P‖Q)',
    toReverse: '偏向 D(Q‖P)',
    balance: '对比',
    bothInfinite: '两个散度都是无穷大。',
    equal: (value: string, unit: string) => `D(P‖Q) 与 D(Q‖P) 相等，为 ${value} ${unit}。`,
    exceeds: (more: string, less: string, amount: string, unit: string) =>
      `${more} 比 ${less} 大 ${amount} ${unit}。`,
  },
});
