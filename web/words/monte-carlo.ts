import { words } from './lang.ts';

/** What is averaged over draws x from Q to estimate D(Q‖P), with r = log q(x) − log p(x). */
export type EstimatorName = 'k1' | 'k2' | 'k3' | 'density-weighted';

/** What the panel of Monte Carlo estimates says. */
export const monteCarloWords = words({
  en: {
    of: 'Estimate',
    example: 'P = N(0, 1), Q = N(μ, 1)',
    any: 'any two distributions',
    mu: 'μ of Q',
    muSlider: 'mean of Q',
    samples: 'draws from Q',
    samplesSlider: 'number of draws',
    seed: 'seed',
    seedSlider: 'seed of the draws',
    newSeed: 'New seed',
    estimator: 'Mean of',
    whole: (name: string, value: string, least: string, most: string) =>
      `${name} is ${value}: it must be a whole number from ${least} to ${most}.`,
    finite: (name: string, value: string) => `${name} is ${value}: it must be a finite number.`,
    estimate: (name: string) => `D(Q‖P) by ${name}`,
    weighted: 'by q·r, which is wrong',
    draws: (count: string) => `${count} draws`,
    standardError: (error: string) => `standard error ${error}`,
    off: (times: string) => `off by ${times} times that`,
    what: 'What is averaged',
    lead: 'Draws x come from Q, and r = log q(x) − log p(x). D(Q‖P) is the mean of r under Q, so a plain mean over the draws estimates it. (The page’s other direction, D(P‖Q), needs draws from P.)',
    kinds: {
      k1: 'Right: unbiased. A single mean may be negative, although the divergence is not.',
      k2: 'Never negative and of little variance while Q is near P; biased, and the more so the farther they are apart.',
      k3: 'Unbiased, since e⁻ʳ = p/q has the mean 1 under Q wherever Q covers P; and never negative, draw by draw.',
      'density-weighted':
        'Wrong: the draws already come in proportion to q. To multiply by q again weights by the density twice: the mean is ∫ q² log(q/p), not ∫ q log(q/p).',
    } satisfies Record<EstimatorName, string>,
    sweep: (unit: string) => `Estimates of D(Q‖P) over μ, ${unit}`,
    sweepShort: (unit: string) => `D(Q‖P) over μ, ${unit}`,
    keys: { exact: 'exact', estimate: 'mean' },
    sweepSay: (samples: string, exact: string, estimates: string) =>
      `Estimates of D(Q‖P) for μ from −5 to 5, ${samples} draws each, beside the exact curve μ²/2. At μ = 5, where ${exact} is exact, ${estimates}.`,
    meanIs: (name: string, value: string) => `the mean of ${name} is ${value}`,
    and: ', ',
    running: (unit: string) => `The estimate as draws come in, ${unit}`,
    runningShort: (unit: string) => `As draws come in, ${unit}`,
    runningSay: (samples: string, value: string, error: string, exact: string, unit: string) =>
      `The running estimate against the number of draws. After ${samples} draws it is ${value} ± ${error} ${unit}; exact is ${exact}.`,
    runningInfinite:
      'The estimate is infinite: a draw from Q fell where P has no mass, and no further draws mend that.',
    muIs: (mu: string, exact: string) => `μ ${mu}, D(Q‖P) ${exact}`,
    computing: 'The points of the last settings stay until the new ones are computed.',
  },
  zh: {
    of: '估计',
    example: 'P = N(0, 1)，Q = N(μ, 1)',
    any: '任意两个分布',
    mu: 'Q 的 μ',
    muSlider: 'Q 的均值',
    samples: '来自 Q 的抽样数',
    samplesSlider: '抽样数滑块',
    seed: '种子',
    seedSlider: '抽样的种子',
    newSeed: '换一个种子',
    estimator: '取均值的量',
    whole: (name: string, value: string, least: string, most: string) =>
      `${name} 为 ${value}：必须是 ${least} 到 ${most} 的整数。`,
    finite: (name: string, value: string) => `${name} 为 ${value}：必须是有限的数。`,
    estimate: (name: string) => `用 ${name} 估计 D(Q‖P)`,
    weighted: '用 q·r（错误）',
    draws: (count: string) => `${count} 次抽样`,
    standardError: (error: string) => `标准误 ${error}`,
    off: (times: string) => `与精确值相差其 ${times} 倍`,
    what: '对什么取平均',
    lead: '抽样 x 来自 Q，r = log q(x) − log p(x)。D(Q‖P) 就是 r 在 Q 下的均值，所以对抽样直接取平均即可估计它。（另一个方向 D(P‖Q) 需要来自 P 的抽样。）',
    kinds: {
      k1: '正确：无偏。虽然散度不为负，单次的平均值却可能为负。',
      k2: '从不为负，在 Q 接近 P 时方差很小；但有偏，两者相距越远偏差越大。',
      k3: '无偏，因为只要 Q 覆盖 P，e⁻ʳ = p/q 在 Q 下的均值为 1；而且每次抽样的值都不为负。',
      'density-weighted':
        '错误：抽样本来就按 q 的比例出现，再乘以 q 就按密度加权了两次：其均值是 ∫ q² log(q/p)，而不是 ∫ q log(q/p)。',
    } satisfies Record<EstimatorName, string>,
    sweep: (unit: string) => `不同 μ 处对 D(Q‖P) 的估计（${unit}）`,
    sweepShort: (unit: string) => `D(Q‖P) 随 μ（${unit}）`,
    keys: { exact: '精确', estimate: '均值' },
    sweepSay: (samples: string, exact: string, estimates: string) =>
      `μ 从 −5 到 5，每处 ${samples} 次抽样，对 D(Q‖P) 的估计，以及精确曲线 μ²/2。在 μ = 5 处精确值为 ${exact}，${estimates}。`,
    meanIs: (name: string, value: string) => `${name} 的均值为 ${value}`,
    and: '，',
    running: (unit: string) => `随抽样增多的估计（${unit}）`,
    runningShort: (unit: string) => `随抽样增多（${unit}）`,
    runningSay: (samples: string, value: string, error: string, exact: string, unit: string) =>
      `估计随抽样数的变化。${samples} 次抽样后为 ${value} ± ${error} ${unit}；精确值为 ${exact}。`,
    runningInfinite:
      '估计为无穷大：有一次来自 Q 的抽样落在 P 没有概率的地方，再多的抽样也无法补救。',
    muIs: (mu: string, exact: string) => `μ 为 ${mu}，D(Q‖P) 为 ${exact}`,
    computing: '新的点算好之前，显示上一次设置的点。',
  },
});
