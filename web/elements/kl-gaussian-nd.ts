import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { type Comparison, compare } from '../core/index.ts';
import { balance, dimensions, type FigureOptions, heatMaps, parts } from '../figures/index.ts';
import { distributionSnippets } from '../text/index.ts';
import { gaussianWords } from '../words/index.ts';
import { define } from './define.ts';
import { formChoiceStyles } from './form-choice-styles.ts';
import { derivations } from './gaussian/derivation.ts';
import { dimensionTable } from './gaussian/dimension-table.ts';
import { withDistances } from './gaussian/distances.ts';
import { multivariateDerivations } from './gaussian/multivariate-derivation.ts';
import { GaussianPanel } from './gaussian/panel.ts';
import { sideOf } from './gaussian/reading.ts';
import {
  FORMS,
  haveSameDimension,
  labelOf,
  type Numbers,
  type Places,
  readSeveral,
  type Several,
  type SpreadForm,
  textOfNumbers,
} from './gaussian/several.ts';
import { severalField } from './gaussian/several-field.ts';
import {
  diagonal,
  MOST_SPLIT,
  numbersOf,
  rowsOfSplit,
  type Split,
  severalDistribution,
  splitOf,
} from './gaussian/several-parts.ts';
import { severalStyles } from './gaussian/several-styles.ts';
import { GAUSSIAN_ND_PRESETS } from './gaussian-nd-presets.ts';
import { attempt, type FieldNames, type Problems } from './problem.ts';
import { balanceOf, type Table } from './result.ts';
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

const MOST_CODE = 20; // dimensions that anyone reads in a program

function formOf(text: string | null | undefined): SpreadForm {
  return FORMS.find((form) => form === text) ?? 'covariance';
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
  static override styles = [GaussianPanel.styles, formChoiceStyles, severalStyles];

  /** As typed, or numbers; of a matrix its rows. */
  declare muP: string | Numbers;
  declare sigmaP: string | Numbers;
  declare muQ: string | Numbers;
  declare sigmaQ: string | Numbers;
  declare form: SpreadForm;

  #split: Split = {};

  /** What a program gives as numbers stands in the fields as text. */
  protected override willUpdate(changed: PropertyValues): void {
    for (const name of [...Object.values(MEANS), ...Object.values(SPREADS)]) {
      const given: unknown = Reflect.get(this, name);
      if (typeof given !== 'string') Reflect.set(this, name, textOfNumbers(given as Numbers));
    }
    super.willUpdate(changed);
  }

  #places(side: Side): Places {
    const name = side.toUpperCase();
    const said = gaussianWords[this.language];
    return {
      mean: { id: MEANS[side], label: said.of('μ', name) },
      spread: { id: SPREADS[side], label: labelOf(formOf(this.form), name, this.language) },
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
    const all = [
      { places: this.#places('p'), of: p },
      { places: this.#places('q'), of: q },
    ];
    return haveSameDimension(problems, all, this.language) ? { form, p, q } : undefined;
  }

  protected override get fieldNames(): FieldNames {
    return Object.fromEntries(
      SIDES.map((side) => [`${side}.covarianceMatrix`, this.#places(side).spread.label]),
    );
  }

  protected override compare(pair: Pair, base: number, problems: Problems): Comparison | undefined {
    const comparison = attempt(
      problems,
      (argument) => SPREADS[sideOf(argument)],
      () => {
        const [p, q] = [severalDistribution(pair.p), severalDistribution(pair.q)];
        const figures = compare(p, q, { base });
        const isLarge = pair.form === 'covariance' && pair.p.mean.length > MOST_SPLIT;
        return isLarge ? figures : withDistances(figures, p, q);
      },
    );
    if (comparison) this.#split = splitOf(pair.p, pair.q, comparison);
    return comparison;
  }

  #field(side: Side, which: 'mean' | 'spread'): TemplateResult {
    const place = this.#places(side)[which];
    const { id } = place;
    return severalField({
      place,
      name: side.toUpperCase(),
      which,
      form: formOf(this.form),
      text: this.textOf(id),
      problem: this.problems.get(id),
      lang: this.language,
      edit: (text) => this.edit(() => Reflect.set(this, id, text)),
      readAs: (form) => this.edit(() => (this.form = form)),
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
    comparison: Comparison,
    options: FigureOptions,
  ): TemplateResult {
    const { parts: split, byDimension } = this.#split;
    const covariances = p.covariance && q.covariance && { p: p.covariance, q: q.covariance };
    return html`${balance(balanceOf(comparison), options)}
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
    options: FigureOptions & { base: number },
  ): unknown {
    const { parts: split, byDimension } = this.#split;
    if (!split) return undefined;
    const said = this.inWords(options);
    const pair = { p: numbersOf(p), q: numbersOf(q) };
    return [
      derivations(said.words.formula, multivariateDerivations(pair, split, comparison, said)),
      byDimension && dimensionTable({ p: diagonal(p), q: diagonal(q) }, byDimension, this.language),
    ];
  }

  protected override snippets({ p, q }: Pair): readonly Snippet[] {
    if (p.mean.length > MOST_CODE) return [];
    return distributionSnippets(severalDistribution(p), severalDistribution(q), unitOf(this.unit));
  }

  override get table(): Table | undefined {
    const rows = super.table;
    return rows && [...rows, ...rowsOfSplit(this.#split)];
  }
}

define('kl-gaussian-nd', KlGaussianNd);

declare global {
  interface HTMLElementTagNameMap {
    'kl-gaussian-nd': KlGaussianNd;
  }
}
