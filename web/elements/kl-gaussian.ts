import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type Comparison, compare, normal } from '../core/index.ts';
import { balance, densities, type FigureOptions, integrandArea } from '../figures/index.ts';
import { parseNumber } from '../text/index.ts';
import { define } from './define.ts';
import { numberField } from './field.ts';
import { GAUSSIAN_PRESETS } from './gaussian-presets.ts';
import { KlPanel } from './panel.ts';
import { attempt, type Problems } from './problem.ts';
import { declared } from './state.ts';

interface Parameters {
  p: { loc: number; scale: number };
  q: { loc: number; scale: number };
}

interface FieldOfPanel {
  property: 'muP' | 'sigmaP' | 'muQ' | 'sigmaQ';
  label: string;
  slider: { name: string; min: number; max: number; step: number };
  lowest: number;
}

const MEAN = { slider: { min: -5, max: 5, step: 0.1 }, lowest: -Infinity };
const DEVIATION = { slider: { min: 0.1, max: 5, step: 0.1 }, lowest: 0.01 };

function fieldPair(name: 'P' | 'Q'): Record<'mu' | 'sigma', FieldOfPanel> {
  return {
    mu: {
      property: `mu${name}`,
      label: `μ of ${name}`,
      slider: { name: `mean of ${name}`, ...MEAN.slider },
      lowest: MEAN.lowest,
    },
    sigma: {
      property: `sigma${name}`,
      label: `σ of ${name}`,
      slider: { name: `standard deviation of ${name}`, ...DEVIATION.slider },
      lowest: DEVIATION.lowest,
    },
  };
}

const FIELDS = { p: fieldPair('P'), q: fieldPair('Q') };

/** The module names a parameter as programs do, `P.scale`; here the field is σ of P. */
function inWordsOfThePage(message: string): string {
  return message.replace(
    /^([PQ])\.(loc|scale)\b/,
    (_, name: string, parameter: string) => `${parameter === 'loc' ? 'μ' : 'σ'} of ${name}`,
  );
}

/**
 * Two normal distributions and their divergence, live.
 *
 * @element kl-gaussian
 * @attr {number} mu-p @attr {number} sigma-p @attr {number} mu-q @attr {number} sigma-q
 * @attr {'nats'|'bits'|'bans'} unit
 * @fires kl-change - after the user changed something: detail {forward, reverse, asymmetry, unit}
 * @csspart inputs @csspart result @csspart figure
 * @cssprop --kl-p @cssprop --kl-q @cssprop --kl-accent @cssprop --kl-font
 */
export class KlGaussian extends KlPanel<Parameters> {
  static override fields = { muP: '0', sigmaP: '1', muQ: '1', sigmaQ: '2' };
  static override presets = GAUSSIAN_PRESETS;
  static override properties: PropertyDeclarations = declared(KlGaussian.fields);

  /** A number, or the text of one as it was typed. */
  declare muP: number | string;
  declare sigmaP: number | string;
  declare muQ: number | string;
  declare sigmaQ: number | string;

  protected override read(problems: Problems): Parameters | undefined {
    const number = ({ property, label }: FieldOfPanel) =>
      attempt(
        problems,
        () => property,
        () => parseNumber(String(this[property]), label),
      );
    const pair = (side: 'p' | 'q') => {
      const [loc, scale] = [number(FIELDS[side].mu), number(FIELDS[side].sigma)];
      return loc === undefined || scale === undefined ? undefined : { loc, scale };
    };
    const [p, q] = [pair('p'), pair('q')];
    return p && q && { p, q };
  }

  protected override compare(
    { p, q }: Parameters,
    base: number,
    problems: Problems,
  ): Comparison | undefined {
    // 'p.scale' is σ of P; a failure of both stands at the last field.
    const place = (argument = '') => {
      const { mu, sigma } = FIELDS[argument.startsWith('p') ? 'p' : 'q'];
      return (argument.endsWith('.loc') ? mu : sigma).property;
    };
    const comparison = attempt(problems, place, () =>
      compare(normal(p.loc, p.scale), normal(q.loc, q.scale), { base }),
    );
    for (const [id, { code, message }] of problems) {
      problems.set(id, { code, message: inWordsOfThePage(message) });
    }
    return comparison;
  }

  #field({ property, label, slider, lowest }: FieldOfPanel): TemplateResult {
    const text = String(this[property]);
    return numberField({
      id: property,
      label,
      text,
      lowest,
      problem: this.problems.get(property),
      edit: (typed) => this.edit(() => (this[property] = typed)),
      slider: { ...slider, value: Number(text) || 0 },
    });
  }

  protected override renderInputs(): TemplateResult {
    const side = (id: 'p' | 'q') => html`<fieldset class="pair ${id}">
      <legend>${id.toUpperCase()}</legend>
      ${this.#field(FIELDS[id].mu)}${this.#field(FIELDS[id].sigma)}
    </fieldset>`;
    return html`${side('p')}${side('q')}`;
  }

  protected override renderFigures(
    { p, q }: Parameters,
    { forward, reverse, asymmetry }: Comparison,
    options: FigureOptions & { base: number },
  ): TemplateResult {
    return html`${balance({ forward: forward.value, reverse: reverse.value, asymmetry }, options)}
      ${densities({ p, q }, options)} ${integrandArea({ p, q }, forward.value, options)}`;
  }
}

define('kl-gaussian', KlGaussian);

declare global {
  interface HTMLElementTagNameMap {
    'kl-gaussian': KlGaussian;
  }
}
