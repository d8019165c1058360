/** All that the page says, in every language. Pure: words and how they are put together. */

export { embedWords } from './embed.ts';
export { errorWords } from './errors.ts';
export { familiesWords } from './families.ts';
export { curveFigureWords } from './figures-curves.ts';
export { finiteFigureWords } from './figures-finite.ts';
export { gaussianFigureWords } from './figures-gaussian.ts';
export { finiteWords } from './finite.ts';
export { gaussianWords } from './gaussian.ts';
export { LANGS, type Lang, langOf, type Words, words } from './lang.ts';
export { type EstimatorName, monteCarloWords } from './monte-carlo.ts';
export { type InfinityName, panelWords } from './panel.ts';
export { type CallName, torchWords } from './pytorch.ts';
export { type ParseSaid, textWords, ungrouped } from './text.ts';
export { workbenchWords } from './workbench.ts';
