/** Data to SVG. Pure: the same data give the same picture, and nothing else is read or written. */
export { type Balance, balance } from './balance.ts';
export { type BarsData, bars } from './bars.ts';
export { contributions } from './contributions.ts';
export { densities, integrandArea, type Normals } from './densities.ts';
export type { Handle, Point, StepSize } from './handle.ts';
export type { FigureOptions } from './kit.ts';
export { figureStyles } from './styles.ts';
