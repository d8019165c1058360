import type { TemplateResult } from 'lit';
import { gaussianFigureWords } from '../words/index.ts';
import { type CurveGrip, densities } from './densities.ts';
import type { StepSize } from './handle.ts';
import type { FigureOptions } from './kit.ts';
import { logDensity, type NormalCurve, type Normals, normalCurves } from './normal-curve.ts';
import { rounded } from './number-axis.ts';

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

/** On the peak, and on the shoulder at one side. */
function grips(
  which: 'p' | 'q',
  curve: NormalCurve,
  { move, step, done }: NormalMoves,
  { format, lang }: FigureOptions,
): CurveGrip[] {
  const said = gaussianFigureWords[lang];
  const { loc, scale } = curve;
  const side = which === 'p' ? 1 : -1;
  const name = which.toUpperCase();
  const grip = (parameter: keyof NormalCurve, x: number) => ({
    which,
    value: curve[parameter],
    x,
    logDensity: logDensity(x, curve),
    step: (direction: number, size: StepSize) => step(which, parameter, direction, size),
    done,
  });
  return [
    {
      ...grip('scale', loc + side * scale),
      name: said.shoulder(name),
      text: said.deviationIs(format(scale)),
      // A width stays one that the eye can see.
      move: (to, pixel) => move(which, 'scale', rounded(Math.max(pixel, side * (to - loc)), pixel)),
    },
    {
      ...grip('loc', loc),
      name: said.peak(name),
      text: said.meanIs(format(loc)),
      move: (to, pixel) => move(which, 'loc', rounded(to, pixel)),
    },
  ];
}

/**
 * The densities of two normal distributions, with a handle on each peak and on one shoulder of each curve, if they may be
 * moved. The shoulders are at different sides, so that equal curves can be taken apart.
 *
 * @param axes the distributions that the axis of x is made for: during a drag those at its start, so that it stands still
 */
export function normalDensities(
  normals: Normals,
  options: FigureOptions,
  moves?: NormalMoves,
  axes = normals,
): TemplateResult {
  const { p, q } = normals;
  return densities(
    normalCurves(normals, axes),
    describe(normals, options),
    options,
    moves && [...grips('q', q, moves, options), ...grips('p', p, moves, options)],
  );
}
