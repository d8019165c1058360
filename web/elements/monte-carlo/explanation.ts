import { html, type TemplateResult } from 'lit';
import type { Estimator } from '../../core/index.ts';
import { type Lang, monteCarloWords } from '../../words/index.ts';

export const ESTIMATORS: readonly Estimator[] = ['k1', 'k2', 'k3', 'density-weighted'];

/** What is averaged over draws from Q, where r = log q(x) − log p(x). */
const FORMULAS: Readonly<Record<Estimator, string>> = {
  k1: 'r',
  k2: 'r²/2',
  k3: 'e⁻ʳ − 1 + r',
  'density-weighted': 'q(x) · r',
};

/** What the estimator is called in a row of choices. */
export function shortName(name: Estimator): string {
  return name === 'density-weighted' ? 'q·r' : name;
}

/** What each estimator averages, and what becomes of it; the chosen one is marked. */
export function estimatorTexts(chosen: Estimator, lang: Lang): TemplateResult {
  const said = monteCarloWords[lang];
  return html`<section class="estimators">
    <h3>${said.what}</h3>
    <p>${said.lead}</p>
    <dl>
      ${ESTIMATORS.map((name) => {
        return html`<div class=${name === chosen ? 'chosen' : ''}>
          <dt>${name === 'density-weighted' ? '' : `${name}: `}${FORMULAS[name]}</dt>
          <dd>${said.kinds[name]}</dd>
        </div>`;
      })}
    </dl>
  </section>`;
}
