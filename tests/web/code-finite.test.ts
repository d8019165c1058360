// The programs that the page offers for two finite distributions give the numbers that the page shows.
import { beforeAll, describe, expect, it } from 'vitest';
import { initSync, klDivergence } from '../../web/core/index.ts';
import { type FiniteCode, finiteSnippets } from '../../web/text/index.ts';
import { pythonLacks, runJavascript, runPython } from './code-programs.ts';

const BASES = { nats: Math.E, bits: 2, bans: 10 };

const CASES: Record<string, FiniteCode> = {
  probabilities: { p: [0.4, 0.6], q: [0.3, 0.7], form: 'probabilities', unit: 'nats' },
  'in bits': { p: [0.4, 0.6], q: [0.3, 0.7], form: 'probabilities', unit: 'bits' },
  'in bans': { p: [0.4, 0.6], q: [0.3, 0.7], form: 'probabilities', unit: 'bans' },
  'with thirds that are rounded': {
    p: [0.3333333, 0.3333333, 0.3333333],
    q: [0.25, 0.25, 0.5],
    form: 'probabilities',
    unit: 'nats',
  },
  'counts of samples': { p: [2, 2, 1], q: [5, 1, 4], form: 'weights', unit: 'bits' },
  'counts beyond whole numbers': { p: [3e20, 1e15], q: [2e17, 1], form: 'weights', unit: 'nats' },
  'a zero in P': { p: [0, 0.5, 0.5], q: [0.2, 0.3, 0.5], form: 'probabilities', unit: 'nats' },
  'a zero in Q': { p: [0.2, 0.3, 0.5], q: [0, 0.5, 0.5], form: 'probabilities', unit: 'bits' },
  'a zero in both': { p: [0, 0.3, 0.7], q: [0, 0.5, 0.5], form: 'probabilities', unit: 'nats' },
  'a probability of 1': { p: [0, 1], q: [0.25, 0.75], form: 'probabilities', unit: 'nats' },
  'less than float32 or PyTorch hold': {
    p: [1, 1e-30],
    q: [1e-20, 1],
    form: 'weights',
    unit: 'nats',
  },
  logits: { p: [1.5, -2, 0.25], q: [0, 1, -1], form: 'logits', unit: 'nats' },
  'logits in bits': { p: [1000, 1001], q: [-5, 5], form: 'logits', unit: 'bits' },
  'logits beyond the powers of e': { p: [0, 0], q: [0, -800], form: 'logits', unit: 'nats' },
  'logits that exclude': {
    p: [1, 2, -Infinity],
    q: [0, 1, -Infinity],
    form: 'logits',
    unit: 'nats',
  },
  'logits that Q excludes': { p: [1, 2], q: [0, -Infinity], form: 'logits', unit: 'bans' },
  'log-probabilities': {
    p: [Math.log(0.4), Math.log(0.6)],
    q: [Math.log(0.3), Math.log(0.7)],
    form: 'log-probabilities',
    unit: 'nats',
  },
  'outcomes with names': {
    p: [0.4, 0.6],
    q: [0.3, 0.7],
    form: 'probabilities',
    unit: 'nats',
    labels: ['a "quoted"\nname\u2028', '__proto__'],
  },
  'ten thousand outcomes': {
    p: Float64Array.from({ length: 10_000 }, (_, i) => 1 / (i + 1)),
    q: Float64Array.from({ length: 10_000 }, (_, i) => Math.cos(i) ** 2 + 0.1),
    form: 'weights',
    unit: 'bits',
  },
};

const codeOf = (input: FiniteCode, language: string) =>
  finiteSnippets(input).find((snippet) => snippet.language === language)?.code ?? '';

const expected = ({ p, q, form, unit }: FiniteCode) =>
  klDivergence(p, q, { form, base: BASES[unit] });

beforeAll(() => initSync());

function expectClose(printed: readonly number[] | string | undefined, want: number, code: string) {
  expect(printed, code).toBeInstanceOf(Array);
  for (const value of printed as number[]) {
    if (want === Infinity) expect(value, code).toBe(Infinity);
    else expect(Math.abs(value - want), code).toBeLessThanOrEqual(1e-13 * Math.max(1, want));
  }
}

for (const [language, modules] of [
  ['PyTorch', ['torch']],
  ['NumPy, SciPy', ['numpy', 'scipy']],
] as const) {
  const lack = pythonLacks(...modules);
  if (lack) console.log(`${language} is not run: ${lack}`);
  describe.skipIf(lack)(`${language} prints D(P‖Q) of`, () => {
    let printed: (number[] | string)[];
    beforeAll(() => {
      printed = runPython(Object.values(CASES).map((input) => codeOf(input, language)));
    }, 120_000);
    it.each(Object.keys(CASES).map((name, i) => [name, i] as const))('%s', (name, i) => {
      const input = CASES[name] as FiniteCode;
      expectClose(printed[i], expected(input), codeOf(input, language).slice(0, 2000));
    });
  });
}

it('JavaScript prints the very number', () => {
  const inputs = Object.values(CASES);
  const printed = runJavascript(inputs.map((input) => codeOf(input, 'JavaScript')));
  expect(printed).toEqual(inputs.map(expected));
});

describe('R and Julia', () => {
  it('have the base of the unit', () => {
    const inBits = { ...(CASES.probabilities as FiniteCode), unit: 'bits' as const };
    expect(codeOf(inBits, 'R')).toContain('sum(P * log2(P / Q))');
    expect(codeOf(inBits, 'Julia')).toContain('kldivergence(P, Q, 2)');
  });

  it('divide weights, and only weights', () => {
    for (const language of ['R', 'Julia']) {
      expect(codeOf(CASES['counts of samples'] as FiniteCode, language)).toMatch(/P \/ sum\(P\)/);
      expect(codeOf(CASES.probabilities as FiniteCode, language)).not.toMatch(/sum\(P\)\n/);
    }
  });

  it('leave out what P excludes, and nothing else', () => {
    expect(codeOf(CASES['a zero in P'] as FiniteCode, 'R')).toContain('P[s] * log(P[s] / Q[s])');
    expect(codeOf(CASES['a zero in Q'] as FiniteCode, 'R')).not.toContain('[s]');
  });

  it.each(Object.entries(CASES))('have brackets that close: %s', (_, input) => {
    for (const language of ['R', 'Julia', 'LaTeX']) {
      const code = codeOf(input, language).replace(/[#%].*/g, '');
      for (const [open, close] of ['()', '[]', '{}'].map((pair) => pair.split(''))) {
        const count = (c: string | undefined) => code.split(c as string).length;
        expect(count(open), `${language}: ${open}${close}`).toBe(count(close));
      }
    }
  });

  it('keep every digit', () => {
    const third = {
      p: [1 / 3, 2 / 3],
      q: [0.5, 0.5],
      form: 'probabilities',
      unit: 'nats',
    } as const;
    for (const { code } of finiteSnippets(third)) expect(code).toContain('0.3333333333333333');
  });
});

describe('LaTeX', () => {
  it('puts the numbers into the sum', () => {
    expect(codeOf(CASES.probabilities as FiniteCode, 'LaTeX')).toBe(
      [
        '\\[',
        'D(P \\,\\|\\, Q) = \\sum_i p_i \\ln\\frac{p_i}{q_i}',
        '  = 0.4 \\ln\\frac{0.4}{0.3}',
        '  + 0.6 \\ln\\frac{0.6}{0.7}',
        '\\]',
      ].join('\n'),
    );
  });

  it('writes counts over their sum', () => {
    expect(codeOf(CASES['counts of samples'] as FiniteCode, 'LaTeX')).toContain(
      '\\frac{2}{5} \\log_2\\frac{2/5}{5/10}',
    );
  });

  it('says when the sum is infinite', () => {
    expect(codeOf(CASES['a zero in Q'] as FiniteCode, 'LaTeX')).toContain('= \\infty');
    expect(codeOf(CASES['a zero in P'] as FiniteCode, 'LaTeX')).not.toContain('\\infty');
  });

  it('shortens what nobody reads', () => {
    const code = codeOf(CASES['ten thousand outcomes'] as FiniteCode, 'LaTeX');
    expect(code).toContain('\\cdots');
    expect(code.length).toBeLessThan(1000);
  });
});

it('names cannot leave their comment', () => {
  for (const { language, code } of finiteSnippets(CASES['outcomes with names'] as FiniteCode)) {
    const lines = code.split(/[\n\r\u2028\u2029]/);
    const named = lines.filter((line) => /name/.test(line));
    const free = named.filter((line) => !/^(?:#|\/\/) outcomes: |^ {2}\["[^ ]/.test(line));
    expect(free, language).toEqual([]);
  }
});
