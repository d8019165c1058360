/** On the machine it runs on: more than this leaves no room for drawing in a frame. */
const SLOW = 5; // ms

const nextFrame = () => new Promise(requestAnimationFrame);
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

interface Task<T> {
  key: string;
  kind: string;
  compute: () => T;
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
  /** What was asked for last of what waits. */
  #latest: Task<T> | undefined;
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
    const isDue = this.#isDue;
    this.#isDue = false;
    if (this.#known?.key === key) return this.#known.result;
    const task = { key, kind, compute };
    if (isDue || !mayWait || !this.#slow.has(kind) || document.hidden) return this.#run(task);
    this.#latest = task;
    this.#waiting ??= this.#wait(ready);
    return undefined;
  }

  #run({ key, kind, compute }: Task<T>): T {
    const start = performance.now();
    const result = compute();
    if (performance.now() - start > SLOW) this.#slow.add(kind);
    else this.#slow.delete(kind);
    this.#known = { key, result };
    return result;
  }

  /** Painting, computing and drawing anew are tasks of their own: none is long. */
  async #wait(ready: () => void): Promise<void> {
    await nextFrame();
    await nextTask();
    try {
      if (this.#latest) this.#run(this.#latest);
    } catch {
      // Who asks again is told.
    }
    await nextTask();
    this.#waiting = undefined;
    this.#isDue = true;
    ready();
  }
}
