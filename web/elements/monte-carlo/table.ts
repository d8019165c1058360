import type { Estimate, Estimator } from '../../core/index.ts';
import type { Sweep } from '../../figures/index.ts';
import type { Table } from '../result.ts';

/** Over all μ, in the unit of that many nats. */
export function tableOfSweep(
  points: Sweep,
  { estimator, samples }: { estimator: Estimator; samples: number },
  nats: number,
): Table {
  const name = `${estimator} of ${samples} draws`;
  const rows = points.mu.map((mu, i) => [
    mu,
    ...[points.exact, points.value, points.standardError, points.weighted].map(
      (numbers) => (numbers[i] as number) / nats,
    ),
  ]);
  return [['mu', 'exact', name, 'standard error', 'density-weighted'], ...rows];
}

/** As draws come in, in the unit of that many nats. */
export function tableOfTrace(
  trace: NonNullable<Estimate['trace']>,
  estimator: Estimator,
  nats: number,
): Table {
  const rows = Array.from(trace.samples, (count, i) => [
    count,
    (trace.value[i] ?? Number.NaN) / nats,
    (trace.standardError[i] ?? Number.NaN) / nats,
  ]);
  return [['draws', estimator, 'standard error'], ...rows];
}
