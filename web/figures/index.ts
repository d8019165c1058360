/** Data to SVG. Pure: the same data give the same picture, and nothing else is read or written. */
export { type Along, along } from './along.ts';
export { type Balance, balance } from './balance.ts';
export { bars, type Grip, type Which } from './bars.ts';
export { asymmetries, contributions } from './contributions.ts';
export { type Curves, contributionsOf } from './curves.ts';
export { type CurveGrip, densities } from './densities.ts';
export { type Dimensions, dimensions } from './dimensions.ts';
export {
  ellipses,
  type Grip as PlaneGrip,
  type PlaneMoves,
  type PlaneNormal,
  type PlaneNormals,
  STRONGEST,
} from './ellipses.ts';
export { monteCarloStyles } from './estimates.ts';
export { gaussianFigureStyles } from './gaussian-styles.ts';
export type { Handle, Point, StepSize } from './handle.ts';
export { heatMaps } from './heat-maps.ts';
export { integrands } from './integrands.ts';
export type { FigureOptions } from './kit.ts';
export { type Margins, margins } from './margins.ts';
export { type NormalCurve, type Normals, normalCurves } from './normal-curve.ts';
export { type NormalMoves, normalDensities } from './normal-densities.ts';
export { rounded } from './number-axis.ts';
export { outcomeStyles } from './outcomes.ts';
export { type Parts, type PartsOfBoth, parts } from './parts.ts';
export { running } from './running.ts';
export { scatter } from './scatter.ts';
export { figureStyles } from './styles.ts';
export { type MuGrip, type Sweep, sweep } from './sweep.ts';
