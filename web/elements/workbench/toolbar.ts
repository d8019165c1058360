import { html, nothing, type TemplateResult } from 'lit';
import { type Lang, workbenchWords } from '../../words/index.ts';
import { ICONS } from './icons.ts';

/** What the tools do, and which of them can be used now. */
export interface Tools {
  lang: Lang;
  enabled: boolean;
  undoable: boolean;
  redoable: boolean;
  copied: boolean;
  saving: boolean;
  menu: unknown;
  swap: () => void;
  undo: () => void;
  redo: () => void;
  reset: () => void;
  copyLink: () => void;
  open: (isOpen: boolean) => void;
}

/** Leaves the menu when the focus goes elsewhere or Escape is pressed. */
function closeMenu(event: FocusEvent | KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event instanceof KeyboardEvent) {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.querySelector('summary')?.focus();
  } else if (!event.relatedTarget || menu.contains(event.relatedTarget as Node)) {
    return;
  }
  menu.open = false;
}

/** A tool that cannot be used now keeps the focus, so that whoever undoes by the keyboard is not lost at the last step. */
export function toolbar(tools: Tools): TemplateResult {
  const said = workbenchWords[tools.lang];
  const tool = (id: 'swap' | 'undo' | 'redo' | 'reset' | 'print', use: () => void, usable = true) =>
    html`<button type="button" class="tool ${id}" title=${said[id]}
      aria-disabled=${usable && tools.enabled ? 'false' : 'true'}
      @click=${() => tools.enabled && usable && use()}>${ICONS[id]}<span>${said[id]}</span></button>`;
  const copyLink = tools.copied ? said.linkCopied : said.copyLink;
  return html`<div class="toolbar" role="group" aria-label=${said.tools}>
    ${tool('swap', tools.swap)} ${tool('undo', tools.undo, tools.undoable)}
    ${tool('redo', tools.redo, tools.redoable)} ${tool('reset', tools.reset)}
    <span class="gap"></span>
    <button type="button" class="tool link ${tools.copied ? 'copied' : ''}" title=${copyLink} aria-disabled=${tools.enabled ? 'false' : 'true'}
      @click=${() => tools.enabled && tools.copyLink()}>${ICONS.link}<span>${copyLink}</span></button>
    <span class="unseen" role="status">${tools.copied ? copyLink : nothing}</span>
    <details class="menu" .open=${tools.saving} @focusout=${closeMenu} @keydown=${closeMenu}
      @toggle=${(event: Event) => tools.open((event.target as HTMLDetailsElement).open)}>
      <summary class="tool" title=${said.save} aria-disabled=${tools.enabled ? 'false' : 'true'}>${ICONS.save}<span>${said.save}</span></summary>
      ${tools.menu}
    </details>
    ${tool('print', () => globalThis.print())}
  </div>`;
}
