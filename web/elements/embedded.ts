import { decodePermalink } from '../text/index.ts';
import type { KlDivergence } from './kl-divergence.ts';

/** What the page around an embedded one is told: how high it should be, in CSS pixels. */
interface HeightMessage {
  type: 'kl:resize';
  height: number;
}

/** The figure shows what the address says: fields as in links of the page, and show, theme, readonly, preset. */
function follow(figure: KlDivergence): void {
  const link = decodePermalink(location.hash);
  if (typeof link !== 'object') return;
  const { show, theme, readonly, preset, ...fields } = link.fields;
  if (link.lang) {
    figure.lang = link.lang;
    document.documentElement.lang = link.lang;
  }
  document.documentElement.dataset.theme = theme ?? '';
  figure.show = show;
  figure.readonly = readonly !== undefined && readonly !== 'false';
  figure.preset = preset;
  figure.mode = link.mode;
  figure.state = fields;
}

/** Makes of a page with one figure one to be embedded: all state in its hash, its height told to the page around it. */
export function embed(figure: KlDivergence): void {
  follow(figure);
  addEventListener('hashchange', () => follow(figure));
  if (globalThis.parent === globalThis.window) return;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    const message: HeightMessage = { type: 'kl:resize', height };
    globalThis.parent.postMessage(message, '*'); // a number of pixels is no secret
  }).observe(document.documentElement);
}
