// Links that say a state: what goes in comes out, whatever it is; what is no link of ours is said to be none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, decodePermalink, encodePermalink } from '../../web/text/index.ts';

const RESERVED = ['v', 'mode', 'lang', '__proto__'];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '&',
    '=',
    '%',
    '+',
    '#',
    '%41',
    'a+b',
    '１，２；３',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '𝒩',
    '',
  ),
);
const name = fc.string({ minLength: 1, maxLength: 12 }).filter((one) => !RESERVED.includes(one));

describe('a link', () => {
  it('is readable', () => {
    const fields = { p: '0.4, 0.6', q: '[1/3; 2/3]', unit: 'bits' };
    expect(encodePermalink({ mode: 'finite', fields })).toBe(
      'v=1&mode=finite&p=0.4,+0.6&q=[1/3;+2/3]&unit=bits',
    );
  });

  it('gives back every mode and every text of every field', () => {
    fc.assert(
      fc.property(text, fc.dictionary(name, text, { noNullPrototype: true }), (mode, fields) => {
        expect(decodePermalink(`#${encodePermalink({ mode, fields })}`)).toEqual({ mode, fields });
      }),
      { numRuns: 1000 },
    );
  });

  it('survives what browsers make of a hash, and a language with it', () => {
    fc.assert(
      fc.property(text, (p) => {
        const link = { mode: 'finite', lang: 'zh', fields: { p } };
        const url = new URL('https://example.org/');
        url.hash = encodePermalink(link);
        expect(decodePermalink(new URL(url.href).hash)).toEqual(link);
      }),
      { numRuns: 1000 },
    );
  });

  it('holds ten thousand outcomes', () => {
    const p = Array.from({ length: 10_000 }, (_, i) => String(Math.fround(i / 7))).join('\n');
    const fields = { p, q: p.replaceAll('\n', '\t') };
    expect(decodePermalink(encodePermalink({ mode: 'finite', fields }))).toEqual({
      mode: 'finite',
      fields,
    });
  });

  it('has U+FFFD for half a character, which no address can hold', () => {
    const link = encodePermalink({ mode: 'finite', fields: { p: 'a\uD800b' } });
    expect(decodePermalink(link)).toEqual({ mode: 'finite', fields: { p: 'a\uFFFDb' } });
  });

  it.each([
    ['', undefined],
    ['#', undefined],
    ['#reading', undefined],
    ['#v=2&mode=finite', 'version'],
    ['#v=&mode=finite', 'version'],
    ['#mode=finite&p=1', 'syntax'],
    ['#v=1', 'syntax'],
    ['#v=1&mode=finite&p=%', 'syntax'],
    ['#v=1&mode=finite&p=%FF', 'syntax'],
    ['#====', 'syntax'],
  ])('%j says no state: %s', (hash, fault) => {
    expect(decodePermalink(hash)).toBe(fault);
  });

  it('is never more than that, whatever stands after the #', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        const link = decodePermalink(junk);
        expect(['undefined', 'string', 'object']).toContain(typeof link);
        if (typeof link === 'object') expect(typeof link.mode).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });

  it('takes the last of what it says twice, and parts without a value as empty', () => {
    expect(decodePermalink('v=1&mode=finite&p=1&p=2&q')).toEqual({
      mode: 'finite',
      fields: { p: '2', q: '' },
    });
  });
});

describe('a CSV file', () => {
  it('has all digits of numbers, and marks for what would break a line', () => {
    expect(
      csv([
        ['outcome', 'p, q'],
        ['a "b"', 0.1 + 0.2],
        ['c\nd', Infinity],
      ]),
    ).toBe('outcome,"p, q"\r\n"a ""b""",0.30000000000000004\r\n"c\nd",Infinity\r\n');
  });

  it('begins with a byte order mark where there is more than ASCII', () => {
    expect(csv([['结果', 1]])).toBe('\uFEFF结果,1\r\n');
  });
});
