/** Two distributions that a program is to be written of. */
import { FAMILY_CODES, type PlainDistribution } from './code-families.ts';
import { codeIn } from './code-mixtures.ts';
import type { CodeUnit } from './code-units.ts';

export interface Pair {
  p: PlainDistribution;
  q: PlainDistribution;
  unit: CodeUnit;
}

type Both = [p: string, q: string];

/** Both in a language; undefined where it has no name for one of them. */
export function inLanguage(
  { p, q }: Pair,
  language: 'torch' | 'scipy' | 'r' | 'julia',
): Both | undefined {
  const [ofP, ofQ] = [codeIn(p, language), codeIn(q, language)];
  return ofP !== undefined && ofQ !== undefined ? [ofP, ofQ] : undefined;
}

const kindOf = ({ family }: PlainDistribution) => FAMILY_CODES[family]?.kind;

/** The kind of both, if they are of one. */
export function commonKind({ p, q }: Pair) {
  const kind = kindOf(p);
  return kind === kindOf(q) ? kind : undefined;
}
