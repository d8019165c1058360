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

interface Setting {
  samples: number;
  seed: number;
  estimator: EstimatorName;
}

const exact = () => Float64Array.from(MEANS, (mu) => klDivergence(normal(mu, 1), STANDARD));

/** A sweep of a setting, of which the first μ are done. */
interface Progress {
  key: string;
  setting: Setting;
  value: number[];
  standardError: number[];
  weighted: number[];
}

/**
 * The estimates over all μ, computed in slices of frames, so that the page stays alive with any number of draws. Until all are
 * there, those of the last setting stay; of the first one what there is so far.
 */
export class Sweeper {
  #frame = 0;
  #exact: Float64Array | undefined;
  #running: Progress | undefined;
  #done: Progress | undefined;

  /** @param tell is called when a sweep is complete that was not so at once */
  constructor(private readonly tell: () => void) {}

  /** Whether what is shown is of an earlier setting. */
  get isBehind(): boolean {
    return this.#running !== undefined;
  }

  /** The points to be shown for this setting. */
  ask(setting: Setting): Sweep {
    const key = JSON.stringify(setting);
    if (key === this.#done?.key) this.stop();
    else if (key !== this.#running?.key) {
      this.stop();
      this.#running = { key, setting, value: [], standardError: [], weighted: [] };
      this.#slice();
    }
    const { value, standardError, weighted } = (this.#done ?? this.#running) as Progress;
    this.#exact ??= exact();
    return { mu: MEANS, exact: this.#exact, value, standardError, weighted };
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#running = undefined;
  }

  #slice(): void {
    const progress = this.#running;
    if (!progress) return;
    const start = performance.now();
    while (progress.value.length < MEANS.length && performance.now() - start < BUDGET) {
      this.#advance(progress);
    }
    if (progress.value.length === MEANS.length) {
      this.#done = progress;
      this.#running = undefined;
    } else {
      this.#frame = requestAnimationFrame(() => {
        this.#slice();
        if (!this.#running) this.tell();
      });
    }
  }

  #advance({ setting, value, standardError, weighted }: Progress): void {
    const { samples, estimator } = setting;
    const mu = MEANS[value.length] as number;
    const q = normal(mu, 1);
    const draws = { samples, seed: seedAt(setting.seed, mu) };
    const found = monteCarlo(q, STANDARD, { ...draws, estimator });
    const wrong = monteCarlo(q, STANDARD, { ...draws, estimator: 'density-weighted' });
    value.push(found.value);
    standardError.push(found.standardError);
    weighted.push(wrong.value);
  }
}
