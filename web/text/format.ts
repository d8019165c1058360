/** Digits shown. The rest is in `exactNumber`. */
const SHOWN_DIGITS = 6;

/**
 * A number for reading: six significant digits, no idle zeros, and a true minus sign.
 *
 * From 0.0001 to a million in plain decimals; beyond, with an exponent as programs write it
 * (`1.25e-9`), since 1.25×10⁻⁹ cannot be pasted into one.
 *
 * Edges  0 and −0 are `0` · ±Infinity are `∞` and `−∞` · NaN is `undefined`
 */
export function formatNumber(x: number): string {
  if (Number.isNaN(x)) return 'undefined';
  const sign = x < 0 ? '\u2212' : '';
  const size = Math.abs(x);
  if (size === Infinity) return `${sign}∞`;
  const rounded = Number(size.toExponential(SHOWN_DIGITS - 1));
  const plain = rounded === 0 || (rounded >= 1e-4 && rounded < 1e6);
  return sign + (plain ? String(rounded) : rounded.toExponential().replace('e+', 'e'));
}

/** A number in the fewest digits that give the same double back: for `data-value`. */
export function exactNumber(x: number): string {
  return String(x);
}
