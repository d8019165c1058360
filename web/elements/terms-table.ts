import { html, nothing, type TemplateResult } from 'lit';
import { exactNumber, formatNumber } from '../text/index.ts';
import type { finiteWords } from '../words/index.ts';

const MOST_ROWS = 100; // the figure shows them all; nobody reads a thousand rows

/** The two sums written out, a row an outcome. */
export interface Terms {
  p: ArrayLike<number>;
  q: ArrayLike<number>;
  forward: ArrayLike<number>;
  reverse: ArrayLike<number>;
  /** What the columns of contributions come to. */
  total: { forward: number; reverse: number; asymmetry: number };
  labels: readonly string[] | undefined;
  highlighted: number | undefined;
  unitName: string;
}

function cell(x: number): TemplateResult {
  return html`<td data-value=${exactNumber(x)}>${formatNumber(x)}</td>`;
}

/** Up and down the rows, of which one is a stop of the Tab key. */
function moveFocus(event: KeyboardEvent): void {
  const row = (event.target as Element).closest('tr');
  const next = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[
    event.key
  ];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

/** The same numbers as the bars, to be read or copied. Its rows are made when it is unfolded. */
export function termsTable(
  { p, q, forward, reverse, total, labels, highlighted, unitName }: Terms,
  said: (typeof finiteWords)['en'],
  open: boolean,
  toggle: (open: boolean) => void,
): TemplateResult {
  const { columns } = said;
  const rows = Math.min(p.length, MOST_ROWS);
  const stop = highlighted !== undefined && highlighted < rows ? highlighted : 0;
  const row = (i: number) => {
    const [of, other] = [forward[i] as number, reverse[i] as number];
    // Of opposite signs: their difference is a sum.
    return html`<tr class=${i === highlighted ? 'lit' : ''} data-outcome=${i} tabindex=${i === stop ? '0' : '-1'}>
      <th scope="row">${labels?.[i] ?? i}</th>
      ${cell(p[i] as number)}${cell(q[i] as number)}${cell(of)}${cell(other)}${cell(of - other)}
    </tr>`;
  };
  const body = () => html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.outcome}</th>
            <th scope="col">P</th>
            <th scope="col">Q</th>
            <th scope="col">${columns.forward(unitName)}</th>
            <th scope="col">${columns.reverse(unitName)}</th>
            <th scope="col">${columns.asymmetry}</th>
          </tr>
        </thead>
        <tbody @keydown=${moveFocus}>
          ${Array.from({ length: rows }, (_, i) => row(i))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="3">${columns.total}</th>
            ${cell(total.forward)}${cell(total.reverse)}${cell(total.asymmetry)}
          </tr>
        </tfoot>
      </table>
    </div>
    ${p.length > rows ? html`<p class="note">${said.moreRows((p.length - rows).toLocaleString('en'))}</p>` : nothing}`;
  return html`<details ?open=${open}
    @toggle=${(event: Event) => toggle((event.target as HTMLDetailsElement).open)}>
    <summary>${said.contributions}</summary>
    ${open ? body() : nothing}
  </details>`;
}
