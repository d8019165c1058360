import { html, nothing, type TemplateResult } from 'lit';
import { matrixText, parseMatrix, parseVector } from '../../text/index.ts';
import { gaussianWords, type Lang } from '../../words/index.ts';
import { listField } from '../field.ts';
import type { Problem } from '../problem.ts';
import type { Place } from './reading.ts';
import { isSymmetric, type SpreadForm, symmetrised } from './several.ts';

/** A field of means or of spreads: what it holds, what is wrong with it, and what edits do. */
interface SeveralField {
  place: Place;
  /** Of the distribution: P. */
  name: string;
  which: 'mean' | 'spread';
  form: SpreadForm;
  text: string;
  problem: Problem | undefined;
  lang: Lang;
  edit: (text: string) => void;
  readAs: (form: SpreadForm) => void;
}

function isMatrix(text: string): boolean {
  try {
    const rows = parseMatrix(text, '');
    return rows.length > 1 && rows.every((row) => row.length === rows.length);
  } catch {
    return false;
  }
}

/** How the text was read. */
function echo({ text, problem, which, form, lang }: SeveralField): string {
  if (problem && problem.code !== 'not-symmetric') return '';
  const said = gaussianWords[lang];
  try {
    if (which === 'mean' || form !== 'covariance') {
      return said.dimensions(parseVector(text, '').length);
    }
    const rows = parseMatrix(text, '');
    const kind = isSymmetric(rows) ? 'symmetric' : 'lopsided';
    return said.matrix(rows.length, rows[0]?.length ?? 0, kind);
  } catch {
    return '';
  }
}

/** Buttons that do what a problem asks for. */
function mends({ text, problem, which, form, lang, edit, readAs }: SeveralField): unknown {
  if (!problem || which === 'mean') return nothing;
  const said = gaussianWords[lang];
  const button = (label: string, mend: () => void) =>
    html`<button type="button" class="mend" @click=${mend}>${label}</button>`;
  if (problem.code === 'not-symmetric') {
    return button(said.symmetrise, () => edit(matrixText(symmetrised(parseMatrix(text, '')))));
  }
  if (form === 'covariance') {
    if (problem.code !== 'oblong') return nothing;
    return html`<div class="mends">
      ${button(said.readAsDeviations, () => readAs('deviations'))}
      ${button(said.readAsVariances, () => readAs('variances'))}
    </div>`;
  }
  return isMatrix(text) ? button(said.readAsCovariance, () => readAs('covariance')) : nothing;
}

export function severalField(field: SeveralField): TemplateResult {
  const { place, name, which, form, text, problem, lang, edit } = field;
  const said = gaussianWords[lang];
  return listField({
    ...place,
    hint: which === 'mean' ? said.means(name) : said.spread[form](name),
    echo: echo(field),
    text,
    problem,
    mends: mends(field),
    edit,
    take: () => false,
  });
}
