import { words } from './lang.ts';

/** What the panel of any two distributions says. Names of families and of parameters are those of programs everywhere. */
export const familiesWords = words({
  en: {
    family: (which: string) => `family of ${which}`,
    asText: (which: string) => `${which} as text`,
    textHint:
      'As text, distributions can be typed, pasted and mixed: 0.3 Normal(0, 1) + 0.7 Laplace(4, 1). Points in the figure can be dragged.',
    given: (which: string) => `${which} given by`,
    parameter: (name: string, which: string) => `${name} of ${which}`,
    slider: (name: string, which: string) => `slider of ${name} of ${which}`,
    roles: { p: 'the truth', q: 'the model' },
    groups: {
      line: 'On the whole line',
      positive: 'On the positive half-line',
      interval: 'On an interval',
      counts: 'Discrete',
      vectors: 'Of vectors',
      made: 'Made of others',
    },
    heights: 'Height',
    linear: 'linear',
    log: 'logarithmic',
    found: 'How the numbers were found',
    ways: (p: string, q: string) => ({
      sum: 'the terms were summed.',
      'closed form': `a formula gives it: entropies and means are known of these families, and it is −H(${p}) less the mean of log ${q.toLowerCase()} under ${p}.`,
      'finite sum': 'finitely many outcomes have mass, and their terms were summed.',
      series:
        'the terms of infinitely many outcomes were summed until a bound of the rest was too small to matter.',
      quadrature: `no formula is known for this pair: the integral of ${p.toLowerCase()} log(${p.toLowerCase()}/${q.toLowerCase()}) was computed numerically, ever finer until the estimate of its error was small.`,
      infinite: 'it is infinite, as said above.',
    }),
    off: (error: string, unit: string, isEstimate: boolean) =>
      isEstimate
        ? `The estimate of its error is ${error} ${unit}.`
        : `Its error is at most ${error} ${unit}.`,
    figures: {
      scatter: (dimension: number) =>
        dimension > 2 ? `Draws: the first 2 of ${dimension} numbers` : 'Draws',
      scatterSay: (p: string, q: string, dimension: number) =>
        `Draws of P, ${p}, and of Q, ${q}: ${dimension > 2 ? `the first two of ${dimension} numbers` : 'two numbers each'}.`,
    },
    notComparable: 'One is discrete and the other has a density: they share no axis.',
    tooMany: 'Too many outcomes to be drawn.',
    holds: (parameter: string, value: string) => `${parameter} ${value}`,
  },
  zh: {
    family: (which: string) => `${which} 的分布族`,
    asText: (which: string) => `${which} 的文本`,
    textHint:
      '分布可以用文本输入、粘贴或混合：0.3 Normal(0, 1) + 0.7 Laplace(4, 1)。图中的点可以拖动。',
    given: (which: string) => `${which} 的参数形式`,
    parameter: (name: string, which: string) => `${which} 的 ${name}`,
    slider: (name: string, which: string) => `${which} 的 ${name} 滑块`,
    roles: { p: '真实分布', q: '模型' },
    groups: {
      line: '整条实数轴上',
      positive: '正半轴上',
      interval: '区间上',
      counts: '离散',
      vectors: '向量',
      made: '由其他分布组成',
    },
    heights: '纵轴',
    linear: '线性',
    log: '对数',
    found: '数值是如何得到的',
    ways: (p: string, q: string) => ({
      sum: '各项之和。',
      'closed form': `由公式给出：这些分布族的熵与均值都有已知公式，它等于 −H(${p}) 减去 log ${q.toLowerCase()} 在 ${p} 下的均值。`,
      'finite sum': '只有有限个结果有概率，对它们的各项求和。',
      series: '对无穷多个结果的各项求和，直到余项的界小到无关紧要。',
      quadrature: `这一对没有已知公式：对 ${p.toLowerCase()} log(${p.toLowerCase()}/${q.toLowerCase()}) 作数值积分，不断细分，直到误差的估计足够小。`,
      infinite: '它是无穷大，原因见上。',
    }),
    off: (error: string, unit: string, isEstimate: boolean) =>
      isEstimate ? `误差的估计为 ${error} ${unit}。` : `误差不超过 ${error} ${unit}。`,
    figures: {
      scatter: (dimension: number) =>
        dimension > 2 ? `抽样：${dimension} 个数中的前两个` : '抽样',
      scatterSay: (p: string, q: string, dimension: number) =>
        `P（${p}）与 Q（${q}）的抽样：${dimension > 2 ? `${dimension} 个数中的前两个` : '每个两个数'}。`,
    },
    notComparable: '一个是离散分布，另一个有密度：它们没有共同的坐标轴。',
    tooMany: '结果太多，无法绘出。',
    holds: (parameter: string, value: string) => `${parameter} 为 ${value}`,
  },
});
