import { html, type TemplateResult } from 'lit';
import type { Comparison } from '../core/index.ts';
import { formatNumber } from '../text/index.ts';
import { type Lang, panelWords } from '../words/index.ts';
import { infinityName } from './results.ts';
import type { Unit } from './unit.ts';

/** A likelihood ratio of 20 to 1 is what 95 % stands for. */
const EVIDENCE = 20;

/**
 * How many observations of P it takes until the log likelihood ratio is log 20 on average: log 20/D, as each adds D.
 *
 * @param divergence D(P‖Q) > 0 to `base`
 */
function samplesToTell(divergence: number, base: number): number {
  return Math.ceil(Math.log(EVIDENCE) / Math.log(base) / divergence);
}

/** What D(P‖Q) says of codes and of evidence, in two sentences. */
export function meaning({ forward, base }: Comparison, unit: Unit, lang: Lang): TemplateResult {
  const said = panelWords[lang];
  const { value } = forward;
  const count = () => said.draws(formatNumber(samplesToTell(value, base)));
  const surest = infinityName(forward.reason) === 'expectation' ? said.farOut : said.oneDraw;
  const evidence = value === 0 ? said.never : value === Infinity ? surest : said.samples(count());
  return html`<div class="meaning">
    <h3>${said.meaning}</h3>
    ${value > 0 && value < Infinity ? html`<p>${said.coding(formatNumber(value), said.units[unit])}</p>` : ''}
    <p>${evidence}</p>
  </div>`;
}
