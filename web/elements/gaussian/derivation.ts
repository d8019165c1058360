import { css, html, mathml, type TemplateResult } from 'lit';
import type { Parts } from '../../figures/index.ts';
import type { gaussianWords, Lang } from '../../words/index.ts';
import type { Unit } from '../unit.ts';
import {
  brackets,
  called,
  fraction,
  logOf,
  mi,
  mo,
  number,
  row,
  square,
  type Term,
  value,
  whole,
} from './math.ts';

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

/** The unit, and what parts of the formula are called. */
export interface InWords {
  base: number;
  unit: Unit;
  unitName: string;
  words: (typeof gaussianWords)[Lang];
}

/** In another unit than nats, the logarithm's base divides. */
function inUnit(nats: Term, { base, unit }: InWords): Term {
  if (unit === 'nats') return nats;
  return row(fraction(whole(1), logOf(whole(base))), square(nats));
}

/**
 * From the closed form, in symbols and perhaps in numbers, over its parts to the value.
 *
 * @param closedForms in nats
 * @param sums further lines, in the unit
 * @param spread what the part that is not of the means is called
 */
export function derivationOf(
  [of, model]: readonly [string, string],
  closedForms: readonly Term[],
  sums: readonly Term[],
  { parts, total, spread }: { parts: Parts; total: number; spread: string },
  said: InWords,
): Derivation {
  const split = row(
    called(number(parts.spread), spread),
    mo('+'),
    called(number(parts.means), said.words.fromMeans),
  );
  return {
    name: `D(${of}‖${model})`,
    left: row(mi('D'), brackets(row(mi(of), mo('‖'), mi(model)))),
    lines: [
      ...closedForms.map((line) => inUnit(line, said)),
      ...sums,
      split,
      value(total, said.unitName),
    ],
  };
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
