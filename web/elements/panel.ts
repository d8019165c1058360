import {
  type CSSResultGroup,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Comparison } from '../core/index.ts';
import { type FigureOptions, figureStyles } from '../figures/index.ts';
import { exactNumber, formatNumber } from '../text/index.ts';
import { type Lang, langOf, panelWords } from '../words/index.ts';
import { Announcer } from './announcer.ts';
import { codeStyles, codeView } from './code-view.ts';
import { colours } from './colours.ts';
import { controlStyles } from './control-styles.ts';
import { start } from './engine.ts';
import { languageAround } from './language.ts';
import { Later } from './later.ts';
import { meaning } from './meaning.ts';
import { panelStyles } from './panel-styles.ts';
import { presetRow } from './presets.ts';
import { printStyles } from './print-styles.ts';
import { type FieldNames, Problems } from './problem.ts';
import { resultStyles } from './result-styles.ts';
import { furtherNumbers, resultsRow, spokenResult } from './results.ts';
import type { Preset, Snippet, State } from './state.ts';
import { BASES, type Unit, unitChoice, unitOf } from './unit.ts';
import { WidthController } from './width-controller.ts';

/** What events carry and `result` holds: divergences in the unit named. */
export interface Result {
  forward: number;
  reverse: number;
  asymmetry: number;
  unit: Unit;
}

/** A table of plain values with one line of headings: what CSV files hold. */
export type Table = readonly (readonly (string | number)[])[];

/**
 * What the panels share: the engine, the unit, the results, and the rule that the last good numbers
 * and figure stay, dimmed, while a field cannot be used.
 *
 * A panel says how its fields become `Inputs` and how those compare. Everything is computed in
 * `willUpdate`, so any number of changes between two renderings costs one computation.
 *
 * @fires kl-choose - before an example, or another state as a whole, replaces what is in the fields
 * @fires kl-input - after each edit by the user's hand, when its result is shown
 * @fires kl-change - when the hand rests; detail of both: {forward, reverse, asymmetry, unit}, or null for unusable input
 */
export abstract class KlPanel<Inputs> extends LitElement {
  /** The fields with what they hold at first; `unit` is one of every panel. */
  static fields: State = {};
  static presets: readonly Preset[] = [];
  /** What loads the part of the engine that it needs; once for all panels of a page. */
  static load: () => Promise<void> = start;

  static override properties: PropertyDeclarations = {
    unit: { converter: unitOf },
    lang: {},
    readonly: { type: Boolean },
    hides: { reflect: true },
    ready: { state: true },
    failure: { state: true },
  };
  static override styles: CSSResultGroup = [
    figureStyles,
    colours,
    panelStyles,
    controlStyles,
    resultStyles,
    codeStyles,
    printStyles,
  ];

  /** nats, bits or bans. */
  declare unit: Unit;
  /** Fields and handles cannot be changed by hand. */
  declare readonly: boolean;
  /** The parts left out, by words: inputs result figure measures explanation code. */
  declare hides: string;
  declare protected ready: boolean;
  declare protected failure: string;

  /** Of the last inputs that could be used. */
  protected inputs: Inputs | undefined;
  protected comparison: Comparison | undefined;
  protected problems = new Problems('en');
  protected language: Lang = 'en';

  readonly #announcer = new Announcer(this);
  readonly #later = new Later(this);
  readonly #width = new WidthController(this);
  #byHand = false;
  #unsettled = false;
  #isCodeOpen = false;

  readonly #toggleCode = (open: boolean): void => {
    this.#isCodeOpen = open;
    this.requestUpdate();
  };

  constructor() {
    super();
    this.unit = 'nats';
    this.lang = '';
    this.readonly = false;
    this.hides = '';
    this.ready = false;
    this.failure = '';
    Object.assign(this, this.#own.fields);
  }

  get #own(): typeof KlPanel {
    return this.constructor as typeof KlPanel;
  }

  /** The divergences shown; null before the first good input and while a field is in trouble. */
  get result(): Result | null {
    if (!this.comparison || this.problems.size > 0) return null;
    const { forward, reverse, asymmetry } = this.comparison;
    return { forward: forward.value, reverse: reverse.value, asymmetry, unit: unitOf(this.unit) };
  }

  /** All fields as text. Setting it leaves the fields it does not name at their defaults. */
  get state(): State {
    const names = Object.keys({ ...this.#own.fields, unit: '' });
    return Object.fromEntries(
      names.map((name) => [name, textOf(Reflect.get(this, name) as string | ArrayLike<number>)]),
    );
  }

  set state(state: State) {
    const fields: State = { unit: 'nats', ...this.#own.fields };
    for (const [name, value] of Object.entries(fields)) {
      Reflect.set(this, name, state[name] ?? value);
    }
  }

  /** What the panel calls the module's arguments, where they stand in fields of their own: `p.scale` is `σ of P`. */
  protected get fieldNames(): FieldNames {
    return {};
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

  /** Below inputs and figures, in the whole width: where the number comes from. */
  protected renderExplanation(
    _inputs: Inputs,
    _comparison: Comparison,
    _options: FigureOptions & { base: number },
  ): unknown {
    return nothing;
  }

  /** A figure by its class: while it is out of sight, it follows when the hand rests. */
  protected whenSeen(name: string, draw: () => unknown): unknown {
    return this.#later.partInSight(name, draw);
  }

  /** The same computation in other languages. */
  protected snippets(_inputs: Inputs): readonly Snippet[] {
    return [];
  }

  /** What a CSV file of the panel holds; undefined before the first good input. */
  get table(): Table | undefined {
    return (
      this.comparison && [
        ['measure', 'value'],
        ...Object.entries(this.result ?? {}).map(([name, value]) => [name, value]),
      ]
    );
  }

  /** A change by the user: it will be told to the page and to a screen reader, others will not. */
  protected edit(change: () => void): void {
    change();
    this.#byHand = true;
    this.#unsettled = true;
    this.#later.wait();
    this.requestUpdate();
    this.#announcer.schedule(() => {
      this.settle();
      return this.#spoken();
    });
  }

  /** The hand rests: at the end of a drag, or a while after the last key. */
  protected settle(): void {
    if (!this.#unsettled) return;
    this.#unsettled = false;
    // What was edited last may not have been computed yet; what is drawn later is not waited for.
    super.getUpdateComplete().then(() => this.#tell('kl-change'));
  }

  /** Who waits for the panel waits for all of it, and not for the hand to rest. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.#later.isWaiting) return isDone;
    this.#later.end();
    return this.getUpdateComplete();
  }

  #tell(name: string): void {
    const detail = this.result;
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /** An example, or another state as a whole, chosen by the user. */
  choose(state: State): void {
    this.#tell('kl-choose');
    this.edit(() => {
      this.state = state;
    });
    this.settle();
  }

  #spoken(): string {
    const problems = Array.from(this.problems.values(), ({ message }) => message);
    if (problems.length > 0) return problems.join(' ');
    return this.comparison
      ? spokenResult(this.comparison, unitOf(this.unit), panelWords[this.language])
      : '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#own.load().then(
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
    this.language = this.lang ? langOf(this.lang) : languageAround(this);
    // Without a changed property or an edit, only the width or the announcement is new.
    if (!this.ready || (changed.size === 0 && !this.#byHand)) return;
    const base = BASES[unitOf(this.unit)];
    const problems = new Problems(this.language, this.fieldNames);
    const inputs = this.read(problems);
    const comparison = inputs && this.compare(inputs, base, problems);
    this.problems = problems;
    if (inputs && comparison) {
      this.inputs = inputs;
      this.comparison = comparison;
    } else if (this.inputs) {
      // The unit may be new.
      this.comparison = this.compare(this.inputs, base, new Problems(this.language));
    }
  }

  protected override updated(): void {
    this.dispatchEvent(new Event('kl-update')); // for the element around it
    if (!this.#byHand || !this.ready) return;
    this.#byHand = false;
    this.#tell('kl-input');
  }

  protected override render(): TemplateResult {
    const unit = unitOf(this.unit);
    const said = panelWords[this.language];
    const { inputs, comparison } = this;
    const stale = this.problems.size > 0 && comparison;
    const options = {
      width: this.#width.width,
      format: formatNumber,
      unit: said.units[unit],
      lang: this.language,
      base: BASES[unit],
    };
    const shown = inputs && comparison;
    return html`<div class="panel ${stale ? 'stale' : ''} ${this.readonly ? 'readonly' : ''}">
      <fieldset class="choices" ?disabled=${this.readonly}>
        ${presetRow(this.#own.presets, this.state, this.language, (state) => this.choose(state))}
      </fieldset>
      <fieldset class="inputs" part="inputs" ?disabled=${this.readonly}>
        ${this.renderInputs()}
        ${unitChoice(unit, this.language, (chosen) => this.edit(() => (this.unit = chosen)))}
      </fieldset>
      <div class="answer" part="result">
        ${this.failure ? html`<p class="problem" role="alert">${this.failure}</p>` : nothing}
        ${resultsRow(comparison, unit, said)}
        <p class="staleness">${stale ? said.stale : nothing}</p>
      </div>
      <div class="figures" part="figure">
        ${shown ? this.renderFigures(inputs, comparison, options) : nothing}
      </div>
      <div class="further">
        ${this.#later.part(() => (comparison ? [meaning(comparison, unit, this.language), furtherNumbers(comparison, said)] : nothing))}
      </div>
      <div class="explanation" part="explanation">
        ${this.#later.part(() => (shown ? this.renderExplanation(inputs, comparison, options) : nothing))}
        ${this.#later.part(() => (inputs ? codeView(this.snippets(inputs), this.language, this.#isCodeOpen, this.#toggleCode) : nothing))}
      </div>
      ${this.#announcer.render()}
    </div>`;
  }
}

/** An array given by a program stands in the field in full precision. */
export function textOf(value: string | number | ArrayLike<number>): string {
  return typeof value === 'object' ? Array.from(value, exactNumber).join(', ') : String(value);
}
