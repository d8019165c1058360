import { html, nothing, type TemplateResult } from 'lit';
import type { Estimate, Estimator } from '../../core/index.ts';
import type { FigureOptions } from '../../figures/index.ts';
import { exactNumber, formatNumber } from '../../text/index.ts';
import { monteCarloWords } from '../../words/index.ts';

/** Estimates of D(Q‖P) by the same draws. */
export interface Estimates {
  chosen: Estimate;
  weighted: Estimate;
  /** The chosen one as draws come in. */
  trace: NonNullable<Estimate['trace']>;
}

/** The estimates as numbers, with how far each is off the exact value, which is to the base of the options. */
export function outcome(
  { chosen, weighted }: Estimates,
  exact: number,
  estimator: Estimator,
  { base, unit, lang }: FigureOptions & { base: number },
): TemplateResult {
  const said = monteCarloWords[lang];
  const nats = Math.log(base);
  const output = (id: string, name: string, estimate: Estimate) => {
    const [value, error] = [estimate.value / nats, estimate.standardError / nats];
    const off = (value - exact) / error;
    const notes = [
      said.draws(formatNumber(estimate.samples)),
      said.standardError(formatNumber(error)),
      ...(Number.isFinite(off) ? [said.off(formatNumber(Number(off.toFixed(1))))] : []),
    ];
    // No spaces inside <output>: its text is the number and the unit, nothing else.
    return html`<div class="result ${id}">
      <label for=${id}>${name}</label>
      <output id=${id} aria-live="off" aria-describedby="${id}-note" data-value=${exactNumber(value)}
        title=${exactNumber(value)}><span class="number">${formatNumber(value)}</span> <span class="unit">${unit}</span></output>
      <p class="note" id="${id}-note">${notes.join(said.and)}</p>
    </div>`;
  };
  return html`<div class="results">
    ${estimator === 'density-weighted' ? nothing : output('estimate', said.estimate(estimator), chosen)}
    ${output('weighted', said.weighted, weighted)}
  </div>`;
}
