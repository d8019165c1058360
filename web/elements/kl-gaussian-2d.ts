import { css, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import {
  type Comparison,
  compare,
  klDivergence,
  multivariateNormal,
  normal,
} from '../core/index.ts';
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
  STRONGEST,
} from '../figures/index.ts';
import { distributionSnippets } from '../text/index.ts';
import { gaussianWords } from '../words/index.ts';
import { define } from './define.ts';
import { derivations } from './gaussian/derivation.ts';
import { withDistances } from './gaussian/distances.ts';
import { multivariateDerivations } from './gaussian/multivariate-derivation.ts';
import {
  DEVIATION,
  GaussianPanel,
  LOWEST_DEVIATION,
  MEAN,
  type Parameter,
  STEPS,
  stepFrom,
} from './gaussian/panel.ts';
import { type MultivariateCurve, multivariateParts } from './gaussian/parts.ts';
import { GAUSSIAN_2D_PRESETS } from './gaussian-2d-presets.ts';
import type { Table } from './panel.ts';
import { attempt, type Problems } from './problem.ts';
import { declared, type Snippet } from './state.ts';
import { unitOf } from './unit.ts';

type Side = 'p' | 'q';
type Key = keyof PlaneNormal;

const KEYS = ['x', 'y', 'sx', 'sy', 'rho'] as const satisfies readonly Key[];
const NAMES = { x: 'mu1', y: 'mu2', sx: 'sigma1', sy: 'sigma2', rho: 'rho' } as const;
const SYMBOLS = { x: 'μ₁', y: 'μ₂', sx: 'σ₁', sy: 'σ₂', rho: 'ρ' } as const;
const RULES = {
  x: 'mean',
  y: 'mean',
  sx: 'deviation',
  sy: 'deviation',
  rho: 'correlation',
} as const;

/** How far one arrow key moves a correlation. */
const CORRELATION_STEPS = { small: 0.01, usual: 0.05, large: 0.2 } as const;
const CORRELATION = { min: -STRONGEST, max: STRONGEST, step: 0.01 };

const propertyOf = (side: Side, key: Key) => `${NAMES[key]}${side.toUpperCase()}`;

/** By the Cholesky factor, which keeps all digits of σ and is positive definite for every |ρ| < 1. */
function curve({ x, y, sx, sy, rho }: PlaneNormal): MultivariateCurve {
  const scaleTril = [
    [sx, 0],
    [rho * sy, Math.sqrt((1 - rho) * (1 + rho)) * sy],
  ];
  return { loc: [x, y], shape: { scaleTril } };
}

const distribution = (of: PlaneNormal) => {
  const { loc, shape } = curve(of);
  return multivariateNormal(loc, shape);
};

/** The margins of a normal distribution are normal. */
function marginsOf(
  p: PlaneNormal,
  q: PlaneNormal,
  { forward, reverse, base }: Comparison,
): Margins {
  const seen = (at: 'x' | 'y', spread: 'sx' | 'sy') => {
    const [ofP, ofQ] = [normal(p[at], p[spread]), normal(q[at], q[spread])];
    return {
      forward: klDivergence(ofP, ofQ, { base }),
      reverse: klDivergence(ofQ, ofP, { base }),
    };
  };
  return {
    first: seen('x', 'sx'),
    second: seen('y', 'sy'),
    both: { forward: forward.value, reverse: reverse.value },
  };
}

/** As people write it. */
function covariance({ sx, sy, rho }: PlaneNormal): [[number, number], [number, number]] {
  return [
    [sx * sx, rho * sx * sy],
    [rho * sx * sy, sy * sy],
  ];
}

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

  #parameter(side: Side, key: Key): Parameter {
    const said = gaussianWords[this.language];
    const name = side.toUpperCase();
    const axis = key === 'x' || key === 'sx' ? 1 : 2;
    const common = { property: propertyOf(side, key), label: said.of(SYMBOLS[key], name) };
    if (key === 'rho') {
      const slider = { name: said.correlation(name), ...CORRELATION };
      return { ...common, slider, lowest: -STRONGEST, highest: STRONGEST };
    }
    return RULES[key] === 'mean'
      ? { ...common, slider: { name: said.meanOf(axis, name), ...MEAN }, lowest: -Infinity }
      : {
          ...common,
          slider: { name: said.deviationOf(axis, name), ...DEVIATION },
          lowest: LOWEST_DEVIATION,
        };
  }

  protected override read(problems: Problems): PlaneNormals | undefined {
    const normal = (side: Side): PlaneNormal | undefined => {
      const entries = KEYS.map(
        (key) => [key, this.parameterOf(problems, this.#parameter(side, key), RULES[key])] as const,
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
    const place = (argument = 'p') => propertyOf(argument.startsWith('q') ? 'q' : 'p', 'rho');
    const comparison = attempt(problems, place, () => {
      const [ofP, ofQ] = [distribution(p), distribution(q)];
      return withDistances(compare(ofP, ofQ, { base }), ofP, ofQ);
    });
    if (comparison) {
      this.#parts = multivariateParts(curve(p), curve(q), comparison);
      this.#margins = marginsOf(p, q, comparison);
    }
    return comparison;
  }

  protected override renderInputs(): TemplateResult {
    const side = (id: Side) => html`<fieldset class="pair ${id}">
      <legend>${id.toUpperCase()}</legend>
      ${KEYS.map((key) => this.parameterField(this.#parameter(id, key)))}
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
      if (!now) return;
      const far = STEPS[size];
      if (grip === 'centre') {
        const [x, y] = [stepFrom(now.x, by.x * far), stepFrom(now.y, by.y * far)];
        this.put(this.#named(side, { x, y }));
        return;
      }
      // The side's arrows across are σ₁ and those upwards ρ; of the top it is the other way round.
      const [spread, along, turn] =
        grip === 'side' ? (['sx', by.x, by.y] as const) : (['sy', by.y, by.x] as const);
      const next = stepFrom(now[spread], along * far);
      const rho = stepFrom(now.rho, turn * CORRELATION_STEPS[size]);
      if (next < LOWEST_DEVIATION || Math.abs(rho) > STRONGEST) return;
      this.put(this.#named(side, { [spread]: next, rho }));
    },
    done: () => this.letGo(),
  };

  protected override renderFigures(
    normals: PlaneNormals,
    { forward, reverse, asymmetry }: Comparison,
    options: FigureOptions,
  ): TemplateResult {
    return html`${balance({ forward: forward.value, reverse: reverse.value, asymmetry }, options)}
      ${ellipses(normals, options, this.#moves, this.held)}
      ${this.whenSeen('parts', () => this.#parts && parts(this.#parts, options))}
      ${this.whenSeen('margins', () => this.#margins && margins(this.#margins, options))}`;
  }

  protected override renderExplanation(
    { p, q }: PlaneNormals,
    comparison: Comparison,
    { base, unit: unitName }: FigureOptions & { base: number },
  ): unknown {
    const split = this.#parts;
    if (!split) return undefined;
    const words = gaussianWords[this.language];
    const said = { base, unit: unitOf(this.unit), unitName, words };
    const numbers = (of: PlaneNormal) => ({ mean: [of.x, of.y], covariance: covariance(of) });
    const pair = { p: numbers(p), q: numbers(q) };
    return derivations(words.formula, multivariateDerivations(pair, split, comparison, said));
  }

  protected override snippets({ p, q }: PlaneNormals): readonly Snippet[] {
    const written = (of: PlaneNormal) => multivariateNormal([of.x, of.y], covariance(of));
    return distributionSnippets(written(p), written(q), unitOf(this.unit));
  }

  override get table(): Table | undefined {
    const rows = super.table;
    const { inputs } = this;
    if (!rows || !inputs || !this.#parts) return rows;
    const { forward, reverse } = this.#parts;
    return [
      ...rows,
      ...(['p', 'q'] as const).flatMap((side) =>
        KEYS.map((key) => [`${NAMES[key]} of ${side.toUpperCase()}`, inputs[side][key]]),
      ),
      ['forward from covariances', forward.spread],
      ['forward from means', forward.means],
      ['reverse from covariances', reverse.spread],
      ['reverse from means', reverse.means],
    ];
  }
}

define('kl-gaussian-2d', KlGaussian2d);

declare global {
  interface HTMLElementTagNameMap {
    'kl-gaussian-2d': KlGaussian2d;
  }
}
