import { type Comparison, type SmoothingOptions, smooth } from '../../core/index.ts';
import { formatNumber } from '../../text/index.ts';
import type { Problem } from '../problem.ts';
import { namesOf, type Said } from './echo.ts';
import { type FiniteForm, isLogarithmic, nothingIn, type Which } from './form.ts';
import { type Given, type Lists, without } from './lists.ts';
import { plain, written } from './write.ts';

/** What a mend makes of the fields, and what it says that it did. */
export interface Mended {
  fields: { p?: string; q?: string; form?: FiniteForm };
  note: string;
}

/** One click that helps. It changes what stands in the fields, where everybody can see it. */
export interface Mend {
  label: string;
  apply: () => Mended;
}

/** Buttons that belong together, as the amounts of smoothing do. */
export interface MendGroup {
  title?: string;
  mends: Mend[];
}

/** All that mends are chosen by. */
export interface Situation {
  form: FiniteForm;
  texts: Record<Which, string>;
  /** Each field, as far as it could be read. */
  given: Partial<Record<Which, Given>>;
  problem: Problem | undefined;
  /** What both came to, unless a field is in trouble. */
  lists: Lists | undefined;
  comparison: Comparison | undefined;
}

const other = (id: Which): Which => (id === 'p' ? 'q' : 'p');
const nameOf = (id: Which) => id.toUpperCase();

const DECIMAL_COMMA = /(\d)[,，](\d)/g;

function swappedComma(id: Which, { texts, problem }: Situation, said: Said): Mend[] {
  const found = texts[id].match(/\d+[,，]\d+/);
  if (!found) return [];
  const helps = ['ambiguous-comma', 'decimal-comma', 'lengths-differ', 'sum-is-not-one'];
  if (!problem || !helps.includes(problem.code)) return [];
  const text = texts[id].replace(DECIMAL_COMMA, '$1.$2');
  const count = texts[id].match(DECIMAL_COMMA)?.length ?? 0;
  const [before, after] = [found[0], found[0].replace(DECIMAL_COMMA, '$1.$2')];
  return [
    {
      label: said.swapComma(before, after),
      apply: () => ({ fields: { [id]: text }, note: said.notes.swapped(count) }),
    },
  ];
}

/** `1.000,5` or `1 000`: the last mark before other than three digits is the decimal point. */
function forGroups(id: Which, { texts, problem }: Situation, said: Said): Mend[] {
  const { start, end } = problem ?? {};
  if (start === undefined || end === undefined) return [];
  const text = texts[id];
  const before = text.slice(start, end);
  const after = before.replace(/[^\d-](?=\d{3}(?!\d))/g, '').replace(/[^\d-]/, '.');
  if (!Number.isFinite(Number(after))) return [];
  const fields = { [id]: text.slice(0, start) + after + text.slice(end) };
  const label = said.swapComma(before, after);
  return [{ label, apply: () => ({ fields, note: said.notes.ungrouped(before, after) }) }];
}

function forSum(id: Which, { form, given }: Situation, said: Said): Mend[] {
  const own = given[id];
  if (!own) return [];
  if (form === 'log-probabilities') {
    const note = said.notes.reread(said.forms.logits);
    return [{ label: said.asLogits, apply: () => ({ fields: { form: 'logits' }, note }) }];
  }
  const sum = Array.from(own.values).reduce((a, b) => a + b, 0);
  const divide = (): Mended => {
    const values = Array.from(own.values, (value) => value / sum);
    const note = said.notes.divided(nameOf(id), formatNumber(sum));
    return { fields: { [id]: written({ ...own, values }) }, note };
  };
  const note = said.notes.reread(said.forms.weights);
  return [
    { label: said.asWeights, apply: () => ({ fields: { form: 'weights' }, note }) },
    { label: said.divide(nameOf(id)), apply: divide },
  ];
}

function forLengths({ form, given: { p, q } }: Situation, said: Said): Mend[] {
  if (!p || !q || p.labels || q.labels) return [];
  const [short, long] =
    p.values.length < q.values.length ? (['p', 'q'] as const) : (['q', 'p'] as const);
  const [shorter, longer] = short === 'p' ? [p, q] : [q, p];
  const count = longer.values.length - shorter.values.length;
  const amount = nothingIn(form);
  const filled = [...Array.from(shorter.values), ...Array<number>(count).fill(amount)];
  const cut = without(longer, (i) => i >= shorter.values.length);
  return [
    {
      label: said.fill(nameOf(short), plain(amount)),
      apply: () => ({
        fields: { [short]: written({ values: filled }) },
        note: said.notes.filled(nameOf(short), count, plain(amount)),
      }),
    },
    {
      label: said.dropLast(nameOf(long), count),
      apply: () => ({
        fields: { [long]: written(cut) },
        note: said.notes.cutEnd(nameOf(long), count),
      }),
    },
  ];
}

/** One names its outcomes and the other does not. */
function forLabels({ given: { p, q } }: Situation, said: Said): Mend[] {
  if (!p || !q || p.values.length !== q.values.length) return [];
  const [from, to] = p.labels ? (['p', 'q'] as const) : (['q', 'p'] as const);
  const labels = p.labels ?? q.labels;
  const bare = to === 'p' ? p : q;
  return [
    {
      label: said.shareLabels(nameOf(from), nameOf(to)),
      apply: () => ({
        fields: { [to]: written({ ...bare, ...(labels && { labels }) }) },
        note: said.notes.labelled(nameOf(from), nameOf(to)),
      }),
    },
  ];
}

/** Without some outcomes, in both fields; `isOut` is asked with the place in the field. */
function dropped(
  given: Partial<Record<Which, Given>>,
  isOut: (field: Given, i: number) => boolean,
): { p?: string; q?: string } {
  const fields: { p?: string; q?: string } = {};
  for (const id of ['p', 'q'] as const) {
    const field = given[id];
    if (field) fields[id] = written(without(field, (i) => isOut(field, i)));
  }
  return fields;
}

function forEntry(id: Which, { given, problem }: Situation, said: Said): Mend[] {
  const index = problem?.index;
  const own = given[id];
  if (index === undefined || !own || own.values.length < 2) return [];
  const label = own.labels?.[index];
  const names = namesOf([index], own.labels, said);
  const isOut = (field: Given, i: number) =>
    label === undefined ? i === index : field.labels?.[i] === label;
  return [
    {
      label: said.drop(names),
      apply: () => ({ fields: dropped(given, isOut), note: said.notes.dropped(names) }),
    },
  ];
}

/** What could not be read, cut out of the text. */
function forToken(id: Which, { texts, problem }: Situation, said: Said): Mend[] {
  const { start, end } = problem ?? {};
  if (start === undefined || end === undefined) return [];
  const token = texts[id].slice(start, end);
  const short = token.length > 12 ? `${token.slice(0, 12)}…` : token;
  const before = texts[id].slice(0, start).replace(/[,;，；\s]+$/, '');
  const after = texts[id].slice(end);
  const text = (before === '' ? after.replace(/^[,;，；\s]+/, '') : before + after).trim();
  if (text === '') return [];
  return [
    {
      label: said.leaveOut(short),
      apply: () => ({ fields: { [id]: text }, note: said.notes.cut(short) }),
    },
  ];
}

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
function forExcluded(
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

/** What helps at a field: with its problem, or, where there is none, with outcomes that make a divergence infinite. */
export function mendsAt(id: Which, situation: Situation, said: Said): MendGroup[] {
  const { problem, lists } = situation;
  if (!problem) return lists ? forExcluded(id, situation, lists, said) : [];
  const byCode: Record<string, () => Mend[]> = {
    'sum-is-not-one': () => forSum(id, situation, said),
    'lengths-differ': () => forLengths(situation, said),
    'kinds-differ': () => forLabels(situation, said),
    negative: () => forEntry(id, situation, said),
    'not-finite': () => forEntry(id, situation, said),
    'not-a-logit': () => forEntry(id, situation, said),
    thousands: () => forGroups(id, situation, said),
    unreadable: () => forToken(id, situation, said),
    'label-alone': () => forToken(id, situation, said),
  };
  const mends = [...swappedComma(id, situation, said), ...(byCode[problem.code]?.() ?? [])];
  return mends.length > 0 ? [{ mends }] : [];
}
