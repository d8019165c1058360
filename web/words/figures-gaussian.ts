import { words } from './lang.ts';

/** How normal distributions' sizes compare. */
type Width = 'narrower' | 'wider' | 'same';

/** What the figures of normal distributions say: titles, keys, and their meaning in words. */
export const gaussianFigureWords = words({
  en: {
    notDrawn: 'Too far apart in size or place to be drawn.',
    peak: (name: string) => `Peak of ${name}, its mean`,
    shoulder: (name: string) => `Shoulder of ${name}, one standard deviation from its mean`,
    meanIs: (value: string) => `mean ${value}`,
    deviationIs: (value: string) => `standard deviation ${value}`,
    densities: (p: [string, string], q: [string, string], width: Width) =>
      `Densities of P, normal with mean ${p[0]} and standard deviation ${p[1]}, ` +
      `and of Q, with mean ${q[0]} and standard deviation ${q[1]}. ` +
      `P is ${{ narrower: 'narrower than', wider: 'wider than', same: 'as wide as' }[width]} Q.`,
    partsTitle: 'Where it comes from',
    partsShort: 'Parts',
    parts: { spread: 'widths', shape: 'covariances', means: 'means' },
    partsSay: (direction: string, total: string, unit: string, spread: string, means: string) =>
      `${direction}, ${total} ${unit}: ${spread} from the spread, ${means} from the means.`,
    along: (symbol: string, unit: string) => `D as ${symbol} moves, ${unit}`,
    alongSay: (symbol: string, at: string, forward: string, reverse: string, unit: string) =>
      `D(P‖Q) and D(Q‖P) as ${symbol} moves and all else stays. At ${symbol} = ${at} they are ${forward} and ${reverse} ${unit}.`,
    alongLeast: (symbol: string, at: string) => ` D(P‖Q) is least near ${symbol} = ${at}.`,
    contours: 'Contours at 1σ and 2σ',
    ellipses: (p: readonly string[], q: readonly string[]) => {
      const one = ([x, y, sx, sy, rho]: readonly string[]) =>
        `centre (${x}, ${y}), standard deviations ${sx} and ${sy}, correlation ${rho}`;
      return `Ellipses of one and two standard deviations. P: ${one(p)}. Q: ${one(q)}.`;
    },
    centre: (name: string) => `Centre of ${name}`,
    side: (name: string) => `Side of ${name}: σ₁ and ρ`,
    top: (name: string) => `Top of ${name}: σ₂ and ρ`,
    centreIs: (x: string, y: string) => `means ${x} and ${y}`,
    sideIs: (sigma: string, rho: string) => `σ₁ ${sigma}, ρ ${rho}`,
    topIs: (sigma: string, rho: string) => `σ₂ ${sigma}, ρ ${rho}`,
    margins: 'Seen along each axis',
    marginsShort: 'By axis',
    alone: (axis: string) => `${axis} alone`,
    together: 'both',
    marginSay: (name: string, forward: string, reverse: string, unit: string) =>
      `Seen of ${name}: D(P‖Q) ${forward}, D(Q‖P) ${reverse} ${unit}.`,
    covariances: 'Covariances',
    heatMap: (name: string, n: number, least: string, most: string) =>
      `Heat map of the ${n} × ${n} covariance matrix of ${name}: elements from ${least} to ${most}.`,
    negative: 'negative',
    dimensionsTitle: 'By dimension',
    perDimension: (direction: string, unit: string) => `${direction} by dimension, ${unit}`,
    perDimensionSay: (direction: string, n: number, at: number, value: string, unit: string) =>
      `What each of ${n} dimensions adds to ${direction}. Dimension ${at} adds most, ${value} ${unit}.`,
  },
  zh: {
    notDrawn: '大小或位置相差太远，无法绘出。',
    peak: (name: string) => `${name} 的峰，即均值`,
    shoulder: (name: string) => `${name} 的肩，距均值一个标准差`,
    meanIs: (value: string) => `均值 ${value}`,
    deviationIs: (value: string) => `标准差 ${value}`,
    densities: (p: [string, string], q: [string, string], width: Width) =>
      `两个正态分布的密度：P 的均值为 ${p[0]}，标准差为 ${p[1]}；Q 的均值为 ${q[0]}，标准差为 ${q[1]}。` +
      `P ${{ narrower: '比 Q 窄', wider: '比 Q 宽', same: '与 Q 同宽' }[width]}。`,
    partsTitle: '散度从何而来',
    partsShort: '来源',
    parts: { spread: '宽度', shape: '协方差', means: '均值' },
    partsSay: (direction: string, total: string, unit: string, spread: string, means: string) =>
      `${direction} 为 ${total} ${unit}：${spread} 来自离散程度，${means} 来自均值。`,
    along: (symbol: string, unit: string) => `D 随 ${symbol} 的变化（${unit}）`,
    alongSay: (symbol: string, at: string, forward: string, reverse: string, unit: string) =>
      `其余不变、只移动 ${symbol} 时的 D(P‖Q) 与 D(Q‖P)。在 ${symbol} = ${at} 处分别为 ${forward} 和 ${reverse} ${unit}。`,
    alongLeast: (symbol: string, at: string) => `D(P‖Q) 在 ${symbol} = ${at} 附近最小。`,
    contours: '1σ 与 2σ 等高线',
    ellipses: (p: readonly string[], q: readonly string[]) => {
      const one = ([x, y, sx, sy, rho]: readonly string[]) =>
        `中心 (${x}, ${y})，标准差 ${sx} 和 ${sy}，相关系数 ${rho}`;
      return `一个和两个标准差的椭圆。P：${one(p)}。Q：${one(q)}。`;
    },
    centre: (name: string) => `${name} 的中心`,
    side: (name: string) => `${name} 的侧点：σ₁ 与 ρ`,
    top: (name: string) => `${name} 的顶点：σ₂ 与 ρ`,
    centreIs: (x: string, y: string) => `均值 ${x} 和 ${y}`,
    sideIs: (sigma: string, rho: string) => `σ₁ ${sigma}，ρ ${rho}`,
    topIs: (sigma: string, rho: string) => `σ₂ ${sigma}，ρ ${rho}`,
    margins: '沿各轴所见',
    marginsShort: '沿各轴',
    alone: (axis: string) => `仅 ${axis}`,
    together: '两者',
    marginSay: (name: string, forward: string, reverse: string, unit: string) =>
      `${name}所见：D(P‖Q) 为 ${forward}，D(Q‖P) 为 ${reverse} ${unit}。`,
    covariances: '协方差',
    heatMap: (name: string, n: number, least: string, most: string) =>
      `${name} 的 ${n} × ${n} 协方差矩阵的热图：元素从 ${least} 到 ${most}。`,
    negative: '负值',
    dimensionsTitle: '按维度',
    perDimension: (direction: string, unit: string) => `${direction} 的各维贡献（${unit}）`,
    perDimensionSay: (direction: string, n: number, at: number, value: string, unit: string) =>
      `${n} 个维度各自对 ${direction} 的贡献。第 ${at} 维贡献最多，为 ${value} ${unit}。`,
  },
});
