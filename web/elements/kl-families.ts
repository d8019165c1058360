import { type CSSResultGroup, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type Comparison, type Distribution, logDensity } from '../core/index.ts';
import {
  balance,
  type CurveGrip,
  type FigureOptions,
  outcomeStyles,
  rounded,
} from '../figures/index.ts';
import { distributionSnippets, distributionText } from '../text/index.ts';
import { familiesWords } from '../words/index.ts';
import { define } from './define.ts';
import { withParameter } from './families/choosing.ts';
import { intervalOf } from './families/curves.ts';
import { drawing, drawingStyles, foundTexts, type Pair } from './families/drawing.ts';
import { FAMILY_TABLE, type Grip, kindOf, rangeOf } from './families/family-table.ts';
import { PatientPanel } from './families/patient-panel.ts';
import { FAMILIES_PRESETS } from './families/presets.ts';
import { formOfText, readDistribution, type Side } from './families/reading.ts';
import { DEFAULTS, sideStyles } from './families/side-view.ts';
import { KlPanel } from './panel.ts';
import { attempt, type FieldNames, type Problems } from './problem.ts';
import { balanceOf, type Table } from './result.ts';
import { declared, type Snippet } from './state.ts';
import { choiceRow, unitOf } from './unit.ts';

type Heights = 'linear' | 'log';

const heightsOf = (text: string): Heights => (text === 'log' ? 'log' : 'linear');

/**
 * Any two distributions of the module's families and their divergence, live.
 *
 * @element kl-families
 * @attr {string} p - a distribution as text: `Normal(loc=0, scale=1)`, `0.3 Normal(0, 1) + 0.7 Laplace(4, 1)`, or JSON
 * @attr {string} q - the same of the model
 * @attr {'linear'|'log'} heights - of densities
 * @attr {'nats'|'bits'|'bans'} unit
 * @fires kl-input - after each edit by the user: detail {forward, reverse, asymmetry, unit}, null while it is computed and for unusable input
 * @fires kl-change - when the hand rests
 * @csspart inputs @csspart result @csspart figure @csspart explanation
 * @cssprop --kl-p @cssprop --kl-q @cssprop --kl-accent @cssprop --kl-font
 */
export class KlFamilies extends PatientPanel<Pair> {
  static override fields = { ...DEFAULTS, heights: 'linear' };
  static override presets = FAMILIES_PRESETS;
  static override properties: PropertyDeclarations = declared(KlFamilies.fields);
  static override styles: CSSResultGroup = [
    KlPanel.styles,
    outcomeStyles,
    sideStyles,
    drawingStyles,
  ];

  declare heights: Heights;
  /** What was last read from a text, so that one distribution stays one object. */
  readonly #read: Partial<Record<Side, { text: string; distribution: Distribution }>> = {};
  /** While a handle is dragged, the axis stands still. */
  #held: readonly [number, number] | undefined;

  protected override get fieldNames(): FieldNames {
    const said = familiesWords[this.language];
    const named = (side: Side) =>
      (formOfText(String(this[side]))?.parameters ?? []).map(({ name }) => [
        `${side}.${name}`,
        said.parameter(name, side.toUpperCase()),
      ]);
    return Object.fromEntries([...named('p'), ...named('q')]);
  }

  #distribution(side: Side, problems: Problems): Distribution | undefined {
    const text = String(this[side]);
    const known = this.#read[side];
    if (known?.text === text) return known.distribution;
    const distribution = readDistribution(side, text, problems);
    if (distribution) this.#read[side] = { text, distribution };
    return distribution;
  }

  protected override read(problems: Problems): Pair | undefined {
    const [p, q] = [this.#distribution('p', problems), this.#distribution('q', problems)];
    return p && q && { p, q };
  }

  protected override compare(
    { p, q }: Pair,
    base: number,
    problems: Problems,
  ): Comparison | undefined {
    return attempt(problems, this.place, () => this.compareInTime(p, q, base));
  }

  protected override renderInputs(): TemplateResult {
    const said = familiesWords[this.language];
    const { p, q } = this.inputs ?? {};
    const hasDensities = p && q && kindOf(p) === 'density' && kindOf(q) === 'density';
    return html`${this.side('p', this.#read.p?.distribution)}${this.side('q', this.#read.q?.distribution)}
      <p class="hint" id="text-hint">${said.textHint}</p>
      ${
        hasDensities
          ? choiceRow<Heights>({
              name: 'heights',
              legend: said.heights,
              value: heightsOf(this.heights),
              options: [
                { value: 'linear', label: said.linear },
                { value: 'log', label: said.log },
              ],
              choose: (heights) => this.edit(() => (this.heights = heights)),
            })
          : ''
      }`;
  }

  #put(side: Side, parameter: string, value: number): void {
    const form = formOfText(String(this[side]));
    if (!form || !Number.isFinite(value)) return;
    this.edit(() => (this[side] = withParameter(form, parameter, String(value))));
  }

  #grip(side: Side, distribution: Distribution, { parameter, place, value }: Grip): CurveGrip {
    const said = familiesWords[this.language];
    const values = distribution as unknown as Readonly<Record<string, number>>;
    const now = values[parameter] as number;
    const x = place(values);
    const { lowest, sizes } = rangeOf(parameter);
    return {
      which: side,
      name: said.parameter(parameter, side.toUpperCase()),
      text: said.holds(parameter, String(now)),
      value: now,
      x,
      logDensity: logDensity(distribution, [x])[0] ?? 0,
      move: (to, pixel) => {
        this.#held ??= this.inputs && intervalOf(this.inputs.p, this.inputs.q);
        const next = Number(value(rounded(to, pixel), values).toPrecision(4));
        if (next >= lowest) this.#put(side, parameter, next);
      },
      step: (direction, size) => {
        const next = Number((now + direction * sizes[size]).toPrecision(12));
        if (next >= lowest) this.#put(side, parameter, next);
      },
      done: () => {
        this.#held = undefined;
        this.settle();
        this.requestUpdate();
      },
    };
  }

  /** The handles of a distribution whose parameters have fields: not of mixtures, nor of what is given in another way. */
  #grips(side: Side, distribution: Distribution): CurveGrip[] {
    const grips = FAMILY_TABLE[distribution.family].grips ?? [];
    const form = formOfText(String(this[side]));
    if (form?.family !== distribution.family) return [];
    return grips.map((grip) => this.#grip(side, distribution, grip));
  }

  protected override renderFigures(
    pair: Pair,
    comparison: Comparison,
    options: FigureOptions & { base: number },
  ): TemplateResult {
    return html`${balance(balanceOf(comparison), options)}
      ${drawing(pair, comparison, options, {
        interval: this.#held,
        logarithmic: heightsOf(this.heights) === 'log',
        grips: [...this.#grips('q', pair.q), ...this.#grips('p', pair.p)],
        whenSeen: (name, draw) => this.whenSeen(name, draw),
      })}`;
  }

  protected override renderExplanation(
    _pair: Pair,
    comparison: Comparison,
    options: FigureOptions,
  ): unknown {
    return foundTexts(comparison, options);
  }

  protected override snippets({ p, q }: Pair): readonly Snippet[] {
    return distributionSnippets(p, q, unitOf(this.unit));
  }

  override get table(): Table | undefined {
    const rows = super.table;
    if (!rows || !this.inputs) return rows;
    return [
      ...rows,
      ['P', distributionText(this.inputs.p)],
      ['Q', distributionText(this.inputs.q)],
    ];
  }
}

define('kl-families', KlFamilies);

declare global {
  interface HTMLElementTagNameMap {
    'kl-families': KlFamilies;
  }
}
