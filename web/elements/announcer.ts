import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

const PAUSE = 700; // ms without an edit: a screen reader hears where typing came to, not each key

/** Says the outcome of an edit once the hand rests. The numbers themselves are not live regions. */
export class Announcer implements ReactiveController {
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** @param compose is asked when the pause is over, so that it tells the latest state */
  schedule(compose: () => string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#text = compose();
      this.#host.requestUpdate();
    }, PAUSE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  render(): TemplateResult {
    return html`<p class="unseen" role="status">${this.#text}</p>`;
  }
}
