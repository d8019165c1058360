import type { NormalCurve, Parts } from '../../figures/index.ts';
import { type Derivation, derivationOf, type InWords } from './derivation.ts';
import {
  brackets,
  fraction,
  given,
  logOf,
  mo,
  operand,
  row,
  squared,
  sub,
  subSquared,
  type Term,
  whole,
} from './math.ts';

/** log(σ_Q/σ_P) + (σ_P² + (μ_P − μ_Q)²)/(2σ_Q²) − ½, of symbols or of numbers. */
function closedForm(of: { ratio: Term; variance: Term; difference: Term; twice: Term }): Term {
  return row(
    logOf(of.ratio),
    mo('+'),
    fraction([of.variance, mo('+'), squared(brackets(of.difference))], of.twice),
    mo('−'),
    fraction(whole(1), whole(2)),
  );
}

export interface NormalNumbers {
  /** The distribution described and its model: P and Q, or the other way round. */
  p: NormalCurve;
  q: NormalCurve;
  names: readonly [string, string];
  parts: Parts;
  total: number;
}

/** D of two normal distributions from the symbols to the value, with the numbers put in. */
export function normalDerivation(
  { p, q, names: [of, model], parts, total }: NormalNumbers,
  said: InWords,
): Derivation {
  const symbols = closedForm({
    ratio: fraction(sub('σ', model), sub('σ', of)),
    variance: subSquared('σ', of),
    difference: row(sub('μ', of), mo('−'), sub('μ', model)),
    twice: row(whole(2), subSquared('σ', model)),
  });
  const numbers = closedForm({
    ratio: fraction(given(q.scale), given(p.scale)),
    variance: squared(operand(p.scale, given)),
    difference: row(given(p.loc), mo('−'), operand(q.loc, given)),
    twice: row(whole(2), mo('·'), squared(operand(q.scale, given))),
  });
  const spread = said.words.fromSpread;
  return derivationOf([of, model], [symbols, numbers], [], { parts, total, spread }, said);
}
