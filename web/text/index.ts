/** Text to numbers and back. Pure: nothing here knows of the page or of divergences. */
export { exactNumber, formatNumber, SHOWN_DIGITS } from './format.ts';
export { type Outcomes, parseOutcomes } from './outcomes.ts';
export { parseNumber, parseVector } from './parse.ts';
export { ParseError, type ParseErrorCode } from './parse-error.ts';
export { MAX_NUMBERS, MAX_TEXT } from './read.ts';
export { parseSamples } from './samples.ts';
export { parseColumns, parseTable, type Table } from './table.ts';
