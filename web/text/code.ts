/**
 * A computation as code to be copied: PyTorch, NumPy and SciPy, R, Julia, JavaScript, LaTeX. All numbers stand in it in full
 * precision.
 */
export { distributionSnippets, type PlainDistribution } from './code-distributions.ts';
export type { CodeForm, FiniteCode } from './code-finite.ts';
export { finiteSnippets } from './code-finite-snippets.ts';
export type { CodeSnippet, CodeUnit } from './code-units.ts';
