import {
  type CSSResultGroup,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import init, { type Comparison } from '../core/index.ts';
import { type FigureOptions, figureStyles } from '../figures/index.ts';
import { formatNumber } from '../text/index.ts';
import { Announcer } from './announcer.ts';
import { controlStyles } from './control-styles.ts';
import { panelStyles } from './panel-styles.ts';
import type { Problems } from './problem.ts';
import { resultStyles } from './result-styles.ts';
import { furtherNumbers, resultsRow, spokenResult } from './results.ts';
import { BASES, type Unit, unitChoice, unitOf } from './unit.ts';
import { WidthController } from './width-controller.ts';

/** What `kl-change` carries and `result` holds: divergences in the unit named. */
export interface Result {
  forward: number;
  reverse: number;
  asymmetry: number;
  unit: Unit;
}

/**
 * What the panels share: the engine, the unit, the results, and the rule that the last good numbers
 * and figure stay, dimmed, while a field cannot be used.
 *
 * A panel says how its fields become `Inputs` and how those compare. Everything is computed in
 * `willUpdate`, so any number of changes between two renderings costs one computation.
 */
export abstract class KlPanel<Inputs> extends LitElement {
  static override properties: PropertyDeclarations = {
    unit: { converter: unitOf },
    ready: { state: true },
    failure: { state: true },
  };
  static override styles: CSSResultGroup = [figureStyles, panelStyles, controlStyles, resultStyles];

  /** nats, bits or bans. */
  declare unit: Unit;
  declare protected ready: boolean;
  declare protected failure: string;

  /** Of the last inputs that could be used. */
  protected inputs: Inputs | undefined;
  protected comparison: Comparison | undefined;
  protected problems: Problems = new Map();

  readonly #announcer = new Announcer(this);
  readonly #width = new WidthController(this);
  #byHand = false;

  constructor() {
    super();
    this.unit = 'nats';
    this.ready = false;
    this.failure = '';
  }

  /** The divergences shown; null before the first good input and while a field is in trouble. */
  get result(): Result | null {
    if (!this.comparison || this.problems.size > 0) return null;
    const { forward, reverse, asymmetry } = this.comparison;
    return { forward: forward.value, reverse: reverse.value, asymmetry, unit: unitOf(this.unit) };
  }

  /** The fields' values, or undefined after noting why not. */
  protected abstract read(problems: Problems): Inputs | undefined;
  protected abstract compare(
    inputs: Inputs,
    base: number,
    problems: Problems,
  ): Comparison | undefined;
  protected abstract renderInputs(): TemplateResult;
  protected abstract renderFigures(
    inputs: Inputs,
    comparison: Comparison,
    options: FigureOptions & { base: number },
  ): TemplateResult;

  /** A change by the user: it will be told to the page and to a screen reader, others will not. */
  protected edit(change: () => void): void {
    change();
    this.#byHand = true;
    this.requestUpdate();
    this.#announcer.schedule(() => this.#spoken());
  }

  #spoken(): string {
    const problems = Array.from(this.problems.values(), ({ message }) => message);
    if (problems.length > 0) return problems.join(' ');
    return this.comparison ? spokenResult(this.comparison, unitOf(this.unit)) : '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // One load for all panels of a page: init sees to that.
    init().then(
      () => {
        this.ready = true;
        this.failure = '';
      },
      (cause: unknown) => {
        this.failure = cause instanceof Error ? cause.message : String(cause);
      },
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Without a changed property or an edit, only the width or the announcement is new.
    if (!this.ready || (changed.size === 0 && !this.#byHand)) return;
    const base = BASES[unitOf(this.unit)];
    const problems: Problems = new Map();
    const inputs = this.read(problems);
    const comparison = inputs && this.compare(inputs, base, problems);
    this.problems = problems;
    if (inputs && comparison) {
      this.inputs = inputs;
      this.comparison = comparison;
    } else if (this.inputs) {
      this.comparison = this.compare(this.inputs, base, new Map()); // the unit may be new
    }
  }

  protected override updated(): void {
    if (!this.#byHand || !this.ready) return;
    this.#byHand = false;
    const detail = this.result;
    if (!detail) return;
    this.dispatchEvent(new CustomEvent('kl-change', { bubbles: true, composed: true, detail }));
  }

  #figures(): TemplateResult | typeof nothing {
    if (!this.inputs || !this.comparison) return nothing;
    const unit = unitOf(this.unit);
    const options = { width: this.#width.width, format: formatNumber, unit, base: BASES[unit] };
    return this.renderFigures(this.inputs, this.comparison, options);
  }

  protected override render(): TemplateResult {
    const unit = unitOf(this.unit);
    const stale = this.problems.size > 0 && this.comparison;
    return html`<div class="panel ${stale ? 'stale' : ''}">
      <div class="inputs" part="inputs">
        ${this.renderInputs()}
        ${unitChoice(unit, (chosen) => this.edit(() => (this.unit = chosen)))}
      </div>
      <div class="answer" part="result">
        ${this.failure ? html`<p class="problem" role="alert">${this.failure}</p>` : nothing}
        ${resultsRow(this.comparison, unit)}
        <p class="staleness">${stale ? 'These are the last values that could be used.' : nothing}</p>
      </div>
      <div class="figures" part="figure">${this.#figures()}</div>
      ${this.comparison ? furtherNumbers(this.comparison) : nothing}
      ${this.#announcer.render()}
    </div>`;
  }
}
