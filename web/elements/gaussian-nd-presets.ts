import type { Preset } from './state.ts';

const many = (number: string, count: number) => Array(count).fill(number).join(', ');

/** Correlations that fade with the distance, 0.7 to its power. */
const CHAIN = Array.from({ length: 6 }, (_, i) =>
  Array.from({ length: 6 }, (_, j) => Number((0.7 ** Math.abs(i - j)).toFixed(5))).join(', '),
).join('\n');

const HILBERT = Array.from({ length: 5 }, (_, i) =>
  Array.from({ length: 5 }, (_, j) => `1/${i + j + 1}`).join(' '),
).join('\n');

const identity = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? '1' : '0')).join(' '),
  ).join('\n');

export const GAUSSIAN_ND_PRESETS: readonly Preset[] = [
  {
    name: { en: 'Three dimensions', zh: '三维' },
    question: {
      en: 'What do determinant, trace and means each add to the closed form?',
      zh: '行列式、迹和均值各自为闭式解贡献多少？',
    },
    state: {
      muP: '0, 0, 0',
      sigmaP: '2, 0.5, 0\n0.5, 1, 0.3\n0, 0.3, 1.5',
      muQ: '1, 0, -1',
      sigmaQ: '1, 0, 0\n0, 1, 0\n0, 0, 1',
      form: 'covariance',
    },
  },
  {
    name: { en: 'Code of an autoencoder', zh: '自编码器的编码' },
    question: {
      en: 'Which of eight latent dimensions carry something, and which has the prior taken back?',
      zh: '八个潜在维度中哪些携带信息，哪些已退回先验？',
    },
    state: {
      muP: '1.8, -0.1, 0, 0.9, -2.2, 0, 0.05, 1.1',
      sigmaP: '0.2, 0.98, 1, 0.45, 0.15, 1, 0.99, 0.5',
      muQ: many('0', 8),
      sigmaQ: many('1', 8),
      form: 'deviations',
    },
  },
  {
    name: { en: 'A chain and its links cut', zh: '链与断开的链' },
    question: {
      en: 'What does a model lose that takes six correlated numbers for independent?',
      zh: '把六个相关的数当作独立，模型损失多少？',
    },
    state: {
      muP: many('0', 6),
      sigmaP: CHAIN,
      muQ: many('0', 6),
      sigmaQ: identity(6),
      form: 'covariance',
    },
  },
  {
    name: { en: 'A hundred small shifts', zh: '一百个小偏移' },
    question: {
      en: 'A tenth of σ is nothing in one dimension: and in a hundred?',
      zh: '在一维中十分之一个 σ 微不足道：一百维呢？',
    },
    state: {
      muP: many('0.1', 100),
      sigmaP: many('1', 100),
      muQ: many('0', 100),
      sigmaQ: many('1', 100),
      form: 'deviations',
    },
  },
  {
    name: { en: 'Hilbert matrix', zh: '希尔伯特矩阵' },
    question: {
      en: 'Its determinant is 3.7e-12: what becomes of D against the standard normal, both ways?',
      zh: '它的行列式为 3.7e-12：与标准正态之间两个方向的 D 如何？',
    },
    state: {
      muP: many('0', 5),
      sigmaP: HILBERT,
      muQ: many('0', 5),
      sigmaQ: identity(5),
      form: 'covariance',
    },
  },
  {
    name: { en: 'Nearly equal', zh: '几乎相等' },
    question: {
      en: 'One variance is off by a hundred-millionth: is the rest of D noise?',
      zh: '一个方差偏离一亿分之一：D 的其余数字是噪声吗？',
    },
    state: {
      muP: '0, 0',
      sigmaP: '1, 0.5\n0.5, 1',
      muQ: '0, 0',
      sigmaQ: '1, 0.5\n0.5, 1.00000001',
      form: 'covariance',
    },
  },
  {
    name: { en: 'Pasted from NumPy and R', zh: '从 NumPy 和 R 粘贴' },
    question: {
      en: 'Brackets, headings and lines as programs print them: is each read as a matrix?',
      zh: '程序打印的括号、表头和换行：都能读作矩阵吗？',
    },
    state: {
      muP: 'array([0.5, -0.5])',
      sigmaP: 'array([[1.2, 0.4],\n       [0.4, 0.9]])',
      muQ: '[1] 0 0',
      sigmaQ: '     [,1] [,2]\n[1,]  1.0 -0.2\n[2,] -0.2  1.0',
      form: 'covariance',
    },
  },
];
