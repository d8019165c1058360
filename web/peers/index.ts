/** What the calls of other libraries return, their mistakes included. Pure; each is held against recorded outputs. */
export type { Precision } from './arithmetic.ts';
export { mathjsKldivergence, mlDistanceKullbackLeibler } from './javascript.ts';
export { kerasKlDivergence, tfjsKlDivergence } from './keras.ts';
export {
  laplacesDemonKld,
  optaxKlDivergence,
  philentropyKl,
  statsBaseKldivergence,
} from './others.ts';
export * as scipy from './scipy.ts';
export * as torch from './torch.ts';
