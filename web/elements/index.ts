/** The elements of the page. Importing this registers them. */
export { KlDivergence } from './kl-divergence.ts';
export { KlFinite } from './kl-finite.ts';
export { KlGaussian } from './kl-gaussian.ts';
export type { Result } from './result.ts';
export type { Unit } from './unit.ts';
