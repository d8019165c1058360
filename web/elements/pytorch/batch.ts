import { type Comparison, compare, DivergenceError, type Finding } from '../../core/index.ts';
import { torch } from '../../peers/index.ts';
import { type Batch, sizeOf } from './form.ts';

function average(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function meanFinding(findings: readonly Finding[]): Finding {
  const [first] = findings;
  if (findings.length === 1) return first as Finding;
  const value = average(findings.map((finding) => finding.value));
  return {
    value,
    method: value === Infinity ? 'infinite' : 'sum',
    error: average(findings.map(({ error }) => error)),
  };
}

/** The mean over rows of all that is said of two distributions. */
function meanComparison(rows: readonly Comparison[]): Comparison {
  const [first] = rows as [Comparison];
  if (rows.length === 1) return first;
  const of = (figure: (row: Comparison) => number | undefined) =>
    average(rows.map((row) => figure(row) ?? 0));
  const forward = meanFinding(rows.map((row) => row.forward));
  const reverse = meanFinding(rows.map((row) => row.reverse));
  const bothInfinite = forward.value === Infinity && reverse.value === Infinity;
  return {
    base: first.base,
    forward,
    reverse,
    asymmetry: bothInfinite ? 0 : of((row) => row.asymmetry),
    jeffreys: of((row) => row.jeffreys),
    jensenShannon: of((row) => row.jensenShannon),
    totalVariation: of((row) => row.totalVariation),
    hellinger: of((row) => row.hellinger),
    bhattacharyya: of((row) => row.bhattacharyya),
    chiSquared: {
      forward: of((row) => row.chiSquared?.forward),
      reverse: of((row) => row.chiSquared?.reverse),
    },
    crossEntropy: {
      forward: of((row) => row.crossEntropy.forward),
      reverse: of((row) => row.crossEntropy.reverse),
    },
    entropy: { p: of((row) => row.entropy.p), q: of((row) => row.entropy.q) },
  };
}

/** A failure of one of several rows names it: P[2] sums to 1.2. */
function inRow(error: unknown, row: number): unknown {
  if (!(error instanceof DivergenceError)) return error;
  const message = error.message.replace(/^([PQ])(?=\W)/, `$1[${row}]`);
  return new DivergenceError(error.code, message, { ...error, row });
}

/**
 * D(P‖Q) and what stands around it: of several rows, their means.
 *
 * Throws   DivergenceError, if a row is no distribution
 */
export function compareBatch(batch: Batch, base: number): Comparison {
  const { form } = batch;
  const ofArguments = form === 'arguments';
  const input = torch.tensor(batch.q, 'float64');
  const q = ofArguments ? torch.rowsOf(torch.softmax(input)) : batch.q;
  const { rows } = sizeOf(batch);
  const found = Array.from({ length: rows }, (_, i) => {
    const [x, y] = [batch.p, q].map((list) => list[list.length === 1 ? 0 : i] as ArrayLike<number>);
    try {
      return compare(x as ArrayLike<number>, y as ArrayLike<number>, {
        base,
        form: ofArguments ? 'probabilities' : form,
      });
    } catch (error) {
      throw rows === 1 ? error : inRow(error, i);
    }
  });
  return meanComparison(found);
}
