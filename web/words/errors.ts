import { words } from './lang.ts';

/** What the module finds wrong, for a sentence of the page. */
interface Trouble {
  /** As the page names it: `P`, `P[3]`, `σ of P`. */
  place: string;
  /** Which of P and Q it concerns, `P` or `Q`. */
  side: string;
  /** The number found there. */
  value: string;
  /** The number that should be there, where there is only one. */
  expected: string;
  /** How far from that it may be. */
  tolerance: string;
  /** The sentence of the module, with the place as the page names it. */
  message: string;
}

/** Here the module's words are the page's. */
const own = ({ message }: Trouble) => message;
const other = ({ side }: Trouble) => (side === 'P' ? 'Q' : 'P');

/** Why numbers have no divergence, by the codes of DivergenceError. In English the module says most itself. */
export const errorWords = words({
  en: {
    empty: own,
    negative: own,
    'not-finite': own,
    'not-a-logit': own,
    'sum-is-zero': own,
    'sum-is-not-one': own,
    'alpha-not-usable': own,
    'base-not-usable': own,
    'parameter-not-finite': own,
    'parameter-not-positive': own,
    'parameter-negative': own,
    'parameter-not-whole': own,
    'parameter-not-a-probability': own,
    'parameter-not-an-open-probability': own,
    'parameter-not-a-positive-probability': own,
    'parameter-not-below-one': own,
    'parameter-too-large': own,
    'bounds-not-ordered': own,
    'not-symmetric': own,
    'not-positive-definite': own,
    'not-lower-triangular': own,
    'too-few-dimensions': own,
    'components-differ': own,
    'dimensions-differ': own,
    'one-is-discrete': own,
    'no-closed-form': own,
    'divergence-is-infinite': own,
    'not-an-array': own,
    'not-a-number': own,
    'lengths-differ': own,
    'not-a-label': own,
    'observations-differ': own,
    'not-a-distribution': own,
    'parameter-unknown': own,
    'kinds-differ': (said: Trouble) =>
      `${other(said)} names its outcomes but ${said.side} does not: both must have labels, or neither.`,
    'shape-not-usable': own,
    'shapes-differ': own,
    integers: own,
    'option-unknown': own,
    'option-not-usable': own,
    'not-initialized': own,
    'wasm-not-usable': own,
  },
  zh: {
    empty: ({ place }: Trouble) => `${place} 没有结果：分布至少要有一个结果。`,
    negative: ({ place, value }: Trouble) =>
      `${place} 为 ${value}：权重必须是有限的数，且不小于 0。`,
    'not-finite': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：权重必须是有限的数，且不小于 0。`,
    'not-a-logit': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：logit 必须是小于 Infinity 的数；-Infinity 表示权重 0。`,
    'sum-is-zero': ({ place }: Trouble) => `${place} 的和为 0：至少要有一个结果的权重为正。`,
    'sum-is-not-one': ({ place, value, expected, tolerance }: Trouble) =>
      `${place} 的和为 ${value}：概率之和必须为 ${expected}，相差不超过 ${tolerance}。`,
    'alpha-not-usable': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：散度的阶必须不小于 0，可以是 Infinity。`,
    'base-not-usable': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：对数的底必须有限、大于 0 且不为 1。`,
    'parameter-not-finite': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：参数必须是有限的数。`,
    'parameter-not-positive': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：这个参数必须大于 0。`,
    'parameter-negative': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：这个参数必须不小于 0。`,
    'parameter-not-whole': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：个数必须是 0 到 2^53 的整数。`,
    'parameter-not-a-probability': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：概率必须在 0 与 1 之间。`,
    'parameter-not-an-open-probability': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：这个概率必须大于 0 且小于 1。`,
    'parameter-not-a-positive-probability': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：这个概率必须大于 0 且不超过 1。`,
    'parameter-not-below-one': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：这个概率必须不小于 0 且小于 1。`,
    'parameter-too-large': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：数值过大，无法计算。`,
    'bounds-not-ordered': ({ place, value }: Trouble) => `${place} 为 ${value}：必须大于 low。`,
    'not-symmetric': ({ place, value }: Trouble) =>
      `${place} 为 ${value}，与对称位置上的数不同：矩阵必须对称。`,
    'not-positive-definite': ({ place, value }: Trouble) =>
      `${place} 分解后的主元为 ${value}：矩阵必须正定。`,
    'not-lower-triangular': ({ place, value }: Trouble) =>
      `${place} 为 ${value}：三角因子在对角线上方必须为 0。`,
    'too-few-dimensions': ({ place }: Trouble) => `${place} 的元素太少：这个分布族至少需要两个。`,
    'components-differ': ({ place }: Trouble) =>
      `${place} 与第一个分量的类型不同：必须全部离散，或全部连续且维数相同。`,
    'dimensions-differ': ({ place, value }: Trouble) =>
      `${place} 有 ${value} 维，与 P 不同：两者的维数必须相同。`,
    'one-is-discrete': ({ place }: Trouble) =>
      `${place} 有密度，而另一个分布没有：两者的 log p/q 的平均没有意义。`,
    'no-closed-form': (_: Trouble) =>
      'P 与 Q 是多维分布，这两个分布族之间没有闭式解，只能用蒙特卡罗方法估计。',
    'divergence-is-infinite': (_: Trouble) => 'D(P‖Q) 为无穷大：只有在有限处才有梯度。',
    'not-an-array': ({ place }: Trouble) => `${place} 不是数组：必须是由数组成的数组。`,
    'not-a-number': ({ place }: Trouble) => `${place} 不是数：必须是数。`,
    'lengths-differ': ({ value, expected }: Trouble) =>
      `P 有 ${expected} 个结果，而 Q 有 ${value} 个：两者必须描述相同的结果。`,
    'not-a-label': ({ place }: Trouble) => `${place} 的标签不是文本：结果的名称必须是文本。`,
    'observations-differ': ({ place }: Trouble) =>
      `${place} 与前面的观测类型不同：必须全部是文本，或全部是数，或全部是真假值。`,
    'not-a-distribution': ({ place }: Trouble) => `${place} 不是分布：必须给出分布族及其参数。`,
    'parameter-unknown': ({ place }: Trouble) => `${place} 不是这个分布族的参数。`,
    'kinds-differ': (said: Trouble) =>
      `${other(said)} 的结果有标签，而 ${said.side} 没有：要么都有，要么都没有。`,
    'shape-not-usable': ({ place }: Trouble) => `${place} 的形状不可用：必须与参数的要求一致。`,
    'shapes-differ': ({ place }: Trouble) => `${place} 的形状与另一个张量不能广播到一起。`,
    integers: ({ place }: Trouble) => `${place} 是整数张量：必须是浮点数。`,
    'option-unknown': ({ place }: Trouble) => `没有名为 ${place} 的选项。`,
    'option-not-usable': ({ place }: Trouble) => `选项 ${place} 的值不可用。`,
    'not-initialized': (_: Trouble) => '模块尚未加载完成。',
    'wasm-not-usable': (_: Trouble) => '浏览器无法运行 WebAssembly（需要 SIMD 支持）。',
  },
});
