const PAUSE = 300; // ms without an edit: browsers refuse an address that changes at each key, and take a while for each

/** The page's address: follows the edits from behind, and is up to date whenever something else may read it. */
export class Address {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #link: () => string;

  /** @param link what should stand after the # now */
  constructor(link: () => string) {
    this.#link = link;
  }

  /** Of the current entry of the browser's history, when the hand rests. */
  follow(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** What is still to be written is written. */
  flush(): void {
    if (this.#timer === undefined) return;
    this.forget();
    history.replaceState(null, '', `#${this.#link()}`);
  }

  /** The browser went elsewhere in its history: what was to be written is of the past. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** A new entry, to which Back returns from later ones. */
  push(): void {
    this.forget();
    const hash = `#${this.#link()}`;
    if (hash !== location.hash) history.pushState(null, '', hash);
  }
}
