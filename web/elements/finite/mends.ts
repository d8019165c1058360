import { formatNumber } from '../../text/index.ts';
import { ungrouped } from '../../words/index.ts';
import { namesOf, type Said } from './echo.ts';
import { forExcluded } from './excluded.ts';
import { nothingIn, type Which } from './form.ts';
import { type Given, without } from './lists.ts';
import { dropped, type Mend, type Mended, type MendGroup, nameOf, type Situation } from './mend.ts';
import { plain, written } from './write.ts';

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

/** `1.000,5` or `1 000`, as one number. */
function forGroups(id: Which, { texts, problem }: Situation, said: Said): Mend[] {
  const { start, end } = problem ?? {};
  if (start === undefined || end === undefined) return [];
  const text = texts[id];
  const before = text.slice(start, end);
  const after = ungrouped(before);
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
