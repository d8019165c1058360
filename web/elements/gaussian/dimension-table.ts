import { html, nothing, type TemplateResult } from 'lit';
import type { Dimensions, Parts } from '../../figures/index.ts';
import { exactNumber, formatNumber } from '../../text/index.ts';
import { gaussianWords, type Lang } from '../../words/index.ts';
import type { DiagonalCurve } from './parts.ts';

const MOST_ROWS = 100; // the figure shows them all; nobody reads a thousand rows

function cell(x = 0): TemplateResult {
  return html`<td data-value=${exactNumber(x)}>${formatNumber(x)}</td>`;
}

const totalOf = ({ spread, means }: Parts = { spread: 0, means: 0 }) => spread + means;

/** Folded away at first: what each dimension is and adds, to be read or copied. */
export function dimensionTable(
  { p, q }: { p: DiagonalCurve; q: DiagonalCurve },
  { forward, reverse }: Dimensions,
  lang: Lang,
): TemplateResult {
  const said = gaussianWords[lang];
  const rest = forward.length - MOST_ROWS;
  const heads = ['μ', 'σ'].flatMap((symbol) => [said.of(symbol, 'P'), said.of(symbol, 'Q')]);
  return html`<details>
    <summary>${said.byDimension}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${said.byDimension}>
      <table>
        <thead>
          <tr>
            ${[said.dimension, ...heads, 'D(P‖Q)', 'D(Q‖P)'].map(
              (head) => html`<th scope="col">${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${forward.slice(0, MOST_ROWS).map(
            (parts, i) => html`<tr>
              <th scope="row">${i}</th>
              ${cell(p.loc[i])}${cell(q.loc[i])}${cell(p.scale[i])}${cell(q.scale[i])}
              ${cell(totalOf(parts))}${cell(totalOf(reverse[i]))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${rest > 0 ? html`<p class="note">${said.more(rest)}</p>` : nothing}
  </details>`;
}
