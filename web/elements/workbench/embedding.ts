import { nothing, type ReactiveElement } from 'lit';
import type { KlEmbed, Shown } from './kl-embed.ts';

/** The dialog with the code that shows the same elsewhere: it is loaded when it is first asked for. */
export class Embedding {
  #dialog: KlEmbed | undefined;
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** @throws why it could not be loaded */
  async open(shown: Shown, opener: HTMLElement): Promise<void> {
    await import('./kl-embed.ts');
    this.#dialog ??= document.createElement('kl-embed');
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#dialog.open(shown, opener);
  }

  render(): unknown {
    return this.#dialog ?? nothing;
  }
}
