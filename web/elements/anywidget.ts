import { KlDivergence } from './kl-divergence.ts';
import type { State } from './state.ts';

/** What a notebook shares with its widget; see anywidget.dev. */
interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
}

/** Attributes of the element that a model may name beside `state`. */
const ATTRIBUTES = ['mode', 'preset', 'show', 'readonly', 'lang', 'theme', 'p', 'q', 'unit'];

/** One live figure in a notebook's output: the model's `state` and `result` follow the hand, and the figure follows `state`. */
function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const figure = new KlDivergence();
  figure.setAttribute('loading', 'eager');
  for (const name of ATTRIBUTES) {
    const value = model.get(name);
    if (value === true) figure.setAttribute(name, '');
    else if (value !== undefined && value !== null && value !== false) {
      figure.setAttribute(name, Array.isArray(value) ? value.join(', ') : String(value));
    }
  }
  const take = () => {
    const state = model.get('state');
    if (typeof state === 'object' && state !== null) figure.state = state as State;
  };
  const tell = () => {
    model.set('state', figure.state);
    model.set('result', figure.result);
    model.save_changes();
  };
  take();
  model.on('change:state', take);
  figure.addEventListener('kl-change', tell);
  el.append(figure);
  return () => {
    model.off('change:state', take);
    figure.remove();
  };
}

export default { render };
