import { type CSSResultGroup, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Comparison } from '../core/index.ts';
import { type FigureOptions, figureStyles } from '../figures/index.ts';
import { formatNumber } from '../text/index.ts';
import { panelWords } from '../words/index.ts';
import { baseStyles } from './base-styles.ts';
import { codeStyles, codeView } from './code-view.ts';
import { colours } from './colours.ts';
import { controlStyles } from './control-styles.ts';
import { Editable } from './editable.ts';
import { meaning } from './meaning.ts';
import { panelStyles } from './panel-styles.ts';
import { panelView } from './panel-view.ts';
import { presetRow } from './presets.ts';
import { printStyles } from './print-styles.ts';
import { type FieldNames, Problems } from './problem.ts';
import { balanceOf, type Result, type Table } from './result.ts';
import { resultStyles } from './result-styles.ts';
import { furtherNumbers, resultsRow, spokenResult } from './results.ts';
import type { Snippet } from './state.ts';
import { BASES, unitChoice, unitOf } from './unit.ts';
import { WidthController } from './width-controller.ts';

/**
 * What the panels share: the results, and the rule that the last good numbers and figure stay, dimmed, while a field cannot be
 * used.
 *
 * A panel says how its fields become `Inputs` and how those compare. Everything is computed in
 * `willUpdate`, so any number of changes between two renderings costs one computation.
 */
export abstract class KlPanel<Inputs> extends Editable {
  static override styles: CSSResultGroup = [
    figureStyles,
    colours,
    baseStyles,
    panelStyles,
    controlStyles,
    resultStyles,
    codeStyles,
    printStyles,
  ];

  /** Of the last inputs that could be used. */
  protected inputs: Inputs | undefined;
  protected comparison: Comparison | undefined;
  protected problems = new Problems('en');

  /** What is shown is dimmed. */
  #isStale = false;
  readonly #width = new WidthController(this);
  #isCodeOpen = false;

  readonly #toggleCode = (open: boolean): void => {
    this.#isCodeOpen = open;
    this.requestUpdate();
  };

  /** The divergences shown; null before the first good input and while a field is in trouble. */
  override get result(): Result | null {
    if (!this.comparison || this.problems.size > 0) return null;
    return { ...balanceOf(this.comparison), unit: unitOf(this.unit) };
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

  protected override spoken(): string {
    const unit = unitOf(this.unit);
    return spokenResult(this.problems, this.comparison, unit, panelWords[this.language]);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Without a changed property or an edit, only the width or the announcement is new.
    if (!this.ready || (changed.size === 0 && !this.hand.hasEdited)) return;
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
    if (this.ready) this.hand.shown();
  }

  protected override render(): TemplateResult {
    const unit = unitOf(this.unit);
    const said = panelWords[this.language];
    const { inputs, comparison } = this;
    // Dimmed when the hand rests, as a slip is mended by the next key; what is right again is bright at once.
    const isLast = this.problems.size > 0 && comparison !== undefined;
    this.#isStale = isLast && (this.#isStale || !this.later.isWaiting);
    const options = {
      width: this.#width.width,
      format: formatNumber,
      unit: said.units[unit],
      lang: this.language,
      base: BASES[unit],
    };
    const shown = inputs && comparison;
    const later = (draw: () => unknown) => this.later.part(draw);
    return panelView({
      failure: this.failure,
      isReadonly: this.readonly,
      staleness: this.#isStale ? said.stale : undefined,
      presets: presetRow(
        (this.constructor as typeof KlPanel).presets,
        this.state,
        this.language,
        (state) => this.choose(state),
      ),
      inputs: [
        this.renderInputs(),
        unitChoice(unit, this.language, (chosen) => this.edit(() => (this.unit = chosen))),
      ],
      results: resultsRow(comparison, unit, said),
      figures: shown ? this.renderFigures(inputs, comparison, options) : nothing,
      further: later(() =>
        comparison
          ? [meaning(comparison, unit, this.language), furtherNumbers(comparison, said)]
          : nothing,
      ),
      explanation: [
        later(() => (shown ? this.renderExplanation(inputs, comparison, options) : nothing)),
        later(() =>
          inputs
            ? codeView(this.snippets(inputs), this.language, this.#isCodeOpen, this.#toggleCode)
            : nothing,
        ),
      ],
      status: this.hand.announcer.render(),
    });
  }
}
