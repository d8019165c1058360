import type { CSSResultGroup, TemplateResult } from 'lit';
import { css } from 'lit';
import { type FigureOptions, gaussianFigureStyles, type StepSize } from '../../figures/index.ts';
import { gaussianWords } from '../../words/index.ts';
import { numberField } from '../field.ts';
import { KlPanel } from '../panel.ts';
import type { Problems } from '../problem.ts';
import { unitOf } from '../unit.ts';
import { derivationStyles, type InWords } from './derivation.ts';
import { type Rule, readParameter } from './reading.ts';

/** How far one arrow key moves a handle; as far as in a number field. */
export const STEPS: Readonly<Record<StepSize, number>> = { small: 0.01, usual: 0.1, large: 1 };

/** Twelve digits, so that three steps of a tenth from 0 give 0.3. */
export function stepFrom(value: number, by: number): number {
  return Number((value + by).toPrecision(12));
}

/** A number field with its slider, by the property that holds its text. */
export interface Parameter {
  property: string;
  label: string;
  slider: { name: string; min: number; max: number; step: number };
  lowest: number;
  highest?: number;
}

export const MEAN = { min: -5, max: 5, step: 0.1 };
export const DEVIATION = { min: 0.1, max: 5, step: 0.1 };
/** The keys make no width smaller; typing does. */
export const LOWEST_DEVIATION = 0.01;

const gaussianStyles = css`
  .hint {
    color: var(--quiet);
    font-size: 0.8125rem;
  }
`;

/** What the panels of normal distributions share: parameters in fields, and figures whose handles move them. */
export abstract class GaussianPanel<Inputs> extends KlPanel<Inputs> {
  static override styles: CSSResultGroup = [
    KlPanel.styles,
    gaussianFigureStyles,
    derivationStyles,
    gaussianStyles,
  ];

  /** The inputs when a drag began: until it ends, figures keep the axes they had then. */
  protected held: Inputs | undefined;
  readonly #known = new Map<string, { text: string; value: number }>();

  protected textOf(property: string): string {
    return String(Reflect.get(this, property));
  }

  /** By a key: figures fit themselves to what is new. */
  protected put(numbers: Readonly<Record<string, number>>): void {
    this.edit(() => {
      for (const [property, number] of Object.entries(numbers)) {
        Reflect.set(this, property, String(number));
      }
    });
  }

  protected drag(numbers: Readonly<Record<string, number>>): void {
    this.held ??= this.inputs;
    this.put(numbers);
  }

  protected letGo(): void {
    this.held = undefined;
    this.settle();
    this.requestUpdate();
  }

  /** The number of a field. One whose text has not changed is not read again: a drag moves two of ten. */
  protected parameterOf(
    problems: Problems,
    { property: id, label }: Parameter,
    rule: Rule,
  ): number | undefined {
    const text = this.textOf(id);
    const known = this.#known.get(id);
    if (known?.text === text) return known.value;
    const value = readParameter(problems, { id, label }, this.language, text, rule);
    if (value !== undefined) this.#known.set(id, { text, value });
    return value;
  }

  /** What the written formula is told. */
  protected inWords({ base, unit: unitName }: FigureOptions & { base: number }): InWords {
    return { base, unit: unitOf(this.unit), unitName, words: gaussianWords[this.language] };
  }

  protected parameterField({ property, label, slider, ...limits }: Parameter): TemplateResult {
    const text = this.textOf(property);
    return numberField({
      id: property,
      label,
      text,
      ...limits,
      problem: this.problems.get(property),
      edit: (typed) => this.edit(() => Reflect.set(this, property, typed)),
      slider: { ...slider, value: Number(text) || 0 },
    });
  }
}
