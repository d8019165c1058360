import { html, nothing, type TemplateResult } from 'lit';
import { type Lang, workbenchWords } from '../../words/index.ts';
import type { KlPanel } from '../panel.ts';
import { swapped } from '../state.ts';
import { ICONS } from './icons.ts';
import type { Menu } from './menu.ts';
import type { Saving } from './save.ts';
import type { Travel } from './travel.ts';

type Use = (shown: KlPanel<unknown>, button: HTMLElement) => void;
type ToolId = 'swap' | 'undo' | 'redo' | 'reset' | 'embed' | 'print';

/** What the tools work on, and what they do that is not theirs. */
export interface Tools {
  lang: Lang;
  /** That of the mode shown, when it is there. */
  panel: KlPanel<unknown> | undefined;
  travel: Travel;
  menu: Menu;
  isCopied: boolean;
  saving: () => Saving | undefined;
  copyLink: () => void;
  embed: (opener: HTMLElement) => void;
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
  const { lang, panel, travel, menu, isCopied } = tools;
  const said = workbenchWords[lang];
  const disabled = (usable: boolean) => (usable && panel ? 'false' : 'true');
  const tool = (id: ToolId, use: Use, usable = true) =>
    html`<button type="button" class="tool ${id}" title=${said[id]} aria-disabled=${disabled(usable)}
      @click=${(event: Event) => panel && usable && use(panel, event.currentTarget as HTMLElement)}>${ICONS[id]}<span>${said[id]}</span></button>`;
  const copyLink = isCopied ? said.linkCopied : said.copyLink;
  return html`<div class="toolbar" role="group" aria-label=${said.tools}>
    ${tool('swap', (shown) => shown.choose(swapped(shown.state)))}
    ${tool('undo', () => travel.go('undo'), travel.undoable)}
    ${tool('redo', () => travel.go('redo'), travel.redoable)}
    ${tool('reset', (shown) => shown.choose({}))}
    <span class="gap"></span>
    <button type="button" class="tool link ${isCopied ? 'copied' : ''}" title=${copyLink} aria-disabled=${disabled(true)}
      @click=${() => panel && tools.copyLink()}>${ICONS.link}<span>${copyLink}</span></button>
    <span class="unseen" role="status">${isCopied ? copyLink : nothing}</span>
    ${tool('embed', (_, button) => tools.embed(button))}
    <details class="menu" .open=${menu.isOpen} @focusout=${closeMenu} @keydown=${closeMenu}
      @toggle=${(event: Event) => {
        menu.isOpen = (event.target as HTMLDetailsElement).open;
      }}>
      <summary class="tool" title=${said.save} aria-disabled=${disabled(true)}>${ICONS.save}<span>${said.save}</span></summary>
      ${menu.render(tools.saving)}
    </details>
    ${tool('print', () => globalThis.print())}
  </div>`;
}
