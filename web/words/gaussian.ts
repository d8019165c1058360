import { words } from './lang.ts';

/** What the panels of normal distributions say: fields, rules, formulas. */
export const gaussianWords = words({
  en: {
    of: (symbol: string, name: string) => `${symbol} of ${name}`,
    mean: (name: string) => `mean of ${name}`,
    deviation: (name: string) => `standard deviation of ${name}`,
    meanOf: (axis: number, name: string) => `mean ${axis} of ${name}`,
    deviationOf: (axis: number, name: string) => `standard deviation ${axis} of ${name}`,
    correlation: (name: string) => `correlation of ${name}`,
    handles: 'Or drag the circles in the figure; arrow keys move them as well.',
    notFinite: (label: string, value: string) => `${label} is ${value}: a mean must be finite.`,
    notPositive: (label: string, value: string) =>
      `${label} is ${value}: a standard deviation must be finite and greater than 0.`,
    varianceNotPositive: (label: string, value: string) =>
      `${label} is ${value}: a variance must be finite and greater than 0.`,
    notCorrelation: (label: string, value: string) =>
      `${label} is ${value}: a correlation must be greater than −1 and less than 1.`,
    covarianceNotFinite: (label: string, value: string) =>
      `${label} is ${value}: a covariance must be finite.`,
    formula: 'The closed form, with these numbers',
    fromSpread: 'widths',
    fromShape: 'covariances',
    fromMeans: 'means',
    trace: 'trace',
    determinants: 'determinants',
    formOfSpread: 'Read the spread as',
    forms: {
      deviations: 'standard deviations',
      variances: 'variances',
      covariance: 'covariance matrix',
    },
    means: (name: string) => `Means of ${name}`,
    spread: {
      deviations: (name: string) => `Standard deviations of ${name}`,
      variances: (name: string) => `Variances of ${name}`,
      covariance: (name: string) => `Covariance matrix of ${name}`,
    },
    dimensions: (n: number) => `${n} ${n === 1 ? 'dimension' : 'dimensions'}`,
    matrix: (rows: number, columns: number, kind: 'symmetric' | 'lopsided' | 'oblong') =>
      `${rows} × ${columns} matrix${{ symmetric: ', symmetric', lopsided: ', not symmetric', oblong: '' }[kind]}`,
    notSquare: (label: string, rows: number, columns: number) =>
      `${label} is ${rows} × ${columns}: a covariance matrix must be square.`,
    ragged: (label: string, row: number, found: number, wanted: number) =>
      `${label}[${row}] has ${found} ${found === 1 ? 'number' : 'numbers'}, ${label}[0] has ${wanted}: all rows must have as many.`,
    differs: (label: string, found: number, other: string, wanted: number) =>
      `${label} has ${found} ${found === 1 ? 'dimension' : 'dimensions'}, ${other} has ${wanted}: all must have as many.`,
    symmetrise: 'Take (A + Aᵀ)/2',
    readAsCovariance: 'Read both as covariance matrices',
    readAsDeviations: 'Read both as standard deviations',
    readAsVariances: 'Read both as variances',
    dimension: 'dimension',
    byDimension: 'The dimensions in numbers',
    more: (n: number) => `and ${n} more`,
    tooManyToSplit: (most: number) =>
      `How much comes from the means is shown for up to ${most} dimensions.`,
    tooLarge: (label: string, n: number, most: number) =>
      `${label} has ${n} dimensions: a field takes full matrices of at most ${most}; the module takes any.`,
  },
  zh: {
    of: (symbol: string, name: string) => `${name} 的 ${symbol}`,
    mean: (name: string) => `${name} 的均值`,
    deviation: (name: string) => `${name} 的标准差`,
    meanOf: (axis: number, name: string) => `${name} 的第 ${axis} 个均值`,
    deviationOf: (axis: number, name: string) => `${name} 的第 ${axis} 个标准差`,
    correlation: (name: string) => `${name} 的相关系数`,
    handles: '也可以拖动图中的圆点，或用方向键移动它们。',
    notFinite: (label: string, value: string) => `${label} 为 ${value}：均值必须有限。`,
    notPositive: (label: string, value: string) => `${label} 为 ${value}：标准差必须有限且大于 0。`,
    varianceNotPositive: (label: string, value: string) =>
      `${label} 为 ${value}：方差必须有限且大于 0。`,
    notCorrelation: (label: string, value: string) =>
      `${label} 为 ${value}：相关系数必须大于 −1 且小于 1。`,
    covarianceNotFinite: (label: string, value: string) => `${label} 为 ${value}：协方差必须有限。`,
    formula: '代入这些数值的闭式解',
    fromSpread: '宽度',
    fromShape: '协方差',
    fromMeans: '均值',
    trace: '迹',
    determinants: '行列式',
    formOfSpread: '离散程度读作',
    forms: { deviations: '标准差', variances: '方差', covariance: '协方差矩阵' },
    means: (name: string) => `${name} 的均值`,
    spread: {
      deviations: (name: string) => `${name} 的标准差`,
      variances: (name: string) => `${name} 的方差`,
      covariance: (name: string) => `${name} 的协方差矩阵`,
    },
    dimensions: (n: number) => `${n} 维`,
    matrix: (rows: number, columns: number, kind: 'symmetric' | 'lopsided' | 'oblong') =>
      `${rows} × ${columns} 矩阵${{ symmetric: '，对称', lopsided: '，不对称', oblong: '' }[kind]}`,
    notSquare: (label: string, rows: number, columns: number) =>
      `${label} 为 ${rows} × ${columns}：协方差矩阵必须是方阵。`,
    ragged: (label: string, row: number, found: number, wanted: number) =>
      `${label}[${row}] 有 ${found} 个数，而 ${label}[0] 有 ${wanted} 个：各行的个数必须相同。`,
    differs: (label: string, found: number, other: string, wanted: number) =>
      `${label} 有 ${found} 维，而 ${other} 有 ${wanted} 维：维数必须相同。`,
    symmetrise: '取 (A + Aᵀ)/2',
    readAsCovariance: '都读作协方差矩阵',
    readAsDeviations: '都读作标准差',
    readAsVariances: '都读作方差',
    dimension: '维',
    byDimension: '各维的数值',
    more: (n: number) => `另有 ${n} 行`,
    tooManyToSplit: (most: number) => `维数不超过 ${most} 时显示有多少来自均值。`,
    tooLarge: (label: string, n: number, most: number) =>
      `${label} 有 ${n} 维：完整矩阵在此最多 ${most} 维；模块本身没有限制。`,
  },
});
