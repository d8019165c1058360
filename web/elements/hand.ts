import type { LitElement } from 'lit';
import { Announcer } from './announcer.ts';
import type { Result } from './result.ts';

/** What the hand needs of its panel. */
interface Handled extends LitElement {
  readonly result: Result | null;
}

/**
 * The user's hand on a panel: what it changes is told to the page and to a screen reader, other changes are not.
 *
 * `kl-input` follows when the result of an edit is shown, `kl-change` when the hand rests: at the end of a drag, or a while
 * after the last key.
 */
export class Hand {
  readonly announcer: Announcer;
  #hasEdited = false;
  #isUnsettled = false;
  readonly #host: Handled;
  readonly #drawn: () => Promise<unknown>;

  /** @param drawn resolves when the last edit is computed and shown; what is drawn later is not waited for */
  constructor(host: Handled, drawn: () => Promise<unknown>) {
    this.#host = host;
    this.#drawn = drawn;
    this.announcer = new Announcer(host);
  }

  /** Whether there was an edit since the last rendering. */
  get hasEdited(): boolean {
    return this.#hasEdited;
  }

  /** @param compose what is said when the hand rests */
  edit(change: () => void, compose: () => string): void {
    change();
    this.#hasEdited = true;
    this.#isUnsettled = true;
    this.#host.requestUpdate();
    this.announcer.schedule(() => {
      this.settle();
      return compose();
    });
  }

  settle(): void {
    if (!this.#isUnsettled) return;
    this.#isUnsettled = false;
    this.#drawn().then(() => this.tell('kl-change'));
  }

  /** To be called when a rendering is complete and its result can be had. */
  shown(): void {
    if (!this.#hasEdited) return;
    this.#hasEdited = false;
    this.tell('kl-input');
  }

  tell(name: string): void {
    const detail = this.#host.result;
    this.#host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
