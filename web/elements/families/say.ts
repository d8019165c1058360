import { DivergenceError, reasons } from '../../core/index.ts';
import type { ParseError } from '../../text/index.ts';
import { familiesWords, type InfinityName, type Lang, textWords } from '../../words/index.ts';

const FIRST_SENTENCE = /^.*?\.(?= [A-Z]|$)/s;
const PLACE_AND_VALUE = /^(\S+) (?:is|leaves|has) ([^:,]+)[:,]/;

/** Why a distribution cannot be used, in the language of the page. */
export function sayIn(lang: Lang): (error: DivergenceError | ParseError) => string {
  return (error) => {
    if (!(error instanceof DivergenceError)) return textWords[lang][error.code](error.said);
    const { message, code } = error;
    const [, place = '', value = ''] = PLACE_AND_VALUE.exec(message) ?? [];
    // What follows the first sentence names functions of the module.
    return (
      familiesWords[lang].problems[code]?.(place, value) ??
      FIRST_SENTENCE.exec(message)?.[0] ??
      message
    );
  };
}

/** Which of the module's reasons a finding gives for being infinite. */
export function infinityName(reason: string | undefined): InfinityName | undefined {
  const names = Object.keys(reasons) as InfinityName[];
  return names.find((name) => reasons[name] === reason);
}
