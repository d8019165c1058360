// The emulations of other libraries against what the libraries themselves returned, with their versions, in
// tests/vectors/peers_python.json and peers_javascript.json.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { initSync, klDiv, type Reduction, type Tensor } from '../../web/core/index.ts';
import {
  kerasKlDivergence,
  laplacesDemonKld,
  mathjsKldivergence,
  mlDistanceKullbackLeibler,
  optaxKlDivergence,
  type Precision,
  philentropyKl,
  scipy,
  statsBaseKldivergence,
  tfjsKlDivergence,
  torch,
} from '../../web/peers/index.ts';

type Written = number | string | Written[];
type Record1 = Record<string, Written>;
interface Pair {
  p: number[] | number[][];
  q: number[] | number[][];
  torch: Record1;
  'torch float32': Record1;
  scipy: Record1;
}

const read = (name: string) => JSON.parse(readFileSync(`tests/vectors/${name}.json`, 'utf8'));
const python: {
  versions: Record<string, string>;
  pairs: Record<string, Pair>;
  logits: Record<string, Pair>;
} = read('peers_python');
const javascript: { pairs: Record<string, Record1> } = read('peers_javascript');

const rowsOf = (x: number[] | number[][]) => (Array.isArray(x[0]) ? x : [x]) as number[][];
const isVector = ({ p }: Pair) => !Array.isArray(p[0]);
const PRECISIONS: Precision[] = ['float64', 'float32'];
const keyOf = (precision: Precision) => (precision === 'float64' ? 'torch' : 'torch float32');

function flat(x: Written): number[] {
  if (Array.isArray(x)) return x.flatMap(flat);
  return [{ nan: Number.NaN, inf: Infinity, '-inf': -Infinity }[String(x)] ?? Number(x)];
}

/** Logarithms and the order of a sum may differ in the last places of the largest part. */
function expectClose(
  got: ArrayLike<number> | number,
  want: Written | undefined,
  unit: number,
  largest = 1,
) {
  const [ours, theirs] = [typeof got === 'number' ? [got] : Array.from(got), flat(want ?? [])];
  expect(ours).toHaveLength(theirs.length);
  theirs.forEach((value, i) => {
    const mine = ours[i] as number;
    if (!Number.isFinite(value)) expect(mine).toBe(value);
    else
      expect(Math.abs(mine - value), `${mine} for ${value}`).toBeLessThanOrEqual(
        8 * unit * Math.max(largest, Math.abs(value)),
      );
  });
}

const UNITS = { float64: Number.EPSILON, float32: 2 ** -23 };

/** The largest part that a sum may have: of log, of e to a number, of the numbers themselves. */
const largestOf = ({ p, q }: Pair) => {
  const numbers = [...flat(p), ...flat(q)];
  return Math.max(1, ...numbers.map(Math.exp), ...numbers) * 40;
};

beforeAll(() => initSync());

describe.each(PRECISIONS)('PyTorch in %s', (precision) => {
  const ofTorch: Record<string, (p: Tensor, q: Tensor) => [Tensor, Tensor, boolean]> = {
    right: (p, q) => [torch.log(q), p, false],
    log_target: (p, q) => [torch.log(q), torch.log(p), true],
    'no log': (p, q) => [q, p, false],
    swapped: (p, q) => [torch.log(p), q, false],
    'swapped, no log': (p, q) => [p, q, false],
    'target in logarithms, log_target forgotten': (p, q) => [torch.log(q), torch.log(p), false],
    'log_target without logarithms': (p, q) => [torch.log(q), p, true],
  };
  const reductions: Reduction[] = ['none', 'mean', 'batchmean', 'sum'];

  describe.each(Object.entries(python.pairs))('of %s', (_, pair) => {
    const recorded = pair[keyOf(precision)];
    const [p, q] = [pair.p, pair.q].map((x) => torch.tensor(rowsOf(x), precision)) as [
      Tensor,
      Tensor,
    ];
    const unit = UNITS[precision];

    it.each(
      Object.keys(ofTorch).flatMap((way) =>
        reductions.map((reduction) => [way, reduction] as const),
      ),
    )('F.kl_div, %s, %s', (way, reduction) => {
      const [input, target, logTarget] = (ofTorch[way] as (typeof ofTorch)[string])(p, q);
      const got = klDiv(input, target, { reduction, logTarget });
      expectClose(
        typeof got === 'number' ? got : got.data,
        recorded[`${way}, ${reduction}`],
        unit,
        largestOf(pair),
      );
    });

    it('nn.KLDivLoss', () => {
      expectClose(
        torch.klDivLoss(torch.log(q), p) as number,
        recorded['nn.KLDivLoss()'],
        unit,
        largestOf(pair),
      );
      const batchmean = torch.klDivLoss(torch.log(q), p, 'batchmean') as number;
      expectClose(
        batchmean,
        recorded["nn.KLDivLoss(reduction='batchmean')"],
        unit,
        largestOf(pair),
      );
    });

    it('kl_divergence of Categorical(probs=…)', () => {
      expectClose(
        torch.categoricalKlDivergence(p, q, 'probs'),
        recorded['Categorical(probs)'],
        unit,
        40,
      );
    });
  });

  describe.each(Object.entries(python.logits))('of %s', (_, pair) => {
    const recorded = pair[keyOf(precision)];
    const [p, q] = [pair.p, pair.q].map((x) => torch.tensor(rowsOf(x), precision)) as [
      Tensor,
      Tensor,
    ];
    const unit = UNITS[precision];

    it('softmax and log_softmax', () => {
      expectClose(torch.softmax(p).data, recorded['p softmax'], unit);
      expectClose(torch.logSoftmax(q).data, recorded['q log_softmax'], unit);
    });

    it('F.kl_div of them', () => {
      const byLogSoftmax = klDiv(torch.logSoftmax(q), torch.softmax(p), { reduction: 'sum' });
      expectClose(byLogSoftmax, recorded.log_softmax, unit);
      const byLog = klDiv(torch.log(torch.softmax(q)), torch.softmax(p), { reduction: 'sum' });
      expectClose(byLog, recorded['softmax, log'], unit);
    });

    it('kl_divergence of Categorical(logits=…)', () => {
      expectClose(
        torch.categoricalKlDivergence(p, q, 'logits'),
        recorded['Categorical(logits)'],
        unit,
        4,
      );
    });
  });
});

describe.each(Object.entries(python.pairs))('SciPy of %s', (_, pair) => {
  const byRows = (call: (p: number[], q: number[]) => number) => {
    const ofQ = rowsOf(pair.q);
    return rowsOf(pair.p).map((row, i) => call(row, ofQ[ofQ.length === 1 ? 0 : i] as number[]));
  };
  it.each<[string, (p: number[], q: number[]) => number]>([
    ['entropy', (p, q) => scipy.entropy(p, q)],
    ['entropy, base 2', (p, q) => scipy.entropy(p, q, 2)],
    ['rel_entr', (p, q) => scipy.relEntr(p, q)],
    ['kl_div', (p, q) => scipy.klDiv(p, q)],
  ])('%s', (name, call) => {
    expectClose(byRows(call), pair.scipy[name], Number.EPSILON, 40);
  });

  it.each([
    ['jensenshannon', undefined],
    ['jensenshannon, base 2', 2],
  ])('%s', (name, base) => {
    // Rounding below the root is as large as its root above; near 0 all digits are rounding, in SciPy too.
    const got = byRows((p, q) => scipy.jensenshannon(p, q, base));
    flat(pair.scipy[name] ?? []).forEach((want, i) => {
      expect(Math.abs((got[i] as number) ** 2 - want ** 2)).toBeLessThan(4e-16);
    });
  });
});

describe.each(Object.entries(javascript.pairs))('npm packages of %s', (name, recorded) => {
  const { p, q } = python.pairs[name] as { p: number[]; q: number[] } & Pair;
  const only = (key: string) => flat(recorded[key] ?? [])[0];

  it('mathjs, bit for bit', () => expect(mathjsKldivergence(p, q)).toBe(only('mathjs')));

  it('ml-distance, bit for bit', () => {
    expect(mlDistanceKullbackLeibler(p, q)).toBe(only('ml-distance'));
  });

  it('TensorFlow.js', () => expectClose(tfjsKlDivergence(p, q), recorded.tfjs, UNITS.float32, 16));
});

describe('Keras, as its source reads', () => {
  // Where nothing is clipped, it is what TensorFlow.js was recorded to return; else by hand, of the clipped numbers.
  it('is TensorFlow.js without zeros and counts', () => {
    for (const name of ['two outcomes', 'three outcomes', 'forty outcomes', 'sums of 1 and 0.6']) {
      const { p, q } = python.pairs[name] as { p: number[]; q: number[] } & Pair;
      expectClose(kerasKlDivergence(p, q), javascript.pairs[name]?.tfjs, UNITS.float32);
    }
  });

  it('is finite where Q excludes what P allows', () => {
    const want = 0.2 * Math.log(0.2 / 1e-7) + 0.3 * Math.log(0.3 / 0.5);
    expectClose(kerasKlDivergence([0.2, 0.3, 0.5], [0, 0.5, 0.5]), want, UNITS.float32, 16);
  });

  it('takes what P excludes for 1e-7, and counts for 1', () => {
    const zero = 1e-7 * Math.log(1e-7 / 0.2) + 0.5 * Math.log(0.5 / 0.3);
    expectClose(kerasKlDivergence([0, 0.5, 0.5], [0.2, 0.3, 0.5]), zero, UNITS.float32);
    expect(kerasKlDivergence([1, 2, 7], [3, 3, 4])).toBe(0);
  });
});

describe('others, as their sources read', () => {
  const vectors = Object.entries(python.pairs).filter(([, pair]) => isVector(pair)) as [
    string,
    Pair & { p: number[]; q: number[] },
  ][];

  it.each(vectors)('Optax and StatsBase agree with SciPy: %s', (_, { p, q, scipy: recorded }) => {
    const both = p.some((x, i) => x === 0 && q[i] === 0);
    expectClose(statsBaseKldivergence(p, q), recorded.rel_entr, Number.EPSILON, 40);
    const optax = optaxKlDivergence(q.map(Math.log), p);
    expectClose(optax, both ? 'nan' : recorded.rel_entr, Number.EPSILON, 40 * Math.max(...p));
  });

  it('philentropy takes a zero in Q for 1e-5', () => {
    const { p, q } = python.pairs['zero in Q'] as { p: number[]; q: number[] } & Pair;
    expect(philentropyKl(p, q)).toBeCloseTo(1.8274, 4); // recorded in the survey of the field
    expect(philentropyKl([0, 0.5, 0.5], [0, 0.4, 0.6])).toBeCloseTo(0.0204109972601276, 15);
  });

  it('LaplacesDemon takes a list with a zero for logarithms', () => {
    expect(laplacesDemonKld([0, 0.5, 0.5], [0.2, 0.3, 0.5])).toBeCloseTo(0.028, 3);
    expect(laplacesDemonKld([0.2, 0.3, 0.5], [0, 0.5, 0.5])).toBeCloseTo(0.0284, 3);
    expect(laplacesDemonKld([1, 2, 7], [3, 3, 4])).toBeCloseTo(0.200776801066352, 14);
  });
});
