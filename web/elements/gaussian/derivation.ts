import { css, html, mathml, type TemplateResult } from 'lit';
import { mo, type Term } from './math.ts';

/** Colours are those of panel-styles.ts. */
export const derivationStyles = css`
  .derivations {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr));
    gap: 0.75rem 2rem;
  }
  .derivation {
    min-inline-size: 0;
    padding: 0.75rem 1rem;
    border: 1px solid var(--rule);
    border-radius: 0.5rem;
    background: var(--well);
    overflow-x: auto;
  }
  math {
    font-family: 'STIX Two Math', 'Cambria Math', 'Latin Modern Math', 'DejaVu Term TeX Gyre', math;
    font-size: 1.0625rem;
  }
  .lines > mtr > mtd {
    padding: 0.35em 0.15em;
    text-align: start;
  }
  mtext {
    font-family: var(--kl-font, system-ui, sans-serif);
  }
  munder > mtext {
    padding-block-start: 0.3em;
    color: var(--quiet);
    font-size: 0.75rem;
  }
  mrow.value {
    font-weight: 650;
  }
  @container (max-width: 30rem) {
    .derivation {
      padding-inline: 0.5rem;
    }
    math {
      font-size: 0.8125rem;
    }
  }
`;

/** A formula line by line, each the same number as the one above. */
export interface Derivation {
  /** What is computed, in words for those who hear the page. */
  name: string;
  left: Term;
  lines: readonly Term[];
}

export function derivations(title: string, all: readonly Derivation[]): TemplateResult {
  return html`<section class="closed-form">
    <h3>${title}</h3>
    <div class="derivations">${all.map(
      ({
        name,
        left,
        lines,
      }) => html`<div class="derivation" tabindex="0" role="group" aria-label=${name}>
        <math>
          <mtable class="lines" displaystyle="true">${lines.map(
            (line, i) =>
              mathml`<mtr><mtd>${i === 0 ? left : ''}</mtd><mtd>${mo('=')}</mtd><mtd>${line}</mtd></mtr>`,
          )}</mtable>
        </math>
      </div>`,
    )}</div>
  </section>`;
}
