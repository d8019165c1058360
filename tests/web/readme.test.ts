// README.md: each line of its code runs, and gives what the comment beside it says.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as kl from '../../web/core/index.ts';
import { familyNames } from './support/families.ts';

const readme = readFileSync('README.md', 'utf8');
const blocks = Array.from(readme.matchAll(/```js\n(.*?)```/gs), (match) => match[1] as string);

/** What the code of README has at hand beside the module. */
const given = {
  pLogits: new Array(20).fill(0),
  qLogits: new Array(20).fill(0).map((_, i) => i / 10),
};

/** The values of a block's lines, in their order: of those that are expressions. */
async function valuesOf(block: string): Promise<[code: string, comment: string, value: unknown][]> {
  const scope = { ...kl, init: kl.default, ...given } as Record<string, unknown>;
  const { default: _, ...rest } = scope;
  const names = Object.keys(rest);
  const values = Object.values(rest);
  const lines = block.split('\n').filter((line) => line !== '');
  const body = lines.map((line, i) => {
    if (line.startsWith('import ')) return '';
    const code = line.replace(/\s*\/\/.*$/, '');
    return /^(const|await) /.test(code) ? code : `note(${i}, ${code.replace(/;$/, '')});`;
  });
  const found: [string, string, unknown][] = [];
  const note = (i: number, value: unknown) => {
    const line = lines[i] as string;
    found.push([line, /\/\/ (.*)$/.exec(line)?.[1] ?? '', value]);
  };
  const run = new Function(...names, 'note', `return (async () => {${body.join('\n')}})();`);
  await run(...values, note);
  return found;
}

/** Whether a number is the one written, all of it or up to the … that cuts it off. */
function isWritten(value: unknown, text: string): boolean {
  return text.endsWith('…') ? String(value).startsWith(text.slice(0, -1)) : String(value) === text;
}

const number = /-?\d[\d.e-]*…?|Infinity/;

/** What a comment says that is not so. */
function faults(comment: string, value: unknown): string[] {
  const list = /^Float64Array \[(.*)\]/.exec(comment)?.[1];
  if (list !== undefined) {
    const texts = list.split(', ');
    const numbers = Array.from(value as Float64Array);
    const isRight =
      numbers.length === texts.length && texts.every((text, i) => isWritten(numbers[i], text));
    return isRight ? [] : [`${list} is ${numbers}`];
  }
  const object = /^\{(.*)\}/.exec(comment)?.[1];
  if (object !== undefined) {
    return Array.from(object.matchAll(/(\w+): ('[^']*'|…|[^,\s]+)/g)).flatMap(
      ([, name = '', text = '']) => {
        const found = Reflect.get(value as object, name);
        if (text.includes('…') && !number.test(text))
          return found === undefined ? [`no ${name}`] : [];
        return isWritten(found, text.replaceAll("'", '')) ? [] : [`${name} is ${found}`];
      },
    );
  }
  const text = new RegExp(`^(${number.source})`).exec(comment)?.[1];
  return text === undefined || isWritten(value, text) ? [] : [`${text} is ${value}`];
}

describe('the code of README', () => {
  it('is there', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(3);
  });

  it.each(blocks.map((block) => [block.split('\n')[0], block]))(
    'gives what it says: %s …',
    async (_, block) => {
      const lines = await valuesOf(block as string);
      expect(lines).not.toEqual([]);
      for (const [code, comment, value] of lines) {
        expect([code, value === undefined, faults(comment, value)]).toEqual([code, false, []]);
      }
    },
  );

  it('imports what the module has', () => {
    const imported = Array.from(readme.matchAll(/^import .*\{(.*)\}/gm)).flatMap((match) =>
      (match[1] as string).split(',').map((name) => name.trim()),
    );
    expect(imported.length).toBeGreaterThan(10);
    expect(Object.keys(kl)).toEqual(expect.arrayContaining(imported));
  });

  it.each([
    ['0.5… nats', 0.4999],
    ['2 bits', 2.5],
    ['Float64Array [1, 2]', Float64Array.of(1, 3)],
    ['Float64Array [1, 2]', Float64Array.of(1, 2, 3)],
    ["{ value: 1, method: 'sum' }", { value: 1, method: 'series' }],
    ['{ value: 0.25…, … }', { value: 0.5 }],
    ["{ reason: '…' }", {}],
  ])('would not pass with %s for %o', (comment, value) => {
    expect(faults(comment, value)).not.toEqual([]);
  });
});

it('README counts and lists the families', () => {
  const start = readme.indexOf('| kind | families |');
  const table = readme.slice(start, readme.indexOf('\n\n', start));
  const listed = Array.from(table.matchAll(/`(\w+)`/g), (match) => match[1]);
  expect(listed.sort()).toEqual([...familyNames].sort());
  for (const file of [readme, readFileSync('CHANGELOG.md', 'utf8')]) {
    expect(/of (\d+) families/.exec(file)?.[1]).toBe(String(familyNames.length));
  }
});

it('README and the guide name the version that is published', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const file of ['README.md', 'docs/embedding.md']) {
    const named = readFileSync(file, 'utf8').match(/kl-divergence@[\w.-]+/g) ?? [];
    expect([file, ...new Set(named)]).toEqual([file, `kl-divergence@${version}`]);
  }
});
