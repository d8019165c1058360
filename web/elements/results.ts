import { html, nothing, type TemplateResult } from 'lit';
import { type Comparison, type Finding, reasons } from '../core/index.ts';
import { exactNumber, formatNumber } from '../text/index.ts';
import type { InfinityName, panelWords } from '../words/index.ts';
import type { Problems } from './problem.ts';
import { balanceOf } from './result.ts';
import type { Unit } from './unit.ts';

type Said = (typeof panelWords)['en'];

/** One number with its name. The whole value is in data-value and, for the mouse, in the title. */
function output(
  id: string,
  name: string,
  value: number | undefined,
  unit: string,
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

/** Which of the module's reasons a finding gives for being infinite. */
export function infinityName(reason: string | undefined): InfinityName | undefined {
  const names = Object.keys(reasons) as InfinityName[];
  return names.find((name) => reasons[name] === reason);
}

/** Why a divergence is infinite, by the outcome if one made it so. */
function infinityNote(
  { outcome, reason }: Finding,
  [from, model]: [string, string],
  labels: readonly string[] | undefined,
  said: Said,
) {
  const why = outcome === undefined ? infinityName(reason) : undefined;
  if (why) return said.infinite(said.because(from, model)[why]);
  if (outcome === undefined) return undefined;
  return said.infiniteAt(model, from, labels?.[outcome] ?? String(outcome));
}

function asymmetryNote(comparison: Comparison | undefined, said: Said): string {
  const both = comparison?.forward.value === Infinity && comparison.reverse.value === Infinity;
  return both ? said.bothInfinite : 'D(P‖Q) − D(Q‖P)';
}

/** D(P‖Q), D(Q‖P) and their signed difference; empty before the first good input. */
export function resultsRow(
  comparison: Comparison | undefined,
  unit: Unit,
  said: Said,
): TemplateResult {
  const { forward, reverse, asymmetry, labels } = comparison ?? {};
  const name = said.units[unit];
  const note = (finding: Finding | undefined, order: [string, string]) =>
    finding && infinityNote(finding, order, labels, said);
  return html`<div class="results">
    ${output('forward', 'D(P‖Q)', forward?.value, name, note(forward, ['P', 'Q']))}
    ${output('reverse', 'D(Q‖P)', reverse?.value, name, note(reverse, ['Q', 'P']))}
    ${output('asymmetry', said.asymmetry, asymmetry, name, asymmetryNote(comparison, said))}
  </div>`;
}

/** With what only some distributions have: Wasserstein's distance of order 2, in the unit of x. */
export interface Measured extends Comparison {
  wasserstein?: number;
}

/** The measures around the divergence that there are of these distributions: symbol, name, value. */
function measuresOf(comparison: Measured, said: Said): [string, string, number][] {
  const { entropy, crossEntropy, jeffreys, chiSquared } = comparison;
  const names = said.measures;
  const rows: [string, string, number | undefined][] = [
    ['H(P)', names.entropy, entropy.p],
    ['H(Q)', names.entropy, entropy.q],
    ['H(P, Q)', names.crossEntropy, crossEntropy.forward],
    ['H(Q, P)', names.crossEntropy, crossEntropy.reverse],
    ['J(P, Q)', names.jeffreys, jeffreys],
    ['JS(P, Q)', names.jensenShannon, comparison.jensenShannon],
    ['TV(P, Q)', names.totalVariation, comparison.totalVariation],
    ['h(P, Q)', names.hellinger, comparison.hellinger],
    ['B(P, Q)', names.bhattacharyya, comparison.bhattacharyya],
    ['W₂(P, Q)', names.wasserstein, comparison.wasserstein],
    ['χ²(P‖Q)', names.chiSquared, chiSquared?.forward],
    ['χ²(Q‖P)', names.chiSquared, chiSquared?.reverse],
  ];
  return rows.filter((row): row is [string, string, number] => row[2] !== undefined);
}

/** The quantities around the divergence, and how it was found, for those who look for them. */
export function furtherNumbers(comparison: Comparison, said: Said): TemplateResult {
  const found = (direction: string, { method, error }: Finding) =>
    html`<p class="note">${said.found(direction, said.methods[method], formatNumber(error))}</p>`;
  return html`<dl class="measures">
      ${measuresOf(comparison, said).map(
        ([symbol, name, value]) => html`<div>
          <dt>${symbol} <span>${name}</span></dt>
          <dd data-value=${exactNumber(value)} title=${exactNumber(value)}>${formatNumber(value)}</dd>
        </div>`,
      )}
    </dl>
    ${found('D(P‖Q)', comparison.forward)}${found('D(Q‖P)', comparison.reverse)}`;
}

/** What the hidden status says after an edit: what is wrong, or the numbers. */
export function spokenResult(
  problems: Problems,
  comparison: Comparison | undefined,
  unit: Unit,
  said: Said,
): string {
  if (problems.size > 0) return Array.from(problems.values(), ({ message }) => message).join(' ');
  if (!comparison) return '';
  const { forward, reverse, asymmetry } = balanceOf(comparison);
  return said.spoken(
    formatNumber(forward),
    formatNumber(reverse),
    formatNumber(asymmetry),
    said.units[unit],
  );
}
