import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { EmbedPiece } from '../../text/index.ts';
import { embedWords } from '../../words/index.ts';
import { baseStyles } from '../base-styles.ts';
import { colours } from '../colours.ts';
import { controlStyles } from '../control-styles.ts';
import { define } from '../define.ts';
import { memo } from '../finite/memo.ts';
import { type EmbedOptions, FIRST_OPTIONS, optionsForm } from './embed-options.ts';
import { embedPieceStyles } from './embed-piece-styles.ts';
import { followHeight, preview } from './embed-preview.ts';
import { embedStyles } from './embed-styles.ts';
import { embedCode, type Shown, WAYS, type Way } from './embed-ways.ts';
import { ICONS } from './icons.ts';
import { tabStyles } from './tab-styles.ts';
import { tabList } from './tabs.ts';

export type { Shown };

/** What an edit within the preview tells is not of the page's state. */
const OF_THE_PREVIEW = ['kl-choose', 'kl-input', 'kl-change', 'keydown'];

/**
 * The dialog with the code that shows the same in somebody else's page, and with what that code shows.
 *
 * @element kl-embed
 */
export class KlEmbed extends LitElement {
  static override properties: PropertyDeclarations = {
    shown: { state: true },
    way: { state: true },
    options: { state: true },
    copied: { state: true },
  };
  static override styles = [
    colours,
    baseStyles,
    controlStyles,
    tabStyles,
    embedStyles,
    embedPieceStyles,
  ];

  declare protected shown: Shown | undefined;
  declare protected way: Way;
  declare protected options: EmbedOptions;
  /** What was copied last, or that it could not be. */
  declare protected copied: { code: string; isDone: boolean } | undefined;

  readonly #pieces = memo(embedCode);
  readonly #preview = memo(preview);
  #opener: HTMLElement | undefined;
  /** The press that a click ends began beside the dialog. */
  #isPressedOutside = false;

  constructor() {
    super();
    this.way = 'script';
    this.options = FIRST_OPTIONS;
    for (const type of OF_THE_PREVIEW)
      this.addEventListener(type, (event) => event.stopPropagation());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#closed();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** Shows the code for this state until it is closed; then the focus is given back. */
  async open(shown: Shown, opener: HTMLElement): Promise<void> {
    this.shown = shown;
    this.#opener = opener;
    this.copied = undefined;
    await this.updateComplete;
    addEventListener('message', this.#message);
    addEventListener('hashchange', this.#leave); // the page shows something else now
    if (!this.#dialog?.open) this.#dialog?.showModal();
  }

  #message = (event: MessageEvent): void => followHeight(this.renderRoot, event);

  #leave = (): void => this.#dialog?.close();

  #closed(): void {
    removeEventListener('message', this.#message);
    removeEventListener('hashchange', this.#leave);
    this.shown = undefined;
    this.#opener?.focus(); // browsers give it back to what had it: of some, a button that is clicked has not
    this.#opener = undefined;
  }

  /** A press beside the dialog leaves it; one that ends there, of a selection, does not. */
  #press = ({ target, currentTarget, type }: Event): void => {
    const isOutside = target === currentTarget;
    if (type === 'click' && isOutside && this.#isPressedOutside) this.#leave();
    this.#isPressedOutside = isOutside;
  };

  async #copy(event: Event, { code }: EmbedPiece): Promise<void> {
    const text = (event.currentTarget as Element).parentElement?.querySelector('pre');
    const isDone = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    this.copied = { code, isDone };
    if (!isDone && text) getSelection()?.selectAllChildren(text);
  }

  #renderPiece(piece: EmbedPiece, lang: Shown['lang']): TemplateResult {
    const { language, code } = piece;
    const said = embedWords[lang];
    const isCopied = this.copied?.isDone && this.copied.code === code;
    return html`<div class="code">
      <h3>${language}</h3>
      <button type="button" class=${isCopied ? 'done' : ''} aria-label="${isCopied ? said.copied : said.copy}: ${language}"
        @click=${(event: Event) => this.#copy(event, piece)}>${isCopied ? said.copied : said.copy}</button>
      <pre tabindex="0" role="group" aria-label=${language}><code>${code}</code></pre>
    </div>`;
  }

  #renderBody(shown: Shown): TemplateResult {
    const { lang } = shown;
    const said = embedWords[lang];
    const { way, options } = this;
    const pieces = this.#pieces(way, shown, options);
    const notice = this.copied && (this.copied.isDone ? said.copied : said.notCopied);
    return html`${tabList({
      label: said.ways,
      tabs: WAYS.map((id) => ({ id, name: said.way[id] })),
      shown: way,
      show: (chosen) => {
        this.way = chosen;
        this.copied = undefined;
      },
    })}
      <div class="way" role="tabpanel" id="panel-${way}" aria-labelledby="tab-${way}">
        <div class="making"><div class="codes">
          <p class="about">${way === 'frame' && !shown.frame ? said.noFrames : said.about[way]}</p>
          ${pieces.map((piece) => this.#renderPiece(piece, lang))}
          <p class="said ${this.copied?.isDone ? 'unseen' : ''}" role="status">${notice}</p>
        </div>
        ${optionsForm(options, lang, (chosen) => {
          this.options = chosen;
          this.copied = undefined;
        })}</div>
        ${
          pieces.length > 0
            ? html`<section class="preview" tabindex="0" aria-labelledby="preview" data-theme=${options.theme}>
                <h3 id="preview">${said.preview}</h3><p>${said.previewOf}</p>
                <div class="stage">${this.#preview(pieces)}</div>
              </section>`
            : ''
        }
      </div>`;
  }

  protected override render(): TemplateResult {
    const { shown } = this;
    const said = embedWords[shown?.lang ?? 'en'];
    return html`<dialog aria-labelledby="title" @close=${this.#closed} @pointerdown=${this.#press} @click=${this.#press}>
      <div class="box">
        <header>
          <h2 id="title">${said.title}</h2>
          <button type="button" class="close" aria-label=${said.close} title=${said.close}
            @click=${this.#leave}>${ICONS.close}</button>
        </header>
        ${shown ? this.#renderBody(shown) : ''}
      </div>
    </dialog>`;
  }
}

define('kl-embed', KlEmbed);

declare global {
  interface HTMLElementTagNameMap {
    'kl-embed': KlEmbed;
  }
}
