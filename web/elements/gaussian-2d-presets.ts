import type { Preset, State } from './state.ts';

/** Means, standard deviations and correlation of P, then of Q. */
function plane(p: readonly string[], q: readonly string[]): State {
  const names = ['mu1', 'mu2', 'sigma1', 'sigma2', 'rho'];
  const side = (values: readonly string[], which: 'P' | 'Q') =>
    names.map((name, i) => [`${name}${which}`, values[i] ?? '0']);
  return Object.fromEntries([...side(p, 'P'), ...side(q, 'Q')]);
}

export const GAUSSIAN_2D_PRESETS: readonly Preset[] = [
  {
    name: { en: 'Tilted and upright', zh: '倾斜与端正' },
    question: {
      en: 'How much of the divergence comes from the shapes, how much from the centres?',
      zh: '散度有多少来自形状，多少来自中心？',
    },
    state: plane(['0', '0', '1', '1', '0.8'], ['0.5', '0', '1.5', '1', '0']),
  },
  {
    name: { en: 'Correlated and independent', zh: '相关与独立' },
    question: {
      en: 'Q has both margins of P without the link: is D(P‖Q) what the two numbers tell of each other?',
      zh: 'Q 的两个边缘分布与 P 相同，只是没有关联：D(P‖Q) 就是两个数的互信息吗？',
    },
    state: plane(['0', '0', '1', '1', '0.8'], ['0', '0', '1', '1', '0']),
  },
  {
    name: { en: 'What mean field finds', zh: '平均场的解' },
    question: {
      en: 'Of all upright Q this has the least D(Q‖P): why is it so much smaller than P?',
      zh: '在所有端正的 Q 中它的 D(Q‖P) 最小：为什么它比 P 小这么多？',
    },
    state: plane(['0', '0', '1', '1', '0.8'], ['0', '0', '0.6', '0.6', '0']),
  },
  {
    name: { en: 'Turned against each other', zh: '互相垂直' },
    question: {
      en: 'The same ellipse turned by a right angle: can the two directions differ?',
      zh: '同一个椭圆转过直角：两个方向会不同吗？',
    },
    state: plane(['0', '0', '1', '1', '0.8'], ['0', '0', '1', '1', '-0.8']),
  },
  {
    name: { en: 'Only the centres differ', zh: '只有中心不同' },
    question: {
      en: 'Equal shapes: does it matter in which direction the centre was moved?',
      zh: '形状相同：中心往哪个方向移动有区别吗？',
    },
    state: plane(['0', '0', '1', '1', '0.8'], ['1', '-1', '1', '1', '0.8']),
  },
  {
    name: { en: 'A small one inside a large one', zh: '小的在大的里面' },
    question: {
      en: 'Which is cheaper: a model too wide, or one too narrow?',
      zh: '模型过宽和过窄，哪个代价小？',
    },
    state: plane(['0', '0', '0.5', '0.5', '0'], ['0', '0', '2', '2', '0']),
  },
  {
    name: { en: 'Thin as a hair', zh: '细如发丝' },
    question: {
      en: 'A step of a tenth across the hair: how many standard deviations is that?',
      zh: '横跨发丝移动十分之一：相当于多少个标准差？',
    },
    state: plane(['0', '0', '1', '1', '0.9999'], ['0.1', '-0.1', '1', '1', '0.9999']),
  },
  {
    name: { en: 'Nearly equal', zh: '几乎相等' },
    question: {
      en: 'The correlations differ in the eighth digit: does any digit of D survive?',
      zh: '相关系数在第八位才不同：D 还剩下正确的数字吗？',
    },
    state: plane(['0', '0', '1', '2', '0.5'], ['0', '0', '1', '2', '0.50000001']),
  },
];
