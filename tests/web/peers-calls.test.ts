// How the panel of PyTorch's calls reads rows, which calls it shows, and how it judges what they return.
import { beforeAll, describe, expect, it } from 'vitest';
import { compare, initSync } from '../../web/core/index.ts';
import { compareBatch } from '../../web/elements/pytorch/batch.ts';
import { callsFor } from '../../web/elements/pytorch/calls.ts';
import { type Batch, TORCH_FORMS } from '../../web/elements/pytorch/form.ts';
import { TORCH_PRESETS } from '../../web/elements/pytorch/presets.ts';
import { parseRows } from '../../web/elements/pytorch/rows.ts';
import { Tensors } from '../../web/elements/pytorch/tensors.ts';
import { judge, judgeCalls, yardstick } from '../../web/elements/pytorch/verdict.ts';
import { formatNumber, MAX_NUMBERS, ParseError } from '../../web/text/index.ts';
import { torchWords } from '../../web/words/index.ts';

beforeAll(() => initSync());

describe('rows', () => {
  const two = [
    [0.4, 0.6],
    [0.3, 0.7],
  ];
  it.each([
    ['[[0.4, 0.6], [0.3, 0.7]]', two],
    ['[[0.4, 0.6],\n [0.3, 0.7]]', two],
    ['tensor([[0.4000, 0.6000],\n        [0.3000, 0.7000]], dtype=torch.float64)', two],
    ['array([[0.4, 0.6],\n       [0.3, 0.7]])', two],
    ['0.4 0.6\n0.3 0.7', two],
    ['0.4, 0.6,\r\n0.3, 0.7,\r\n', two],
    ['0.4\t0.6\n\n0.3\t0.7', two],
    ['【0.4，0.6】【0.3，0.7】', two],
    ['0.4, 0.6', [[0.4, 0.6]]],
    ['[0.4, 0.6]', [[0.4, 0.6]]],
    ['0.4\n0.6', [[0.4, 0.6]]],
    ['[0.4 0.6\n 0.3 0.7]', [[0.4, 0.6, 0.3, 0.7]]],
    ['[[0.4, 0.6]]', [[0.4, 0.6]]],
  ])('of %j', (text, rows) => {
    expect(parseRows(text, 'P')).toEqual(rows);
  });

  it('name the row of what cannot be read', () => {
    expect(() => parseRows('[[0.4, 0.6], [0.3, x]]', 'Q')).toThrow('Q[1][1] is “x”');
  });

  it('are no more numbers than a field takes', () => {
    const row = `[${new Array(MAX_NUMBERS / 2 + 1).fill('1').join(', ')}]`;
    expect(() => parseRows(`[${row}, ${row}]`, 'P')).toThrow(ParseError);
  });
});

const batches: Batch[] = TORCH_FORMS.flatMap((form) => {
  const p = form === 'weights' ? [2, 3] : [0.4, 0.6];
  const q = form === 'weights' ? [1, 3] : [0.3, 0.7];
  return [
    { form, p: [p], q: [q] },
    { form, p: [p, p, p], q: [q, q, q] },
    { form, p: [p, p, p], q: [q] },
  ];
});

describe('calls', () => {
  it('have each their sentence, and each sentence its call', () => {
    const names = batches.flatMap((batch) => callsFor(batch, 'nats').map(({ name }) => name));
    expect([...new Set(names)].sort()).toEqual(Object.keys(torchWords.en.calls).sort());
  });

  it.each(batches)('are not shown twice: $form, $p, $q', (batch) => {
    const calls = callsFor(batch, 'nats');
    expect(new Set(calls.map(({ name }) => name)).size).toBe(calls.length);
    expect(new Set(calls.map(({ code }) => code)).size).toBe(calls.length);
  });

  it.each(batches)('that are meant to are D(P‖Q): $form, $p, $q', (batch) => {
    const tensors = {
      double: new Tensors(batch, 'float64'),
      single: new Tensors(batch, 'float32'),
    };
    const of = yardstick(batch, compareBatch(batch, Math.E));
    const judged = judgeCalls(callsFor(batch, 'bits'), tensors, of, Math.LN2, formatNumber);
    const right = judged.filter(({ verdict }) => verdict.is === 'forward');
    // Of rows of P and one list Q, batchmean divides by something else; with input as it is there is no other way.
    const isBroadcast = batch.p.length !== batch.q.length;
    expect(right.length > 0).toBe(!(isBroadcast && batch.form === 'arguments'));
    const meant = judged.filter(({ call }) => call.isRight && call.library === 'PyTorch');
    if (batch.form === 'probabilities' && !isBroadcast) {
      expect(right.filter(({ call }) => call.library === 'PyTorch')).toEqual(meant);
    }
  });

  it('divide by the first size of the input alone, where that is broadcast', () => {
    // batchmean of three rows of P and one of Q, a list: by its two outcomes, not by three rows.
    const batch = batches.find(
      ({ form, p, q }) => form === 'probabilities' && p.length === 3 && q.length === 1,
    ) as Batch;
    const call = callsFor(batch, 'nats').find(({ name }) => name === 'batchmean');
    const value = call?.value(new Tensors(batch, 'float64')) as number;
    const row = compare([0.4, 0.6], [0.3, 0.7]).forward.value;
    expect(value).toBeCloseTo((3 * row) / 2, 15);
    const verdict = judge(value, true, false, yardstick(batch, compareBatch(batch, Math.E)));
    expect(verdict).toEqual({ is: 'broadcast', by: 3, over: 2 });
  });
});

describe('examples', () => {
  it.each(TORCH_PRESETS.map((preset) => [preset.name.en, preset] as const))(
    '%s marks a call that is there',
    (_, { state }) => {
      const form = TORCH_FORMS.find((name) => name === state.form) ?? 'probabilities';
      const [p, q] = [parseRows(state.p ?? '', 'P'), parseRows(state.q ?? '', 'Q')];
      const names: string[] = callsFor({ form, p, q }, 'nats').map(({ name }) => name);
      expect(names).toContain(state.call);
    },
  );
});

describe('a verdict', () => {
  const of = {
    forward: 0.2,
    reverse: 0.25,
    rows: 4,
    columns: 3,
    size: 2,
    total: 10,
    distance: 0.3,
    generalized: 7,
  };
  it.each([
    [0.2, true, { is: 'forward' }],
    [0.2 * (1 + 1e-12), true, { is: 'forward' }],
    [0.2, false, { is: 'chance' }],
    [0.25, false, { is: 'reverse' }],
    [0.2 / 3, false, { is: 'divided', by: 3 }],
    [0.8, false, { is: 'multiplied', by: 4 }],
    [2, false, { is: 'multiplied', by: 10 }],
    [0.3, false, { is: 'distance' }],
    [7, false, { is: 'generalized' }],
    [-1, false, { is: 'negative' }],
    [1, false, { is: 'none' }],
    [Number.NaN, true, { is: 'nan' }],
    [Infinity, true, { is: 'wronglyInfinite' }],
  ])('of %s', (value, isRight, verdict) => {
    expect(judge(value, isRight, false, of)).toEqual(verdict);
  });

  it('allows single floats their rounding', () => {
    expect(judge(0.200001, true, true, of)).toEqual({ is: 'forward' });
    expect(judge(0.200001, true, false, of)).toEqual({ is: 'none' });
  });

  it('knows what has only lost its digits from what is wrong', () => {
    const near = { ...of, forward: 1e-16, reverse: 1e-16 };
    expect(judge(-3e-17, true, false, near)).toEqual({ is: 'rounding' });
    expect(judge(-3e-17, false, false, near)).toEqual({ is: 'lost' });
    expect(judge(-1e-9, true, false, near)).toEqual({ is: 'negative' });
  });

  it('takes no finite number for ∞, and ∞ for D(Q‖P) where that is ∞', () => {
    const infinite = { ...of, forward: Infinity };
    expect(judge(2.7, true, false, infinite)).toEqual({ is: 'wronglyFinite' });
    expect(judge(Infinity, true, false, infinite)).toEqual({ is: 'forward' });
    expect(judge(Infinity, false, false, { ...of, reverse: Infinity })).toEqual({ is: 'reverse' });
  });
});

describe('a batch', () => {
  it('has the means of its rows', () => {
    const p = [
      [0.4, 0.6],
      [0.5, 0.5],
    ];
    const q = [
      [0.3, 0.7],
      [0.2, 0.8],
    ];
    const found = compareBatch({ p, q, form: 'probabilities' }, 2);
    const rows = p.map((row, i) => compare(row, q[i] as number[], { base: 2 }));
    const mean = (of: (row: (typeof rows)[0]) => number) =>
      rows.reduce((sum, row) => sum + of(row), 0) / 2;
    expect(found.forward.value).toBe(mean((row) => row.forward.value));
    expect(found.reverse.value).toBe(mean((row) => row.reverse.value));
    expect(found.crossEntropy.reverse).toBe(mean((row) => row.crossEntropy.reverse));
  });

  it('of rows that are infinite each their way has no asymmetry, and never NaN', () => {
    const p = [
      [1, 0],
      [0.5, 0.5],
    ];
    const q = [
      [0.5, 0.5],
      [1, 0],
    ];
    const found = compareBatch({ p, q, form: 'probabilities' }, Math.E);
    expect([found.forward.value, found.reverse.value]).toEqual([Infinity, Infinity]);
    expect(found.asymmetry).toBe(0);
  });

  it('names the row that is no distribution', () => {
    const p = [
      [0.4, 0.6],
      [0.4, 0.7],
    ];
    const find = () => compareBatch({ p, q: [[0.3, 0.7]], form: 'probabilities' }, Math.E);
    expect(find).toThrow(/^P\[1\] sums to 1\.1/);
  });
});
