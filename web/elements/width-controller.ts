import type { LitElement, ReactiveController } from 'lit';

const BEFORE_MEASURING = 480; // px

/** The width that figures have, so that their text keeps its size in a narrow column. */
export class WidthController implements ReactiveController {
  width = BEFORE_MEASURING;
  #observer: ResizeObserver | undefined;
  #observed: Element | null = null;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Moved to another place, the figures have another width there. */
  hostConnected(): void {
    this.hostUpdated();
  }

  hostUpdated(): void {
    const target = this.#host.renderRoot.querySelector('.figures');
    if (target === this.#observed || !target) return;
    this.#observed = target;
    // Before anything is drawn the width can be had at once, and the first figure fits.
    if (!target.firstElementChild) this.width = target.clientWidth || this.width;
    this.#observer ??= new ResizeObserver(([entry]) => {
      // In a frame of its own: drawing now would change sizes while they are being reported.
      requestAnimationFrame(() => this.#take(Math.round(entry?.contentRect.width ?? 0)));
    });
    this.#observer.disconnect();
    this.#observer.observe(target);
  }

  #take(width: number): void {
    if (width === 0 || width === this.width) return; // 0: hidden, for instance in a closed details
    this.width = width;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = null;
  }
}
