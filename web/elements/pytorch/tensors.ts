import type { Tensor } from '../../core/index.ts';
import { type Precision, torch } from '../../peers/index.ts';
import type { Batch } from './form.ts';

const CHANGES = {
  log: torch.log,
  softmax: torch.softmax,
  logSoftmax: torch.logSoftmax,
  normalized: torch.normalized,
} as const;

/** P and Q as tensors, and what calls make of them; each is made when it is first asked for, and once. */
export class Tensors {
  readonly #made = new Map<string, Tensor>();
  readonly #batch: Batch;
  readonly #precision: Precision;

  constructor(batch: Batch, precision: Precision) {
    this.#batch = batch;
    this.#precision = precision;
  }

  #once(key: string, make: () => Tensor): Tensor {
    const known = this.#made.get(key);
    if (known) return known;
    const made = make();
    this.#made.set(key, made);
    return made;
  }

  /** `P`, or `P.softmax(-1).log()` for ('p', 'softmax', 'log'). */
  of(which: 'p' | 'q', ...changes: (keyof typeof CHANGES)[]): Tensor {
    const last = changes.at(-1);
    return this.#once([which, ...changes].join('.'), () =>
      last === undefined
        ? torch.tensor(this.#batch[which], this.#precision)
        : CHANGES[last](this.of(which, ...changes.slice(0, -1))),
    );
  }
}
