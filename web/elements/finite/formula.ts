import { html, mathml, nothing, type TemplateResult } from 'lit';
import type { Comparison } from '../../core/index.ts';
import { formatNumber } from '../../text/index.ts';
import type { Unit } from '../unit.ts';
import type { Said } from './echo.ts';

const IN_FULL = 6; // outcomes
const FIRST = 3; // of more, before the ellipsis

/** The sum written out: its numbers, and how they are called. */
interface SumData {
  p: ArrayLike<number>;
  q: ArrayLike<number>;
  labels: readonly string[] | undefined;
  comparison: Comparison;
  unit: Unit;
  unitName: string;
  highlighted: number | undefined;
}

const LOGARITHMS = {
  nats: mathml`<mi>ln</mi>`,
  bits: mathml`<msub><mi>log</mi><mn>2</mn></msub>`,
  bans: mathml`<msub><mi>log</mi><mn>10</mn></msub>`,
};

const number = (x: number) =>
  x < 0
    ? mathml`<mrow><mo>−</mo><mn>${formatNumber(-x)}</mn></mrow>`
    : mathml`<mn>${formatNumber(x)}</mn>`;

/** A piece of the formula between which lines may break; of an outcome, it is linked to its bar and row. */
function piece(content: unknown, outcome?: number, highlighted?: number): TemplateResult {
  const isLit = outcome !== undefined && outcome === highlighted;
  return html`<math class=${isLit ? 'lit' : ''} displaystyle="true" data-outcome=${outcome ?? nothing}><mrow>${content}</mrow></math> `;
}

/** One direction: the definition, the user's numbers in it, the value of each term, and the sum. */
function writtenSum(
  [from, model]: readonly ['P', 'Q'] | readonly ['Q', 'P'],
  { comparison, unit, unitName, highlighted, ...lists }: SumData,
): TemplateResult {
  const isForward = from === 'P';
  const [its, models] = isForward ? [lists.p, lists.q] : [lists.q, lists.p];
  const finding = isForward ? comparison.forward : comparison.reverse;
  const terms = (isForward ? comparison.terms?.forward : comparison.terms?.reverse) ?? [];
  const log = LOGARITHMS[unit];
  const [own, other] = isForward ? ['p', 'q'] : ['q', 'p'];
  const count = its.length;
  const shown =
    count <= IN_FULL
      ? Array.from(its, (_, i) => i)
      : [...Array.from({ length: FIRST }, (_, i) => i), undefined, count - 1];

  const symbol = mathml`<mi>D</mi><mo form="prefix" stretchy="false">(</mo><mi>${from}</mi><mo>‖</mo><mi>${model}</mi><mo form="postfix" stretchy="false">)</mo>`;
  const definition = mathml`<munder><mo>∑</mo><mi>i</mi></munder><msub><mi>${own}</mi><mi>i</mi></msub><mspace width="0.2em"></mspace>${log}<mspace width="0.15em"></mspace><mfrac><msub><mi>${own}</mi><mi>i</mi></msub><msub><mi>${other}</mi><mi>i</mi></msub></mfrac>`;
  const lead = (k: number) => mathml`<mo form="infix">${k === 0 ? '=' : '+'}</mo>`;
  const substituted = shown.map((i, k) =>
    i === undefined
      ? piece(mathml`<mo form="infix">+</mo><mo>⋯</mo>`)
      : piece(
          mathml`${lead(k)}${number(its[i] as number)}<mspace width="0.2em"></mspace>${log}<mspace width="0.15em"></mspace><mfrac>${number(its[i] as number)}${number(models[i] as number)}</mfrac>`,
          i,
          highlighted,
        ),
  );
  const values = shown.map((i, k) => {
    if (i === undefined) return piece(mathml`<mo form="infix">+</mo><mo>⋯</mo>`);
    const term = terms[i] ?? 0;
    const sign = k === 0 ? '=' : term < 0 ? '−' : '+';
    const amount = k === 0 ? number(term) : mathml`<mn>${formatNumber(Math.abs(term))}</mn>`;
    return piece(mathml`<mo form="infix">${sign}</mo>${amount}`, i, highlighted);
  });
  return html`<div class="sum ${isForward ? 'forward' : 'reverse'}">
    <p>${piece(symbol)}${piece(mathml`<mo form="infix">=</mo>${definition}`)}</p>
    <p class="fractions">${substituted}</p>
    <p>${values}</p>
    <p>${piece(mathml`<mo form="infix">=</mo><mn>${formatNumber(finding.value)}</mn>`)}<span class="unit">${unitName}</span></p>
  </div>`;
}

/** Why a direction is infinite, by the outcome that makes it so; else what is surprising about its terms. */
function remarks(data: SumData, said: Said): string[] {
  const { comparison, p, q, labels } = data;
  const said_: string[] = [];
  for (const [finding, model, from, its] of [
    [comparison.forward, 'Q', 'P', p],
    [comparison.reverse, 'P', 'Q', q],
  ] as const) {
    const i = finding.outcome;
    if (finding.value !== Infinity || i === undefined) continue;
    const name = labels ? said.quoted(labels[i] ?? '') : said.outcomeAt(i);
    said_.push(said.whyInfinite(model, name, from, formatNumber(its[i] ?? 0)));
  }
  for (const [list, name] of [
    [p, 'P'],
    [q, 'Q'],
  ] as const) {
    if (Array.prototype.includes.call(list, 0)) said_.push(said.excluded(name));
  }
  const terms = comparison.terms?.forward;
  if (terms && Array.prototype.some.call(terms, (term: number) => term < 0))
    said_.push(said.takesAway);
  return said_;
}

/** Both sums with the user's own numbers, and what there is to say about them. */
export function sums(data: SumData, said: Said): TemplateResult {
  return html`<div class="sums">
    <h3>${said.inYourNumbers}</h3>
    <div class="directions">${writtenSum(['P', 'Q'], data)}${writtenSum(['Q', 'P'], data)}</div>
    ${remarks(data, said).map((sentence) => html`<p class="remark">${sentence}</p>`)}
  </div>`;
}
