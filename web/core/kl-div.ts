import { broadcastShape, naturalOrder, type Order, orderBy, Reader } from './broadcast.ts';
import type { Engine } from './engine.ts';
import { DivergenceError } from './errors.ts';
import { requireEngine } from './load.ts';
import {
  type Checked,
  checkTensor,
  isFloat32,
  sizeOf,
  type Tensor,
  type TensorLike,
  zeros,
} from './tensor.ts';

/** What becomes of the elements: `batchmean` divides their sum by the first size of `input`, `mean` by their number. */
export type Reduction = 'none' | 'mean' | 'batchmean' | 'sum';

/** PyTorch's keyword arguments, but the two that are deprecated there. */
export interface KlDivOptions {
  /** Default 'mean', as in PyTorch; the divergence of rows of probabilities is 'batchmean', of one row 'sum'. */
  reduction?: Reduction;
  /** Whether `target` holds log-probabilities, as `input` always does. Default false. */
  logTarget?: boolean;
}

const reductions: readonly string[] = ['none', 'mean', 'batchmean', 'sum'];
const known = ['reduction', 'logTarget'];

/** The number that C++ gives each part; see cpp/measures/torch_kl_div.h. */
const part = { value: 0, input: 1, target: 2 };

function readOptions(options: KlDivOptions): Required<KlDivOptions> {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    throw new DivergenceError(
      'option-unknown',
      `${name} is no option: there are ${known.join(', ')}.`,
      { argument: name },
    );
  }
  const { reduction = 'mean', logTarget = false } = options;
  if (!reductions.includes(reduction)) {
    throw new DivergenceError(
      'option-not-usable',
      `${String(reduction)} is not a valid value for reduction: it must be ${reductions.join(', ')}.`,
      { argument: 'reduction' },
    );
  }
  if (typeof logTarget !== 'boolean') {
    throw new DivergenceError(
      'option-not-usable',
      `logTarget is ${String(logTarget)}: it must be true or false.`,
      { argument: 'logTarget' },
    );
  }
  return { reduction, logTarget };
}

/** One call of PyTorch's: its tensors and options, checked. */
class Call {
  readonly input: Checked;
  readonly target: Checked;
  readonly shape: number[];
  readonly reduction: Reduction;
  readonly float32: boolean;
  readonly #engine: Engine;
  readonly #logTarget: boolean;

  constructor(input: TensorLike, target: TensorLike, options: KlDivOptions) {
    this.#engine = requireEngine();
    const { reduction, logTarget } = readOptions(options);
    this.reduction = reduction;
    this.#logTarget = logTarget;
    this.input = checkTensor(input, 'input');
    this.target = checkTensor(target, 'target');
    this.shape = broadcastShape(this.input.shape, this.target.shape);
    this.float32 = isFloat32(this.input, this.target);
  }

  get size(): number {
    return sizeOf(this.shape);
  }

  get #divisor(): number {
    if (this.reduction === 'mean') return this.size;
    if (this.reduction === 'batchmean') return this.input.shape[0] ?? 1;
    return 1;
  }

  /** One number of each element, summed over the groups of `order`, into `result`. */
  compute(which: number, order: Order, result: Checked): void {
    this.#offer(order);
    const calls = this.#engine.calls;
    calls.takeNumbers = (offset, address, n) =>
      result.data.set(this.#engine.view(address, n), offset);
    calls._torchKlDiv(
      result.data.length,
      order.groupSize,
      which,
      Number(this.#logTarget),
      Number(this.float32),
      Number(this.target.data instanceof Float32Array),
      this.#divisor,
    );
  }

  /** Makes the elements readable for C++ in an order, as offerPairs does with P and Q. */
  #offer(order: Order): void {
    const engine = this.#engine;
    const [input, target] = [new Reader(this.input, order), new Reader(this.target, order)];
    const read = (offset: number, n: number): void => {
      input.copy(offset, n, engine.memory, engine.pArena);
      target.copy(offset, n, engine.memory, engine.qArena);
    };
    if (this.size <= engine.chunk) read(0, this.size);
    else engine.calls.readChunk = read;
  }
}

/**
 * What PyTorch's `F.kl_div(input, target)` and `nn.KLDivLoss` compute, number for number: of each element
 * target · (log target − input), with `logTarget` e^target · (target − input), then the reduction.
 *
 * With input = log Q and target = P that is D(P‖Q): the model comes first, in logarithms, and the reduction must be
 * 'sum', or 'batchmean' for rows. `klDivergence(p, q)` has neither trap.
 *
 * Shape    any, broadcast to each other; a plain array has one dimension, a number none. The result is a number, for
 *          reduction 'none' a tensor. Of Float32Arrays it is computed in float32
 * Edges    nothing is checked or normalised, so it may be negative. target = 0 adds 0. NaN comes out of a negative
 *          target, of target = 0 where input is infinite, of log target −Infinity, of infinities that cancel, of NaN,
 *          and of the mean of no elements; Infinity of target > 0 where input is −Infinity
 * Throws   DivergenceError: shapes that do not match, integer arrays, unknown reductions
 */
export function klDiv(
  input: TensorLike,
  target: TensorLike,
  options: KlDivOptions & { reduction: 'none' },
): Tensor;
export function klDiv(
  input: TensorLike,
  target: TensorLike,
  options?: KlDivOptions & { reduction?: Exclude<Reduction, 'none'> },
): number;
export function klDiv(
  input: TensorLike,
  target: TensorLike,
  options?: KlDivOptions,
): number | Tensor;
export function klDiv(
  input: TensorLike,
  target: TensorLike,
  options: KlDivOptions = {},
): number | Tensor {
  const call = new Call(input, target, options);
  const isReduced = call.reduction !== 'none';
  const result = zeros(isReduced ? [] : call.shape, call.float32);
  call.compute(part.value, naturalOrder(call.shape, isReduced ? call.size : 1), result);
  return isReduced ? (result.data[0] as number) : result;
}

/**
 * The gradients of `klDiv` that PyTorch's autograd finds; for reduction 'none' those of the sum. Each has the shape of
 * its tensor, and is summed where that was broadcast.
 *
 *   ∂/∂input = −target,  ∂/∂target = log target + 1 − input;  with `logTarget` −e^target, e^target (target − input + 1)
 *
 * Edges    ∂/∂target is NaN where target ≤ 0 (also where target = 0, whose value is 0), infinite, or a logarithm of
 *          −Infinity; arguments as of `klDiv`
 * Throws   DivergenceError, as `klDiv`
 */
export function klDivGradient(
  input: TensorLike,
  target: TensorLike,
  options: KlDivOptions = {},
): { input: Tensor; target: Tensor } {
  const call = new Call(input, target, options);
  const gradientOf = (name: 'input' | 'target'): Tensor => {
    const { shape, data } = call[name];
    const result = zeros(shape, data instanceof Float32Array);
    call.compute(part[name], orderBy(shape, call.shape), result);
    return result;
  };
  return { input: gradientOf('input'), target: gradientOf('target') };
}
