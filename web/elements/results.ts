import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison, Finding } from '../core/index.ts';
import { exactNumber, formatNumber } from '../text/index.ts';
import type { Unit } from './unit.ts';

/** One number with its name. The whole value is in data-value and, for the mouse, in the title. */
function output(
  id: string,
  name: string,
  value: number | undefined,
  unit: Unit,
  note: string | undefined,
): TemplateResult {
  // No spaces inside <output>: its text is the number and the unit, nothing else.
  const text =
    value === undefined
      ? nothing
      : html`<span class="number">${formatNumber(value)}</span> <span class="unit">${unit}</span>`;
  const exact = value === undefined ? nothing : exactNumber(value);
  return html`<div class="result ${id}">
    <label for=${id}>${name}</label>
    <output id=${id} aria-live="off" aria-describedby=${note ? `${id}-note` : nothing}
      data-value=${exact} title=${exact}>${text}</output>
    ${note ? html`<p class="note" id="${id}-note">${note}</p>` : nothing}
  </div>`;
}

/** Why a divergence is infinite, by the outcome if one made it so. */
function infinityNote({ outcome, reason }: Finding, from: string, model: string) {
  if (outcome === undefined) return reason && `Infinite: ${reason}.`;
  return `${model}[${outcome}] is 0 where ${from}[${outcome}] is not.`;
}

function asymmetryNote(comparison: Comparison | undefined): string {
  const both = comparison?.forward.value === Infinity && comparison.reverse.value === Infinity;
  return both ? 'Both are ∞: neither exceeds the other.' : 'D(P‖Q) − D(Q‖P)';
}

/** D(P‖Q), D(Q‖P) and their signed difference; empty before the first good input. */
export function resultsRow(comparison: Comparison | undefined, unit: Unit): TemplateResult {
  const { forward, reverse, asymmetry } = comparison ?? {};
  return html`<div class="results">
    ${output('forward', 'D(P‖Q)', forward?.value, unit, forward && infinityNote(forward, 'P', 'Q'))}
    ${output('reverse', 'D(Q‖P)', reverse?.value, unit, reverse && infinityNote(reverse, 'Q', 'P'))}
    ${output('asymmetry', 'asymmetry', asymmetry, unit, asymmetryNote(comparison))}
  </div>`;
}

/** The quantities around the divergence, for those who look for them. */
export function furtherNumbers(comparison: Comparison): TemplateResult {
  const { jeffreys, entropy, crossEntropy } = comparison;
  const rows: [string, string, number][] = [
    ['H(P)', 'entropy', entropy.p],
    ['H(Q)', 'entropy', entropy.q],
    ['H(P, Q)', 'cross-entropy', crossEntropy.forward],
    ['H(Q, P)', 'cross-entropy', crossEntropy.reverse],
    ['J(P, Q)', 'Jeffreys', jeffreys],
  ];
  return html`<dl class="further">
    ${rows.map(
      ([symbol, name, value]) => html`<div>
        <dt>${symbol} <span>${name}</span></dt>
        <dd data-value=${exactNumber(value)} title=${exactNumber(value)}>${formatNumber(value)}</dd>
      </div>`,
    )}
  </dl>`;
}

/** What the hidden status says after an edit. */
export function spokenResult(comparison: Comparison, unit: Unit): string {
  const { forward, reverse, asymmetry } = comparison;
  return (
    `D(P‖Q) ${formatNumber(forward.value)} ${unit}, D(Q‖P) ${formatNumber(reverse.value)} ${unit}, ` +
    `asymmetry ${formatNumber(asymmetry)} ${unit}.`
  );
}
