import { words } from './lang.ts';

/** The calls that are shown; some stand for one argument in several forms. */
const en = {
  sum: 'Input is the model Q, in logarithms; target is the truth P. So the order is the reverse of D(P‖Q).',
  batchmean:
    'Input is the model Q, in logarithms; target is the truth P. batchmean adds up each row and takes the mean over rows.',
  logTarget:
    'With log_target=True both are logarithms. It gives NaN where P has a zero: 0 · log 0 is computed as it stands.',
  categorical:
    'P comes first, no logarithms, and probs are divided by their sum. But probabilities below 2.2e-16 count as that.',
  categoricalLogits:
    'P comes first, and logits are normalised by softmax. Where a probability of Q underflows to 0, it returns ∞.',
  loss: 'The default, mean, divides by the number of outcomes as well. Write reduction="batchmean" for rows, "sum" for one.',
  lossBatchmean:
    'batchmean divides by the first size of the input: the number of rows; of a single list without rows, its outcomes.',
  mean: 'Without reduction it takes the mean over all elements: divided by the number of outcomes. PyTorch warns of it.',
  sumOfRows:
    'The sum over all rows, not their mean: that of a batch twice as large is twice as large.',
  batchmeanOfOne:
    'A list without rows has its outcomes as first size, and batchmean divides by that. Write "sum", or P[None], Q[None].',
  none: 'One number an outcome, to be added up by you. The pieces may be negative, their sum is not.',
  noLog:
    'The logarithm is forgotten: this is Σ p (log p − q), which is no divergence. Write .log(), or .log_softmax(-1).',
  swapped: 'The arguments are swapped: this is D(Q‖P). Put log Q first and P second.',
  swappedNoLog:
    'It reads like D(P‖Q) and is neither: P stands where log Q should be. Write F.kl_div(Q.log(), P).',
  logTargetForgotten:
    'The target is in logarithms, but log_target=True is missing: it takes the logarithm of a negative number.',
  logTargetWithoutLog:
    'log_target=True says that the target is a logarithm, and P is none: e to the power of p is taken for p.',
  softmax:
    'log_softmax for the model, softmax for the truth: safe also where probabilities are too small for numbers.',
  softmaxLog:
    'Right as long as no probability underflows: then log 0 is −∞. log_softmax has no such limit.',
  rawScores:
    'Scores are no probabilities, and no logarithms of them. Write Q.log_softmax(-1) and P.softmax(-1).',
  rawTarget: 'The target is still scores. Write P.softmax(-1).',
  normalized: 'Counts divided by their sums first: then as for probabilities.',
  notNormalized:
    'F.kl_div divides nothing by its sum: of counts it returns a number that grows with them.',
  inputNormalized: 'log_softmax makes of any input logarithms of probabilities.',
  inputBatchmean:
    'Right if every row of input holds logarithms of probabilities, that is if e to their power adds up to 1.',
  inputSum:
    'Right if input holds logarithms of probabilities, that is if e to their power adds up to 1.',
  entropy:
    'P comes first; with two arguments it is the divergence, not the entropy. Sums are divided out, silently.',
  relEntr: 'P comes first. Nothing is divided by its sum: probabilities only.',
  klDiv:
    'Its terms are p log(p/q) − p + q: the same for probabilities, the generalised divergence for others.',
  jensenshannon:
    'A distance: the root of the Jensen–Shannon divergence. Symmetric, and never infinite.',
  keras:
    'P comes first, no logarithms. Numbers are clipped to 1e-7 … 1: so ∞ becomes finite, and counts become 1.',
  optax: 'As in PyTorch, the model comes first and in logarithms.',
  tfjs: 'As a loss only, float32, clipped to 1e-7 … 1: so ∞ becomes finite, and counts become 1.',
  mathjs: 'P comes first; sums are divided out, silently. NaN where P has a zero.',
  mlDistance: 'P comes first. Nothing is divided by its sum. NaN where P has a zero.',
  statsBase: 'P comes first. Nothing is divided by its sum: probabilities only.',
  philentropy:
    'A zero in Q counts as 0.00001, so that ∞ becomes a finite number. Nothing is divided by its sum.',
  laplacesDemon:
    'A list with any zero is taken for logarithms: e to their power. Sums are divided out.',
};

export type CallName = keyof typeof en;

/** What the panel of PyTorch's calls says. */
export const torchWords = words({
  en: {
    roles: { p: 'the truth', q: 'the model' },
    arguments: { p: 'target', q: 'input, logarithms' },
    readAs: 'P and Q are',
    forms: {
      probabilities: 'probabilities',
      weights: 'counts',
      logits: 'logits',
      arguments: 'input and target',
    },
    outcomes: (n: string, sum: string) => `${n} outcomes, sum ${sum}`,
    scores: (n: string) => `${n} numbers`,
    rows: (rows: string, n: string) => `${rows} rows of ${n}`,
    rowsDiffer: (name: string, row: string, n: string, first: string) =>
      `${name}[${row}] has ${n} numbers but ${name}[0] has ${first}: all rows must have as many.`,
    shapesDiffer: (p: string, q: string) =>
      `P is ${p} but Q is ${q}: both must have as many outcomes, and as many rows, or one.`,
    asCounts: 'Read both as counts',
    asLogits: 'Read both as logits',
    meanOfRows: (rows: string) => `D(P‖Q) and D(Q‖P) are the means over ${rows} rows.`,
    noLogarithms: (row: string, sum: string) =>
      `Row ${row} of input does not hold logarithms of probabilities: e to their power adds up to ${sum}, not 1.`,
    inNats: 'Calls return nats, but for scipy.stats.entropy, which takes a base.',
    right: 'These return D(P‖Q)',
    noneRight: 'None of PyTorch’s calls, for these P and Q.',
    wrong: 'These do not',
    others: 'Elsewhere',
    call: 'call',
    returns: 'returns',
    verdict: 'which is',
    float32: (value: string) => `in float32: ${value}`,
    more: (n: string) => `and ${n} more`,
    copy: (code: string) => `Copy ${code}`,
    verdicts: {
      forward: 'D(P‖Q)',
      reverse: 'D(Q‖P)',
      chance: 'D(P‖Q), here only',
      terms: 'the terms of D(P‖Q)',
      rounding: 'D(P‖Q), digits lost',
      nan: 'not a number',
      wronglyInfinite: 'wrongly ∞',
      wronglyFinite: 'wrongly finite',
      negative: 'no divergence: negative',
      distance: 'the root of JS(P, Q)',
      generalized: 'the generalised divergence',
      none: 'no divergence',
      lost: 'lost in rounding',
      divided: (by: string) => `D(P‖Q) ÷ ${by}`,
      multiplied: (by: string) => `D(P‖Q) × ${by}`,
      broadcast: (by: string, over: string) => `D(P‖Q) × ${by} ÷ ${over}`,
    },
    because: {
      nan: 'Here 0 meets an infinite logarithm. Leave such outcomes out: s = P > 0.',
      rounding: 'P and Q are so near that p log(p/q) rounds away: this page does not lose them.',
      wronglyInfinite: 'Here a probability is too small and became 0.',
      wronglyFinite: 'Q excludes what P allows: D(P‖Q) is ∞.',
      broadcast: 'Q is a list without rows: batchmean divides by its outcomes. Write Q[None].',
      chance: 'For these P and Q the numbers agree; in general they do not.',
    } as Record<string, string>,
    calls: en as Record<CallName, string>,
  },
  zh: {
    roles: { p: '真实分布', q: '模型' },
    arguments: { p: 'target', q: 'input，对数' },
    readAs: 'P 与 Q 是',
    forms: {
      probabilities: '概率',
      weights: '计数',
      logits: 'logit',
      arguments: 'input 与 target',
    },
    outcomes: (n, sum) => `${n} 个结果，和为 ${sum}`,
    scores: (n) => `${n} 个数`,
    rows: (rows, n) => `${rows} 行，每行 ${n} 个`,
    rowsDiffer: (name, row, n, first) =>
      `${name}[${row}] 有 ${n} 个数，而 ${name}[0] 有 ${first} 个：各行的个数必须相同。`,
    shapesDiffer: (p, q) =>
      `P 为 ${p}，而 Q 为 ${q}：结果数必须相同，行数也必须相同，或其中一个只有一行。`,
    asCounts: '都读作计数',
    asLogits: '都读作 logit',
    meanOfRows: (rows) => `D(P‖Q) 与 D(Q‖P) 是 ${rows} 行的平均值。`,
    noLogarithms: (row, sum) =>
      `input 的第 ${row} 行不是概率的对数：e 的这些次方之和为 ${sum}，而不是 1。`,
    inNats: '各调用返回奈特；只有 scipy.stats.entropy 可以指定底数。',
    right: '这些返回 D(P‖Q)',
    noneRight: '对这里的 P 和 Q，PyTorch 的调用中没有一个。',
    wrong: '这些不是',
    others: '其他库',
    call: '调用',
    returns: '返回值',
    verdict: '它是',
    float32: (value) => `float32 下为 ${value}`,
    more: (n) => `另有 ${n} 个`,
    copy: (code) => `复制 ${code}`,
    verdicts: {
      forward: 'D(P‖Q)',
      reverse: 'D(Q‖P)',
      chance: '此处恰为 D(P‖Q)',
      terms: 'D(P‖Q) 的各项',
      rounding: 'D(P‖Q)，丢失了有效数字',
      nan: '不是数',
      wronglyInfinite: '错误的 ∞',
      wronglyFinite: '错误的有限值',
      negative: '不是散度：为负',
      distance: 'JS(P, Q) 的平方根',
      generalized: '广义散度',
      none: '不是散度',
      lost: '被舍入淹没',
      divided: (by) => `D(P‖Q) ÷ ${by}`,
      multiplied: (by) => `D(P‖Q) × ${by}`,
      broadcast: (by, over) => `D(P‖Q) × ${by} ÷ ${over}`,
    },
    because: {
      nan: '此处 0 乘以无穷大的对数。请去掉这样的结果：s = P > 0。',
      rounding: 'P 与 Q 太接近，p log(p/q) 的数字被舍入掉了；本页不会丢失它们。',
      wronglyInfinite: '此处某个概率太小，变成了 0。',
      wronglyFinite: 'Q 排除了 P 允许的结果：D(P‖Q) 是 ∞。',
      broadcast: 'Q 只是没有行的列表：batchmean 除以的是它的结果个数。请写 Q[None]。',
      chance: '对这里的 P 和 Q 数值相等，一般并不相等。',
    },
    calls: {
      sum: 'input 是取了对数的模型 Q，target 是真实分布 P。因此顺序与 D(P‖Q) 相反。',
      batchmean:
        'input 是取了对数的模型 Q，target 是真实分布 P。batchmean 对每行求和，再对各行取平均。',
      logTarget: 'log_target=True 表示两者都是对数。P 中有 0 时得到 NaN：0 · log 0 被照样计算。',
      categorical: 'P 在前，不取对数，probs 会除以其总和。但小于 2.2e-16 的概率按 2.2e-16 计算。',
      categoricalLogits: 'P 在前，logit 会用 softmax 归一化。Q 的某个概率下溢为 0 时，它返回 ∞。',
      loss: '默认的 mean 还会除以结果的个数。多行时写 reduction="batchmean"，单个分布写 "sum"。',
      lossBatchmean:
        'batchmean 除以 input 第一维的大小：即行数；如果只有一个列表，就是结果的个数。',
      mean: '不写 reduction 时对所有元素取平均：即除以结果的个数。PyTorch 会给出警告。',
      sumOfRows: '这是所有行之和，不是平均：批量大一倍，它就大一倍。',
      batchmeanOfOne:
        '没有行的列表，第一维就是结果的个数，batchmean 会除以它。请写 "sum"，或 P[None]、Q[None]。',
      none: '每个结果一个数，要由你相加。单项可以为负，总和不会。',
      noLog: '忘了取对数：这是 Σ p (log p − q)，不是散度。请写 .log() 或 .log_softmax(-1)。',
      swapped: '参数颠倒了：这是 D(Q‖P)。请把 log Q 放在前面，P 放在后面。',
      swappedNoLog:
        '看起来像 D(P‖Q)，其实两者都不是：P 占了 log Q 的位置。请写 F.kl_div(Q.log(), P)。',
      logTargetForgotten: 'target 是对数，却没有写 log_target=True：于是对负数取对数。',
      logTargetWithoutLog: 'log_target=True 表示 target 是对数，而 P 不是：e 的 p 次方被当成了 p。',
      softmax: '模型用 log_softmax，真实分布用 softmax：概率小到无法表示时也安全。',
      softmaxLog: '只要没有概率下溢就正确：否则 log 0 为 −∞。log_softmax 没有这个限制。',
      rawScores: 'logit 既不是概率，也不是概率的对数。请写 Q.log_softmax(-1) 和 P.softmax(-1)。',
      rawTarget: 'target 仍是 logit。请写 P.softmax(-1)。',
      normalized: '先把计数除以总和，之后与概率相同。',
      notNormalized: 'F.kl_div 不会除以总和：对计数，它返回随计数增大的数。',
      inputNormalized: 'log_softmax 把任何 input 变成概率的对数。',
      inputBatchmean: '只有 input 的每行都是概率的对数，即 e 的这些次方之和为 1 时，才是正确的。',
      inputSum: '只有 input 是概率的对数，即 e 的这些次方之和为 1 时，才是正确的。',
      entropy: 'P 在前；有两个参数时它是相对熵，而不是熵。会悄悄地除以总和。',
      relEntr: 'P 在前。不会除以总和：只用于概率。',
      klDiv: '各项为 p log(p/q) − p + q：对概率结果相同，对其他数是广义散度。',
      jensenshannon: '这是距离：Jensen–Shannon 散度的平方根。对称，且永远有限。',
      keras: 'P 在前，不取对数。数字被截断到 1e-7 … 1：于是 ∞ 变成有限值，计数变成 1。',
      optax: '与 PyTorch 一样，模型在前，且取对数。',
      tfjs: '只能作为损失函数，float32，截断到 1e-7 … 1：于是 ∞ 变成有限值，计数变成 1。',
      mathjs: 'P 在前；会悄悄地除以总和。P 中有 0 时得到 NaN。',
      mlDistance: 'P 在前。不会除以总和。P 中有 0 时得到 NaN。',
      statsBase: 'P 在前。不会除以总和：只用于概率。',
      philentropy: 'Q 中的 0 按 0.00001 计算，于是 ∞ 变成有限的数。不会除以总和。',
      laplacesDemon: '只要列表中有 0，就被当作对数：取 e 的这些次方。会除以总和。',
    },
  },
});
