import type { Comparison } from '../../core/index.ts';
import type { Parts, PartsOfBoth } from '../../figures/index.ts';
import { type Derivation, derivationOf, type InWords } from './derivation.ts';
import {
  brackets,
  called,
  fraction,
  inverse,
  logOf,
  matrix,
  mi,
  mo,
  number,
  operand,
  row,
  square,
  sub,
  type Term,
  transposed,
  whole,
} from './math.ts';

/** Dimensions; larger matrices fill no line. */
export const MOST_WRITTEN = 3;

/** A distribution as the formula shows it. */
interface MultivariateNumbers {
  mean: readonly number[];
  covariance: readonly (readonly number[])[];
}

interface Symbols {
  ofP: Term;
  ofQ: Term;
  difference: Term;
}

/** ½ [log(det Σ_Q/det Σ_P) + tr(Σ_Q⁻¹ Σ_P) − d + (μ_P − μ_Q)ᵀ Σ_Q⁻¹ (μ_P − μ_Q)]. */
function closedForm({ ofP, ofQ, difference }: Symbols, dimension: number): Term {
  const det = (of: Term) => row(mi('det'), of);
  return row(
    fraction(whole(1), whole(2)),
    square([
      logOf(fraction(det(ofQ), det(ofP))),
      mo('+'),
      row(mi('tr'), brackets([inverse(ofQ), ofP])),
      mo('−'),
      whole(dimension),
      mo('+'),
      transposed(difference),
      inverse(ofQ),
      difference,
    ]),
  );
}

/** D of two multivariate normal distributions from the symbols to the value; with matrices put in where they are small. */
function oneDerivation(
  {
    p,
    q,
    names: [of, model],
    parts,
    determinants,
    total,
  }: {
    p: MultivariateNumbers;
    q: MultivariateNumbers;
    names: readonly [string, string];
    parts: Parts;
    /** ½ log(det Σ_Q/det Σ_P): the difference of the entropies. */
    determinants: number;
    total: number;
  },
  said: InWords,
): Derivation {
  const { words } = said;
  const dimension = p.mean.length;
  const symbols = closedForm(
    {
      ofP: sub('Σ', of),
      ofQ: sub('Σ', model),
      difference: brackets([sub('μ', of), mo('−'), sub('μ', model)]),
    },
    dimension,
  );
  const apart = p.mean.map((mean, i) => [mean - (q.mean[i] ?? 0)]);
  const numbers = () =>
    closedForm(
      { ofP: matrix(p.covariance), ofQ: matrix(q.covariance), difference: matrix(apart) },
      dimension,
    );
  const terms = row(
    called(number(determinants), words.determinants),
    mo('+'),
    called(operand(parts.spread - determinants), words.trace),
    mo('+'),
    called(number(parts.means), words.fromMeans),
  );
  const forms = dimension <= MOST_WRITTEN ? [symbols, numbers()] : [symbols];
  const spread = words.fromShape;
  return derivationOf([of, model], forms, [terms], { parts, total, spread }, said);
}

/** Both directions. */
export function multivariateDerivations(
  { p, q }: { p: MultivariateNumbers; q: MultivariateNumbers },
  parts: PartsOfBoth,
  { forward, reverse, entropy }: Comparison,
  said: InWords,
): Derivation[] {
  const determinants = entropy.q - entropy.p;
  return [
    oneDerivation(
      { p, q, names: ['P', 'Q'], parts: parts.forward, determinants, total: forward.value },
      said,
    ),
    oneDerivation(
      {
        p: q,
        q: p,
        names: ['Q', 'P'],
        parts: parts.reverse,
        determinants: -determinants,
        total: reverse.value,
      },
      said,
    ),
  ];
}
