import type { StepSize } from '../../figures/index.ts';
import type { FiniteForm } from './form.ts';
import { sharesOf } from './lists.ts';

const STEPS: Record<StepSize, number> = { small: 0.001, usual: 0.01, large: 0.1 };
const WHOLE_STEPS: Record<StepSize, number> = { small: 1, usual: 1, large: 10 };
const DRAG_DIGITS = 3; // a pixel is worth about 0.004
const MOST = 0.999; // beyond it weights and logits run away

const rounded = (x: number, digits: number) => Number(x.toFixed(digits));

/** Four decimals, of small numbers four digits: what is not 0 does not become 0. */
function short(x: number): number {
  return x >= 0.001 ? rounded(x, 4) : Number(x.toPrecision(4));
}

/**
 * One probability as given; the others keep their ratios and share the rest, equally if they were all 0. They are written short,
 * and the largest of them takes what rounding leaves, so that the sum is 1.
 */
function movedProbabilities(before: ArrayLike<number>, i: number, value: number): number[] {
  const others = 1 - (before[i] as number);
  const rest = 1 - value;
  const after = Array.from(before, (old, j) =>
    j === i ? value : short(others > 0 ? (old / others) * rest : rest / (before.length - 1)),
  );
  let largest = -1;
  let sum = value;
  after.forEach((x, j) => {
    if (j === i) return;
    sum += x;
    if (largest < 0 || x > (after[largest] as number)) largest = j;
  });
  after[largest] = rounded((after[largest] as number) + 1 - sum, 7);
  return after;
}

/** Only one weight moves; whole ones stay whole. */
function movedWeights(before: ArrayLike<number>, i: number, share: number): number[] {
  const after = Array.from(before);
  const rest = after.reduce((sum, weight, j) => (j === i ? sum : sum + weight), 0);
  if (rest === 0) return after; // its share is 1, whatever it weighs
  const weight = (rest * share) / (1 - share);
  after[i] = after.every(Number.isInteger) ? Math.round(weight) : Number(weight.toPrecision(4));
  return after;
}

/** Only one logit moves: the odds against all others are its exponential less theirs. */
function movedLogits(before: ArrayLike<number>, i: number, share: number): number[] {
  const after = Array.from(before);
  const shares = sharesOf(before, 'logits');
  const largest = shares.indexOf(Math.max(...shares));
  const whole = (before[largest] as number) - Math.log(shares[largest] as number);
  const others = whole + Math.log1p(-(shares[i] as number));
  if (others === -Infinity) return after; // its share is 1, whatever it is
  after[i] = rounded(others + Math.log(share / (1 - share)), DRAG_DIGITS);
  return after;
}

/**
 * The numbers of a field when one outcome comes to have a share of the whole.
 *
 * @param digits to which the share is rounded: those that a pixel is worth, if not given
 */
export function dragged(
  before: ArrayLike<number>,
  i: number,
  share: number,
  form: FiniteForm,
  digits = DRAG_DIGITS,
): number[] {
  const inside = Math.min(MOST, Math.max(1 - MOST, share));
  switch (form) {
    case 'logits':
      return movedLogits(before, i, inside);
    case 'log-probabilities':
      // Seven decimals: e to them sums to 1 as exactly as the module asks.
      return movedProbabilities(sharesOf(before, form), i, rounded(inside, digits)).map((x) =>
        rounded(Math.log(x), 7),
      );
    case 'probabilities':
      return movedProbabilities(before, i, rounded(share, digits));
    default:
      return movedWeights(before, i, Math.min(MOST, share));
  }
}

/** The share to which an arrow key takes an outcome. */
export function steppedShare(share: number, direction: number, size: StepSize): number {
  return Math.min(1, Math.max(0, share + direction * STEPS[size]));
}

/** The numbers of a field one arrow key further, where only one of them moves. */
export function steppedAlone(
  before: ArrayLike<number>,
  i: number,
  direction: number,
  size: StepSize,
  form: FiniteForm,
): number[] {
  const after = Array.from(before);
  const own = after[i] as number;
  if (form === 'logits') {
    after[i] = rounded(own + direction * STEPS[size], 12);
    return after;
  }
  const unit = 10 ** Math.floor(Math.log10(Math.max(...after)));
  const step = after.every(Number.isInteger) ? WHOLE_STEPS[size] : STEPS[size] * unit;
  after[i] = Math.max(0, Number((own + direction * step).toPrecision(12)));
  return after;
}
