/** Units, and how languages write logarithms to their bases. */
export type CodeUnit = 'nats' | 'bits' | 'bans';

/** Code in a language, to be copied. */
export interface CodeSnippet {
  language: string;
  code: string;
}

export const BASES: Readonly<Record<CodeUnit, string>> = { nats: '', bits: '2', bans: '10' };

/** An expression in nats as one in the unit; `log` is the language's natural logarithm. */
export function inUnit(nats: string, unit: CodeUnit, log: string): string {
  return unit === 'nats' ? nats : `${nats} / ${log}(${BASES[unit]})`;
}

/** The code is written when it is first read: of ten thousand outcomes that takes a while, and mostly nobody looks. */
export function snippet(language: string, write: () => string): CodeSnippet {
  let code: string | undefined;
  return {
    language,
    get code() {
      code ??= write();
      return code;
    },
  };
}
