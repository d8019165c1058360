/** Text to numbers and back. Pure: nothing here knows of the page or of divergences. */
export {
  type CodeForm,
  type CodeSnippet,
  type CodeUnit,
  distributionSnippets,
  type FiniteCode,
  finiteSnippets,
  type PlainDistribution,
} from './code.ts';
export { csv } from './csv.ts';
export { type Call, distributionText, joinCall, splitCall } from './distribution-parts.ts';
export type { ReadDistribution } from './distribution-reader.ts';
export { parseDistribution, parseParameter } from './distribution-text.ts';
export {
  type EmbeddedFigure,
  type EmbedPiece,
  figureIn,
  frameCode,
  modelIn,
  moduleCode,
  notebookCode,
  scriptCode,
} from './embed-code.ts';
export { exactNumber, formatNumber } from './format.ts';
export { parseLabels, withLabels } from './labels.ts';
export { matrixText, parseMatrix } from './matrix.ts';
export { type Outcomes, parseOutcomes } from './outcomes.ts';
export { parseNumber, parseVector } from './parse.ts';
export { ParseError, type ParseErrorCode } from './parse-error.ts';
export { decodePermalink, encodePermalink, type Permalink } from './permalink.ts';
export { plainNumbers } from './plain-list.ts';
export { MAX_NUMBERS, MAX_TEXT } from './read.ts';
export { parseSamples } from './samples.ts';
export { parseTable, type Table } from './table.ts';
