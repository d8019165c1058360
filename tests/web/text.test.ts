// What people paste, and what becomes of it.
import { describe, expect, it } from 'vitest';
import {
  MAX_NUMBERS,
  MAX_TEXT,
  ParseError,
  parseNumber,
  parseTable,
  parseVector,
} from '../../web/text/index.ts';
import { refusal } from './support/refusal.ts';

describe('a list', () => {
  it.each<[string, string, number[]]>([
    ['commas', '0.4,0.6', [0.4, 0.6]],
    ['commas and spaces', '0.4, 0.6', [0.4, 0.6]],
    ['spaces', '2 2 1', [2, 2, 1]],
    ['tabs', '0.4\t0.6', [0.4, 0.6]],
    ['lines of Unix', '0.4\n0.6\n', [0.4, 0.6]],
    ['lines of Windows', '0.4\r\n0.6\r\n', [0.4, 0.6]],
    ['semicolons', '0.4; 0.6', [0.4, 0.6]],
    ['full-width commas', '0.4，0.6', [0.4, 0.6]],
    ['full-width semicolons', '0.4；0.6', [0.4, 0.6]],
    ['ideographic commas and spaces', '0.4、0.5　0.1', [0.4, 0.5, 0.1]],
    ['full-width digits', '０．４，０．６', [0.4, 0.6]],
    ['no-break spaces', '0.4\u00a00.6', [0.4, 0.6]],
    ['a byte-order mark', '\ufeff0.4 0.6', [0.4, 0.6]],
    ['zero-width spaces', '0.4,\u200b0.6', [0.4, 0.6]],
    ['square brackets', '[0.4, 0.6]', [0.4, 0.6]],
    ['round brackets', '(0.4, 0.6)', [0.4, 0.6]],
    ['braces', '{0.4, 0.6}', [0.4, 0.6]],
    ['full-width brackets', '【0.4，0.6】', [0.4, 0.6]],
    ['a bracket not closed yet', '[0.4, 0.6', [0.4, 0.6]],
    ['NumPy', 'array([0.4, 0.6])', [0.4, 0.6]],
    ['NumPy with its module and type', 'np.array([0.4, 0.6], dtype=float32)', [0.4, 0.6]],
    ['NumPy as str prints it', '[0.4 0.6]', [0.4, 0.6]],
    ['PyTorch', 'tensor([0.4000, 0.6000])', [0.4, 0.6]],
    [
      'PyTorch with its device and gradient',
      "tensor([0.4, 0.6], device='cuda:0', dtype=torch.float64, requires_grad=True)",
      [0.4, 0.6],
    ],
    ['R', 'c(0.4, 0.6)', [0.4, 0.6]],
    ['JavaScript', 'Float64Array.of(0.4, 0.6)', [0.4, 0.6]],
    ['a console, which prints the length', 'Float64Array(2) [ 0.4, 0.6 ]', [0.4, 0.6]],
    ['an assignment', 'p = [0.4, 0.6]', [0.4, 0.6]],
    ['an assignment without spaces', 'p=0.4,0.6', [0.4, 0.6]],
    ['trailing commas', '0.4, 0.6,', [0.4, 0.6]],
    ['percentages', '40%, 60%', [0.4, 0.6]],
    ['percentages in full width', '40％，60％', [0.4, 0.6]],
    ['fractions', '1/3 2/3', [1 / 3, 2 / 3]],
    ['exponents', '4e-1 6E-1', [0.4, 0.6]],
    ['bare points', '.4 .6 1.', [0.4, 0.6, 1]],
    ['signs', '+0.5 -0.5', [0.5, -0.5]],
    ['the minus sign this page prints', '\u22120.5', [-0.5]],
    ['a dash for a minus', '\u20130.5', [-0.5]],
    ['infinities', 'inf -inf Infinity ∞', [Infinity, -Infinity, Infinity, Infinity]],
    ['not-a-number', 'nan NaN', [Number.NaN, Number.NaN]],
    ['one number', '1', [1]],
  ])('is read from %s', (_, text, numbers) => {
    expect(parseVector(text, 'P')).toEqual(numbers);
  });

  it('gives each percentage the double nearest to its decimal', () => {
    expect(parseVector('12.3% 0.7% 110%', 'P')).toEqual([0.123, 0.007, 1.1]);
  });

  it.each<[string, string, number, string]>([
    ['a word', '0.4, abc', 1, 'abc'],
    ['two points', '0.4.1', 0, '0.4.1'],
    ['an exponent without digits', '1e', 0, '1e'],
    ['a lone sign', '0.4 - 0.6', 1, '-'],
    ['a fraction without a denominator', '1/', 0, '1/'],
    ['a fraction of fractions', '1/2/3', 0, '1/2/3'],
    ['a hexadecimal number', '0x10', 0, '0x10'],
    ['digits grouped by underscores', '1_000', 0, '1_000'],
    ['a lone percent sign', '%', 0, '%'],
    ['a formula', '0.1+0.2', 0, '0.1+0.2'],
    ['an unknown keyword argument', '[0.4, 0.6], axis=1', 2, 'axis=1'],
    ['code', 'alert(1)//', 0, 'alert(1)'],
    ['a function of the numbers', 'softmax([1, 2])', 0, 'softmax([1, 2])'],
    ['full-width text, quoted as written', '0.4，ａｂ', 1, 'ａｂ'],
  ])('is refused for %s, which the error names', (_, text, index, token) => {
    const error = refusal(() => parseVector(text, 'Q'));
    expect(error).toMatchObject({ code: 'unreadable', index, token });
    expect(error.message).toContain(`Q[${index}] is “${token}”`);
    expect(text.slice(error.start, error.end)).toBe(token);
  });

  it.each(['', '   \n', '[]', 'array([])', ',;'])('is refused as empty: %j', (text) => {
    expect(refusal(() => parseVector(text, 'P'))).toMatchObject({ code: 'empty' });
  });

  it('is cut short in the message, never in the middle of a character', () => {
    const { message } = refusal(() => parseVector('𝟒'.repeat(500), 'P'));
    expect(message.length).toBeLessThan(130);
    expect(message).toContain(`${'𝟒'.repeat(24)}…`);
  });

  it('may be as long as the limit and no longer', () => {
    expect(parseVector('1 '.repeat(MAX_NUMBERS), 'P')).toHaveLength(MAX_NUMBERS);
    const error = refusal(() => parseVector('1 '.repeat(MAX_NUMBERS + 1), 'P'));
    expect(error.code).toBe('too-many');
    expect(error.message).toContain('10,000');
  });

  it('is refused by its length before it is read', () => {
    const error = refusal(() => parseVector(' '.repeat(MAX_TEXT + 1), 'P'));
    expect(error.code).toBe('too-long');
    expect(error.message).toContain('1,000,000');
  });

  // At the limit, quadratic work would be 10¹² steps: far beyond the time a test is given.
  it.each(['1', 'e', '.', '[', 'a', ' ', '=', '1/', '1.', 'é', '\t\n'])(
    'takes time in proportion to its length, whatever repeats: %j',
    (piece) => {
      const text = piece.repeat(Math.floor(MAX_TEXT / piece.length) - 1);
      for (const hostile of [text, `${text}!`]) {
        try {
          parseVector(hostile, 'P');
        } catch (error) {
          expect(error).toBeInstanceOf(ParseError);
        }
        parseTable(hostile);
      }
    },
  );
});

describe('a single number', () => {
  it.each<[string, number]>([
    ['0.5', 0.5],
    [' 2 ', 2],
    ['−1.5', -1.5],
    ['1/4', 0.25],
    ['50%', 0.5],
    ['inf', Infinity],
  ])('is read from %j', (text, value) => {
    expect(parseNumber(text, 'μ of P')).toBe(value);
  });

  it.each<[string, string, string]>([
    ['', 'no-number', 'σ of P is empty: it must be a number, such as 0.5.'],
    ['one', 'not-a-number', 'σ of P is “one”: it must be one number, such as 0.5.'],
    ['1 2', 'not-one', 'σ of P is “1 2”: it must be one number, such as 0.5.'],
    ['0,5', 'decimal-comma', 'σ of P is “0,5”: the decimal point must be a dot, 0.5.'],
    ['-', 'not-a-number', 'σ of P is “-”: it must be one number, such as 0.5.'],
  ])('is not read from %j', (text, code, message) => {
    expect(refusal(() => parseNumber(text, 'σ of P'))).toMatchObject({ code, message });
  });
});

describe('two columns', () => {
  it.each<[string, string]>([
    ['a spreadsheet', '0.4\t0.5\n0.4\t0.1\n0.2\t0.4\n'],
    ['a spreadsheet of Windows', '0.4\t0.5\r\n0.4\t0.1\r\n0.2\t0.4\r\n'],
    ['a file with headings', 'P,Q\n0.4,0.5\n0.4,0.1\n0.2,0.4'],
    ['aligned text', '  0.4  0.5\n  0.4  0.1\n\n  0.2  0.4'],
  ])('are found in %s', (_, text) => {
    expect(parseTable(text)).toEqual({ p: '0.4, 0.4, 0.2', q: '0.5, 0.1, 0.4' });
  });

  it('are found in two lines if a tab says that they are columns', () => {
    expect(parseTable('2\t5\n3\t1')).toEqual({ p: '2, 3', q: '5, 1' });
  });

  it.each<[string, string]>([
    ['one column', '0.4\n0.4\n0.2'],
    ['one row', '0.4\t0.6'],
    ['three columns', '1 2 3\n4 5 6\n7 8 9'],
    ['a ragged table', '1\t2\n3\t4\n5'],
    ['a word among the numbers', '1\t2\n3\tx\n5\t6'],
    ['two lines that may be rows', '0.4, 0.6\n0.3, 0.7'],
    ['nothing', ''],
  ])('are not seen in %s', (_, text) => {
    expect(parseTable(text)).toBeUndefined();
  });
});
