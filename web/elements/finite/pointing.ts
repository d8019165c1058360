import type { LitElement, ReactiveController } from 'lit';

/** The outcome that an event is about: its own, or that of the place where the pointer is among many. */
function outcomeUnder(event: Event): number | undefined {
  const marked = (event.target as Element).closest('[data-outcome], [data-outcomes]');
  const count = Number(marked?.getAttribute('data-outcomes'));
  if (!marked || count === 0) {
    const outcome = marked?.getAttribute('data-outcome');
    return outcome ? Number(outcome) : undefined;
  }
  const { left, width } = marked.getBoundingClientRect();
  const share = ((event as PointerEvent).clientX - left) / width;
  return Math.min(count - 1, Math.max(0, Math.floor(share * count)));
}

/** What is pointed at or has the focus, in a figure, the sums or the table, to be marked in all of them. */
export class Pointing implements ReactiveController {
  outcome: number | undefined;
  #isListening = false;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const under = (event: Event) => this.#point(outcomeUnder(event));
    const away = () => this.#point(undefined);
    this.#host.renderRoot.addEventListener('pointermove', under);
    this.#host.renderRoot.addEventListener('focusin', under);
    this.#host.renderRoot.addEventListener('focusout', away);
    this.#host.addEventListener('pointerleave', away);
  }

  #point(outcome: number | undefined): void {
    if (outcome === this.outcome) return;
    this.outcome = outcome;
    this.#host.requestUpdate();
  }
}
