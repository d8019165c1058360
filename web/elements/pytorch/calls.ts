import { klDiv, type Reduction } from '../../core/index.ts';
import { torch } from '../../peers/index.ts';
import type { CallName } from '../../words/index.ts';
import type { Unit } from '../unit.ts';
import { type Batch, sizeOf } from './form.ts';
import { otherCalls } from './other-calls.ts';
import type { Tensors } from './tensors.ts';

/** One way to ask for a divergence. What it returns is found by emulation, and judged by its number alone. */
export interface Call {
  name: CallName;
  code: string;
  library: 'PyTorch' | 'others';
  /** It is meant to return D(P‖Q). */
  isRight: boolean;
  /** It returns what stands in `unit`, not nats. */
  inUnit?: boolean;
  /** Its numbers are float32 whatever it gets. */
  isSingle?: boolean;
  /** One number, or one for each element. */
  value: (tensors: Tensors) => number | ArrayLike<number>;
}

type Argument = readonly [
  code: string,
  which: 'p' | 'q',
  ...changes: Parameters<Tensors['of']>[1][],
];

/** `F.kl_div(input, target, …)` of what the arguments make of P and Q. */
function functional(
  name: CallName,
  [inputCode, inputOf, ...input]: Argument,
  [targetCode, targetOf, ...target]: Argument,
  {
    reduction,
    logTarget = false,
    isRight = false,
  }: {
    reduction: Reduction | undefined;
    logTarget?: boolean;
    isRight?: boolean;
  },
): Call {
  const options = [
    ...(logTarget ? ['log_target=True'] : []),
    ...(reduction === undefined ? [] : [`reduction='${reduction}'`]),
  ];
  return {
    name,
    library: 'PyTorch',
    code: `F.kl_div(${[inputCode, targetCode, ...options].join(', ')})`,
    isRight,
    value: (tensors) => {
      const found = klDiv(
        tensors.of(inputOf, ...(input as 'log'[])),
        tensors.of(targetOf, ...(target as 'log'[])),
        { reduction: reduction ?? 'mean', logTarget },
      );
      return typeof found === 'number' ? found : found.data;
    },
  };
}

/** The module with its default, and with batchmean. */
function lossModule(
  [inputCode, inputOf, ...input]: Argument,
  target: Argument,
  rows: number,
): Call[] {
  const [targetCode, targetOf, ...changes] = target;
  const call = (reduction: Reduction | undefined) => (tensors: Tensors) =>
    torch.klDivLoss(
      tensors.of(inputOf, ...(input as 'log'[])),
      tensors.of(targetOf, ...(changes as 'log'[])),
      reduction,
    ) as number;
  const code = (options: string) => `nn.KLDivLoss(${options})(${inputCode}, ${targetCode})`;
  return [
    { name: 'loss', library: 'PyTorch', code: code(''), isRight: false, value: call(undefined) },
    {
      name: 'lossBatchmean',
      library: 'PyTorch',
      code: code("reduction='batchmean'"),
      isRight: rows > 1,
      value: call('batchmean'),
    },
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function categorical(parameter: 'probs' | 'logits', rows: number): Call {
  return {
    name: parameter === 'probs' ? 'categorical' : 'categoricalLogits',
    library: 'PyTorch',
    code: `kl_divergence(Categorical(${parameter}=P), Categorical(${parameter}=Q))${rows > 1 ? '.mean()' : ''}`,
    isRight: true,
    value: (tensors) =>
      mean(torch.categoricalKlDivergence(tensors.of('p'), tensors.of('q'), parameter)),
  };
}

/** The four reductions; of them the one that is right for this number of rows comes elsewhere. */
function reductions(input: Argument, target: Argument, rows: number): Call[] {
  return [
    functional('mean', input, target, { reduction: undefined }),
    rows > 1
      ? functional('sumOfRows', input, target, { reduction: 'sum' })
      : functional('batchmeanOfOne', input, target, { reduction: 'batchmean' }),
    functional('none', input, target, { reduction: 'none' }),
  ];
}

/** All calls for P and Q as they are given. */
export function callsFor(batch: Batch, unit: Unit): Call[] {
  const { rows } = sizeOf(batch);
  const reduction: Reduction = rows > 1 ? 'batchmean' : 'sum';
  const right = { reduction, isRight: true };
  const wrong = { reduction };
  const P: Argument = ['P', 'p'];
  const Q: Argument = ['Q', 'q'];
  const others = otherCalls(batch, unit);
  if (batch.form === 'arguments') {
    const [input, target]: Argument[] = [
      ['input', 'q'],
      ['target', 'p'],
    ] as const;
    const normalized: Argument = ['input.log_softmax(-1)', 'q', 'logSoftmax'];
    const [a, b] = [input as Argument, target as Argument];
    return [
      functional('inputNormalized', normalized, b, right),
      functional(rows > 1 ? 'inputBatchmean' : 'inputSum', a, b, right),
      ...lossModule(a, b, rows),
      ...reductions(a, b, rows),
      functional('logTargetWithoutLog', a, b, { ...wrong, logTarget: true }),
    ];
  }
  if (batch.form === 'logits') {
    const logQ: Argument = ['Q.log_softmax(-1)', 'q', 'logSoftmax'];
    const logP: Argument = ['P.log_softmax(-1)', 'p', 'logSoftmax'];
    const ofP: Argument = ['P.softmax(-1)', 'p', 'softmax'];
    const ofQ: Argument = ['Q.softmax(-1)', 'q', 'softmax'];
    return [
      functional('softmax', logQ, ofP, right),
      functional('logTarget', logQ, logP, { ...right, logTarget: true }),
      functional('softmaxLog', ['Q.softmax(-1).log()', 'q', 'softmax', 'log'], ofP, right),
      categorical('logits', rows),
      ...lossModule(logQ, ofP, rows),
      ...reductions(logQ, ofP, rows),
      functional('rawScores', Q, P, wrong),
      functional('rawTarget', logQ, P, wrong),
      functional('noLog', ofQ, ofP, wrong),
      functional('swapped', logP, ofQ, wrong),
      ...others,
    ];
  }
  const logQ: Argument = ['Q.log()', 'q', 'log'];
  const logP: Argument = ['P.log()', 'p', 'log'];
  if (batch.form === 'weights') {
    const sum = (x: string) => `${x} / ${x}.sum(-1, keepdim=True)`;
    const logShares: Argument = [`(${sum('Q')}).log()`, 'q', 'normalized', 'log'];
    const shares: Argument = [sum('P'), 'p', 'normalized'];
    return [
      categorical('probs', rows),
      functional('normalized', logShares, shares, right),
      functional('notNormalized', logQ, P, wrong),
      ...lossModule(logShares, shares, rows),
      functional('noLog', Q, P, wrong),
      functional(
        'swapped',
        [`(${sum('P')}).log()`, 'p', 'normalized', 'log'],
        [sum('Q'), 'q', 'normalized'],
        wrong,
      ),
      ...others,
    ];
  }
  return [
    functional(rows > 1 ? 'batchmean' : 'sum', logQ, P, right),
    functional('logTarget', logQ, logP, { ...right, logTarget: true }),
    categorical('probs', rows),
    ...lossModule(logQ, P, rows),
    ...reductions(logQ, P, rows),
    functional('noLog', Q, P, wrong),
    functional('swapped', logP, Q, wrong),
    functional('swappedNoLog', P, Q, wrong),
    functional('logTargetForgotten', logQ, logP, wrong),
    functional('logTargetWithoutLog', logQ, P, { ...wrong, logTarget: true }),
    ...others,
  ];
}
