import { nothing, type ReactiveController, type ReactiveElement } from 'lit';
import { type Saving, saveMenu } from './save.ts';

/** The menu of what can be saved: open, until a click elsewhere leaves it. */
export class Menu implements ReactiveController {
  #isOpen = false;
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('pointerdown', this.#press);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#press);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  set isOpen(isOpen: boolean) {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }

  #press = (event: PointerEvent): void => {
    const menu = this.#host.renderRoot.querySelector('.menu');
    if (menu && !event.composedPath().includes(menu)) this.isOpen = false;
  };

  /** What is in it is looked for when it is open. */
  render(saving: () => Saving | undefined): unknown {
    const shown = this.isOpen && saving();
    return shown ? saveMenu(shown) : nothing;
  }
}
