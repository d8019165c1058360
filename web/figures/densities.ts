import { scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { gaussianFigureWords } from '../words/index.ts';
import type { Handle, StepSize } from './handle.ts';
import {
  type FigureOptions,
  frame,
  hatch,
  heading,
  picture,
  valueAxis,
  valueScale,
} from './kit.ts';
import { density, drawable, grid, type NormalCurve, type Normals, span } from './normal-curve.ts';
import { notDrawn } from './not-drawn.ts';
import { abscissa, rounded } from './number-axis.ts';
import { areaPath, linePath } from './paths.ts';

const HEIGHT = 208;

/** What becomes of a handle's moves. */
export interface NormalMoves {
  move: (which: 'p' | 'q', parameter: keyof NormalCurve, to: number) => void;
  step: (which: 'p' | 'q', parameter: keyof NormalCurve, direction: number, size: StepSize) => void;
  done: () => void;
}

function describe({ p, q }: Normals, { format, lang }: FigureOptions): string {
  const say = ({ loc, scale }: NormalCurve): [string, string] => [format(loc), format(scale)];
  const width = p.scale === q.scale ? 'same' : p.scale < q.scale ? 'narrower' : 'wider';
  return gaussianFigureWords[lang].densities(say(p), say(q), width);
}

/**
 * The densities of P (filled) and Q (dashed), with a handle on each peak and on one shoulder of each curve, if they may be
 * moved. The shoulders are at different sides, so that equal curves can be taken apart.
 *
 * @param axes the distributions that the axis of x is made for: during a drag those at its start, so that it stands still
 */
export function densities(
  normals: Normals,
  options: FigureOptions,
  moves?: NormalMoves,
  axes = normals,
): TemplateResult {
  const { p, q } = normals;
  const said = gaussianFigureWords[options.lang];
  const box = frame(options.width, HEIGHT);
  const interval = span(axes);
  if (!drawable(normals, interval)) return notDrawn('densities', HEIGHT, options);
  const points = grid(normals, interval);
  const x = scaleLinear(interval, [box.left, box.right]);
  const peak = Math.max(density(p.loc, p), density(q.loc, q));
  const y = valueScale(0, peak, [box.bottom, box.top + 4], 4);
  const xs = points.map((t) => x(t));
  const shape = (curve: NormalCurve) => {
    const ys = points.map((t) => y(density(t, curve)));
    return { under: areaPath(xs, ys, y(0)), along: linePath(xs, ys) };
  };
  const [shapeP, shapeQ] = [shape(p), shape(q)];

  const handles = ({ move, step, done }: NormalMoves, which: 'p' | 'q'): Handle[] => {
    const curve = normals[which];
    const { loc, scale } = curve;
    const side = which === 'p' ? 1 : -1;
    const one = (parameter: keyof NormalCurve, at: number, towards: (t: number) => number) => ({
      at: { x: Math.min(box.right, Math.max(box.left, x(at))), y: y(density(at, curve)) },
      along: 'x' as const,
      value: curve[parameter],
      mark: which,
      move: (to: { x: number }) => move(which, parameter, rounded(towards(x.invert(to.x)), x)),
      step: (by: { x: number }, size: StepSize) => step(which, parameter, by.x, size),
      done,
    });
    const grain = x.invert(1) - x.invert(0); // a width stays one that the eye can see
    const name = which.toUpperCase();
    return [
      {
        ...one('scale', loc + side * scale, (t) => Math.max(grain, side * (t - loc))),
        name: said.shoulder(name),
        text: said.deviationIs(options.format(scale)),
      },
      {
        ...one('loc', loc, (t) => t),
        name: said.peak(name),
        text: said.meanIs(options.format(loc)),
      },
    ];
  };

  return picture(
    'densities',
    box,
    describe(normals, options),
    [
      hatch('kl-densities-q'),
      heading(
        said.density,
        said.density,
        [
          { name: 'P', mark: 'p' },
          { name: 'Q', mark: 'q', fill: 'url(#kl-densities-q)' },
        ],
        box,
      ),
      valueAxis(y, box, 3),
      svg`<path class="under q" fill="url(#kl-densities-q)" d=${shapeQ.under}></path>
      <path class="under p" d=${shapeP.under}></path>
      <path class="curve q" d=${shapeQ.along}></path>
      <path class="curve p" d=${shapeP.along}></path>`,
      abscissa(x, box),
    ],
    moves && [...handles(moves, 'q'), ...handles(moves, 'p')],
  );
}
