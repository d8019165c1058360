import { klDivergence, monteCarlo, normal } from '../../core/index.ts';
import type { Sweep } from '../../figures/index.ts';
import type { EstimatorName } from '../../words/index.ts';

const BUDGET = 6; // ms of a frame
const STEPS = 100;

/** The standard normal, against which the others stand. */
export const STANDARD = normal(0, 1);

/** −5, −4.9 … 5: the decimals, not their sums. */
export const MEANS: readonly number[] = Array.from(
  { length: STEPS + 1 },
  (_, i) => (i - STEPS / 2) / 10,
);

/** Of each μ its own draws; of a μ between, those of the nearest. */
export function seedAt(seed: number, mu: number): number {
  const nearest = Math.round(10 * mu) + STEPS / 2;
  return seed * MEANS.length + Math.min(STEPS, Math.max(0, nearest));
}

export interface Setting {
  samples: number;
  seed: number;
  estimator: EstimatorName;
}

const exact = () => Float64Array.from(MEANS, (mu) => klDivergence(normal(mu, 1), STANDARD));

/**
 * The estimates over all μ, computed in slices of frames, so that the page stays alive with any number of draws. Until all are
 * there, those of the last setting stay.
 */
export class Sweeper {
  #wanted = '';
  #frame = 0;
  #done: { key: string; sweep: Sweep } | undefined;

  /** @param tell is called when a sweep is complete that was not so at once */
  constructor(private readonly tell: () => void) {}

  /** Whether what is shown is of an earlier setting. */
  get isBehind(): boolean {
    return this.#wanted !== this.#done?.key;
  }

  /** The points of this setting, or of the last one that is complete. */
  ask(setting: Setting): Sweep | undefined {
    const key = JSON.stringify(setting);
    if (key !== this.#wanted) {
      this.#wanted = key;
      cancelAnimationFrame(this.#frame);
      if (key !== this.#done?.key) this.#begin(key, setting);
    }
    return this.#done?.sweep;
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#wanted = '';
  }

  #begin(key: string, { samples, seed, estimator }: Setting): void {
    const empty = () => new Float64Array(MEANS.length);
    const sweep = {
      mu: MEANS,
      exact: this.#done?.sweep.exact ?? exact(),
      value: empty(),
      standardError: empty(),
      weighted: empty(),
    };
    let at = 0;
    const slice = (isLater: boolean) => {
      const start = performance.now();
      while (at < MEANS.length && performance.now() - start < BUDGET) {
        const mu = MEANS[at] as number;
        const options = { samples, seed: seedAt(seed, mu) };
        const q = normal(mu, 1);
        const found = monteCarlo(q, STANDARD, { ...options, estimator });
        sweep.value[at] = found.value;
        sweep.standardError[at] = found.standardError;
        sweep.weighted[at] = monteCarlo(q, STANDARD, {
          ...options,
          estimator: 'density-weighted',
        }).value;
        at += 1;
      }
      if (at < MEANS.length) {
        this.#frame = requestAnimationFrame(() => slice(true));
        return;
      }
      this.#done = { key, sweep };
      if (isLater) this.tell();
    };
    slice(false);
  }
}
