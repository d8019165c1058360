import { html, type TemplateResult } from 'lit';
import { type Lang, workbenchWords } from '../../words/index.ts';
import { MODES, type Mode } from '../modes.ts';

/** The tab that a key leads to from another: arrows go around, Home and End to the ends. */
export function tabAfter(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** Where the tabs are wider than the window, the shown one is brought to the middle. */
export function revealTab(root: ParentNode): void {
  const tab = root.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  const list = tab?.parentElement;
  if (!tab || !list) return;
  list.scrollLeft = tab.offsetLeft - list.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
}

/** The modes; the one that has the focus is shown. */
export function tabs(shown: string, lang: Lang, show: (mode: Mode) => void): TemplateResult {
  const said = workbenchWords[lang];
  const keydown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const from = MODES.findIndex(({ id }) => id === shown);
    const to = tabAfter(event.key, from, MODES.length);
    const mode = to === undefined ? undefined : MODES[to];
    if (!mode) return;
    event.preventDefault();
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`#tab-${mode.id}`)?.focus();
    show(mode);
  };
  return html`<div class="tabs" role="tablist" aria-label=${said.tabs} @keydown=${keydown}>
    ${MODES.map(
      (mode) => html`<button type="button" role="tab" id="tab-${mode.id}"
        aria-selected=${mode.id === shown ? 'true' : 'false'} aria-controls="panel-${mode.id}"
        tabindex=${mode.id === shown ? 0 : -1}
        @click=${() => show(mode)}>${said.modes[mode.id] ?? mode.id}</button>`,
    )}
  </div>`;
}
