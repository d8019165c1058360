import { html, nothing, type TemplateResult } from 'lit';
import { exactNumber, formatNumber } from '../text/index.ts';
import type { Unit } from './unit.ts';

const MOST_ROWS = 100; // the figure shows them all; nobody reads a thousand rows

/** The two sums written out, a row an outcome. */
export interface Terms {
  forward: ArrayLike<number>;
  reverse: ArrayLike<number>;
}

function cell(value: number | undefined): TemplateResult {
  const x = value ?? 0;
  return html`<td data-value=${exactNumber(x)}>${formatNumber(x)}</td>`;
}

/** Folded away at first: the same numbers as the bars, to be read or copied. */
export function termsTable(
  p: readonly number[],
  q: readonly number[],
  { forward, reverse }: Terms,
  unit: Unit,
): TemplateResult {
  const rest = p.length - MOST_ROWS;
  return html`<details>
    <summary>Contributions in numbers</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="Contributions in numbers">
      <table>
        <thead>
          <tr>
            <th scope="col">outcome</th>
            <th scope="col">P</th>
            <th scope="col">Q</th>
            <th scope="col">to D(P‖Q), ${unit}</th>
            <th scope="col">to D(Q‖P), ${unit}</th>
          </tr>
        </thead>
        <tbody>
          ${p.slice(0, MOST_ROWS).map(
            (value, i) => html`<tr>
              <th scope="row">${i}</th>
              ${cell(value)}${cell(q[i])}${cell(forward[i])}${cell(reverse[i])}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${rest > 0 ? html`<p class="note">and ${rest.toLocaleString('en')} more</p>` : nothing}
  </details>`;
}
