import { DivergenceError } from '../../core/index.ts';
import type { ParseError } from '../../text/index.ts';
import { finiteWords, type Lang, textWords } from '../../words/index.ts';

const FIRST_SENTENCE = /^.*?\.(?= [A-Z]|$)/s;
const PLACE_AND_VALUE = /^(.+?) (?:is|sums to) ([^:]+):/;

/** Why P and Q cannot be used, in the language of the page. */
export function sayIn(lang: Lang): (error: DivergenceError | ParseError) => string {
  return (error) => {
    if (!(error instanceof DivergenceError)) return textWords[lang][error.code](error.said);
    const { message, argument = '' } = error;
    const [, place = argument.toUpperCase(), value = ''] = PLACE_AND_VALUE.exec(message) ?? [];
    const said = finiteWords[lang].problems[error.code];
    // What follows the first sentence names options of the module; here buttons do what they do.
    const english = FIRST_SENTENCE.exec(message)?.[0] ?? message;
    return said?.(place, value, message.match(/\d+/g) ?? []) ?? english;
  };
}
