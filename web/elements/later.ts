import { noChange, type ReactiveController, type ReactiveControllerHost } from 'lit';

const PAUSE = 200; // ms without an edit

/** The parts of a panel that are read when the hand rests: while it moves they stay as they were, so that the others keep pace. */
export class Later implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
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
    this.#host.requestUpdate();
  };

  /** A part, or what is there until it is due. */
  part(draw: () => unknown): unknown {
    return this.isWaiting ? noChange : draw();
  }

  hostDisconnected(): void {
    if (this.isWaiting) this.end();
  }
}
