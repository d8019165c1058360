import { DivergenceError } from './errors.ts';
import type { Checked } from './tensor.ts';

/**
 * The shape of two tensors together, as NumPy and PyTorch have it: aligned at the last dimension, where sizes must be
 * equal or one of them 1.
 */
export function broadcastShape(input: readonly number[], target: readonly number[]): number[] {
  const rank = Math.max(input.length, target.length);
  const sizeAt = (shape: readonly number[], dimension: number): number =>
    shape[dimension - (rank - shape.length)] ?? 1;
  const shape = new Array<number>(rank);
  for (let dimension = rank - 1; dimension >= 0; dimension--) {
    const [ours, theirs] = [sizeAt(input, dimension), sizeAt(target, dimension)];
    if (ours !== theirs && ours !== 1 && theirs !== 1) {
      // PyTorch's words, and its order: it multiplies the target by the input.
      throw new DivergenceError(
        'shapes-differ',
        `The size of tensor a (${theirs}) must match the size of tensor b (${ours}) at non-singleton dimension ` +
          `${dimension}: a is target, of shape [${target.join(', ')}], b is input, of shape [${input.join(', ')}].`,
        { argument: 'target', index: dimension },
      );
    }
    shape[dimension] = ours === 1 ? theirs : ours;
  }
  return shape;
}

/** How far apart in memory neighbours along each dimension of `shape` lie: 0 where the tensor repeats itself. */
function strides(own: readonly number[], shape: readonly number[]): number[] {
  const result = new Array<number>(shape.length).fill(0);
  let stride = 1;
  for (let i = own.length - 1; i >= 0; i--) {
    const size = own[i] as number;
    if (size !== 1) result[i + shape.length - own.length] = stride;
    stride *= size;
  }
  return result;
}

/** An order of the elements of a shape: its dimensions from the slowest to the fastest. */
export interface Order {
  shape: readonly number[];
  dimensions: readonly number[];
  /** So many elements in a row belong together. */
  groupSize: number;
}

/** As they lie in memory, all one group or each its own. */
export function naturalOrder(shape: readonly number[], groupSize: number): Order {
  return { shape, dimensions: shape.map((_, dimension) => dimension), groupSize };
}

/** With the elements that a tensor of shape `own` repeats in a row, and what it does not repeat in its own order. */
export function orderBy(own: readonly number[], shape: readonly number[]): Order {
  const missing = shape.length - own.length;
  const repeats = (d: number): boolean => d < missing || own[d - missing] !== shape[d];
  const dimensions = shape.map((_, dimension) => dimension);
  const repeated = dimensions.filter(repeats);
  return {
    shape,
    dimensions: [...dimensions.filter((d) => !repeats(d)), ...repeated],
    groupSize: repeated.reduce((product, d) => product * (shape[d] as number), 1),
  };
}

/** Reads a tensor's elements in an order, repeated as often as the shape asks. */
export class Reader {
  readonly #data: Checked['data'];
  readonly #sizes: number[];
  readonly #strides: number[];
  readonly #isPlain: boolean;

  constructor({ data, shape: own }: Checked, { shape, dimensions }: Order) {
    const all = strides(own, shape);
    this.#data = data;
    this.#sizes = dimensions.map((d) => shape[d] as number);
    this.#strides = dimensions.map((d) => all[d] as number);
    const plain = strides(this.#sizes, this.#sizes);
    this.#isPlain = this.#strides.every((stride, i) => stride === plain[i]);
  }

  /** Copies the elements offset … offset + n − 1 of the order to `to`, from `at` on. */
  copy(offset: number, n: number, to: Float64Array, at: number): void {
    if (this.#isPlain) {
      to.set(this.#data.subarray(offset, offset + n), at);
      return;
    }
    const last = this.#sizes.length - 1;
    const [size, stride] = [this.#sizes[last] as number, this.#strides[last] as number];
    let row = Math.floor(offset / size);
    let column = offset % size;
    for (let done = 0; done < n; ) {
      const run = Math.min(size - column, n - done);
      let from = this.#rowStart(row) + column * stride;
      for (let i = 0; i < run; i++, from += stride) to[at + done + i] = this.#data[from] as number;
      done += run;
      row += 1;
      column = 0;
    }
  }

  /** Where the row of this number, of the fastest dimension, begins. */
  #rowStart(row: number): number {
    let start = 0;
    for (let d = this.#sizes.length - 2; d >= 0; d--) {
      const size = this.#sizes[d] as number;
      start += (row % size) * (this.#strides[d] as number);
      row = Math.floor(row / size);
    }
    return start;
  }
}
