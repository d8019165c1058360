// Distributions as people write them, to the objects that the module takes, and back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import {
  distributionText,
  joinCall,
  ParseError,
  parseDistribution,
  parseParameter,
  splitCall,
} from '../../web/text/index.ts';
import { familyNames, pairs } from './support/families.ts';
import { refusal } from './support/refusal.ts';

kl.initSync();
const families = kl.families();
const read = (text: string) => parseDistribution(text, 'P', families);

describe('the families', () => {
  it('are those of the list in C++, with parameters', () => {
    expect(families.map(({ name }) => name)).toEqual(familyNames);
    expect(families.find(({ name }) => name === 'Binomial')?.parametrizations).toEqual([
      [
        { name: 'totalCount', shape: 'scalar' },
        { name: 'probs', shape: 'scalar' },
      ],
      [
        { name: 'totalCount', shape: 'scalar' },
        { name: 'logits', shape: 'scalar' },
      ],
    ]);
  });
});

const standard = { family: 'Normal', loc: 0, scale: 1 };

describe('a distribution', () => {
  it.each<[string, object]>([
    ['Normal(0, 1)', standard],
    ['Normal(loc=0., scale=1.)', standard],
    ['Normal(scale=1, loc=0)', standard],
    ['Normal(0, scale=1)', standard],
    ['  normal ( 0 , 1 ) ', standard],
    ['Normal(loc: 0.0, scale: 1.0)', standard],
    ['torch.distributions.Normal(torch.tensor(0.), torch.tensor(1.))', standard],
    [
      'dist.Normal(torch.tensor([0.0]), torch.tensor([1.0]))',
      { ...standard, loc: [0], scale: [1] },
    ],
    ['Normal（0，1）', standard],
    ['Normal(−0.5, 1e-3)', { family: 'Normal', loc: -0.5, scale: 0.001 }],
    ['Bernoulli(30%)', { family: 'Bernoulli', probs: 0.3 }],
    ['Bernoulli(logits=-2)', { family: 'Bernoulli', logits: -2 }],
    ['Binomial(total_count=10, probs=1/4)', { family: 'Binomial', totalCount: 10, probs: 0.25 }],
    ['Normal(inf, nan)', { family: 'Normal', loc: Infinity, scale: Number.NaN }],
    ['Dirichlet([1, 2, 3])', { family: 'Dirichlet', concentration: [1, 2, 3] }],
    ['Dirichlet(tensor([1., 2., 3.]))', { family: 'Dirichlet', concentration: [1, 2, 3] }],
    [
      'MultivariateNormal(loc=[0, 0], covariance_matrix=[[1, 0.5], [0.5, 2]])',
      {
        family: 'MultivariateNormal',
        loc: [0, 0],
        covarianceMatrix: [
          [1, 0.5],
          [0.5, 2],
        ],
      },
    ],
    ['{"family": "Normal", "loc": 0, "scale": 1}', standard],
    ['(Normal(0, 1))', standard],
  ])('%s', (text, want) => {
    expect(read(text)).toEqual(want);
  });

  const mixture = (...weights: number[]) => ({
    family: 'Mixture',
    weights,
    components: [standard, { family: 'Laplace', loc: 4, scale: 0.5 }],
  });

  it.each<[string, object]>([
    ['0.3 Normal(0, 1) + 0.7 Laplace(4, 0.5)', mixture(0.3, 0.7)],
    ['0.3*Normal(0,1)+0.7*Laplace(4,.5)', mixture(0.3, 0.7)],
    ['30% Normal(0, 1) + 70% Laplace(4, 1/2)', mixture(0.3, 0.7)],
    ['Normal(0, 1) + Laplace(4, 0.5)', mixture(1, 1)],
    ['Mixture([0.3, 0.7], [Normal(0, 1), Laplace(4, 0.5)])', mixture(0.3, 0.7)],
    ['Mixture(weights=[1, 2], components=[Normal(0, 1), Laplace(4, 0.5)])', mixture(1, 2)],
    ['1 Normal(0, 1)', { family: 'Mixture', weights: [1], components: [standard] }],
    [
      'Normal(0, 1) × Poisson(3)',
      { family: 'Independent', components: [standard, { family: 'Poisson', rate: 3 }] },
    ],
    [
      '0.5 Normal(0, 1) * Normal(0, 1) + 0.5 Normal(0, 1) ⊗ Normal(0, 1)',
      {
        family: 'Mixture',
        weights: [0.5, 0.5],
        components: [
          { family: 'Independent', components: [standard, standard] },
          { family: 'Independent', components: [standard, standard] },
        ],
      },
    ],
  ])('made of others: %s', (text, want) => {
    expect(read(text)).toEqual(want);
  });

  it.each(familyNames)('of the family %s is written and read back to the bit', (name) => {
    for (const distribution of pairs[name] ?? []) {
      expect(read(distributionText(distribution))).toEqual(distribution);
    }
  });

  it('keeps the digits of its numbers', () => {
    const third = kl.normal(1 / 3, 0.1 + 0.2);
    expect(distributionText(third)).toBe(
      'Normal(loc=0.3333333333333333, scale=0.30000000000000004)',
    );
    expect(read(distributionText(third))).toEqual(third);
  });

  it.each<[string, ParseError['code'], string | undefined, number | undefined]>([
    ['', 'no-distribution', undefined, undefined],
    ['  ', 'no-distribution', undefined, undefined],
    ['Norman(0, 1)', 'not-a-distribution', 'Norman', 0],
    ['Normal(0, 1', 'not-a-distribution', 'Normal(0, 1', 11],
    ['Normal(0, one)', 'not-a-distribution', 'one', 10],
    ['Normal(0, 1, 2)', 'not-a-distribution', '2', 13],
    ['Normal(0, 1) + ', 'not-a-distribution', 'Normal(0, 1) +', 15],
    ['Normal(0, 1) Laplace(0, 1)', 'not-a-distribution', 'Laplace', 13],
    ['0.4, 0.6', 'not-a-distribution', ',', 3],
    ['{"family": "Normal", ', 'not-a-distribution', '{"family": "Normal",', 0],
    ['{"loc": 0}', 'not-a-distribution', '{"loc": 0}', 0],
  ])('that cannot be read says where: %j', (text, code, token, start) => {
    const error = refusal(() => read(text));
    expect([error.code, error.token, error.start]).toEqual([code, token, start]);
    expect(error.message).toMatch(
      /^P (is|cannot) .*: it must be a distribution, such as Normal\(0, 1\)/,
    );
  });

  it('of a name that the family has not is left to the module, which knows the names', () => {
    expect(() =>
      kl.klDivergence(read('Normal(mu=0, sigma=1)') as kl.Normal, kl.normal(0, 1)),
    ).toThrow('P.mu is no parameter of Normal: it takes loc, scale.');
  });
});

describe('one parameter', () => {
  it.each<[string, unknown]>([
    ['1', 1],
    [' -2.5e3 ', -2500],
    ['１／４', 0.25],
    ['50%', 0.5],
    ['[1, 2]', [1, 2]],
    [
      '[[1, 0], [0, 1]]',
      [
        [1, 0],
        [0, 1],
      ],
    ], // prettier would spread it
  ])('%j', (text, want) => {
    expect(parseParameter(text, 'loc of P')).toEqual(want);
  });

  it.each<[string, ParseError['code'], RegExp]>([
    ['', 'no-number', /^loc of P is empty/],
    ['one', 'not-a-number', /^loc of P is “one”: it must be one number/],
    ['0,5', 'not-a-number', /^loc of P is “0,5”/],
    ['1)', 'not-a-number', /^loc of P is “1\)”/],
    ['[1, 2', 'not-a-list', /^loc of P is “\[1, 2”: it must be a list of numbers/],
  ])('that cannot be read: %j', (text, code, message) => {
    const error = refusal(() => parseParameter(text, 'loc of P'));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });
});

describe('the parts of a call', () => {
  it.each<[string, Record<string, string>]>([
    ['Normal(0, 1)', { loc: '0', scale: '1' }],
    ['Normal(loc=one, scale=)', { loc: 'one', scale: '' }],
    ['Normal(loc=0,5, scale=1)', { loc: '0,5', scale: '1' }],
    ['Normal(loc=1), scale=2)', { loc: '1)', scale: '2' }],
    ['Dirichlet([1, 2])', { concentration: '[1, 2]' }],
    [
      'MultivariateNormal([0, 0], scale_tril=[[1, 0], [1, 1]])',
      { loc: '[0, 0]', scaleTril: '[[1, 0], [1, 1]]' },
    ],
  ])('are found although they may be wrong: %s', (text, want) => {
    const call = splitCall(text, families);
    const found = call?.parameters.map((parameter) => [parameter.name, parameter.text]);
    expect(Object.fromEntries(found ?? [])).toEqual(want);
  });

  it('make the same text again', () => {
    const text = 'StudentT(df=3, loc=x, scale=0,5)';
    const call = splitCall(text, families);
    expect(call && joinCall(call)).toBe(text);
  });

  it.each([
    'Normal(0, 1',
    '0.5 Normal(0, 1) + 0.5 Normal(1, 1)',
    'Normal(0, 1) + Normal(1, 1)',
    'x(1)',
  ])('are none of %s', (text) => {
    expect(splitCall(text, families)).toBeUndefined();
  });
});

describe('hostile texts', () => {
  const hostile = [
    '('.repeat(1e5),
    '['.repeat(1e5),
    `Normal(${'['.repeat(5000)}`,
    `${'{"family":"Mixture","components":['.repeat(5000)}`,
    '0.5 '.repeat(1e5),
    'Normal('.repeat(1e4),
    `Normal(${'0,'.repeat(1e5)}`,
    `Normal(${' '.repeat(1e5)}0`,
    `${'a.'.repeat(1e5)}(`,
    `${') '.repeat(1e5)}x`,
    '{"family":"Mixture","components":5}',
    '{"family":null}',
    'Normal(__proto__=1, constructor=2)',
    'Normal(loc=1)'.repeat(1e4),
    'x'.repeat(1_000_001),
  ];

  it.each(hostile.map((text) => [text.slice(0, 40), text] as const))('%s…', (_, text) => {
    for (const attempt of [
      () => read(text),
      () => parseParameter(text, 'loc of P'),
      () => splitCall(text, families),
    ]) {
      try {
        attempt();
      } catch (error) {
        expect(error).toBeInstanceOf(ParseError);
      }
    }
  });

  it('are read, or refused with a ParseError, however they are put together', () => {
    const words = ['Normal', '(', ')', '[', ']', '{', '}', ',', '=', ':', '+', '*', '×', '0.3'];
    const more = [' ', 'loc', '-', '.', '"family"', 'Mixture', 'tensor', '1e5', '%', '/', '∞', 'é'];
    const part = fc.constantFrom(...words, ...more);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        splitCall(text, families);
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ParseError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
