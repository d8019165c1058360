import type { Comparison } from '../../core/index.ts';
import type { Table } from '../result.ts';
import { type Lists, sharesOf } from './lists.ts';

/** All outcomes for a file, however many the page shows: probabilities, and what each adds to both directions. */
export function tableOf({ p, q, form, labels }: Lists, { terms }: Comparison): Table | undefined {
  if (!terms) return undefined;
  const [own, its] = [sharesOf(p, form), sharesOf(q, form)];
  return [
    ['outcome', 'p', 'q', 'p·log(p/q)', 'q·log(q/p)'],
    ...Array.from(own, (share, i) => [
      labels?.[i] ?? i,
      share,
      its[i] as number,
      terms.forward[i] as number,
      terms.reverse[i] as number,
    ]),
  ];
}
