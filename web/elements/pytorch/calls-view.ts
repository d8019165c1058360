import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { exactNumber, formatNumber } from '../../text/index.ts';
import { type Lang, panelWords, torchWords } from '../../words/index.ts';
import { copy } from '../code-view.ts';
import type { Judged, Verdict } from './verdict.ts';

/** Elements of a result without reduction that are shown. */
const MOST_ELEMENTS = 12;

const shown = (x: number) => (Number.isNaN(x) ? 'nan' : formatNumber(x));

export function verdictText(verdict: Verdict, lang: Lang): string {
  const { verdicts } = torchWords[lang];
  if (verdict.is === 'broadcast') {
    return verdicts.broadcast(formatNumber(verdict.by), formatNumber(verdict.over));
  }
  return 'by' in verdict ? verdicts[verdict.is](formatNumber(verdict.by)) : verdicts[verdict.is];
}

const KINDS: Readonly<Record<Verdict['is'], 'right' | 'reverse' | 'other' | 'wrong'>> = {
  forward: 'right',
  rounding: 'wrong',
  reverse: 'reverse',
  chance: 'other',
  terms: 'other',
  divided: 'wrong',
  multiplied: 'wrong',
  broadcast: 'wrong',
  distance: 'other',
  generalized: 'other',
  nan: 'wrong',
  wronglyInfinite: 'wrong',
  wronglyFinite: 'wrong',
  negative: 'wrong',
  none: 'wrong',
  lost: 'wrong',
};

function valueView({ values, single }: Judged, lang: Lang): TemplateResult {
  const said = torchWords[lang];
  const numbers = Array.from(values);
  const text = numbers.slice(0, MOST_ELEMENTS).map(shown).join(', ');
  const rest = numbers.length - MOST_ELEMENTS;
  const exact = numbers.length === 1 ? exactNumber(numbers[0] as number) : nothing;
  return html`<span class="number" data-value=${exact} title=${exact}
      >${numbers.length > 1 ? `[${text}${rest > 0 ? ', …' : ''}]` : text}</span
    >${rest > 0 ? html`<p>${said.more(formatNumber(rest))}</p>` : nothing}
    ${
      single === undefined
        ? nothing
        : html`<p class="single" data-value=${exactNumber(single)}>${said.float32(shown(single))}</p>`
    }`;
}

function because({ call, verdict }: Judged, lang: Lang): string {
  const said = torchWords[lang];
  const failed = call.isRight || verdict.is === 'chance';
  const reason = failed ? said.because[verdict.is] : undefined;
  return [said.calls[call.name], reason].filter(Boolean).join(lang === 'zh' ? '' : ' ');
}

/** Lines break after what opens, separates or assigns, rather than within a name. */
function codeView(code: string): unknown {
  return code.split(/(?<=[(,.])/).map((part, i) => (i === 0 ? part : html`<wbr>${part}`));
}

function row(judged: Judged, marked: boolean, lang: Lang): TemplateResult {
  const { call, verdict } = judged;
  return html`<tr data-call=${call.name} data-verdict=${verdict.is} aria-current=${marked ? 'true' : nothing}>
    <th scope="row">
      <div class="line">
        <code>${guard([call.code], () => codeView(call.code))}</code>
        <p>${because(judged, lang)}</p>
        <button type="button" aria-label=${torchWords[lang].copy(call.code)}
          @click=${(event: Event) => copy(event, call.code, lang)}>${panelWords[lang].copy}</button>
      </div>
    </th>
    <td class="returns">${valueView(judged, lang)}</td>
    <td class="verdict"><span class="badge ${KINDS[verdict.is]}">${verdictText(verdict, lang)}</span></td>
  </tr>`;
}

function group(
  title: string,
  id: string,
  rows: readonly Judged[],
  marked: string,
  lang: Lang,
): TemplateResult {
  const said = torchWords[lang];
  const heading = html`<h3 id="calls-${id}">${title}</h3>`;
  if (rows.length === 0) {
    return html`<section data-group=${id}>${heading}<p>${said.noneRight}</p></section>`;
  }
  return html`<section data-group=${id}>
    ${heading}
    <table aria-labelledby="calls-${id}">
      <thead>
        <tr>
          <th scope="col">${said.call}</th>
          <th scope="col" class="returns">${said.returns}</th>
          <th scope="col" class="verdict">${said.verdict}</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          ({ call }) => call.name,
          (judged) => row(judged, judged.call.name === marked, lang),
        )}
      </tbody>
    </table>
  </section>`;
}

export const isDivergence = ({ verdict }: Judged) => verdict.is === 'forward';

/** What is D(P‖Q), what is not, and other libraries: each call with what it returns and what that is. */
export function callsView(
  judged: readonly Judged[],
  marked: string,
  notes: readonly string[],
  lang: Lang,
): TemplateResult {
  const said = torchWords[lang];
  const ofTorch = judged.filter(({ call }) => call.library === 'PyTorch');
  const others = judged.filter(({ call }) => call.library === 'others');
  const wrong = ofTorch.filter((one) => !isDivergence(one));
  const sorted = [...others.filter(isDivergence), ...others.filter((one) => !isDivergence(one))];
  return html`<div class="calls">
    ${notes.map((note) => html`<p>${note}</p>`)}
    ${group(said.right, 'right', ofTorch.filter(isDivergence), marked, lang)}
    ${group(said.wrong, 'wrong', wrong, marked, lang)}
    ${sorted.length > 0 ? group(said.others, 'others', sorted, marked, lang) : nothing}
  </div>`;
}
