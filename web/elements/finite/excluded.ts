import { type SmoothingOptions, smooth } from '../../core/index.ts';
import { formatNumber } from '../../text/index.ts';
import { namesOf, type Said } from './echo.ts';
import { isLogarithmic, nothingIn, type Which } from './form.ts';
import type { Given, Lists } from './lists.ts';
import { dropped, type Mend, type Mended, type MendGroup, nameOf, type Situation } from './mend.ts';
import { plain, written } from './write.ts';

const other = (id: Which): Which => (id === 'p' ? 'q' : 'p');

/** Of the outcomes to which this one gives nothing and the other something. */
function excluded({ p, q, form }: Lists, id: Which): number[] {
  const [own, its] = id === 'p' ? [p, q] : [q, p];
  const nothing = nothingIn(form);
  const found: number[] = [];
  for (let i = 0; i < own.length; i++) {
    if (own[i] === nothing && its[i] !== nothing) found.push(i);
  }
  return found;
}

const EPSILONS = [1e-2, 1e-4, 1e-6];
const PSEUDOCOUNTS = [1, 0.5, 0.01];

/** Something for each outcome, by `smooth`: of counts a part of an observation, of probabilities an ε. */
function smoothing(id: Which, lists: Lists, said: Said): MendGroup[] {
  const { form, labels } = lists;
  if (isLogarithmic(form)) return [];
  const own = lists[id];
  const isCounts = form !== 'probabilities';
  const mends = (isCounts ? PSEUDOCOUNTS : EPSILONS).map((amount): Mend => {
    const options: SmoothingOptions = isCounts
      ? { method: 'pseudocount', pseudocount: amount }
      : { method: 'epsilon', epsilon: amount };
    const apply = (): Mended => {
      const smoothed = smooth(own, options);
      // Counts stay counts; what was added to each stands in the note.
      const values = isCounts
        ? Array.from(own, (count) => count + (smoothed.added ?? 0))
        : smoothed.probabilities;
      const named = labels ? { labels } : {};
      const fields: Mended['fields'] = { [id]: written({ values, ...named }) };
      if (form === 'samples') {
        const its = other(id);
        fields[its] = written({ values: lists[its], ...named });
        fields.form = 'weights';
      }
      const note = said.notes.smoothed(nameOf(id), smoothed);
      return { fields, note: form === 'samples' ? `${said.notes.counted} ${note}` : note };
    };
    return { label: formatNumber(amount), apply };
  });
  return [{ title: said.smooth(nameOf(id)), mends }];
}

/** For outcomes that only the other one has, or to which only it gives something. */
export function forExcluded(
  id: Which,
  { comparison, given }: Situation,
  lists: Lists,
  said: Said,
): MendGroup[] {
  const isInfinite = (id === 'q' ? comparison?.forward : comparison?.reverse)?.value === Infinity;
  const lacking = lists.lacking[id];
  const out = isInfinite ? excluded(lists, id) : [];
  const mends: Mend[] = [];
  const { labels, form } = lists;
  if (lacking.length > 0 && labels) {
    const own = lists.given[id];
    const amount = nothingIn(form);
    const names = namesOf(
      lacking.map((_, i) => i),
      lacking,
      said,
    );
    const full: Given = {
      values: [...Array.from(own.values), ...lacking.map(() => amount)],
      labels: [...(own.labels ?? []), ...lacking],
    };
    mends.push({
      label: said.write(names, plain(amount)),
      apply: () => ({
        fields: { [id]: written(full) },
        note: said.notes.filled(nameOf(id), lacking.length, plain(amount)),
      }),
    });
  }
  const toDrop = out.length > 0 ? out : lacking.map((label) => labels?.indexOf(label) ?? -1);
  if (toDrop.length > 0 && form !== 'samples' && toDrop.length < lists.p.length) {
    const places = new Set(toDrop);
    const gone = new Set(toDrop.map((i) => labels?.[i]));
    const names = namesOf(toDrop, labels, said);
    const isOut = (field: Given, i: number) =>
      labels ? gone.has(field.labels?.[i]) : places.has(i);
    mends.push({
      label: said.drop(names),
      apply: () => ({ fields: dropped(given, isOut), note: said.notes.dropped(names) }),
    });
  }
  return [
    ...(mends.length > 0 ? [{ mends }] : []),
    ...(isInfinite ? smoothing(id, lists, said) : []),
  ];
}
