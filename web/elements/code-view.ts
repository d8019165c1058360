import { css, html, nothing, type TemplateResult } from 'lit';
import { type Lang, panelWords } from '../words/index.ts';
import type { Snippet } from './state.ts';

/** Colours are those of panel-styles.ts. */
export const codeStyles = css`
  .code {
    position: relative;
  }
  .code pre {
    margin: 0.4rem 0 0;
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--rule);
    border-radius: 0.5rem;
    background: var(--well);
    overflow-x: auto;
    font: 0.8125rem/1.5 ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
  }
  .code button {
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline-end: 0.5rem;
    background: var(--well);
  }
`;

/** Puts the code on the clipboard; the button says so for a while. */
export async function copy({ currentTarget }: Event, code: string, lang: Lang): Promise<void> {
  const button = currentTarget as HTMLButtonElement;
  await navigator.clipboard.writeText(code);
  button.textContent = panelWords[lang].copied;
  setTimeout(() => {
    button.textContent = panelWords[lang].copy;
  }, 1500);
}

/** Folded away at first: the computation in other languages, one under another, each to be copied. */
export function codeView(
  snippets: readonly Snippet[],
  lang: Lang,
  isOpen: boolean,
  toggle: (open: boolean) => void,
): TemplateResult | typeof nothing {
  if (snippets.length === 0) return nothing;
  const said = panelWords[lang];
  // Nobody reads what is folded away: it is not written before.
  const shown = isOpen ? snippets : [];
  return html`<details class="codes" ?open=${isOpen}
    @toggle=${({ currentTarget }: Event) => toggle((currentTarget as HTMLDetailsElement).open)}>
    <summary>${said.code}</summary>
    ${shown.map(
      ({ language, code }) => html`<div class="code">
        <h4>${language}</h4>
        <pre tabindex="0" role="group" aria-label=${language}><code>${code}</code></pre>
        <button type="button" aria-label="${said.copy}: ${language}"
          @click=${(event: Event) => copy(event, code, lang)}>${said.copy}</button>
      </div>`,
    )}
  </details>`;
}
