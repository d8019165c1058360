import { html, nothing, type TemplateResult } from 'lit';
import { type Lang, workbenchWords } from '../../words/index.ts';
import { MODES } from '../modes.ts';
import type { Opened } from './opened.ts';

/** A place for each mode, with its panel once it was opened. */
export interface Places {
  shown: string;
  opened: ReadonlyMap<string, Opened>;
  /** The mode shown could not be loaded. */
  hasFailed: boolean;
  lang: Lang;
}

export function places(here: Places): TemplateResult[] {
  const said = workbenchWords[here.lang];
  return MODES.map(
    ({ id }) => html`<div class="place" role="tabpanel" id="panel-${id}"
      aria-labelledby="tab-${id}" ?hidden=${id !== here.shown}><h2 class="unseen">${said.modes[id] ?? id}</h2>${content(id, here)}</div>`,
  );
}

function content(id: string, { shown, opened, hasFailed, lang }: Places): unknown {
  const panel = opened.get(id)?.panel;
  if (panel) return panel;
  if (id !== shown || hasFailed) return nothing;
  // What the page says of the first mode is said of no other, and of no other state.
  return id === MODES[0]?.id && location.hash === ''
    ? html`<slot></slot>`
    : html`<p class="loading" role="status">${workbenchWords[lang].loading}</p>`;
}
