import {
  type CSSResultGroup,
  html,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { type Comparison, type Estimator, normal } from '../core/index.ts';
import {
  type FigureOptions,
  type MuGrip,
  monteCarloStyles,
  running,
  type StepSize,
  sweep,
} from '../figures/index.ts';
import { monteCarloWords } from '../words/index.ts';
import { define } from './define.ts';
import { Patience } from './families/patience.ts';
import { PatientPanel } from './families/patient-panel.ts';
import { readDistribution, type Side } from './families/reading.ts';
import { DEFAULTS, sideStyles } from './families/side-view.ts';
import { moduleCode, torchCode } from './monte-carlo/code.ts';
import { ESTIMATORS, estimatorTexts, shortName } from './monte-carlo/explanation.ts';
import {
  fieldOf,
  MOST_SEED,
  type NumberName,
  RANGES,
  readNumberOf,
} from './monte-carlo/numbers.ts';
import { type Estimates, outcome } from './monte-carlo/outcome.ts';
import { MONTE_CARLO_PRESETS } from './monte-carlo/presets.ts';
import { estimatesOf, type Of, type Setting, seedOf } from './monte-carlo/setting.ts';
import { panelOfEstimates } from './monte-carlo/styles.ts';
import { STANDARD, Sweeper } from './monte-carlo/sweep.ts';
import { tableOfSweep, tableOfTrace } from './monte-carlo/table.ts';
import { KlPanel } from './panel.ts';
import { attempt, type Problems } from './problem.ts';
import type { Table } from './result.ts';
import { declared, type Snippet } from './state.ts';
import { choiceRow } from './unit.ts';

const ofOf = (text: string): Of => (text === 'any' ? 'any' : 'example');
const estimatorOf = (text: string): Estimator => ESTIMATORS.find((name) => name === text) ?? 'k1';

/**
 * Monte Carlo estimates of D(Q‖P) by draws from Q: of N(μ, 1) against N(0, 1) over all μ, or of any two distributions.
 *
 * @element kl-monte-carlo
 * @attr {'example'|'any'} of - which distributions
 * @attr {number} mu - of Q = N(μ, 1), for the example
 * @attr {string} p - for any two, as text: `Normal(loc=0, scale=1)`
 * @attr {string} q - the same of Q, which is drawn from
 * @attr {number} samples - how many draws @attr {number} seed
 * @attr {'k1'|'k2'|'k3'|'density-weighted'} estimator - what is averaged
 * @attr {'nats'|'bits'|'bans'} unit
 * @fires kl-input - after each edit by the user: detail {forward, reverse, asymmetry, unit}, null for unusable input
 * @fires kl-change - when the hand rests
 * @csspart inputs @csspart result @csspart figure @csspart explanation
 * @cssprop --kl-p @cssprop --kl-q @cssprop --kl-accent @cssprop --kl-font
 */
export class KlMonteCarlo extends PatientPanel<Setting> {
  static override fields = {
    of: 'example',
    mu: '2',
    samples: '100',
    seed: '1',
    estimator: 'k1',
    ...DEFAULTS,
  };
  static override presets = MONTE_CARLO_PRESETS;
  static override properties: PropertyDeclarations = declared(KlMonteCarlo.fields);
  static override styles: CSSResultGroup = [
    KlPanel.styles,
    monteCarloStyles,
    sideStyles,
    panelOfEstimates,
  ];

  declare of: Of;
  declare mu: number | string;
  declare samples: number | string;
  declare seed: number | string;
  declare estimator: Estimator;
  readonly #sweeper = new Sweeper(() => (this.computed += 1));
  readonly #estimating = new Patience<Estimates>();
  #estimates: Estimates | undefined;

  protected override get patiences(): readonly Patience<unknown>[] {
    return [...super.patiences, this.#estimating];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sweeper.stop();
  }

  protected override read(problems: Problems): Setting | undefined {
    const of = ofOf(this.of);
    const number = (name: NumberName) => readNumberOf(name, String(this[name]), problems);
    const [samples, seed] = [number('samples'), number('seed')];
    const mu = of === 'example' ? number('mu') : 0;
    const side = (id: Side) =>
      of === 'example'
        ? id === 'p'
          ? STANDARD
          : normal(mu ?? 0, 1)
        : readDistribution(id, String(this[id]), problems);
    const [p, q] = [side('p'), side('q')];
    if (mu === undefined || samples === undefined || seed === undefined || !p || !q)
      return undefined;
    return { of, p, q, mu, samples, seed, estimator: estimatorOf(this.estimator) };
  }

  /** The estimates, or, where they take long, the last ones until they are computed. */
  #estimate(setting: Setting): Estimates {
    const { p, q, samples, estimator } = setting;
    const estimates = this.#estimating.ask(
      JSON.stringify([p, q, samples, seedOf(setting), estimator]),
      `${p.family} ${q.family} ${samples}`,
      this.#estimates !== undefined,
      () => estimatesOf(setting),
      this.askAgain,
    );
    this.#estimates = estimates ?? this.#estimates;
    return this.#estimates as Estimates;
  }

  protected override compare(
    setting: Setting,
    base: number,
    problems: Problems,
  ): Comparison | undefined {
    const { p, q } = setting;
    const place = setting.of === 'any' ? this.place : () => 'mu';
    return attempt(problems, place, () => {
      this.#estimate(setting); // refuses pairs that have no mean log ratio
      return this.compareInTime(p, q, base);
    });
  }

  #field(name: NumberName): TemplateResult {
    const problem = this.problems.get(name);
    const edit = (text: string) => this.edit(() => (this[name] = text));
    return fieldOf(name, String(this[name]), problem, this.language, edit);
  }

  protected override renderInputs(): TemplateResult {
    const said = monteCarloWords[this.language];
    const of = ofOf(this.of);
    return html`${choiceRow<Of>({
      name: 'of',
      legend: said.of,
      value: of,
      options: [
        { value: 'example', label: said.example },
        { value: 'any', label: said.any },
      ],
      choose: (chosen) => this.edit(() => (this.of = chosen)),
    })}
      ${of === 'any' ? [this.side('p', this.inputs?.p), this.side('q', this.inputs?.q)] : nothing}
      <div class="numbers">
        ${of === 'example' ? this.#field('mu') : nothing}
        ${this.#field('samples')}${this.#field('seed')}
      </div>
      <div><button type="button" @click=${() => this.#newSeed()}>${said.newSeed}</button></div>
      ${choiceRow<Estimator>({
        name: 'estimator',
        legend: said.estimator,
        value: estimatorOf(this.estimator),
        options: ESTIMATORS.map((name) => ({ value: name, label: shortName(name) })),
        choose: (name) => this.edit(() => (this.estimator = name)),
      })}`;
  }

  #newSeed(): void {
    const seed = this.inputs?.seed ?? 0;
    this.edit(() => (this.seed = String((seed + 1) % MOST_SEED)));
    this.settle();
  }

  #grip(mu: number, exact: number): MuGrip {
    const put = (next: number) => this.edit(() => (this.mu = String(Number(next.toPrecision(12)))));
    return {
      mu,
      exact,
      name: monteCarloWords[this.language].mu,
      move: (to) => put(Math.min(5, Math.max(-5, to))),
      step: (direction: number, size: StepSize) => put(mu + direction * RANGES.mu.sizes[size]),
      done: () => this.settle(),
    };
  }

  protected override renderFigures(
    setting: Setting,
    { reverse }: Comparison,
    options: FigureOptions & { base: number },
  ): TemplateResult {
    const { of, mu, samples, seed, estimator } = setting;
    const said = monteCarloWords[this.language];
    const estimates = this.#estimate(setting);
    const { trace } = estimates;
    const points = of === 'example' ? this.#sweeper.ask({ samples, seed, estimator }) : undefined;
    return html`${outcome(estimates, reverse.value, estimator, options)}
      ${
        points
          ? html`<div>${sweep(
              points,
              estimator,
              samples,
              estimator === 'density-weighted',
              options,
              this.#grip(mu, reverse.value),
            )}<p class="note behind">${this.#sweeper.isBehind ? said.computing : nothing}</p></div>`
          : nothing
      }
      ${this.whenSeen('running', () => running({ ...trace, exact: reverse.value }, options))}`;
  }

  protected override renderExplanation({ estimator }: Setting): unknown {
    return estimatorTexts(estimator, this.language);
  }

  protected override snippets(setting: Setting): readonly Snippet[] {
    const computation = { ...setting, seed: seedOf(setting) };
    const own = moduleCode(computation);
    return setting.of === 'example' ? [torchCode(setting.mu, computation), own] : [own];
  }

  override get table(): Table | undefined {
    const { inputs, comparison } = this;
    if (!inputs || !comparison) return undefined;
    const { of, samples, seed, estimator } = inputs;
    const nats = Math.log(comparison.base);
    return of === 'any'
      ? tableOfTrace(this.#estimate(inputs).trace, estimator, nats)
      : tableOfSweep(this.#sweeper.ask({ samples, seed, estimator }), inputs, nats);
  }
}

define('kl-monte-carlo', KlMonteCarlo);

declare global {
  interface HTMLElementTagNameMap {
    'kl-monte-carlo': KlMonteCarlo;
  }
}
