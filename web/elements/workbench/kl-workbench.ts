import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { decodePermalink, type Permalink } from '../../text/index.ts';
import { type Lang, workbenchWords } from '../../words/index.ts';
import { colours } from '../colours.ts';
import { define } from '../define.ts';
import { languageAround } from '../language.ts';
import { MODES, type Mode } from '../modes.ts';
import { type State, swapped } from '../state.ts';
import { Address } from './address.ts';
import { same } from './history.ts';
import { travelOf } from './keys.ts';
import { linkTo, loadMode, type Opened, openMode } from './opened.ts';
import { saveMenu } from './save.ts';
import { barStyles, paperStyles, workbenchStyles } from './styles.ts';
import { revealTab, tabs } from './tabs.ts';
import { toolbar } from './toolbar.ts';

const FIRST = MODES[0] as Mode;

/**
 * The tool as a whole: a tab for each mode, and what is the same in all of them: undo, the link that says the state, files, print.
 * There is one on a page, since the page's address is its own.
 *
 * @element kl-workbench
 * @slot - the first mode's answer, for those who read it before the script runs
 */
export class KlWorkbench extends LitElement {
  static override properties: PropertyDeclarations = {
    mode: { state: true },
    notice: { state: true },
    failed: { state: true },
    undoable: { state: true },
    redoable: { state: true },
    saving: { state: true },
    copied: { state: true },
  };
  static override styles = [colours, workbenchStyles, barStyles, paperStyles];

  declare protected mode: string;
  /** Why a link was not followed, or a file not made. */
  declare protected notice: string;
  /** The mode that could not be loaded. */
  declare protected failed: Mode | undefined;
  declare protected undoable: boolean;
  declare protected redoable: boolean;
  declare protected saving: boolean;
  declare protected copied: boolean;

  readonly #opened = new Map<string, Opened>();
  readonly #address = new Address(() => this.#link());
  #language: Lang = 'en';
  /** The next edit is one that Back should undo. */
  #isLeap = false;

  constructor() {
    super();
    this.mode = FIRST.id;
    this.notice = '';
    this.undoable = false;
    this.redoable = false;
    this.saving = false;
    this.copied = false;
    this.addEventListener('kl-choose', () => {
      this.#address.flush(); // Back returns to what was there before
      this.#isLeap = true;
    });
    this.addEventListener('kl-input', () => this.#edited());
    this.addEventListener('kl-change', () => this.#rested());
  }

  get #current(): Opened | undefined {
    return this.#opened.get(this.mode);
  }

  get #said() {
    return workbenchWords[this.#language];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#language = languageAround(this);
    addEventListener('hashchange', this.#arrive);
    addEventListener('pagehide', this.writeAddress);
    document.addEventListener('keydown', this.#key);
    document.addEventListener('pointerdown', this.#press);
    void this.#arrive();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#arrive);
    removeEventListener('pagehide', this.writeAddress);
    document.removeEventListener('keydown', this.#key);
    document.removeEventListener('pointerdown', this.#press);
    this.#address.flush();
  }

  /** The address says what is shown: before the page is left, and for who reads it. */
  writeAddress = (): void => this.#address.flush();

  /** At an address: the first one, one that was typed, or one of Back and Forward. */
  #arrive = async (): Promise<void> => {
    this.#address.forget();
    const link = decodePermalink(location.hash);
    const isBare = location.hash === '';
    if (typeof link === 'object') return this.#follow(link);
    if (isBare || !this.#current) await this.#show(FIRST, {});
    if (link) this.notice = this.#said.linkFaults[link];
  };

  async #follow({ mode: id, fields }: Permalink): Promise<void> {
    const mode = MODES.find((one) => one.id === id);
    await this.#show(mode ?? FIRST, mode ? fields : {});
    if (!mode) {
      this.notice = this.#said.noMode(id);
      return;
    }
    const state = this.#opened.get(id)?.panel.state;
    const unknown = Object.keys(fields).filter((name) => state && !(name in state));
    if (unknown.length > 0) this.notice = this.#said.noFields(unknown.join(', '));
  }

  /** A mode with the state that an address says, or with that it was left in. */
  async #show(mode: Mode, state?: State): Promise<void> {
    this.mode = mode.id;
    this.notice = '';
    this.failed = undefined;
    this.saving = false;
    const opened = this.#opened.get(mode.id) ?? (await this.#open(mode));
    if (!opened || mode.id !== this.mode) return; // another was asked for in the meantime
    if (state) {
      opened.panel.state = state;
      opened.history.record(opened.panel.state);
    }
    this.#look();
    this.requestUpdate();
    await this.updateComplete;
    revealTab(this.renderRoot);
  }

  async #open(mode: Mode): Promise<Opened | undefined> {
    try {
      await loadMode(mode);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      this.notice = this.#said.loadingFailed(
        this.#said.modes[mode.id] ?? mode.id,
        reason.replace(/\.$/, ''),
      );
      this.failed = mode;
      return undefined;
    }
    // Another call may have opened it meanwhile.
    const opened = this.#opened.get(mode.id) ?? openMode(mode, this.#language);
    this.#opened.set(mode.id, opened);
    return opened;
  }

  #link(): string {
    return linkTo(this.mode, this.#current?.panel);
  }

  /** Looks what there is to undo and to redo. */
  #look(): void {
    const { panel, history } = this.#current ?? {};
    if (!panel || !history) return;
    const isNew = !same(panel.state, history.current);
    this.undoable = history.canUndo || isNew;
    this.redoable = history.canRedo && !isNew;
  }

  #edited(): void {
    this.notice = '';
    this.copied = false;
    this.#look();
    if (this.#isLeap) this.#address.push();
    else this.#address.follow();
    this.#isLeap = false;
  }

  #rested(): void {
    const { panel, history } = this.#current ?? {};
    if (panel) history?.record(panel.state);
    this.#look();
    this.#address.flush();
  }

  #select(mode: Mode): void {
    if (mode.id === this.mode && this.#current) return;
    this.#address.flush();
    const opening = this.#show(mode);
    void opening.then(() => {
      if (this.mode === mode.id) this.#address.push();
    });
  }

  #travel(way: 'undo' | 'redo'): void {
    const { panel, history } = this.#current ?? {};
    if (!panel || !history) return;
    history.record(panel.state); // of a drag that is still going on
    const state = history[way]();
    if (same(state, panel.state)) return;
    panel.choose(state);
    this.#isLeap = false;
  }

  /** A click elsewhere leaves the menu. */
  #press = (event: PointerEvent): void => {
    const menu = this.renderRoot.querySelector('.menu');
    if (menu && !event.composedPath().includes(menu)) this.saving = false;
  };

  #key = (event: KeyboardEvent): void => {
    const way = travelOf(event);
    if (!way) return;
    event.preventDefault();
    this.#travel(way);
  };

  async #copyLink(): Promise<void> {
    const address = this.#fullLink();
    this.#address.flush();
    try {
      await navigator.clipboard.writeText(address);
      this.copied = true;
    } catch {
      this.notice = this.#said.linkNotCopied;
    }
  }

  #fullLink(): string {
    return `${location.href.replace(/#.*$/, '')}#${this.#link()}`;
  }

  #renderSaving(): TemplateResult | typeof nothing {
    const panel = this.#current?.panel;
    if (!this.saving || !panel) return nothing;
    return saveMenu({
      panel,
      mode: this.mode,
      link: this.#fullLink(),
      lang: this.#language,
      failed: () => {
        this.notice = this.#said.drawingFailed;
      },
    });
  }

  protected override render(): TemplateResult {
    const said = this.#said;
    const panel = this.#current?.panel;
    return html`${tabs(this.mode, this.#language, (mode) => this.#select(mode))}
      <div class="sheet">
        ${toolbar({
          lang: this.#language,
          enabled: panel !== undefined,
          undoable: this.undoable,
          redoable: this.redoable,
          copied: this.copied,
          saving: this.saving,
          menu: this.#renderSaving(),
          swap: () => panel?.choose(swapped(panel.state)),
          undo: () => this.#travel('undo'),
          redo: () => this.#travel('redo'),
          reset: () => panel?.choose({}),
          copyLink: () => this.#copyLink(),
          open: (isOpen) => {
            this.saving = isOpen;
          },
        })}
        <div class="notice" role="alert">${this.notice}</div>
        ${
          this.failed
            ? html`<button type="button" class="again"
                @click=${() => this.failed && this.#show(this.failed)}>${said.again}</button>`
            : nothing
        }
        ${MODES.map(
          ({ id }) => html`<div class="place" role="tabpanel" id="panel-${id}"
            aria-labelledby="tab-${id}" ?hidden=${id !== this.mode}><h2>${said.modes[id] ?? id}</h2>${this.#renderPlace(id)}</div>`,
        )}
      </div>`;
  }

  #renderPlace(id: string): unknown {
    const panel = this.#opened.get(id)?.panel;
    if (panel) return panel;
    if (id !== this.mode || this.failed) return nothing;
    // What the page says of the first mode is said of no other, and of no other state.
    return id === FIRST.id && location.hash === ''
      ? html`<slot></slot>`
      : html`<p class="loading" role="status">${this.#said.loading}</p>`;
  }
}

define('kl-workbench', KlWorkbench);

declare global {
  interface HTMLElementTagNameMap {
    'kl-workbench': KlWorkbench;
  }
}
