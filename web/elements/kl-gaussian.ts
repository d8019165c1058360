import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type Comparison, compare, klDivergence, normal } from '../core/index.ts';
import {
  type Along,
  along,
  balance,
  type FigureOptions,
  integrands,
  type NormalCurve,
  type NormalMoves,
  type Normals,
  normalCurves,
  normalDensities,
  type PartsOfBoth,
  parts,
} from '../figures/index.ts';
import { distributionSnippets } from '../text/index.ts';
import { gaussianWords } from '../words/index.ts';
import { define } from './define.ts';
import { derivations } from './gaussian/derivation.ts';
import { withDistances } from './gaussian/distances.ts';
import { normalDerivation } from './gaussian/normal-derivation.ts';
import {
  DEVIATION,
  GaussianPanel,
  LOWEST_DEVIATION,
  MEAN,
  type Parameter,
  STEPS,
  stepFrom,
} from './gaussian/panel.ts';
import { normalParts, rowsOfParts } from './gaussian/parts.ts';
import { sideOf } from './gaussian/reading.ts';
import { GAUSSIAN_PRESETS } from './gaussian-presets.ts';
import { attempt, type Problems } from './problem.ts';
import { balanceOf, type Table } from './result.ts';
import { declared, type Snippet } from './state.ts';
import { unitOf } from './unit.ts';

type Side = 'p' | 'q';

const PROPERTIES = {
  p: { loc: 'muP', scale: 'sigmaP' },
  q: { loc: 'muQ', scale: 'sigmaQ' },
} as const;

const SWEEP = 30; // steps of a curve over a parameter

/** Evenly from one end to the other. */
function between(from: number, to: number): number[] {
  return Array.from({ length: SWEEP + 1 }, (_, i) => from + ((to - from) * i) / SWEEP);
}

/**
 * Two normal distributions and their divergence, live.
 *
 * @element kl-gaussian
 * @attr {number} mu-p @attr {number} sigma-p @attr {number} mu-q @attr {number} sigma-q
 * @attr {'nats'|'bits'|'bans'} unit
 * @fires kl-input - after each edit by the user: detail {forward, reverse, asymmetry, unit}, null for unusable input
 * @fires kl-change - the same, when the hand rests
 * @csspart inputs @csspart result @csspart figure @csspart explanation
 * @cssprop --kl-p @cssprop --kl-q @cssprop --kl-accent @cssprop --kl-font
 */
export class KlGaussian extends GaussianPanel<Normals> {
  static override fields = { muP: '0', sigmaP: '1', muQ: '1', sigmaQ: '2' };
  static override presets = GAUSSIAN_PRESETS;
  static override properties: PropertyDeclarations = declared(KlGaussian.fields);

  /** A number, or the text of one as it was typed. */
  declare muP: number | string;
  declare sigmaP: number | string;
  declare muQ: number | string;
  declare sigmaQ: number | string;

  #parts: PartsOfBoth | undefined;

  #parameter(side: Side, which: keyof NormalCurve): Parameter {
    const said = gaussianWords[this.language];
    const name = side.toUpperCase();
    const property = PROPERTIES[side][which];
    return which === 'loc'
      ? {
          property,
          label: said.of('μ', name),
          slider: { name: said.mean(name), ...MEAN },
          lowest: -Infinity,
        }
      : {
          property,
          label: said.of('σ', name),
          slider: { name: said.deviation(name), ...DEVIATION },
          lowest: LOWEST_DEVIATION,
        };
  }

  protected override read(problems: Problems): Normals | undefined {
    const number = (side: Side, which: keyof NormalCurve) =>
      this.parameterOf(
        problems,
        this.#parameter(side, which),
        which === 'loc' ? 'mean' : 'deviation',
      );
    const curve = (side: Side) => {
      const [loc, scale] = [number(side, 'loc'), number(side, 'scale')];
      return loc === undefined || scale === undefined ? undefined : { loc, scale };
    };
    const [p, q] = [curve('p'), curve('q')];
    return p && q && { p, q };
  }

  protected override compare(
    { p, q }: Normals,
    base: number,
    problems: Problems,
  ): Comparison | undefined {
    const comparison = attempt(
      problems,
      (argument) => PROPERTIES[sideOf(argument)].scale,
      () => {
        const [ofP, ofQ] = [normal(p.loc, p.scale), normal(q.loc, q.scale)];
        return withDistances(compare(ofP, ofQ, { base }), ofP, ofQ);
      },
    );
    if (comparison) this.#parts = normalParts(p, q, comparison);
    return comparison;
  }

  protected override renderInputs(): TemplateResult {
    const side = (id: Side) => html`<fieldset class="pair ${id}">
      <legend>${id.toUpperCase()}</legend>
      ${this.parameterField(this.#parameter(id, 'loc'))}
      ${this.parameterField(this.#parameter(id, 'scale'))}
    </fieldset>`;
    return html`${side('p')}${side('q')}
      <p class="hint">${gaussianWords[this.language].handles}</p>`;
  }

  readonly #moves: NormalMoves = {
    move: (side, which, to) => this.drag({ [PROPERTIES[side][which]]: to }),
    step: (side, which, direction, size) => {
      const now = this.inputs?.[side][which];
      if (now === undefined) return;
      const next = stepFrom(now, direction * STEPS[size]);
      if (which === 'scale' && next < LOWEST_DEVIATION) return;
      this.put({ [PROPERTIES[side][which]]: next });
    },
    done: () => this.letGo(),
  };

  /** Both divergences as one of P's parameters moves. */
  #sweep(
    { p, q }: Normals,
    { forward, reverse, base }: Comparison,
    which: keyof NormalCurve,
  ): Along {
    const widest = Math.max(3 * q.scale, 1.25 * p.scale);
    const at =
      which === 'loc'
        ? between(
            Math.min(q.loc - 3 * q.scale, p.loc - q.scale),
            Math.max(q.loc + 3 * q.scale, p.loc + q.scale),
          )
        : between(1 / SWEEP, 1).map((share) => widest * share * share); // denser where it bends
    const model = normal(q.loc, q.scale);
    const moved = at.map((x) => (which === 'loc' ? normal(x, p.scale) : normal(p.loc, x)));
    return {
      symbol: gaussianWords[this.language].of(which === 'loc' ? 'μ' : 'σ', 'P'),
      at,
      forward: moved.map((one) => klDivergence(one, model, { base })),
      reverse: moved.map((one) => klDivergence(model, one, { base })),
      now: { at: p[which], forward: forward.value, reverse: reverse.value },
    };
  }

  protected override renderFigures(
    normals: Normals,
    comparison: Comparison,
    options: FigureOptions & { base: number },
  ): TemplateResult {
    const values = balanceOf(comparison);
    const sweeps = () =>
      along(
        [this.#sweep(normals, comparison, 'loc'), this.#sweep(normals, comparison, 'scale')],
        options,
      );
    return html`${balance(values, options)}
      ${normalDensities(normals, options, this.#moves, this.held)}
      ${this.whenSeen('integrands', () => integrands(normalCurves(normals, this.held), values, options))}
      ${this.whenSeen('parts', () => this.#parts && parts(this.#parts, options))}
      ${this.whenSeen('along', sweeps)}`;
  }

  protected override renderExplanation(
    { p, q }: Normals,
    { forward, reverse }: Comparison,
    options: FigureOptions & { base: number },
  ): unknown {
    const said = this.inWords(options);
    const split = this.#parts;
    if (!split) return undefined;
    return derivations(said.words.formula, [
      normalDerivation(
        { p, q, names: ['P', 'Q'], parts: split.forward, total: forward.value },
        said,
      ),
      normalDerivation(
        { p: q, q: p, names: ['Q', 'P'], parts: split.reverse, total: reverse.value },
        said,
      ),
    ]);
  }

  protected override snippets({ p, q }: Normals): readonly Snippet[] {
    return distributionSnippets(normal(p.loc, p.scale), normal(q.loc, q.scale), unitOf(this.unit));
  }

  override get table(): Table | undefined {
    const rows = super.table;
    const { p, q } = this.inputs ?? {};
    if (!rows || !p || !q || !this.#parts) return rows;
    return [
      ...rows,
      ['mu of P', p.loc],
      ['sigma of P', p.scale],
      ['mu of Q', q.loc],
      ['sigma of Q', q.scale],
      ...rowsOfParts(this.#parts, 'widths'),
    ];
  }
}

define('kl-gaussian', KlGaussian);

declare global {
  interface HTMLElementTagNameMap {
    'kl-gaussian': KlGaussian;
  }
}
