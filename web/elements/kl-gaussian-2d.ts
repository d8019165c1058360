import { css, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type Comparison, compare, multivariateNormal } from '../core/index.ts';
import {
  balance,
  ellipses,
  type FigureOptions,
  type Margins,
  margins,
  type PartsOfBoth,
  type PlaneMoves,
  type PlaneNormal,
  type PlaneNormals,
  parts,
} from '../figures/index.ts';
import { distributionSnippets } from '../text/index.ts';
import { gaussianWords } from '../words/index.ts';
import { define } from './define.ts';
import { derivations } from './gaussian/derivation.ts';
import { withDistances } from './gaussian/distances.ts';
import { multivariateDerivations } from './gaussian/multivariate-derivation.ts';
import { GaussianPanel } from './gaussian/panel.ts';
import { multivariateParts, rowsOfParts } from './gaussian/parts.ts';
import { covarianceOf, marginsOf, planeCurve, planeDistribution } from './gaussian/plane.ts';
import {
  KEYS,
  type Key,
  nameOf,
  planeParameter,
  propertyOf,
  ruleOf,
  stepped,
} from './gaussian/plane-parameters.ts';
import { sideOf } from './gaussian/reading.ts';
import { GAUSSIAN_2D_PRESETS } from './gaussian-2d-presets.ts';
import { attempt, type Problems } from './problem.ts';
import { balanceOf, type Table } from './result.ts';
import { declared, type Snippet } from './state.ts';
import { unitOf } from './unit.ts';

type Side = 'p' | 'q';

/**
 * Two normal distributions in the plane and their divergence, live.
 *
 * @element kl-gaussian-2d
 * @attr {number} mu1-p @attr {number} mu2-p - means @attr {number} sigma1-p @attr {number} sigma2-p - standard deviations
 * @attr {number} rho-p - correlation
 * @attr {number} mu1-q @attr {number} mu2-q @attr {number} sigma1-q @attr {number} sigma2-q @attr {number} rho-q
 * @attr {'nats'|'bits'|'bans'} unit
 * @fires kl-input - after each edit by the user: detail {forward, reverse, asymmetry, unit}, null for unusable input
 * @fires kl-change - the same, when the hand rests
 * @csspart inputs @csspart result @csspart figure @csspart explanation
 * @cssprop --kl-p @cssprop --kl-q @cssprop --kl-accent @cssprop --kl-font
 */
export class KlGaussian2d extends GaussianPanel<PlaneNormals> {
  static override fields = {
    mu1P: '0',
    mu2P: '0',
    sigma1P: '1',
    sigma2P: '1',
    rhoP: '0.8',
    mu1Q: '0.5',
    mu2Q: '0',
    sigma1Q: '1.5',
    sigma2Q: '1',
    rhoQ: '0',
  };
  static override presets = GAUSSIAN_2D_PRESETS;
  static override properties: PropertyDeclarations = declared(KlGaussian2d.fields);
  static override styles = [
    GaussianPanel.styles,
    css`
      .rhoP,
      .rhoQ {
        grid-column: 1 / -1;
      }
      .derivations {
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  ];

  #parts: PartsOfBoth | undefined;
  #margins: Margins | undefined;

  protected override read(problems: Problems): PlaneNormals | undefined {
    const normal = (side: Side): PlaneNormal | undefined => {
      const entries = KEYS.map(
        (key) =>
          [
            key,
            this.parameterOf(problems, planeParameter(side, key, this.language), ruleOf(key)),
          ] as const,
      );
      if (entries.some(([, number]) => number === undefined)) return undefined;
      return Object.fromEntries(entries) as unknown as PlaneNormal;
    };
    const [p, q] = [normal('p'), normal('q')];
    return p && q && { p, q };
  }

  protected override compare(
    { p, q }: PlaneNormals,
    base: number,
    problems: Problems,
  ): Comparison | undefined {
    // What the rules of the fields let through and the module does not is a factor too small for a double.
    const place = (argument?: string) => propertyOf(sideOf(argument), 'rho');
    const comparison = attempt(problems, place, () => {
      const [ofP, ofQ] = [planeDistribution(p), planeDistribution(q)];
      return withDistances(compare(ofP, ofQ, { base }), ofP, ofQ);
    });
    if (comparison) {
      this.#parts = multivariateParts(planeCurve(p), planeCurve(q), comparison);
      this.#margins = marginsOf(p, q, comparison);
    }
    return comparison;
  }

  protected override renderInputs(): TemplateResult {
    const side = (id: Side) => html`<fieldset class="pair ${id}">
      <legend>${id.toUpperCase()}</legend>
      ${KEYS.map((key) => this.parameterField(planeParameter(id, key, this.language)))}
    </fieldset>`;
    return html`${side('p')}${side('q')}
      <p class="hint">${gaussianWords[this.language].handles}</p>`;
  }

  #named(side: Side, numbers: Partial<PlaneNormal>): Record<string, number> {
    return Object.fromEntries(
      Object.entries(numbers).map(([key, number]) => [propertyOf(side, key as Key), number]),
    );
  }

  readonly #moves: PlaneMoves = {
    move: (side, to) => this.drag(this.#named(side, to)),
    step: (side, grip, by, size) => {
      const now = this.inputs?.[side];
      const next = now && stepped(now, grip, by, size);
      if (next) this.put(this.#named(side, next));
    },
    done: () => this.letGo(),
  };

  protected override renderFigures(
    normals: PlaneNormals,
    comparison: Comparison,
    options: FigureOptions,
  ): TemplateResult {
    return html`${balance(balanceOf(comparison), options)}
      ${ellipses(normals, options, this.#moves, this.held)}
      ${this.whenSeen('parts', () => this.#parts && parts(this.#parts, options))}
      ${this.whenSeen('margins', () => this.#margins && margins(this.#margins, options))}`;
  }

  protected override renderExplanation(
    { p, q }: PlaneNormals,
    comparison: Comparison,
    options: FigureOptions & { base: number },
  ): unknown {
    const split = this.#parts;
    if (!split) return undefined;
    const said = this.inWords(options);
    const numbers = (of: PlaneNormal) => ({ mean: [of.x, of.y], covariance: covarianceOf(of) });
    const pair = { p: numbers(p), q: numbers(q) };
    return derivations(said.words.formula, multivariateDerivations(pair, split, comparison, said));
  }

  protected override snippets({ p, q }: PlaneNormals): readonly Snippet[] {
    const written = (of: PlaneNormal) => multivariateNormal([of.x, of.y], covarianceOf(of));
    return distributionSnippets(written(p), written(q), unitOf(this.unit));
  }

  override get table(): Table | undefined {
    const rows = super.table;
    const { inputs } = this;
    if (!rows || !inputs || !this.#parts) return rows;
    return [
      ...rows,
      ...(['p', 'q'] as const).flatMap((side) =>
        KEYS.map((key) => [`${nameOf(key)} of ${side.toUpperCase()}`, inputs[side][key]]),
      ),
      ...rowsOfParts(this.#parts, 'covariances'),
    ];
  }
}

define('kl-gaussian-2d', KlGaussian2d);

declare global {
  interface HTMLElementTagNameMap {
    'kl-gaussian-2d': KlGaussian2d;
  }
}
