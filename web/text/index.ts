/** Text to numbers and back. Pure: nothing here knows of the page or of divergences. */
export { type Columns, parseColumns } from './columns.ts';
export { exactNumber, formatNumber, SHOWN_DIGITS } from './format.ts';
export { MAX_NUMBERS, MAX_TEXT, parseNumber, parseVector } from './parse.ts';
export { ParseError, type ParseErrorCode } from './parse-error.ts';
