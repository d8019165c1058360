import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {
  type Comparison,
  compare,
  type Distribution,
  diagonalNormal,
  multivariateNormal,
} from '../core/index.ts';
import {
  balance,
  type Dimensions,
  dimensions,
  type FigureOptions,
  heatMaps,
  type PartsOfBoth,
  parts,
} from '../figures/index.ts';
import { distributionSnippets, matrixText, parseMatrix, parseVector } from '../text/index.ts';
import { gaussianWords } from '../words/index.ts';
import { define } from './define.ts';
import { listField } from './field.ts';
import { derivations } from './gaussian/derivation.ts';
import { dimensionTable } from './gaussian/dimension-table.ts';
import { withDistances } from './gaussian/distances.ts';
import { MOST_WRITTEN, multivariateDerivations } from './gaussian/multivariate-derivation.ts';
import { GaussianPanel } from './gaussian/panel.ts';
import {
  type DiagonalCurve,
  diagonalParts,
  multivariateParts,
  partsByDimension,
} from './gaussian/parts.ts';
import type { Place } from './gaussian/reading.ts';
import {
  FORMS,
  haveSameDimension,
  isSymmetric,
  labelOf,
  readSeveral,
  type Several,
  type SpreadForm,
  symmetrised,
} from './gaussian/several.ts';
import { severalStyles } from './gaussian/several-styles.ts';
import { GAUSSIAN_ND_PRESETS } from './gaussian-nd-presets.ts';
import type { Table } from './panel.ts';
import { attempt, type FieldNames, type Problems } from './problem.ts';
import type { Snippet } from './state.ts';
import { choiceRow, unitOf } from './unit.ts';

type Side = 'p' | 'q';

interface Pair {
  form: SpreadForm;
  p: Several;
  q: Several;
}

const SIDES = ['p', 'q'] as const;
const MEANS = { p: 'muP', q: 'muQ' } as const;
const SPREADS = { p: 'sigmaP', q: 'sigmaQ' } as const;

/** A full matrix of more dimensions is not split into parts: that would take as long again four times. */
const MOST_SPLIT = 32;
/** Independent dimensions are shown one by one up to here. */
const MOST_SHOWN = 500;
const MOST_CODE = 20; // dimensions that anyone reads in a program

function formOf(text: string | null | undefined): SpreadForm {
  return FORMS.find((form) => form === text) ?? 'covariance';
}

/** A list, or the rows of a matrix. */
type Numbers = ArrayLike<number> | readonly ArrayLike<number>[];

function textOf(numbers: Numbers): string {
  const rows = Array.from(numbers as ArrayLike<number | ArrayLike<number>>);
  const isMatrix = rows.every((row): row is ArrayLike<number> => typeof row === 'object');
  return matrixText(isMatrix ? rows : [numbers as ArrayLike<number>]);
}

const diagonal = ({ mean, deviations = [] }: Several): DiagonalCurve => ({
  loc: mean,
  scale: deviations,
});

/** For the formula, which writes small matrices only. */
function numbersOf({ mean, deviations = [], covariance }: Several) {
  const written = mean.length <= MOST_WRITTEN ? deviations : [];
  const square = written.map((own, i) => written.map((_, j) => (i === j ? own * own : 0)));
  return { mean, covariance: covariance ?? square };
}

function distribution({ mean, deviations, covariance }: Several): Distribution {
  return covariance ? multivariateNormal(mean, covariance) : diagonalNormal(mean, deviations ?? []);
}

/**
 * Two normal distributions of several dimensions and their divergence, live.
 *
 * @element kl-gaussian-nd
 * @attr {string} mu-p @attr {string} mu-q - means, one a dimension, in any notation people paste
 * @attr {string} sigma-p @attr {string} sigma-q - what `form` says: rows of a covariance matrix, or one number a dimension
 * @attr {'covariance'|'deviations'|'variances'} form
 * @attr {'nats'|'bits'|'bans'} unit
 * @fires kl-input - after each edit by the user: detail {forward, reverse, asymmetry, unit}, null for unusable input
 * @fires kl-change - the same, when the hand rests
 * @csspart inputs @csspart result @csspart figure @csspart explanation
 * @cssprop --kl-p @cssprop --kl-q @cssprop --kl-accent @cssprop --kl-font
 */
export class KlGaussianNd extends GaussianPanel<Pair> {
  static override fields = {
    muP: '0, 0, 0',
    sigmaP: '2, 0.5, 0\n0.5, 1, 0.3\n0, 0.3, 1.5',
    muQ: '1, 0, -1',
    sigmaQ: '1, 0, 0\n0, 1, 0\n0, 0, 1',
    form: 'covariance',
  };
  static override presets = GAUSSIAN_ND_PRESETS;
  static override properties: PropertyDeclarations = {
    muP: { attribute: 'mu-p' },
    sigmaP: { attribute: 'sigma-p' },
    muQ: { attribute: 'mu-q' },
    sigmaQ: { attribute: 'sigma-q' },
    form: { converter: formOf },
  };
  static override styles = [GaussianPanel.styles, severalStyles];

  /** As typed, or numbers; of a matrix its rows. */
  declare muP: string | Numbers;
  declare sigmaP: string | Numbers;
  declare muQ: string | Numbers;
  declare sigmaQ: string | Numbers;
  declare form: SpreadForm;

  #parts: PartsOfBoth | undefined;
  #byDimension: Dimensions | undefined;

  /** What a program gives as numbers stands in the fields as text. */
  protected override willUpdate(changed: PropertyValues): void {
    for (const name of [...Object.values(MEANS), ...Object.values(SPREADS)]) {
      const given: unknown = Reflect.get(this, name);
      if (typeof given !== 'string') Reflect.set(this, name, textOf(given as Numbers));
    }
    super.willUpdate(changed);
  }

  #places(side: Side, form = formOf(this.form)): { mean: Place; spread: Place } {
    const name = side.toUpperCase();
    const said = gaussianWords[this.language];
    return {
      mean: { id: MEANS[side], label: said.of('μ', name) },
      spread: { id: SPREADS[side], label: labelOf(form, name, this.language) },
    };
  }

  protected override read(problems: Problems): Pair | undefined {
    const form = formOf(this.form);
    const several = (side: Side) =>
      readSeveral(
        problems,
        this.#places(side),
        this.language,
        { mean: this.textOf(MEANS[side]), spread: this.textOf(SPREADS[side]) },
        form,
      );
    const [p, q] = [several('p'), several('q')];
    if (!p || !q) return undefined;
    const fields = (
      [
        ['p', p],
        ['q', q],
      ] as const
    ).flatMap(([side, of]) => {
      const { mean, spread } = this.#places(side);
      const size = (of.covariance ?? of.deviations ?? []).length;
      return [
        { place: mean, dimension: of.mean.length },
        { place: spread, dimension: size },
      ];
    });
    return haveSameDimension(problems, fields, this.language) ? { form, p, q } : undefined;
  }

  protected override get fieldNames(): FieldNames {
    return Object.fromEntries(
      SIDES.map((side) => [`${side}.covarianceMatrix`, this.#places(side).spread.label]),
    );
  }

  protected override compare(pair: Pair, base: number, problems: Problems): Comparison | undefined {
    const comparison = attempt(
      problems,
      (argument = 'p') => SPREADS[argument.startsWith('q') ? 'q' : 'p'],
      () => {
        const [p, q] = [distribution(pair.p), distribution(pair.q)];
        const figures = compare(p, q, { base });
        const isLarge = pair.form === 'covariance' && pair.p.mean.length > MOST_SPLIT;
        return isLarge ? figures : withDistances(figures, p, q);
      },
    );
    if (comparison) this.#split(pair, comparison);
    return comparison;
  }

  #split({ p, q }: Pair, comparison: Comparison): void {
    const n = p.mean.length;
    this.#parts = undefined;
    this.#byDimension = undefined;
    if (p.covariance && q.covariance) {
      if (n > MOST_SPLIT) return;
      const [ofP, ofQ] = [
        { loc: p.mean, shape: p.covariance },
        { loc: q.mean, shape: q.covariance },
      ];
      this.#parts = multivariateParts(ofP, ofQ, comparison);
    } else if (p.deviations && q.deviations) {
      const [ofP, ofQ] = [diagonal(p), diagonal(q)];
      this.#parts = diagonalParts(ofP, ofQ, comparison);
      if (n <= MOST_SHOWN) this.#byDimension = partsByDimension(ofP, ofQ, comparison.base);
    }
  }

  /** Buttons that do what a problem asks for. */
  #mends(side: Side): unknown {
    const problem = this.problems.get(SPREADS[side]);
    const said = gaussianWords[this.language];
    const text = this.textOf(SPREADS[side]);
    const form = formOf(this.form);
    const button = (label: string, change: () => void) =>
      html`<button type="button" class="mend" @click=${() => this.edit(change)}>${label}</button>`;
    if (problem?.code === 'not-symmetric') {
      return button(said.symmetrise, () => {
        this[SPREADS[side]] = matrixText(symmetrised(parseMatrix(text, '')));
      });
    }
    if (form === 'covariance') {
      if (problem?.code !== 'oblong') return nothing;
      return html`<div class="mends">
        ${button(said.readAsDeviations, () => (this.form = 'deviations'))}
        ${button(said.readAsVariances, () => (this.form = 'variances'))}
      </div>`;
    }
    return problem && this.#isMatrix(text)
      ? button(said.readAsCovariance, () => (this.form = 'covariance'))
      : nothing;
  }

  #isMatrix(text: string): boolean {
    try {
      const rows = parseMatrix(text, '');
      return rows.length > 1 && rows.every((row) => row.length === rows.length);
    } catch {
      return false;
    }
  }

  /** How the text was read. */
  #echo(id: string, isMatrix: boolean): string {
    if (this.problems.has(id) && this.problems.get(id)?.code !== 'not-symmetric') return '';
    const said = gaussianWords[this.language];
    try {
      const text = this.textOf(id);
      if (!isMatrix) return said.dimensions(parseVector(text, '').length);
      const rows = parseMatrix(text, '');
      const kind = isSymmetric(rows) ? 'symmetric' : 'lopsided';
      return said.matrix(rows.length, rows[0]?.length ?? 0, kind);
    } catch {
      return '';
    }
  }

  #field(side: Side, which: 'mean' | 'spread'): TemplateResult {
    const form = formOf(this.form);
    const { id, label } = this.#places(side)[which];
    const said = gaussianWords[this.language];
    const name = side.toUpperCase();
    const isMatrix = which === 'spread' && form === 'covariance';
    return listField({
      id,
      label,
      hint: which === 'mean' ? said.means(name) : said.spread[form](name),
      echo: this.#echo(id, isMatrix),
      text: this.textOf(id),
      problem: this.problems.get(id),
      mends: which === 'spread' ? this.#mends(side) : nothing,
      edit: (text) => this.edit(() => Reflect.set(this, id, text)),
      take: () => false,
    });
  }

  protected override renderInputs(): TemplateResult {
    const said = gaussianWords[this.language];
    return html`${choiceRow<SpreadForm>({
      name: 'form',
      legend: said.formOfSpread,
      value: formOf(this.form),
      options: FORMS.map((value) => ({ value, label: said.forms[value] })),
      choose: (form) => this.edit(() => (this.form = form)),
    })}
    ${SIDES.map(
      (side) => html`<fieldset class="several ${side}">
        <legend>${side.toUpperCase()}</legend>
        ${this.#field(side, 'mean')}${this.#field(side, 'spread')}
      </fieldset>`,
    )}`;
  }

  protected override renderFigures(
    { p, q }: Pair,
    { forward, reverse, asymmetry }: Comparison,
    options: FigureOptions,
  ): TemplateResult {
    const [split, byDimension] = [this.#parts, this.#byDimension];
    const covariances = p.covariance && q.covariance && { p: p.covariance, q: q.covariance };
    return html`${balance({ forward: forward.value, reverse: reverse.value, asymmetry }, options)}
      ${
        split
          ? this.whenSeen('parts', () => parts(split, options))
          : html`<p class="hint">${gaussianWords[this.language].tooManyToSplit(MOST_SPLIT)}</p>`
      }
      ${byDimension && this.whenSeen('dimensions', () => dimensions(byDimension, options))}
      ${covariances && this.whenSeen('heat-maps', () => heatMaps(covariances, options))}`;
  }

  protected override renderExplanation(
    { p, q }: Pair,
    comparison: Comparison,
    { base, unit: unitName }: FigureOptions & { base: number },
  ): unknown {
    const [split, byDimension] = [this.#parts, this.#byDimension];
    if (!split) return undefined;
    const words = gaussianWords[this.language];
    const said = { base, unit: unitOf(this.unit), unitName, words };
    const pair = { p: numbersOf(p), q: numbersOf(q) };
    return [
      derivations(words.formula, multivariateDerivations(pair, split, comparison, said)),
      byDimension && dimensionTable({ p: diagonal(p), q: diagonal(q) }, byDimension, this.language),
    ];
  }

  protected override snippets({ p, q }: Pair): readonly Snippet[] {
    if (p.mean.length > MOST_CODE) return [];
    return distributionSnippets(distribution(p), distribution(q), unitOf(this.unit));
  }

  override get table(): Table | undefined {
    const rows = super.table;
    const [split, byDimension] = [this.#parts, this.#byDimension];
    if (!rows) return rows;
    return [
      ...rows,
      ...(split
        ? [
            ['forward from covariances', split.forward.spread],
            ['forward from means', split.forward.means],
            ['reverse from covariances', split.reverse.spread],
            ['reverse from means', split.reverse.means],
          ]
        : []),
      ...(byDimension
        ? (['forward', 'reverse'] as const).flatMap((direction) =>
            byDimension[direction].map(({ spread, means }, i) => [
              `${direction} of dimension ${i}`,
              spread + means,
            ]),
          )
        : []),
    ];
  }
}

define('kl-gaussian-nd', KlGaussianNd);

declare global {
  interface HTMLElementTagNameMap {
    'kl-gaussian-nd': KlGaussianNd;
  }
}
