import { html, type TemplateResult } from 'lit';
import type { Estimator } from '../../core/index.ts';
import { type Lang, monteCarloWords } from '../../words/index.ts';

export const ESTIMATORS: readonly Estimator[] = ['k1', 'k2', 'k3', 'density-weighted'];

/** What each estimator averages, and what becomes of it; the chosen one is marked. */
export function estimatorTexts(chosen: Estimator, lang: Lang): TemplateResult {
  const said = monteCarloWords[lang];
  return html`<section class="estimators">
    <h3>${said.what}</h3>
    <p>${said.lead}</p>
    <dl>
      ${ESTIMATORS.map((name) => {
        const { formula, text } = said.kinds[name];
        return html`<div class=${name === chosen ? 'chosen' : ''}>
          <dt>${name === 'density-weighted' ? '' : html`${name} `}<span class="formula">${formula}</span></dt>
          <dd>${text}</dd>
        </div>`;
      })}
    </dl>
  </section>`;
}
