import type { LitElement, ReactiveController } from 'lit';

const DISTANCE = '400px'; // of the viewport: close enough to be worth its work

/** Tells, once, that an element has come near the viewport; at once of one whose attribute `loading` is eager. */
export class Near implements ReactiveController {
  #isNear = false;
  #sight: IntersectionObserver | undefined;
  readonly #host: LitElement;
  readonly #tell: () => void;

  constructor(host: LitElement, tell: () => void) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#isNear) return;
    if (this.#host.getAttribute('loading') === 'eager' || !globalThis.IntersectionObserver) {
      this.#come();
      return;
    }
    this.#sight = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#come();
      },
      { rootMargin: DISTANCE },
    );
    this.#sight.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#sight?.disconnect();
  }

  #come(): void {
    this.#isNear = true;
    this.#sight?.disconnect();
    this.#tell();
  }
}
