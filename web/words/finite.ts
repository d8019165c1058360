import { words } from './lang.ts';

/** What smoothing did; `note` says it in English. */
interface Smoothing {
  note: string;
  added?: number;
  sum: number;
  probabilities: ArrayLike<number>;
}

/** What the panel of finite distributions says. */
export const finiteWords = words({
  en: {
    roles: { p: 'the truth', q: 'the model' },
    readAs: 'Read the numbers as',
    forms: {
      probabilities: 'probabilities',
      weights: 'counts or weights',
      samples: 'samples',
      logits: 'logits',
      'log-probabilities': 'log-probabilities',
    },
    outcomes: (count: number) =>
      `${count.toLocaleString('en')} ${count === 1 ? 'outcome' : 'outcomes'}`,
    withSum: (outcomes: string, sum: string) => `${outcomes}, sum ${sum}`,
    withRange: (outcomes: string, least: string, most: string) =>
      least === most ? `${outcomes}, each ${least}` : `${outcomes}, ${least} to ${most}`,
    withLabels: (rest: string) => `${rest}, labelled`,
    sampled: (observations: number, values: number) =>
      `${observations.toLocaleString('en')} ${observations === 1 ? 'observation' : 'observations'} of ` +
      `${values.toLocaleString('en')} ${values === 1 ? 'value' : 'values'}`,
    quoted: (label: string) => `‘${label}’`,
    outcomeAt: (index: number) => `outcome ${index}`,
    andMore: (names: string[], more: number) =>
      `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    lacks: (which: string, names: string, amount: string) =>
      `${which} has no ${names}: read as ${amount}.`,
    mends: 'Mends',
    asWeights: 'Read both as weights',
    asLogits: 'Read both as logits',
    divide: (which: string) => `Divide ${which} by its sum`,
    fill: (which: string, amount: string) => `Fill ${which} with ${amount}`,
    write: (names: string, amount: string) => `Write ${names}: ${amount}`,
    dropLast: (which: string, count: number) =>
      count === 1 ? `Drop the last of ${which}` : `Drop the last ${count} of ${which}`,
    drop: (names: string) => `Drop ${names}`,
    leaveOut: (token: string) => `Leave out “${token}”`,
    swapComma: (before: string, after: string) => `Read ${before} as ${after}`,
    shareLabels: (from: string, to: string) => `Give ${to} the labels of ${from}`,
    smooth: (which: string) => `Smooth ${which}, adding to each`,
    notes: {
      divided: (which: string, sum: string) => `${which} was divided by its sum, ${sum}.`,
      swapped: (count: number) =>
        count === 1 ? 'A decimal comma was made a dot.' : `${count} decimal commas were made dots.`,
      ungrouped: (before: string, after: string) => `${before} was made ${after}.`,
      dropped: (names: string) => `Without ${names}, in P and in Q.`,
      cut: (token: string) => `“${token}” was left out.`,
      cutEnd: (which: string, count: number) =>
        count === 1
          ? `The last of ${which} was dropped.`
          : `The last ${count} of ${which} were dropped.`,
      filled: (which: string, count: number, amount: string) =>
        count === 1
          ? `One outcome of ${which} was filled with ${amount}.`
          : `${count} outcomes of ${which} were filled with ${amount}.`,
      labelled: (from: string, to: string) => `${to} took the labels of ${from}, in their order.`,
      reread: (form: string) => `The numbers are now read as ${form}.`,
      counted: 'The observations were counted; the counts stand in the fields.',
      smoothed: (which: string, { note }: Smoothing) => `${which}: ${note}`,
    },
    contributions: 'Contributions in numbers',
    columns: {
      outcome: 'outcome',
      forward: (unit: string) => `to D(P‖Q), ${unit}`,
      reverse: (unit: string) => `to D(Q‖P), ${unit}`,
      asymmetry: 'asymmetry',
      total: 'sum',
    },
    moreRows: (count: string) => `and ${count} more, in the CSV file`,
    inYourNumbers: 'The sum with your numbers',
    whyInfinite: (model: string, outcome: string, from: string, amount: string) =>
      `${model} gives ${outcome} probability 0 while ${from} gives it ${amount}: whoever trusts ${model} holds for impossible what ${from} lets happen, and no finite amount makes up for that.`,
    excluded: (from: string) => `Outcomes that ${from} excludes add nothing: 0 log 0 = 0.`,
    takesAway: 'Single terms may be negative; their sum never is.',
  },
  zh: {
    roles: { p: '真实分布', q: '模型' },
    readAs: '将数字读作',
    forms: {
      probabilities: '概率',
      weights: '计数或权重',
      samples: '样本',
      logits: 'logit',
      'log-probabilities': '对数概率',
    },
    outcomes: (count: number) => `${count.toLocaleString('en')} 个结果`,
    withSum: (outcomes: string, sum: string) => `${outcomes}，和为 ${sum}`,
    withRange: (outcomes: string, least: string, most: string) =>
      least === most ? `${outcomes}，均为 ${least}` : `${outcomes}，${least} 至 ${most}`,
    withLabels: (rest: string) => `${rest}，有标签`,
    sampled: (observations: number, values: number) =>
      `${observations.toLocaleString('en')} 个观测，${values.toLocaleString('en')} 个不同的值`,
    quoted: (label: string) => `“${label}”`,
    outcomeAt: (index: number) => `结果 ${index}`,
    andMore: (names: string[], more: number) =>
      `${names.join('、')}${more > 0 ? ` 等另外 ${more} 个` : ''}`,
    lacks: (which: string, names: string, amount: string) =>
      `${which} 没有${names}，按 ${amount} 处理。`,
    mends: '修正',
    asWeights: '都读作权重',
    asLogits: '都读作 logit',
    divide: (which: string) => `将 ${which} 除以总和`,
    fill: (which: string, amount: string) => `用 ${amount} 补齐 ${which}`,
    write: (names: string, amount: string) => `补上${names}: ${amount}`,
    dropLast: (which: string, count: number) => `去掉 ${which} 的最后 ${count} 个`,
    drop: (names: string) => `去掉${names}`,
    leaveOut: (token: string) => `略去“${token}”`,
    swapComma: (before: string, after: string) => `将 ${before} 读作 ${after}`,
    shareLabels: (from: string, to: string) => `${to} 使用 ${from} 的标签`,
    smooth: (which: string) => `平滑 ${which}，每项加`,
    notes: {
      divided: (which: string, sum: string) => `${which} 已除以其总和 ${sum}。`,
      swapped: (count: number) => `已将 ${count} 个小数逗号改为小数点。`,
      ungrouped: (before: string, after: string) => `已将 ${before} 改为 ${after}。`,
      dropped: (names: string) => `已从 P 和 Q 中去掉${names}。`,
      cut: (token: string) => `已略去“${token}”。`,
      cutEnd: (which: string, count: number) => `已去掉 ${which} 的最后 ${count} 个。`,
      filled: (which: string, count: number, amount: string) =>
        `${which} 的 ${count} 个结果已补为 ${amount}。`,
      labelled: (from: string, to: string) => `${to} 已按顺序使用 ${from} 的标签。`,
      reread: (form: string) => `数字现在读作${form}。`,
      counted: '已对观测计数，输入框中现在是计数。',
      smoothed: (which: string, { added, sum, probabilities }: Smoothing) =>
        `${which}：${probabilities.length} 个结果各加 ${added ?? 0}，再除以新的总和（原总和为 ${Number(sum.toPrecision(6))}）。`,
    },
    contributions: '各结果的贡献（数值）',
    columns: {
      outcome: '结果',
      forward: (unit: string) => `对 D(P‖Q)，${unit}`,
      reverse: (unit: string) => `对 D(Q‖P)，${unit}`,
      asymmetry: '不对称性',
      total: '合计',
    },
    moreRows: (count: string) => `另有 ${count} 行，见 CSV 文件`,
    inYourNumbers: '代入你的数字',
    whyInfinite: (model: string, outcome: string, from: string, amount: string) =>
      `${model} 给${outcome}的概率是 0，而 ${from} 给它 ${amount}：相信 ${model} 就等于认为 ${from} 允许发生的事不可能发生，任何有限的代价都弥补不了。`,
    excluded: (from: string) => `被 ${from} 排除的结果不增加任何贡献：0 log 0 = 0。`,
    takesAway: '单项可以为负，总和永远不会。',
  },
});
