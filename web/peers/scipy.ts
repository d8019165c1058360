/**
 * SciPy's functions, each on one distribution of P and one of Q.
 *
 * Source   SciPy 1.10: scipy/stats/_entropy.py, special/_convex_analysis.pxd, spatial/distance.py; recorded in
 *          tests/vectors/peers_python.json
 */
import { shares, sum, sumOfTerms } from './arithmetic.ts';

type Numbers = ArrayLike<number>;

/** x log(x/y); 0 for x = 0; Infinity where y = 0, and for negative numbers. */
function relativeEntropy(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x > 0 && y > 0) return x * Math.log(x / y);
  return x === 0 && y >= 0 ? 0 : Infinity;
}

/** `scipy.special.rel_entr(P, Q).sum()`: nothing is normalised, so that it may be negative. */
export function relEntr(p: Numbers, q: Numbers): number {
  return sumOfTerms(p, q, relativeEntropy);
}

/** `scipy.special.kl_div(P, Q).sum()`: x log(x/y) − x + y, the generalised divergence; nothing is normalised. */
export function klDiv(p: Numbers, q: Numbers): number {
  return sumOfTerms(p, q, (x, y) => {
    if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
    if (x > 0 && y > 0) return x * Math.log(x / y) - x + y;
    return x === 0 && y >= 0 ? y : Infinity;
  });
}

/** `scipy.stats.entropy(P, Q)`, with `base=` if there is one: divides both by their sums, silently. */
export function entropy(p: Numbers, q: Numbers, base?: number): number {
  const nats = relEntr(shares(p), shares(q));
  return base === undefined ? nats : nats / Math.log(base);
}

/**
 * `scipy.spatial.distance.jensenshannon(P, Q)`: the root of the Jensen–Shannon divergence, of both divided by their sums.
 * Symmetric, and never Infinity.
 */
export function jensenshannon(p: Numbers, q: Numbers, base?: number): number {
  const [x, y] = [shares(p), shares(q)];
  const middle = x.map((a, i) => (a + (y[i] as number)) / 2);
  const both = sum([relEntr(x, middle), relEntr(y, middle)]);
  return Math.sqrt((base === undefined ? both : both / Math.log(base)) / 2);
}
