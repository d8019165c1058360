import {
  type CSSResultGroup,
  css,
  html,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import {
  type Comparison,
  compare,
  type Distribution,
  type Finding,
  logDensity,
  sample,
} from '../core/index.ts';
import {
  balance,
  bars,
  type CurveGrip,
  contributions,
  densityPair,
  type FigureOptions,
  figureStyles,
  integrandPair,
  outcomeStyles,
  scatter,
} from '../figures/index.ts';
import { distributionSnippets, distributionText } from '../text/index.ts';
import { familiesWords } from '../words/index.ts';
import { define } from './define.ts';
import { withParameter } from './families/choosing.ts';
import { curvesOf, intervalOf, massesOf } from './families/curves.ts';
import { FAMILY_TABLE, type Grip, kindOf, rangeOf } from './families/family-table.ts';
import { Patience } from './families/patience.ts';
import { FAMILIES_PRESETS } from './families/presets.ts';
import { formOfText, placeIn, readDistribution, type Side } from './families/reading.ts';
import { DEFAULTS, sideStyles, sideView } from './families/side-view.ts';
import { KlPanel, type Result, type Table } from './panel.ts';
import { attempt, type FieldNames, type Problems } from './problem.ts';
import { declared, type Snippet } from './state.ts';
import { choiceRow, unitOf } from './unit.ts';

interface Pair {
  p: Distribution;
  q: Distribution;
}

type Heights = 'linear' | 'log';

const DRAWS_SHOWN = 250;
const SEEDS = { p: 1, q: 2 };

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
export class KlFamilies extends KlPanel<Pair> {
  static override fields = { ...DEFAULTS, heights: 'linear' };
  static override presets = FAMILIES_PRESETS;
  static override properties: PropertyDeclarations = {
    ...declared(KlFamilies.fields),
    computed: { state: true },
  };
  static override styles: CSSResultGroup = [
    KlPanel.styles,
    figureStyles,
    outcomeStyles,
    sideStyles,
    css`
      .dots {
        fill: var(--ink);
        opacity: 0.55;
      }
      .crosses {
        fill: none;
        stroke: var(--ink);
        stroke-width: 1.5;
      }
      .ways {
        display: grid;
        gap: 0.5rem;
        font-size: 0.9375rem;
      }
    `,
  ];

  declare p: string;
  declare q: string;
  declare heights: Heights;
  /** Counts what was computed after its frame. */
  declare protected computed: number;

  readonly #patience = new Patience<Comparison>();
  /** What was read from a text, so that one distribution stays one object. */
  readonly #read = new Map<string, Distribution>();
  /** While a handle is dragged, the axis stands still. */
  #held: readonly [number, number] | undefined;

  constructor() {
    super();
    this.computed = 0;
  }

  override get result(): Result | null {
    return this.#patience.isWaiting ? null : super.result;
  }

  override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.#patience.isWaiting) return isDone;
    await this.#patience.done;
    return this.getUpdateComplete();
  }

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
    const key = side + text;
    const distribution = this.#read.get(key) ?? readDistribution(side, text, problems);
    if (distribution) {
      for (const old of [...this.#read.keys()].filter((one) => one.startsWith(side))) {
        this.#read.delete(old);
      }
      this.#read.set(key, distribution);
    }
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
    const known = this.comparison?.base === base ? this.comparison : undefined;
    return attempt(
      problems,
      placeIn({ p: String(this.p), q: String(this.q) }),
      () =>
        this.#patience.ask(
          JSON.stringify([p, q, base]),
          `${p.family} ${q.family}`,
          known !== undefined,
          () => compare(p, q, { base }),
          () => this.edit(() => (this.computed += 1)),
        ) ?? known,
    );
  }

  protected override renderInputs(): TemplateResult {
    const said = familiesWords[this.language];
    const side = (id: Side) =>
      this.ready
        ? sideView({
            side: id,
            text: String(this[id]),
            distribution: this.inputs?.[id],
            problems: this.problems,
            lang: this.language,
            edit: (text) => this.edit(() => (this[id] = text)),
          })
        : '';
    const { p, q } = this.inputs ?? {};
    const hasDensities = p && q && kindOf(p) === 'density' && kindOf(q) === 'density';
    return html`${side('p')}${side('q')}
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
      move: (to) => {
        this.#held ??= this.inputs && intervalOf(this.inputs.p, this.inputs.q);
        const next = Number(value(to, values).toPrecision(4));
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

  #drawn(
    { p, q }: Pair,
    comparison: Comparison,
    options: FigureOptions & { base: number },
  ): unknown {
    const said = familiesWords[this.language];
    const names = [distributionText(p), distributionText(q)] as const;
    const kinds = [kindOf(p), kindOf(q)];
    if (kinds.includes('vector')) {
      const points = (of: Distribution, seed: number) => {
        const draws = sample(of, DRAWS_SHOWN, seed);
        const dimension = draws.length / DRAWS_SHOWN;
        return {
          dimension,
          points: Array.from(
            { length: DRAWS_SHOWN },
            (_, i) => [draws[i * dimension] ?? 0, draws[i * dimension + 1] ?? 0] as const,
          ),
        };
      };
      const [ofP, ofQ] = [points(p, SEEDS.p), points(q, SEEDS.q)];
      const { dimension } = ofP;
      return scatter({ p: ofP.points, q: ofQ.points, dimension }, names, options);
    }
    if (kinds[0] !== kinds[1]) return html`<p class="note">${said.notComparable}</p>`;
    if (kinds[0] === 'mass') return this.#masses({ p, q }, options);
    const grips = [...this.#grips('q', q), ...this.#grips('p', p)];
    const marks = grips.map(({ x }) => x);
    const curves = curvesOf(p, q, this.#held ?? intervalOf(p, q), marks);
    const { forward, reverse, asymmetry } = comparison;
    const values = { forward: forward.value, reverse: reverse.value, asymmetry };
    const logarithmic = heightsOf(this.heights) === 'log';
    return html`${densityPair(curves, names, { ...options, logarithmic }, grips)}
      ${integrandPair(curves, values, options)}`;
  }

  #masses({ p, q }: Pair, options: FigureOptions & { base: number }): unknown {
    const masses = massesOf(p, q);
    if (!masses) return html`<p class="note">${familiesWords[this.language].tooMany}</p>`;
    const { first, logP, logQ } = masses;
    const labels = Array.from(logP, (_, i) => String(first + i));
    const nats = Math.log(options.base);
    const term = (a: number, b: number) => (a === -Infinity ? 0 : (Math.exp(a) * (a - b)) / nats);
    const forward = logP.map((log, i) => term(log, logQ[i] as number));
    const reverse = logQ.map((log, i) => term(log, logP[i] as number));
    return html`${bars({ p: logP.map(Math.exp), q: logQ.map(Math.exp), labels }, options)}
      ${contributions({ forward, reverse, labels }, options)}`;
  }

  protected override renderFigures(
    pair: Pair,
    comparison: Comparison,
    options: FigureOptions & { base: number },
  ): TemplateResult {
    const { forward, reverse, asymmetry } = comparison;
    return html`${balance({ forward: forward.value, reverse: reverse.value, asymmetry }, options)}
      ${this.#drawn(pair, comparison, options)}`;
  }

  protected override renderExplanation(
    _pair: Pair,
    { forward, reverse }: Comparison,
    { format, unit }: FigureOptions,
  ): unknown {
    const said = familiesWords[this.language];
    const way = (p: string, q: string, { method, error }: Finding) => {
      const off =
        method === 'infinite' ? '' : said.off(format(error), unit, method === 'quadrature');
      return html`<p><b>D(${p}‖${q})</b>: ${said.ways(p, q)[method]} ${off}</p>`;
    };
    return html`<section class="ways">
      <h3>${said.found}</h3>
      ${way('P', 'Q', forward)}${way('Q', 'P', reverse)}
    </section>`;
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
