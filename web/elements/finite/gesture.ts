import type { StepSize } from '../../figures/index.ts';
import { dragged, steppedAlone, steppedShare } from './drag.ts';
import { isProbability, type Which } from './form.ts';
import { type Lists, sharesOf } from './lists.ts';
import { written } from './write.ts';

const STEP_DIGITS = 6; // of a share that keys move
const SAME = 2e-6; // relative; what rounding to them may do

/**
 * One bar under the hand, or under the arrow keys. Every position is computed from where the drag began, not from the one before: rounding does not add
 * up, and what is dragged back is as it was.
 */
export class Gesture {
  readonly which: Which;
  readonly outcome: number;
  /** Where the drawing ends as long as it lasts. */
  readonly top: number;
  /** How the bars stood. */
  readonly shares: Float64Array;
  readonly #lists: Lists;
  readonly #text: string;
  #written: string;

  constructor(lists: Lists, which: Which, outcome: number, text: string, top: number) {
    this.#lists = lists;
    this.which = which;
    this.outcome = outcome;
    this.top = top;
    this.shares = sharesOf(lists[which], lists.form);
    this.#text = text;
    this.#written = text;
  }

  /** Whether a further movement belongs to it: the same bar, and nobody changed anything else since. */
  isOf(now: Lists, which: Which, outcome: number, text: string): boolean {
    const other = which === 'p' ? 'q' : 'p';
    return (
      which === this.which &&
      outcome === this.outcome &&
      text === this.#written &&
      now.form === this.#lists.form &&
      now.given[other] === this.#lists.given[other]
    );
  }

  /** The text of the field with the bar at a share of the whole. */
  to(share: number): string {
    const { form } = this.#lists;
    return this.#write(dragged(this.#lists[this.which], this.outcome, share, form));
  }

  /** The text of the field one arrow key further than the lists are now. */
  step(now: Lists, direction: number, size: StepSize): string {
    const { which, outcome } = this;
    const { form } = now;
    if (!isProbability(form)) {
      return this.#write(steppedAlone(now[which], outcome, direction, size, form));
    }
    const own = sharesOf(now[which], form)[outcome] as number;
    const share = steppedShare(own, direction, size);
    return this.#write(dragged(this.#lists[which], outcome, share, form, STEP_DIGITS));
  }

  #write(values: readonly number[]): string {
    const { labels } = this.#lists;
    const before = this.#lists[this.which][this.outcome] as number;
    const isBack = Math.abs((values[this.outcome] as number) - before) <= SAME * Math.abs(before);
    this.#written = isBack ? this.#text : written({ values, ...(labels && { labels }) });
    return this.#written;
  }
}
