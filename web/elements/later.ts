import { type LitElement, noChange, type ReactiveController } from 'lit';

const PAUSE = 200; // ms without an edit

/** The parts of a panel that are read when the hand rests: while it moves they stay as they were, so that the others keep pace. */
export class Later implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Of the parts asked for since the hand began to move, whether they are in the window. */
  readonly #seen = new Map<string, boolean>();
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get isWaiting(): boolean {
    return this.#timer !== undefined;
  }

  /** After each edit. */
  wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.end, PAUSE);
  }

  /** The parts are due. */
  readonly end = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#seen.clear();
    this.#host.requestUpdate();
  };

  /** Asked once a movement of the hand, before its first edit is drawn: the layout is known then. */
  #isSeen(name: string): boolean {
    const known = this.#seen.get(name);
    if (known !== undefined) return known;
    const box = this.#host.renderRoot.querySelector(`.${name}`)?.getBoundingClientRect();
    const isSeen = box === undefined || (box.bottom >= 0 && box.top <= window.innerHeight);
    this.#seen.set(name, isSeen);
    return isSeen;
  }

  /** A part, or what is there until it is due. */
  part(draw: () => unknown): unknown {
    return this.isWaiting ? noChange : draw();
  }

  /** A part by its class: while the hand moves out of its sight, what is there. */
  partInSight(name: string, draw: () => unknown): unknown {
    return this.isWaiting && !this.#isSeen(name) ? noChange : draw();
  }

  hostDisconnected(): void {
    if (this.isWaiting) this.end();
  }
}
