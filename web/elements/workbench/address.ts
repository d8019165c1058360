import type { ReactiveController, ReactiveControllerHost } from 'lit';

const PAUSE = 300; // ms without an edit: browsers refuse an address that changes at each key, and take a while for each

/** The page's address: follows the edits from behind, and is up to date whenever something else may read it. */
export class Address implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #link: () => string;
  readonly #arrive: () => void;

  /**
   * @param link what should stand after the # now
   * @param arrive is called at an address that was typed, or one of Back and Forward
   */
  constructor(host: ReactiveControllerHost, link: () => string, arrive: () => void) {
    this.#link = link;
    this.#arrive = arrive;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#changed);
    addEventListener('pagehide', this.#left);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#changed);
    removeEventListener('pagehide', this.#left);
    this.flush();
  }

  /** What was to be written is of the past. */
  #changed = (): void => {
    this.#forget();
    this.#arrive();
  };

  #left = (): void => this.flush();

  /** Of the current entry of the browser's history, when the hand rests. */
  follow(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** What is still to be written is written. */
  flush(): void {
    if (this.#timer === undefined) return;
    this.#forget();
    history.replaceState(null, '', `#${this.#link()}`);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** A new entry, to which Back returns from later ones. */
  push(): void {
    this.#forget();
    const hash = `#${this.#link()}`;
    if (hash !== location.hash) history.pushState(null, '', hash);
  }

  /** The whole address that shows the same. */
  get full(): string {
    return `${location.href.replace(/#.*$/, '')}#${this.#link()}`;
  }
}
