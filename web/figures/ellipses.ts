import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { gaussianFigureWords } from '../words/index.ts';
import type { Handle, Point, StepSize } from './handle.ts';
import { type FigureOptions, type Frame, frame, hatch, heading, picture } from './kit.ts';
import { notDrawn } from './not-drawn.ts';
import { abscissa, pixelOf, rounded, tickLabels } from './number-axis.ts';

/** A normal distribution in the plane: means, standard deviations, correlation. */
export interface PlaneNormal {
  x: number;
  y: number;
  sx: number;
  sy: number;
  rho: number;
}

export interface PlaneNormals {
  p: PlaneNormal;
  q: PlaneNormal;
}

/** Which point of an ellipse: its centre, where it goes furthest along x, where it goes furthest along y. */
export type Grip = 'centre' | 'side' | 'top';

/** What becomes of a handle's moves. */
export interface PlaneMoves {
  move: (which: 'p' | 'q', to: Partial<PlaneNormal>) => void;
  step: (which: 'p' | 'q', grip: Grip, by: Point, size: StepSize) => void;
  done: () => void;
}

/** Hands take no correlation further: an ellipse stays one that the eye can see. */
export const STRONGEST = 0.99;

const FAR = 2; // standard deviations of the outer contour
const MARGIN = 1.15;
const POINTS = 72; // of a contour: no corner is seen
const SMALLEST = 1e-290;
const LOWEST_HEIGHT = 270; // px
const HIGHEST_HEIGHT = 420;

const heightOf = (width: number) =>
  Math.round(Math.min(HIGHEST_HEIGHT, Math.max(LOWEST_HEIGHT, 0.72 * width)));

interface Axes {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
}

/** Axes of one unit that show both outer contours; undefined where doubles cannot divide them. */
function axesOf({ p, q }: PlaneNormals, box: Frame): Axes | undefined {
  const ends = (at: 'x' | 'y', spread: 'sx' | 'sy') => {
    const reach = (of: PlaneNormal) => FAR * MARGIN * of[spread];
    return [
      Math.min(p[at] - reach(p), q[at] - reach(q)),
      Math.max(p[at] + reach(p), q[at] + reach(q)),
    ] as const;
  };
  const [left, right] = ends('x', 'sx');
  const [low, high] = ends('y', 'sy');
  const [wide, tall] = [box.right - box.left, box.bottom - box.top];
  const pixel = Math.max((right - left) / wide, (high - low) / tall);
  const grain = Number.EPSILON * Math.max(...[left, right, low, high].map(Math.abs));
  if (!(pixel > 16 * grain && pixel > SMALLEST && Number.isFinite(pixel * wide * tall))) {
    return undefined;
  }
  const [middle, centre] = [left / 2 + right / 2, low / 2 + high / 2];
  return {
    x: scaleLinear(
      [middle - (pixel * wide) / 2, middle + (pixel * wide) / 2],
      [box.left, box.right],
    ),
    y: scaleLinear(
      [centre - (pixel * tall) / 2, centre + (pixel * tall) / 2],
      [box.bottom, box.top],
    ),
  };
}

/** The points k standard deviations from the centre: a circle under the Cholesky factor. */
function contour({ x, y, sx, sy, rho }: PlaneNormal, k: number, axes: Axes): string {
  const own = Math.sqrt((1 - rho) * (1 + rho));
  const points = Array.from({ length: POINTS }, (_, i) => {
    const angle = (2 * Math.PI * i) / POINTS;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const at = [axes.x(x + k * sx * cos), axes.y(y + k * sy * (rho * cos + own * sin))];
    return at.map((value) => value.toFixed(1)).join();
  });
  return `M${points.join('L')}Z`;
}

function grid({ x, y }: Axes, { left, right, top, bottom }: Frame): TemplateResult {
  const across = x.ticks(Math.max(2, Math.round((right - left) / 80)));
  const up = y.ticks(Math.max(2, Math.round((bottom - top) / 60)));
  const label = tickLabels(up);
  const kind = (tick: number) => (tick === 0 ? 'zero' : 'grid');
  return svg`<g class="axis" aria-hidden="true">
    ${across.map((tick) => svg`<line class=${kind(tick)} x1=${x(tick)} x2=${x(tick)} y1=${top} y2=${bottom}></line>`)}
    ${up.map(
      (
        tick,
      ) => svg`<line class=${kind(tick)} x1=${left} x2=${right} y1=${y(tick)} y2=${y(tick)}></line>
        <text x=${left - 8} y=${y(tick)} dy="0.32em" text-anchor="end">${label(tick)}</text>`,
    )}</g>`;
}

const ofCorrelation = (rho: number) =>
  Math.max(-STRONGEST, Math.min(STRONGEST, Math.round(rho * 100) / 100));

/** The handles of one distribution. Those of Q are opposite to those of P, so that equal ellipses can be taken apart. */
function handlesOf(
  which: 'p' | 'q',
  of: PlaneNormal,
  axes: Axes,
  box: Frame,
  { move, step, done }: PlaneMoves,
  { format, lang }: FigureOptions,
): Handle[] {
  const said = gaussianFigureWords[lang];
  const name = which.toUpperCase();
  const side = which === 'p' ? 1 : -1;
  const { x, y, sx, sy, rho } = of;
  const inside = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value));
  const pixel = pixelOf(axes.x);
  const one = (
    grip: Grip,
    toX: number,
    toY: number,
    change: (to: Point) => Partial<PlaneNormal>,
  ) => ({
    at: {
      x: inside(axes.x(toX), box.left, box.right),
      y: inside(axes.y(toY), box.top, box.bottom),
    },
    along: 'both' as const,
    mark: which,
    move: (to: Point) =>
      move(
        which,
        change({
          x: rounded(axes.x.invert(to.x), pixel),
          y: rounded(axes.y.invert(to.y), pixel),
        }),
      ),
    step: (by: Point, size: StepSize) => step(which, grip, by, size),
    done,
  });
  const short = (value: number) => Number(value.toPrecision(12));
  return [
    {
      ...one('side', x + side * sx, y + side * rho * sy, (to) => ({
        sx: short(Math.max(pixel, side * (to.x - x))),
        rho: ofCorrelation((side * (to.y - y)) / sy),
      })),
      name: said.side(name),
      value: sx,
      text: said.sideIs(format(sx), format(rho)),
    },
    {
      ...one('top', x + side * rho * sx, y + side * sy, (to) => ({
        sy: short(Math.max(pixel, side * (to.y - y))),
        rho: ofCorrelation((side * (to.x - x)) / sx),
      })),
      name: said.top(name),
      value: sy,
      text: said.topIs(format(sy), format(rho)),
    },
    {
      ...one('centre', x, y, (to) => to),
      name: said.centre(name),
      value: x,
      text: said.centreIs(format(x), format(y)),
    },
  ];
}

/**
 * The contours of P (filled) and Q (hatched, dashed) at one and two standard deviations, with handles at the centre and where
 * the inner contour goes furthest along x and along y: these two places say σ₁, σ₂ and ρ.
 *
 * @param held the distributions the axes are made for: during a drag those at its start, so that they stand still
 */
export function ellipses(
  normals: PlaneNormals,
  options: FigureOptions,
  moves?: PlaneMoves,
  held = normals,
): TemplateResult {
  const { width, format, lang } = options;
  const said = gaussianFigureWords[lang];
  const height = heightOf(width);
  const box = frame(width, height);
  const axes = axesOf(held, box);
  if (!axes) return notDrawn('ellipses', height, options);
  const { p, q } = normals;
  const drawn = (which: 'p' | 'q') => {
    const inner = contour(normals[which], 1, axes);
    const fill = which === 'q' ? 'url(#kl-ellipses-q)' : undefined;
    return svg`<path class="under ${which}" fill=${fill ?? 'none'} d=${inner}></path>
      <path class="contour ${which}" d=${inner}></path>
      <path class="contour far ${which}" d=${contour(normals[which], FAR, axes)}></path>`;
  };
  const words = (of: PlaneNormal) => [of.x, of.y, of.sx, of.sy, of.rho].map(format);
  return picture(
    'ellipses',
    box,
    said.ellipses(words(p), words(q)),
    [
      hatch('kl-ellipses-q'),
      svg`<clipPath id="kl-ellipses-box"><rect x=${box.left} y=${box.top}
        width=${box.right - box.left} height=${box.bottom - box.top}></rect></clipPath>`,
      heading(
        said.contours,
        said.contours,
        [
          { name: 'P', mark: 'p' },
          { name: 'Q', mark: 'q', fill: 'url(#kl-ellipses-q)' },
        ],
        box,
      ),
      grid(axes, box),
      svg`<g clip-path="url(#kl-ellipses-box)">${drawn('q')}${drawn('p')}</g>`,
      abscissa(axes.x, box),
    ],
    moves && [
      ...handlesOf('q', q, axes, box, moves, options),
      ...handlesOf('p', p, axes, box, moves, options),
    ],
  );
}
