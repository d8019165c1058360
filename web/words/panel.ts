import { words } from './lang.ts';

/** Why a divergence is infinite, as the module names it. */
export type InfinityName =
  | 'outside-support'
  | 'overflow'
  | 'support'
  | 'discrete-in-continuous'
  | 'expectation';

/** What all panels say. Symbols such as D(P‖Q) are the same in every language. */
export const panelWords = words({
  en: {
    examples: 'Examples',
    unit: 'Unit',
    units: { nats: 'nats', bits: 'bits', bans: 'bans' },
    stale: 'These are the last values that could be used.',
    notDrawn: (reason: string) => `This figure cannot be drawn: ${reason}.`,
    asymmetry: 'asymmetry',
    bothInfinite: 'Both are ∞: neither exceeds the other.',
    infiniteAt: (model: string, from: string, outcome: string) =>
      `${model}[${outcome}] is 0 where ${from}[${outcome}] is not.`,
    infinite: (reason: string) => `Infinite: ${reason}.`,
    because: (from: string, model: string): Record<InfinityName, string> => ({
      'outside-support': `an outcome has weight in ${from} and none in ${model}`,
      overflow: 'it exceeds the largest double',
      support: `${from} has mass where ${model} has none: one such outcome rules ${model} out`,
      'discrete-in-continuous':
        'one of the two is discrete and the other has a density: no outcome has mass in both',
      expectation: `the tails of ${from} are too heavy for ${model}: far out, log(p/q) grows faster than the density of ${from} falls, so its mean diverges`,
    }),
    spoken: (forward: string, reverse: string, asymmetry: string, unit: string) =>
      `D(P‖Q) ${forward} ${unit}, D(Q‖P) ${reverse} ${unit}, asymmetry ${asymmetry} ${unit}.`,
    measures: {
      entropy: 'entropy',
      crossEntropy: 'cross-entropy',
      jeffreys: 'Jeffreys',
      jensenShannon: 'Jensen–Shannon',
      totalVariation: 'total variation',
      hellinger: 'Hellinger',
      bhattacharyya: 'Bhattacharyya',
      wasserstein: 'Wasserstein, in the unit of x',
      chiSquared: 'χ²',
    },
    found: (direction: string, method: string, error: string) =>
      `${direction}: ${method}, error at most ${error}`,
    methods: {
      sum: 'sum',
      'closed form': 'closed form',
      'finite sum': 'finite sum',
      series: 'series',
      quadrature: 'quadrature',
      infinite: 'infinite',
    },
    meaning: 'What it means',
    coding: (cost: string, unit: string) =>
      `Who codes outcomes of P with a code made for Q spends ${cost} ${unit} more on each.`,
    samples: (count: string) =>
      `About ${count} from P tell P from Q at 95 %: after so many, the likelihood ratio is 20 to 1 on average.`,
    draws: (count: string) => (count === '1' ? '1 observation' : `${count} observations`),
    farOut:
      'Evidence has no mean: a single outcome far out may be worth any amount of it, so no number of observations can be named.',
    oneDraw: 'A single outcome that Q excludes tells P from Q for certain.',
    never: 'P and Q are the same: no number of observations tells them apart.',
    code: 'The same in code',
    copy: 'Copy',
    copied: 'Copied',
    language: 'Language',
  },
  zh: {
    examples: '示例',
    unit: '单位',
    units: { nats: '奈特', bits: '比特', bans: '班' },
    stale: '显示的是最近一次可用的数值。',
    notDrawn: (reason: string) => `无法绘制此图：${reason}。`,
    asymmetry: '不对称性',
    bothInfinite: '两者都是 ∞，谁也不比谁大。',
    infiniteAt: (model: string, from: string, outcome: string) =>
      `${from}[${outcome}] 不为 0，而 ${model}[${outcome}] 为 0。`,
    infinite: (reason: string) => `无穷大：${reason}。`,
    because: (from: string, model: string): Record<InfinityName, string> => ({
      'outside-support': `有一个结果在 ${from} 中有权重，而在 ${model} 中没有`,
      overflow: '它超过了最大的双精度数',
      support: `${from} 在 ${model} 没有概率的地方有概率：出现一个这样的结果就能排除 ${model}`,
      'discrete-in-continuous': '一个是离散分布，另一个有密度：没有结果在两者中都有概率',
      expectation: `对 ${model} 来说 ${from} 的尾部太重：在远处 log(p/q) 的增长快于 ${from} 密度的衰减，其均值发散`,
    }),
    spoken: (forward: string, reverse: string, asymmetry: string, unit: string) =>
      `D(P‖Q) 为 ${forward} ${unit}，D(Q‖P) 为 ${reverse} ${unit}，不对称性为 ${asymmetry} ${unit}。`,
    measures: {
      entropy: '熵',
      crossEntropy: '交叉熵',
      jeffreys: 'Jeffreys 散度',
      jensenShannon: 'Jensen–Shannon 散度',
      totalVariation: '全变差距离',
      hellinger: 'Hellinger 距离',
      bhattacharyya: 'Bhattacharyya 距离',
      wasserstein: 'Wasserstein 距离，单位同 x',
      chiSquared: 'χ² 散度',
    },
    found: (direction: string, method: string, error: string) =>
      `${direction}：${method}，误差不超过 ${error}`,
    methods: {
      sum: '求和',
      'closed form': '闭式解',
      'finite sum': '有限求和',
      series: '级数',
      quadrature: '数值积分',
      infinite: '无穷大',
    },
    meaning: '含义',
    coding: (cost: string, unit: string) =>
      `用为 Q 设计的编码去编码来自 P 的结果，每个结果平均多花 ${cost} ${unit}。`,
    samples: (count: string) =>
      `大约需要来自 P 的 ${count} 才能以 95 % 的把握区分 P 与 Q：此时平均似然比为 20 比 1。`,
    draws: (count: string) => `${count} 个观测`,
    farOut: '证据没有均值：单个远处的结果就可能提供任意多的证据，因此无法给出所需的观测数。',
    oneDraw: '只要出现一个被 Q 排除的结果，就能确定地区分 P 与 Q。',
    never: 'P 与 Q 相同：观测再多也无法区分。',
    code: '对应的代码',
    copy: '复制',
    copied: '已复制',
    language: '语言',
  },
});
