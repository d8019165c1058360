import type { State } from '../state.ts';

const MOST = 100; // steps; a state of ten thousand outcomes is some 200 KB

export function same(a: State, b: State): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** The states of a panel, one a step: what undo and redo go through. */
export class History {
  #states: State[];
  #at = 0;

  constructor(first: State) {
    this.#states = [first];
  }

  get current(): State {
    return this.#states[this.#at] as State;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#states.length - 1;
  }

  /** A new step, after which there is nothing to redo; a state that is already the current one is none. */
  record(state: State): void {
    if (same(state, this.current)) return;
    this.#states = [...this.#states.slice(0, this.#at + 1), state].slice(-MOST);
    this.#at = this.#states.length - 1;
  }

  undo(): State {
    if (this.canUndo) this.#at--;
    return this.current;
  }

  redo(): State {
    if (this.canRedo) this.#at++;
    return this.current;
  }
}
