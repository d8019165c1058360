import { DivergenceError } from './errors.ts';
import type { Vector } from './pairs.ts';

/** Numbers in rows of any number of dimensions, the last one running fastest; no dimension (`[]`) is one number. */
export interface Tensor {
  /** All numbers, row by row. */
  data: Float64Array | Float32Array | number[];
  /** The size of each dimension: their product is the length of `data`. */
  shape: number[];
}

/** A number has no dimensions, a plain array or typed array one. */
export type TensorLike = number | Vector | Readonly<{ data: Vector; shape: ArrayLike<number> }>;

type Numbers = Float64Array | Float32Array;

/** A tensor that has been checked: floating-point numbers, as many as its shape says. */
export interface Checked {
  data: Numbers;
  shape: number[];
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** Floating-point arrays as they are, plain ones copied. */
function numbersOf(data: unknown, name: string): Numbers {
  if (data instanceof Float64Array || data instanceof Float32Array) return data;
  if (ArrayBuffer.isView(data)) {
    const kind = data.constructor.name;
    throw new DivergenceError(
      'integers',
      `${/Int/.test(kind) ? 'kl_div: Integral inputs not supported. ' : ''}${name} is of type ${kind}: ` +
        'it must be a Float64Array, a Float32Array or an array of numbers.',
      { argument: name },
    );
  }
  if (typeof data !== 'object' || data === null || typeof (data as Vector).length !== 'number') {
    throw new DivergenceError(
      'not-an-array',
      `${name} is ${data === null ? 'null' : typeof data}: it must be a number, an array of numbers, ` +
        'or a tensor { data, shape }.',
      { argument: name },
    );
  }
  const values = data as ArrayLike<unknown>;
  return Float64Array.from(values, (value, index) => {
    if (typeof value === 'number') return value;
    throw new DivergenceError(
      'not-a-number',
      `${name}[${index}] is ${typeof value === 'string' ? `"${value}"` : String(value)} (${typeof value}): ` +
        'every element must be a number; pass rows as { data, shape }, one after another in data.',
      { argument: name, index },
    );
  });
}

function shapeOf(shape: ArrayLike<unknown>, length: number, name: string): number[] {
  const sizes: unknown[] = Array.from(shape);
  const fault = sizes.findIndex((size) => !Number.isSafeInteger(size) || (size as number) < 0);
  if (fault >= 0) {
    throw new DivergenceError(
      'shape-not-usable',
      `${name}.shape[${fault}] is ${String(sizes[fault])}: a size must be a whole number, at least 0.`,
      { argument: `${name}.shape`, index: fault },
    );
  }
  const checked = sizes as number[];
  if (sizeOf(checked) !== length) {
    throw new DivergenceError(
      'shape-not-usable',
      `${name}.shape is ${shapeText(checked)} but ${name}.data has ${length} numbers: ` +
        `there must be ${sizeOf(checked)}, the product of the sizes.`,
      { argument: `${name}.shape` },
    );
  }
  return checked;
}

/** The tensor of an argument, or an error that says what is wrong with it. */
export function checkTensor(x: TensorLike, name: string): Checked {
  if (typeof x === 'number') return { data: Float64Array.of(x), shape: [] };
  const isTensor = typeof x === 'object' && x !== null && 'data' in x && 'shape' in x;
  const data = numbersOf(isTensor ? x.data : x, name);
  if (!isTensor) return { data, shape: [data.length] };
  if (typeof x.shape !== 'object' || x.shape === null) {
    throw new DivergenceError(
      'shape-not-usable',
      `${name}.shape is ${String(x.shape)}: it must be an array of sizes.`,
      { argument: `${name}.shape` },
    );
  }
  return { data, shape: shapeOf(x.shape, data.length, name) };
}

/**
 * What PyTorch computes in: float32 for float32 tensors only, where a tensor without dimensions counts only beside
 * another such.
 */
export function isFloat32(a: Checked, b: Checked): boolean {
  const deciding = [a, b].filter(({ shape }) => shape.length > 0);
  return (deciding.length > 0 ? deciding : [a, b]).every(
    ({ data }) => data instanceof Float32Array,
  );
}

/** A tensor of zeros, of numbers like those of `data`. */
export function zeros(shape: readonly number[], float32: boolean): Checked {
  const n = sizeOf(shape);
  return { data: float32 ? new Float32Array(n) : new Float64Array(n), shape: [...shape] };
}
