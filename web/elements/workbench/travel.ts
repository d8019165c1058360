import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { same } from './history.ts';
import { travelOf } from './keys.ts';
import type { Opened } from './opened.ts';

/** Undo and redo of the mode that is shown, by buttons and by keys. */
export class Travel implements ReactiveController {
  undoable = false;
  redoable = false;
  readonly #host: ReactiveControllerHost;
  readonly #current: () => Opened | undefined;
  readonly #travelled: () => void;

  /** @param travelled is called when another state was chosen, before what it changes is computed */
  constructor(
    host: ReactiveControllerHost,
    current: () => Opened | undefined,
    travelled: () => void,
  ) {
    this.#host = host;
    this.#current = current;
    this.#travelled = travelled;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#key);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#key);
  }

  #key = (event: KeyboardEvent): void => {
    const way = travelOf(event);
    if (!way) return;
    event.preventDefault();
    this.go(way);
  };

  /** Looks what there is to undo and to redo. */
  look(): void {
    const { panel, history } = this.#current() ?? {};
    if (!panel || !history) return;
    const isNew = !same(panel.state, history.current);
    const [undoable, redoable] = [history.canUndo || isNew, history.canRedo && !isNew];
    if (undoable === this.undoable && redoable === this.redoable) return;
    this.undoable = undoable;
    this.redoable = redoable;
    this.#host.requestUpdate();
  }

  /** What is shown is a step. */
  record(): void {
    const { panel, history } = this.#current() ?? {};
    if (panel) history?.record(panel.state);
    this.look();
  }

  go(way: 'undo' | 'redo'): void {
    const { panel, history } = this.#current() ?? {};
    if (!panel || !history) return;
    history.record(panel.state); // of a drag that is still going on
    const state = history[way]();
    if (same(state, panel.state)) return;
    panel.choose(state);
    this.#travelled();
  }
}
