import type { Grip } from '../../figures/index.ts';
import type { Which } from './form.ts';
import { Gesture } from './gesture.ts';
import type { Lists } from './lists.ts';

/** What a hand on the bars is told of the fields, and what it does to them. */
export interface Fields {
  text: (which: Which) => string;
  /** One field's text by the hand. */
  change: (which: Which, text: string) => void;
  /** The hand was taken off. */
  done: () => void;
}

/** The hand on the bars of a figure: it goes on with one gesture as long as nobody changes anything else. */
export class Grasp {
  #gesture: Gesture | undefined;
  #isHeld = false;
  readonly #fields: Fields;

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  /** How the bars stood when the drag began, as long as it lasts. */
  get ghost(): Gesture | undefined {
    return this.#isHeld ? this.#gesture : undefined;
  }

  #gestureOf(lists: Lists, which: Which, outcome: number, top: number): Gesture {
    const text = this.#fields.text(which);
    if (!this.#gesture?.isOf(lists, which, outcome, text)) {
      this.#gesture = new Gesture(lists, which, outcome, text, top);
    }
    return this.#gesture;
  }

  /** For the figure of these lists. */
  grip(lists: Lists): Grip {
    const { change, done } = this.#fields;
    return {
      move: (which, outcome, share, top) => {
        this.#isHeld = true;
        change(which, this.#gestureOf(lists, which, outcome, top).to(share));
      },
      step: (which, outcome, direction, size) =>
        change(which, this.#gestureOf(lists, which, outcome, 0).step(lists, direction, size)),
      done: () => {
        if (!this.#isHeld) return;
        this.#isHeld = false;
        this.#gesture = undefined;
        done();
      },
    };
  }
}
