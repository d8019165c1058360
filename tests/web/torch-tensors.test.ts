// klDiv and klDivGradient where no recorded case reaches: long tensors, wrong arguments.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  DivergenceError,
  initSync,
  klDiv,
  klDivGradient,
  type Tensor,
  type TensorLike,
} from '../../web/core/index.ts';

beforeAll(initSync);

describe('long tensors', () => {
  const rows = 5;
  const columns = 3000; // more than a chunk together
  const data = Float64Array.from({ length: rows * columns }, (_, i) => ((i * 7919) % 1009) / 1009);
  const matrix: Tensor = { data, shape: [rows, columns] };
  const row = -1.25;

  it('are streamed, whatever the order', () => {
    const elements = klDiv([row], matrix, { reduction: 'none' });
    expect(elements.shape).toEqual([rows, columns]);
    const wanted = (i: number): number => {
      const t = data[i] as number;
      return (t === 0 ? 0 : t * Math.log(t)) - t * row;
    };
    for (let i = 0; i < data.length; i++) expect(elements.data[i]).toBeCloseTo(wanted(i), 14);
    const sum = Array.from(elements.data).reduce((a, b) => a + b);
    expect(klDiv([row], matrix, { reduction: 'sum' })).toBeCloseTo(sum, 8);
  });

  it('have their gradients summed over what was broadcast', () => {
    const column = { data: Array.from({ length: rows }, (_, i) => -i), shape: [rows, 1] };
    const ofColumn = klDivGradient(column, matrix, { reduction: 'sum' }).input;
    const line = Float64Array.from({ length: columns }, (_, i) => -i / columns);
    const ofLine = klDivGradient(line, matrix, { reduction: 'sum' }).input;
    expect([ofColumn.shape, ofLine.shape]).toEqual([[rows, 1], [columns]]);
    const sumOf = (own: (i: number) => boolean): number =>
      data.reduce((sum, t, i) => (own(i) ? sum - t : sum), 0);
    for (let i = 0; i < rows; i++) {
      expect(ofColumn.data[i]).toBeCloseTo(
        sumOf((k) => Math.floor(k / columns) === i),
        9,
      );
    }
    for (const i of [0, 1, 1500, columns - 1]) {
      expect(ofLine.data[i]).toBeCloseTo(
        sumOf((k) => k % columns === i),
        12,
      );
    }
  });
});

describe('gradients', () => {
  it('are the slopes of the value', () => {
    const probability = fc.double({ min: 0.01, max: 1, noNaN: true });
    const logarithm = fc.double({ min: -5, max: 0, noNaN: true });
    fc.assert(
      fc.property(logarithm, probability, fc.boolean(), (x, t, logTarget) => {
        const options = { reduction: 'sum', logTarget } as const;
        const { input, target } = klDivGradient(x, t, options);
        const h = 1e-5;
        const slope = (dx: number, dt: number): number =>
          (klDiv(x + dx, t + dt, options) - klDiv(x - dx, t - dt, options)) / (2 * h);
        expect(input.data[0]).toBeCloseTo(slope(h, 0), 6);
        expect(target.data[0]).toBeCloseTo(slope(0, h), 4);
      }),
    );
  });

  it('have the types of their own tensors', () => {
    const { input, target } = klDivGradient(Float32Array.of(-1), [0.5]);
    expect(input.data).toBeInstanceOf(Float32Array);
    expect(target.data).toBeInstanceOf(Float64Array);
  });
});

describe('an argument that PyTorch would refuse, or no argument at all, throws', () => {
  const row = [-1, -2];
  it.each<[string, unknown, unknown, object | undefined, object]>([
    ['integers', Int32Array.of(-1), [1], {}, { code: 'integers', argument: 'input' }],
    [
      'integers',
      [-1],
      { data: Uint8Array.of(1), shape: [1] },
      {},
      { code: 'integers', argument: 'target' },
    ],
    ['null', null, row, {}, { code: 'not-an-array', argument: 'input' }],
    ['text', row, ['0.5', 0.5], {}, { code: 'not-a-number', argument: 'target', index: 0 }],
    ['nested rows', [row, row], row, {}, { code: 'not-a-number', argument: 'input', index: 0 }],
    [
      'a shape too large',
      { data: row, shape: [3] },
      row,
      {},
      { code: 'shape-not-usable', argument: 'input.shape' },
    ],
    [
      'a size below 0',
      { data: row, shape: [-2, -1] },
      row,
      {},
      { code: 'shape-not-usable', index: 0 },
    ],
    [
      'half a size',
      { data: row, shape: [4, 0.5] },
      row,
      {},
      { code: 'shape-not-usable', index: 1 },
    ],
    ['no shape', { data: row, shape: 2 }, row, {}, { code: 'shape-not-usable' }],
    [
      'sizes that differ',
      row,
      [1, 2, 3],
      {},
      { code: 'shapes-differ', argument: 'target', index: 0 },
    ],
    [
      'an unknown reduction',
      row,
      row,
      { reduction: 'bogus' },
      { code: 'option-not-usable', argument: 'reduction' },
    ],
    [
      'an unknown option',
      row,
      row,
      { log_target: true },
      { code: 'option-unknown', argument: 'log_target' },
    ],
    [
      'a flag that is none',
      row,
      row,
      { logTarget: 'yes' },
      { code: 'option-not-usable', argument: 'logTarget' },
    ],
  ])('%s', (_, input, target, options, fault) => {
    for (const call of [klDiv, klDivGradient]) {
      let thrown: unknown;
      try {
        call(input as TensorLike, target as TensorLike, options);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(DivergenceError);
      expect(thrown).toMatchObject(fault);
    }
  });

  it('in PyTorch’s words', () => {
    expect(() => klDiv([1, 2, 3, 4], [1, 2, 3])).toThrow(
      'The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0',
    );
    expect(() => klDiv(Int8Array.of(1), [1])).toThrow('Integral inputs not supported');
    expect(() => klDiv([1], [1], { reduction: 'bogus' as 'sum' })).toThrow(
      'bogus is not a valid value for reduction',
    );
  });
});
