// The table of pasted inputs, in Node.
import { describe, expect, it } from 'vitest';
import {
  MAX_NUMBERS,
  MAX_TEXT,
  ParseError,
  parseOutcomes,
  parseSamples,
  parseTable,
} from '../../web/text/index.ts';
import { textWords } from '../../web/words/index.ts';
import { BAD_LISTS, GOOD_LISTS, NO_TABLES, SAMPLES, TABLES } from './pasted-inputs.ts';
import { refusal } from './support/refusal.ts';

describe('outcomes', () => {
  it.each(GOOD_LISTS)('are read from $from', ({ text, values, labels }) => {
    expect(parseOutcomes(text, 'P')).toEqual(labels ? { values, labels } : { values });
  });

  it.each(BAD_LISTS)('are refused from $from, and the words at fault named', (bad) => {
    const error = refusal(() => parseOutcomes(bad.text, 'P'));
    const { code, token, index } = bad;
    expect(error).toMatchObject({ code, token, ...(index !== undefined && { index }) });
    expect(error.message).toContain(index === undefined ? 'P' : `P[${index}]`);
    if (token === undefined) return;
    expect(error.message).toContain(`“${token}”`);
    expect(bad.text.slice(error.start, error.end)).toContain(token);
    expect(textWords.zh[error.code](error.said)).toContain(`“${token}”`);
  });

  it('may have labels up to the limit of numbers and no further', () => {
    const labelled = (n: number) => Array.from({ length: n }, (_, i) => `x${i}: 1`).join(', ');
    expect(parseOutcomes(labelled(MAX_NUMBERS), 'P').labels).toHaveLength(MAX_NUMBERS);
    expect(refusal(() => parseOutcomes(labelled(MAX_NUMBERS + 1), 'P')).code).toBe('too-many');
  });
});

/** Outcomes with labels of all that could be taken for something else; the same each time. */
function awkwardOutcomes(count: number) {
  const pieces = [
    ...',;:="\'\\\\#|&()[]{}%<>-/ é雨½：0',
    '""',
    ' # ',
    '\\u',
    '=>',
    '1,5',
    "1'234",
    '...',
    'dtype=',
  ];
  let seed = 1;
  const random = (n: number) => {
    seed = (Math.imul(seed, 48271) >>> 0) % 2147483647;
    return seed % n;
  };
  const labels = Array.from({ length: count }, (_, i) => {
    const body = Array.from({ length: 1 + random(6) }, () => pieces[random(pieces.length)]);
    return `${i}${body.join('')}x`;
  });
  return { values: labels.map(() => random(1000) / 8), labels };
}

describe('any labels', () => {
  const { values, labels } = awkwardOutcomes(300);
  const entries = labels.map((label, i) => [label, values[i]] as const);
  const csv = (label: string) => `"${label.replaceAll('"', '""')}"`;

  it('come back from JSON', () => {
    const object = Object.fromEntries(entries);
    const records = entries.map(([label, p]) => ({ label, p }));
    const texts = [object, records, entries, { labels, values }].flatMap((data) => [
      JSON.stringify(data),
      JSON.stringify(data, null, 2),
    ]);
    for (const text of texts) expect(parseOutcomes(text, 'P')).toEqual({ values, labels });
  });

  it('come back from a CSV file, but for backslashes, which JSON has for marks', () => {
    const plain = labels.map((label) => label.replaceAll('\\', ''));
    for (const separator of [',', '; ', '\t']) {
      const rows = plain.map((label, i) => csv(label) + separator + values[i]);
      expect(parseOutcomes(rows.join('\n'), 'P')).toEqual({ values, labels: plain });
    }
  });
});

describe('observations', () => {
  it.each(SAMPLES)('are read from $from', ({ text, samples }) => {
    expect(parseSamples(text, 'P')).toEqual(samples);
  });

  it('are not counts, which have a mode of their own', () => {
    const error = refusal(() => parseSamples('{"rain": 2, "sun": 8}', 'P'));
    expect(error).toMatchObject({ code: 'counts', token: 'rain' });
  });

  it('are at least one', () => {
    expect(refusal(() => parseSamples(' , ', 'P')).code).toBe('no-observation');
  });
});

describe('a table of P and Q', () => {
  it.each(TABLES)('is read from $from', ({ text, p, q, labels }) => {
    expect(parseTable(text)).toEqual(labels ? { p, q, labels } : { p, q });
  });

  it.each(NO_TABLES)('is not seen in $from', ({ text }) => {
    expect(parseTable(text)).toBeUndefined();
  });
});

const AWKWARD = [
  ...'1e.,;:=|&()[]{}\'"\\#%/-+<>*a é½“”，：\t\n\r\u2009\u200b',
  ...[
    'a ',
    'a:',
    'a: 1, ',
    'a 1\n',
    'a\n1\n',
    'a(',
    'c(',
    'a{',
    'x=(',
    'x=[1]',
    '"a',
    '"a\n',
    '\\"',
    '"\\"',
  ],
  ...[
    '1 ',
    '1,2 ',
    '1,234 ',
    '1 / ',
    '1 %',
    '[1] ',
    '[1] 1\n',
    '---\n',
    '|-',
    '\\\\',
    'dtype=',
    'Array(1) [',
  ],
  ...['<tf.Tensor: ', 'Name: , ', 'Columns 1 ', 'Fraction(1', '{"a":1},', '[1,2];', 'a(b)(', '1 0'],
];

// At the limit, quadratic work would be 10¹² steps: far beyond the time a test is given.
it.each(AWKWARD)(
  'reading takes time in proportion to the length, whatever repeats: %j',
  (piece) => {
    const body = piece.repeat(Math.floor((MAX_TEXT - 10) / piece.length));
    const texts = piece.length === 1 ? [`${body}!`, `a${body}b: 1`] : [`${body}!`];
    for (const hostile of texts) {
      for (const read of [parseOutcomes, parseSamples, parseTable]) {
        try {
          read(hostile, 'P');
        } catch (error) {
          expect(error).toBeInstanceOf(ParseError);
        }
      }
    }
  },
);
