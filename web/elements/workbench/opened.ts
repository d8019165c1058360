import { encodePermalink } from '../../text/index.ts';
import type { Lang } from '../../words/index.ts';
import type { Mode } from '../modes.ts';
import type { KlPanel } from '../panel.ts';
import type { State } from '../state.ts';
import { History } from './history.ts';

/** A mode that was shown: it keeps what was done in it. */
export interface Opened {
  panel: KlPanel<unknown>;
  history: History;
}

/** Loads the mode's panel, and what it computes with. */
export async function loadMode({ load, tag }: Mode): Promise<void> {
  await load();
  await (customElements.get(tag) as unknown as typeof KlPanel).load();
}

/** A panel of a mode that was loaded. */
export function openMode({ tag }: Mode, lang: Lang): Opened {
  const panel = document.createElement(tag) as KlPanel<unknown>;
  panel.lang = lang;
  return { panel, history: new History(panel.state) };
}

/** What a link to a mode says: of its fields those that differ from the defaults. */
export function linkTo(mode: string, panel: KlPanel<unknown> | undefined): string {
  if (!panel) return encodePermalink({ mode, fields: {} });
  const defaults: State = { unit: 'nats', ...(panel.constructor as typeof KlPanel).fields };
  const differing = Object.entries(panel.state).filter(([name, text]) => text !== defaults[name]);
  return encodePermalink({ mode, fields: Object.fromEntries(differing) });
}
