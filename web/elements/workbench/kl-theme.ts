import { css, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type Lang, workbenchWords } from '../../words/index.ts';
import { define } from '../define.ts';
import { languageAround } from '../language.ts';
import { recall, remember } from './remember.ts';

const THEMES = ['system', 'light', 'dark'] as const;

type Theme = (typeof THEMES)[number];

function themeOf(text: string | null): Theme {
  return THEMES.find((theme) => theme === text) ?? 'system';
}

/**
 * Light, dark, or as the system says: `data-theme` of the page, which its style sheet follows. The choice is remembered.
 *
 * @element kl-theme
 */
export class KlTheme extends LitElement {
  static override properties: PropertyDeclarations = { theme: { state: true } };
  static override styles = css`
    :host {
      display: inline-block;
    }
    select {
      min-block-size: 2rem;
      padding: 0.2rem 0.4rem;
      border: 1px solid light-dark(#d9dce1, #353a44);
      border-radius: 0.5rem;
      background: none;
      color: inherit;
      font: inherit;
    }
    option {
      background: light-dark(#ffffff, #191d24);
    }
    :focus-visible {
      outline: 2.5px solid light-dark(#1d5fae, #7db4ff);
      outline-offset: 2px;
    }
  `;

  declare protected theme: Theme;
  #language: Lang = 'en';

  constructor() {
    super();
    this.theme = themeOf(recall('theme'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#language = languageAround(this);
  }

  #choose(theme: Theme): void {
    this.theme = theme;
    remember('theme', theme);
    document.documentElement.dataset.theme = theme;
  }

  protected override render(): TemplateResult {
    const said = workbenchWords[this.#language];
    return html`<select aria-label=${said.theme}
      @change=${(event: Event) => this.#choose(themeOf((event.target as HTMLSelectElement).value))}>
      ${THEMES.map(
        (theme) =>
          html`<option value=${theme} ?selected=${theme === this.theme}>${said.themes[theme]}</option>`,
      )}
    </select>`;
  }
}

define('kl-theme', KlTheme);

declare global {
  interface HTMLElementTagNameMap {
    'kl-theme': KlTheme;
  }
}
