import { words } from './lang.ts';

/** What a sentence about a text that cannot be read speaks of. */
export interface ParseSaid {
  /** The field: `P`, `σ of P`. */
  name: string;
  /** Which number of the list, from 0, as in `P[1]`. */
  index?: number;
  /** The text in question, as it was written. */
  token?: string;
  /** How many there are, or may be. */
  count?: number;
}

const LONGEST_QUOTE = 24;

/** A piece of the user's text, in quotes and short enough for a sentence. */
function quote(token = ''): string {
  // By code points, so that a surrogate pair is never cut in two.
  const start = Array.from(token.slice(0, 2 * LONGEST_QUOTE + 2));
  const short = start.length > LONGEST_QUOTE ? `${start.slice(0, LONGEST_QUOTE).join('')}…` : token;
  return `“${short}”`;
}

const amount = (count = 0) => count.toLocaleString('en');
const at = ({ name, index }: ParseSaid) => (index === undefined ? name : `${name}[${index}]`);
const undotted = (token = '') => token.replace(',', '.');

const MARKS = /[,，.．'’_\s]/g;

/** A number without the marks that group its digits; the last mark is the decimal point, if it is another than the first. */
export function ungrouped(token = ''): string {
  const marks = token.match(MARKS) ?? [];
  const last = marks.at(-1) ?? '';
  const digits = (part: string) => part.replace(MARKS, '');
  if (last === marks[0]) return digits(token);
  const point = token.lastIndexOf(last);
  const fraction = digits(token.slice(point));
  return digits(token.slice(0, point)) + (fraction ? `.${fraction}` : '');
}

/** Whether a comma is the last mark of several: `1.000,5`. */
const endsWithComma = (token = '') =>
  ungrouped(token).includes('.') && /[,，][^,，.．]*$/.test(token);

/** Why a text could not be read as numbers or as observations: field, place, text, rule. */
export const textWords = words({
  en: {
    unreadable: (said: ParseSaid) =>
      `${at(said)} is ${quote(said.token)}: each entry must be a number, such as 0.25, 25% or 1/4.`,
    empty: ({ name }: ParseSaid) =>
      `${name} is empty: it must have a number for each outcome, such as 0.4, 0.6.`,
    'no-number': ({ name }: ParseSaid) => `${name} is empty: it must be a number, such as 0.5.`,
    'no-observation': ({ name }: ParseSaid) =>
      `${name} is empty: it must have an observation at least, such as red, blue, red.`,
    'not-a-number': ({ name, token }: ParseSaid) =>
      `${name} is ${quote(token)}: it must be one number, such as 0.5.`,
    'too-many': ({ name, count }: ParseSaid) =>
      `${name} has more than ${amount(count)} entries: a field takes no more; the module takes any number.`,
    'too-long': ({ name, count }: ParseSaid) =>
      `${name} is ${amount(count)} characters long: a field takes at most 1,000,000.`,
    'not-one': ({ name, token }: ParseSaid) =>
      `${name} is ${quote(token)}: it must be one number, such as 0.5.`,
    'decimal-comma': ({ name, token }: ParseSaid) =>
      `${name} is ${quote(token)}: the decimal point must be a dot, ${undotted(token)}.`,
    'ambiguous-comma': (said: ParseSaid) =>
      `${said.name} has ${quote(said.token)}, which may be one number or two: write ${undotted(said.token)}, or a space after the comma.`,
    thousands: (said: ParseSaid) =>
      `${said.name} has ${quote(said.token)}: ${endsWithComma(said.token) ? 'the decimal point must be a dot, and digits' : 'digits'} must not be grouped, so write ${ungrouped(said.token)}.`,
    shortened: (said: ParseSaid) =>
      `${said.name} has ${quote(said.token)}: a print that leaves numbers out cannot be used, so print all of them.`,
    'label-alone': (said: ParseSaid) =>
      `${said.name} has the label ${quote(said.token)} without a number: each label must have one, such as rain: 0.2.`,
    'label-missing': (said: ParseSaid) =>
      `${at(said)} is ${quote(said.token)}, without a label where others have one: all outcomes must have labels, or none.`,
    'label-twice': (said: ParseSaid) =>
      `${said.name} has the label ${quote(said.token)} twice: each outcome must have a label of its own.`,
    'labels-differ': ({ name, token, count }: ParseSaid) =>
      `${name} has ${token} outcomes, but there are ${count} labels: each outcome must have one.`,
    'many-columns': ({ name, token }: ParseSaid) =>
      `${name} has more than one number for ${quote(token)}: each label must have one.`,
    counts: ({ name, token }: ParseSaid) =>
      `${name} has ${quote(token)} with a number: it must be a list of observations, such as red, blue, red.`,
    'several-lists': ({ name, token }: ParseSaid) =>
      `${name} has more than one list, the second called ${quote(token)}: it must have one.`,
    'no-distribution': ({ name }: ParseSaid) =>
      `${name} is empty: it must be a distribution, such as Normal(0, 1).`,
    'not-a-distribution': ({ name, token }: ParseSaid) =>
      `${name} cannot be read at ${quote(token)}: it must be a distribution, such as Normal(0, 1) or 0.3 Normal(0, 1) + 0.7 Laplace(4, 1).`,
    'not-a-list': ({ name, token }: ParseSaid) =>
      `${name} is ${quote(token)}: it must be a list of numbers, such as [1, 2, 3].`,
  },
  zh: {
    unreadable: (said: ParseSaid) =>
      `${at(said)} 为 ${quote(said.token)}：每一项都必须是数，例如 0.25、25% 或 1/4。`,
    empty: ({ name }: ParseSaid) => `${name} 为空：每个结果都要有一个数，例如 0.4, 0.6。`,
    'no-number': ({ name }: ParseSaid) => `${name} 为空：必须是一个数，例如 0.5。`,
    'no-observation': ({ name }: ParseSaid) =>
      `${name} 为空：至少要有一个观测，例如 red, blue, red。`,
    'not-a-number': ({ name, token }: ParseSaid) =>
      `${name} 为 ${quote(token)}：必须是一个数，例如 0.5。`,
    'too-many': ({ name, count }: ParseSaid) =>
      `${name} 超过 ${amount(count)} 项：输入框最多接受这么多；模块则没有限制。`,
    'too-long': ({ name, count }: ParseSaid) =>
      `${name} 长 ${amount(count)} 个字符：输入框最多接受 1,000,000 个。`,
    'not-one': ({ name, token }: ParseSaid) =>
      `${name} 为 ${quote(token)}：必须是一个数，例如 0.5。`,
    'decimal-comma': ({ name, token }: ParseSaid) =>
      `${name} 为 ${quote(token)}：小数点必须是点，即 ${undotted(token)}。`,
    'ambiguous-comma': (said: ParseSaid) =>
      `${said.name} 中的 ${quote(said.token)} 可能是一个数，也可能是两个：请写成 ${undotted(said.token)}，或在逗号后加空格。`,
    thousands: (said: ParseSaid) =>
      `${said.name} 中有 ${quote(said.token)}：${endsWithComma(said.token) ? '小数点必须是点，' : ''}数字不能分组，请写成 ${ungrouped(said.token)}。`,
    shortened: (said: ParseSaid) =>
      `${said.name} 中有 ${quote(said.token)}：省略了部分数的输出不能使用，请输出全部。`,
    'label-alone': (said: ParseSaid) =>
      `${said.name} 中的标签 ${quote(said.token)} 没有对应的数：每个标签都要有一个，例如 rain: 0.2。`,
    'label-missing': (said: ParseSaid) =>
      `${at(said)} 为 ${quote(said.token)}，没有标签，而其他结果有：要么全部有标签，要么都没有。`,
    'label-twice': (said: ParseSaid) =>
      `${said.name} 中的标签 ${quote(said.token)} 出现了两次：每个结果的标签必须不同。`,
    'labels-differ': ({ name, token, count }: ParseSaid) =>
      `${name} 有 ${token} 个结果，标签却有 ${count} 个：每个结果必须有一个标签。`,
    'many-columns': ({ name, token }: ParseSaid) =>
      `${name} 中 ${quote(token)} 有不止一个数：每个标签只能有一个。`,
    counts: ({ name, token }: ParseSaid) =>
      `${name} 中的 ${quote(token)} 带有数：必须是观测的列表，例如 red, blue, red。`,
    'several-lists': ({ name, token }: ParseSaid) =>
      `${name} 中有不止一个列表，第二个名为 ${quote(token)}：只能有一个。`,
    'no-distribution': ({ name }: ParseSaid) => `${name} 为空：必须是一个分布，例如 Normal(0, 1)。`,
    'not-a-distribution': ({ name, token }: ParseSaid) =>
      `${name} 在 ${quote(token)} 处无法读取：必须是一个分布，例如 Normal(0, 1) 或 0.3 Normal(0, 1) + 0.7 Laplace(4, 1)。`,
    'not-a-list': ({ name, token }: ParseSaid) =>
      `${name} 为 ${quote(token)}：必须是数的列表，例如 [1, 2, 3]。`,
  },
});
