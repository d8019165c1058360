// What stands at a field that cannot be used: place, value and rule, in the language of the page.
import { beforeAll, describe, expect, it } from 'vitest';
import init, { compare, DivergenceError, normal } from '../../web/core/index.ts';
import { attempt, explain, type FieldNames, Problems } from '../../web/elements/problem.ts';
import { parseNumber, parseOutcomes } from '../../web/text/index.ts';
import { errorWords, type Lang, ungrouped } from '../../web/words/index.ts';

beforeAll(() => init());

const LANGUAGES = ['en', 'zh'] as const;

function noted(lang: Lang, step: () => unknown, names?: FieldNames) {
  const problems = new Problems(lang, names);
  expect(attempt(problems, (argument = 'text') => argument, step)).toBeUndefined();
  expect(problems.size).toBe(1);
  const [[id, problem]] = [...problems] as [[string, { code: string; message: string }]];
  return { id, ...problem };
}

describe('a problem of two distributions', () => {
  it.each<[string, () => unknown, string, string, string]>([
    [
      'a negative weight',
      () => compare([0.5, 0.5], [1.4, -0.4]),
      'q',
      'Q[1] is -0.4: weights must be finite and at least 0.',
      'Q[1] 为 -0.4：权重必须是有限的数，且不小于 0。',
    ],
    [
      'a weight that is no number',
      () => compare([0.5, Number.NaN], [0.5, 0.5]),
      'p',
      'P[1] is NaN: weights must be finite and at least 0.',
      'P[1] 为 NaN：权重必须是有限的数，且不小于 0。',
    ],
    [
      'a weight with a label',
      () => compare({ 'light rain': -1, sun: 2 }, { 'light rain': 1, sun: 1 }),
      'p',
      'P["light rain"] is -1: weights must be finite and at least 0.',
      'P["light rain"] 为 -1：权重必须是有限的数，且不小于 0。',
    ],
    [
      'a sum that is not 1, without what binary adds to it',
      () => compare([0.5, 0.5], [0.7, 0.2]),
      'q',
      'Q sums to 0.9: probabilities must sum to 1 within 0.000001.',
      'Q 的和为 0.9：概率之和必须为 1，相差不超过 0.000001。',
    ],
    [
      'lengths that differ',
      () => compare([0.5, 0.5], [0.2, 0.3, 0.5]),
      'q',
      'P has 2 outcomes but Q has 3: both must describe the same outcomes.',
      'P 有 2 个结果，而 Q 有 3 个：两者必须描述相同的结果。',
    ],
    [
      'labels in one alone',
      () => compare({ a: 1 }, [1]),
      'q',
      'P names its outcomes but Q does not: both must have labels, or neither.',
      'P 的结果有标签，而 Q 没有：要么都有，要么都没有。',
    ],
    [
      'no outcomes',
      () => compare([], []),
      'p',
      'P has no outcomes: a distribution needs at least one.',
      'P 没有结果：分布至少要有一个结果。',
    ],
    [
      'a parameter',
      () => compare(normal(0, 1), normal(0, -1)),
      'q.scale',
      'Q.scale is -1: this parameter must be greater than 0.',
      'Q.scale 为 -1：这个参数必须大于 0。',
    ],
  ])('is told of %s', (_, step, id, english, chinese) => {
    expect(noted('en', step)).toMatchObject({ id, message: english });
    expect(noted('zh', step)).toMatchObject({ id, message: chinese });
  });

  it('names the field as the page does, and the element in it', () => {
    const scale = () => compare(normal(0, -1), normal(0, 1));
    expect(noted('en', scale, { 'p.scale': 'σ of P' }).message).toMatch(/^σ of P is -1: /);
    expect(noted('zh', scale, { 'p.scale': 'P 的 σ' }).message).toMatch(/^P 的 σ 为 -1：/);
    const error = new DivergenceError(
      'not-symmetric',
      'P.cov[0][1] is 2, and not as its mirror image: …',
      {
        argument: 'p.cov',
        index: 1,
        value: 2,
      },
    );
    expect(explain(error, 'zh', { 'p.cov': 'Σ' })).toMatch(/^Σ\[0\]\[1\] 为 2，/);
  });
});

describe('a problem of a text', () => {
  it('is told in both languages, with its place', () => {
    const problems = new Problems('zh');
    attempt(
      problems,
      () => 'p',
      () => parseOutcomes('0.4, abc', 'P'),
    );
    expect(problems.get('p')).toEqual({
      code: 'unreadable',
      message: 'P[1] 为 “abc”：每一项都必须是数，例如 0.25、25% 或 1/4。',
      index: 1,
      start: 5,
      end: 8,
    });
    expect(noted('en', () => parseNumber('0,5', 'σ of P')).message).toBe(
      'σ of P is “0,5”: the decimal point must be a dot, 0.5.',
    );
  });
});

describe('grouped digits', () => {
  it.each([
    ['1,234 5,678', '1,234', 'digits must not be grouped, so write 1234.'],
    ["1'234'567; 2", "1'234'567", 'digits must not be grouped, so write 1234567.'],
    ['1,234.5; 2', '1,234.5', 'digits must not be grouped, so write 1234.5.'],
    ['-1\u202f034; 2', '-1\u202f034', 'digits must not be grouped, so write -1034.'],
    ['1,234%; 2', '1,234%', 'digits must not be grouped, so write 1234%.'],
    [
      '1.000,5; 2',
      '1.000,5',
      'the decimal point must be a dot, and digits must not be grouped, so write 1000.5.',
    ],
  ])('in %s are told how to be written', (text, token, rule) => {
    expect(noted('en', () => parseOutcomes(text, 'P')).message).toBe(`P has “${token}”: ${rule}`);
  });

  it('with a decimal comma keep the size of the number', () => {
    expect(['1.000,5', '1.000,500', '-12.345.678,9%'].map(ungrouped)).toEqual([
      '1000.5',
      '1000.500',
      '-12345678.9%',
    ]);
    expect(noted('zh', () => parseOutcomes('1.000,5; 2', 'P')).message).toBe(
      'P 中有 “1.000,5”：小数点必须是点，数字不能分组，请写成 1000.5。',
    );
  });
});

it('any other error is a bug, and is thrown on', () => {
  const bug = () => {
    throw new TypeError('a bug');
  };
  expect(() => attempt(new Problems('en'), () => 'p', bug)).toThrow(TypeError);
});

describe('every code', () => {
  it.each(Object.keys(errorWords.en) as (keyof typeof errorWords.en)[])(
    '%s has a sentence in both languages, with nothing missing in it',
    (code) => {
      const error = new DivergenceError(code, 'P[3] is 7: a rule. Pass an option.', {
        argument: 'p',
        index: 3,
        value: 7,
        expected: 8,
        tolerance: 9,
      });
      for (const lang of LANGUAGES) {
        const message = explain(error, lang);
        expect(message).toMatch(lang === 'en' ? /\.$/ : /[\u4e00-\u9fff].*。$/);
        expect(message).not.toMatch(/undefined|Pass an option/);
      }
    },
  );
});
