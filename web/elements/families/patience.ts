/** On the machine it runs on: more than this leaves no room for drawing in a frame. */
const SLOW = 5; // ms

/** When the next frame is on the screen. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** A result by what it was computed from. */
interface Known<T> {
  key: string;
  result: T;
}

/**
 * Keeps the page alive where a computation may take longer than a frame: such a one waits until the last frame is painted,
 * and meanwhile the last result stands. How long things take is measured, by their kind.
 */
export class Patience<T> {
  #known: Known<T> | undefined;
  #slow = new Set<string>();
  #waiting: Promise<void> | undefined;
  /** The frame is painted: what is asked for next is computed. */
  #isDue = false;

  /** Resolves when nothing waits. */
  get done(): Promise<void> {
    return this.#waiting ?? Promise.resolve();
  }

  get isWaiting(): boolean {
    return this.#waiting !== undefined;
  }

  /**
   * The result of `compute`; or, if it is slow and `mayWait`, undefined now, and `ready` is called when it is time to ask again.
   *
   * @param key names all that the result depends on, `kind` what its duration depends on
   */
  ask(
    key: string,
    kind: string,
    mayWait: boolean,
    compute: () => T,
    ready: () => void,
  ): T | undefined {
    if (this.#known?.key === key) return this.#known.result;
    if (mayWait && !this.#isDue && this.#slow.has(kind) && !document.hidden) {
      this.#waiting ??= afterPaint().then(() => {
        this.#waiting = undefined;
        this.#isDue = true;
        ready();
      });
      return undefined;
    }
    this.#isDue = false;
    const start = performance.now();
    const result = compute();
    if (performance.now() - start > SLOW) this.#slow.add(kind);
    else this.#slow.delete(kind);
    this.#known = { key, result };
    return result;
  }
}
