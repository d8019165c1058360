// Every catalogue says the same things in every language.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MODES } from '../../web/elements/modes.ts';
import { LANGS, workbenchWords } from '../../web/words/index.ts';

type Said = string | ((...given: never[]) => unknown) | { readonly [key: string]: Said };

/** The same in English and Chinese: symbols and proper names. */
const ALIKE = new Set(['PyTorch', 'target', 'D(P‖Q)', 'D(Q‖P)']);

/** What goes wrong, by its code: the module says it in English, the catalogues say it in the other languages. */
const TRANSLATED = /^\.problems\./;

const catalogues = await Promise.all(
  readdirSync('web/words')
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts' && file !== 'lang.ts')
    .map(async (file) => [file, await import(`../../web/words/${file}`)] as const),
);
const said = catalogues.flatMap(([file, exported]) =>
  Object.entries(exported as Record<string, Record<string, Said>>)
    .filter(([, value]) => typeof value === 'object' && LANGS.every((lang) => lang in value))
    .map(([name, value]) => [`${file}: ${name}`, value] as const),
);

/** Each thing said, by its path of keys. */
function leaves(value: Said, path = ''): [string, Said][] {
  if (typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

it('there is a catalogue in each file', () => {
  expect(catalogues.length).toBeGreaterThan(1);
  for (const [file] of catalogues) {
    expect(said.filter(([name]) => name.startsWith(`${file}:`))).not.toEqual([]);
  }
});

describe.each(said)('%s', (_, value) => {
  const [english, chinese] = LANGS.map((lang) => new Map(leaves(value[lang] as Said)));

  it('has the same keys in all languages', () => {
    const keys = (texts: typeof english) =>
      [...(texts?.keys() ?? [])].filter((key) => !TRANSLATED.test(key)).sort();
    expect(keys(chinese)).toEqual(keys(english));
  });

  it('asks for the same arguments', () => {
    const arity = (one: Said | undefined) => (typeof one === 'function' ? one.length : 'text');
    for (const [key, one] of english ?? [])
      expect([key, arity(chinese?.get(key))]).toEqual([key, arity(one)]);
  });

  it('says something, and not in English where it speaks Chinese', () => {
    for (const [key, one] of [...(english ?? []), ...(chinese ?? [])])
      expect([key, one]).not.toEqual([key, '']);
    const alike = [...(english ?? [])].filter(
      ([key, one]) => typeof one === 'string' && one === chinese?.get(key) && !ALIKE.has(one),
    );
    expect(alike).toEqual([]);
  });
});

describe('the modes', () => {
  it.each(MODES.map(({ id }) => id))('%s has a name on its tab in all languages', (id) => {
    for (const lang of LANGS) expect(workbenchWords[lang].modes[id]).toBeTruthy();
  });
});
