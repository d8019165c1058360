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

/** A row of tabs, of which one is shown. */
export interface Tabs<Id extends string> {
  label: string;
  tabs: readonly { id: Id; name: string }[];
  shown: Id;
  show: (id: Id) => void;
}

/** One stop of the Tab key; the tab that has the focus is shown. Panels have the ids `panel-` and the tab's. */
export function tabList<Id extends string>({ label, tabs, shown, show }: Tabs<Id>): TemplateResult {
  const keydown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const from = tabs.findIndex(({ id }) => id === shown);
    const to = tabAfter(event.key, from, tabs.length);
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
    show(tab.id);
  };
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${keydown}>
    ${tabs.map(
      ({ id, name }) => html`<button type="button" role="tab" id="tab-${id}"
        aria-selected=${id === shown ? 'true' : 'false'} aria-controls="panel-${id}"
        tabindex=${id === shown ? 0 : -1} @click=${() => show(id)}>${name}</button>`,
    )}
  </div>`;
}

/** The modes. */
export function modeTabs(shown: string, lang: Lang, show: (mode: Mode) => void): TemplateResult {
  const said = workbenchWords[lang];
  return tabList({
    label: said.tabs,
    tabs: MODES.map(({ id }) => ({ id, name: said.modes[id] ?? id })),
    shown,
    show: (id) => {
      const mode = MODES.find((one) => one.id === id);
      if (mode) show(mode);
    },
  });
}
