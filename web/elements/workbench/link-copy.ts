import type { ReactiveControllerHost } from 'lit';

/** Copies the link to what is shown, and knows whether that was done since the last edit. */
export class LinkCopy {
  isDone = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** @returns whether the browser allowed it */
  async copy(address: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      return false;
    }
    this.#mark(true);
    return true;
  }

  /** What is shown has another link now. */
  forget(): void {
    this.#mark(false);
  }

  #mark(isDone: boolean): void {
    if (isDone === this.isDone) return;
    this.isDone = isDone;
    this.#host.requestUpdate();
  }
}
