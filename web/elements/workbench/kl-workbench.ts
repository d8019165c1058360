import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { decodePermalink, type Permalink } from '../../text/index.ts';
import { type Lang, workbenchWords } from '../../words/index.ts';
import { baseStyles } from '../base-styles.ts';
import { colours } from '../colours.ts';
import { define } from '../define.ts';
import { languageAround } from '../language.ts';
import { MODES, type Mode } from '../modes.ts';
import { reasonOf } from '../reason.ts';
import type { State } from '../state.ts';
import { Address } from './address.ts';
import { Embedding } from './embedding.ts';
import { LinkCopy } from './link-copy.ts';
import { Menu } from './menu.ts';
import { linkTo, loadMode, type Opened, openMode } from './opened.ts';
import { places } from './places.ts';
import type { Saving } from './save.ts';
import { barStyles, paperStyles, workbenchStyles } from './styles.ts';
import { tabStyles } from './tab-styles.ts';
import { modeTabs, revealTab } from './tabs.ts';
import { toolbar } from './toolbar.ts';
import { Travel } from './travel.ts';

const FIRST = MODES[0] as Mode;

/**
 * The tool as a whole: a tab for each mode, and what is the same in all of them: undo, the link that says the state, files, print.
 * There is one on a page, since the page's address is its own.
 *
 * @element kl-workbench
 * @attr {string} embed - the address of the page for frames, if there is one
 * @slot - the first mode's answer, for those who read it before the script runs
 */
export class KlWorkbench extends LitElement {
  static override properties: PropertyDeclarations = {
    embed: {},
    mode: { state: true },
    notice: { state: true },
    failed: { state: true },
  };
  static override styles = [
    colours,
    baseStyles,
    tabStyles,
    workbenchStyles,
    barStyles,
    paperStyles,
  ];

  declare embed: string | undefined;
  declare protected mode: string;
  /** Why a link was not followed, or a file not made. */
  declare protected notice: string;
  /** The mode that could not be loaded. */
  declare protected failed: Mode | undefined;

  readonly #opened = new Map<string, Opened>();
  readonly #address = new Address(
    this,
    () => this.#link(),
    () => this.#arrive(),
  );
  readonly #travel = new Travel(
    this,
    () => this.#current,
    () => {
      this.#isLeap = false;
    },
  );
  readonly #menu = new Menu(this);
  readonly #linkCopy = new LinkCopy(this);
  readonly #embedding = new Embedding(this);
  #language: Lang = 'en';
  /** The next edit is one that Back should undo. */
  #isLeap = false;

  constructor() {
    super();
    this.mode = FIRST.id;
    this.notice = '';
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
    void this.#arrive();
  }

  /** The address says what is shown: before the page is left, and for who reads it. */
  writeAddress(): void {
    this.#address.flush();
  }

  /** At an address: the first one, one that was typed, or one of Back and Forward. */
  async #arrive(): Promise<void> {
    const link = decodePermalink(location.hash);
    const isBare = location.hash === '';
    if (typeof link === 'object') return this.#follow(link);
    if (isBare || !this.#current) await this.#show(FIRST, {});
    if (link) this.notice = this.#said.linkFaults[link];
  }

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
    this.#menu.isOpen = false;
    const opened = this.#opened.get(mode.id) ?? (await this.#open(mode));
    if (!opened || mode.id !== this.mode) return; // another was asked for in the meantime
    if (state) {
      opened.panel.state = state;
      opened.history.record(opened.panel.state);
    }
    this.#travel.look();
    this.requestUpdate();
    await this.updateComplete;
    revealTab(this.renderRoot);
  }

  async #open(mode: Mode): Promise<Opened | undefined> {
    try {
      await loadMode(mode);
    } catch (cause) {
      this.#notLoaded(this.#said.modes[mode.id] ?? mode.id, cause);
      this.failed = mode;
      return undefined;
    }
    // Another call may have opened it meanwhile.
    const opened = this.#opened.get(mode.id) ?? openMode(mode, this.#language);
    this.#opened.set(mode.id, opened);
    return opened;
  }

  #notLoaded(what: string, cause: unknown): void {
    const reason = reasonOf(cause);
    this.notice = this.#said.loadingFailed(what, reason.replace(/\.$/, ''));
  }

  #link(): string {
    return linkTo(this.mode, this.#current?.panel);
  }

  #edited(): void {
    this.notice = '';
    this.#linkCopy.forget();
    this.#travel.look();
    if (this.#isLeap) this.#address.push();
    else this.#address.follow();
    this.#isLeap = false;
  }

  #rested(): void {
    this.#travel.record();
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

  async #copyLink(): Promise<void> {
    const address = this.#address.full;
    this.#address.flush();
    if (!(await this.#linkCopy.copy(address))) this.notice = this.#said.linkNotCopied;
  }

  /** What the tools are about: undefined before there is a panel. */
  get #shown() {
    const panel = this.#current?.panel;
    return panel && { panel, mode: this.mode, lang: this.#language };
  }

  #saving(): Saving | undefined {
    const failed = () => {
      this.notice = this.#said.drawingFailed;
    };
    return this.#shown && { ...this.#shown, link: this.#address.full, failed };
  }

  async #showEmbed(opener: HTMLElement): Promise<void> {
    const frame = this.embed && new URL(this.embed, document.baseURI).href;
    try {
      if (this.#shown) await this.#embedding.open({ ...this.#shown, frame }, opener);
    } catch (cause) {
      this.#notLoaded(this.#said.embed, cause);
    }
  }

  protected override render(): TemplateResult {
    return html`${modeTabs(this.mode, this.#language, (mode) => this.#select(mode))}
      <div class="sheet">
        ${toolbar({
          lang: this.#language,
          panel: this.#current?.panel,
          travel: this.#travel,
          menu: this.#menu,
          isCopied: this.#linkCopy.isDone,
          saving: () => this.#saving(),
          copyLink: () => this.#copyLink(),
          embed: (opener) => this.#showEmbed(opener),
        })}
        <div class="notice" role="alert">${this.notice}</div>
        ${
          this.failed
            ? html`<button type="button" class="again"
                @click=${() => this.failed && this.#show(this.failed)}>${this.#said.again}</button>`
            : nothing
        }
        ${places({
          shown: this.mode,
          opened: this.#opened,
          hasFailed: this.failed !== undefined,
          lang: this.#language,
        })}
      </div>
      ${this.#embedding.render()}`;
  }
}

define('kl-workbench', KlWorkbench);

declare global {
  interface HTMLElementTagNameMap {
    'kl-workbench': KlWorkbench;
  }
}
