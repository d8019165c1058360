import type { NormalCurve, Parts } from '../../figures/index.ts';
import type { Unit } from '../unit.ts';
import type { Derivation } from './derivation.ts';
import {
  brackets,
  called,
  fraction,
  given,
  logOf,
  mi,
  mo,
  number,
  operand,
  row,
  square,
  squared,
  sub,
  subSquared,
  type Term,
  value,
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

/** In another unit than nats, the logarithm's base divides. */
export function inUnit(nats: Term, base: number, unit: Unit): Term {
  if (unit === 'nats') return nats;
  return row(fraction(whole(1), logOf(whole(base))), square(nats));
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
  {
    base,
    unit,
    unitName,
    words,
  }: {
    base: number;
    unit: Unit;
    unitName: string;
    words: { fromSpread: string; fromMeans: string };
  },
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
  const split = row(
    called(number(parts.spread), words.fromSpread),
    mo('+'),
    called(number(parts.means), words.fromMeans),
  );
  return {
    name: `D(${of}‖${model})`,
    left: row(mi('D'), brackets(row(mi(of), mo('‖'), mi(model)))),
    lines: [
      inUnit(symbols, base, unit),
      inUnit(numbers, base, unit),
      split,
      value(total, unitName),
    ],
  };
}
