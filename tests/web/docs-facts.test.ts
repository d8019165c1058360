// What README and the guides state: bounds, tables, families, browsers, and which guides there are.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guides } from './support/blocks.ts';
import { familyNames } from './support/families.ts';

const read = (file: string) => readFileSync(file, 'utf8');

describe('the tables', () => {
  it.each([
    ['docs/accuracy.md', 'scripts/accuracy.mjs'],
    ['docs/speed.md', 'tests/bench/report.mjs'],
  ])('of %s are what was recorded', (_, script) => {
    expect(() => execFileSync('node', [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });

  it('of accuracy keep our own error within the promise, and show that of others', () => {
    const text = read('docs/accuracy.md');
    const [, , ...rows] = text
      .slice(text.indexOf('near:begin'), text.indexOf('near:end'))
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const [ours, ...others] = rows.map((cells) => cells.slice(2, -1));
    for (const error of ours ?? []) expect(error).toMatch(/^(0|[\d.]*·?10⁻¹[⁵⁶⁷⁸⁹])$/);
    expect(others.length).toBeGreaterThanOrEqual(6);
    for (const errors of others) expect(errors.at(-1)).toMatch(/\(\d+\)$/);
  });
});

describe('the bounds of the error', () => {
  const sources = readdirSync('cpp', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(cc|h)$/.test(name))
    .map((name) => ({ name, text: read(`cpp/${name}`) }));
  const constant = (name: string) => {
    const found = sources.flatMap(({ text }) =>
      Array.from(text.matchAll(new RegExp(`constexpr double ${name} = (\\d+)[;,]`, 'g')), (match) =>
        Number(match[1]),
      ),
    );
    return new Set(found);
  };
  const rows = read('docs/accuracy.md')
    .split('\n')
    .filter((line) => line.includes('`tests/'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 6);

  it.each(rows.map(([, result, bound, name, by]) => [result, bound, name, by] as const))(
    'of %s',
    (_, bound = '', name = '', by = '') => {
      const files = Array.from(by.matchAll(/`([^`]+)`/g), (match) => match[1] as string);
      expect(files.filter((file) => !existsSync(file))).toEqual([]);
      expect(files).not.toEqual([]);
      const single = /^`k?(\w+MaxUlp)`$/.exec(name)?.[1];
      if (single) expect(constant(`k${single}`)).toEqual(new Set([Number.parseFloat(bound)]));
    },
  );

  it('of families are those of their files', () => {
    const families = sources.filter(({ name }) => name.startsWith('distributions/'));
    const bounds = families.flatMap(({ name, text }) => {
      const found = /constexpr double kMaxUlp = (\d+)/.exec(text)?.[1];
      return found === undefined ? [] : [{ name: basename(name, '.cc'), bound: Number(found) }];
    });
    expect(bounds.length).toBeGreaterThan(10);
    const row = rows.find(([, result]) => result?.includes('of one family'));
    const [, least, most, ofVonMises] =
      /^(\d+) to (\d+); `VonMises` (\d+)$/.exec(row?.[2] ?? '') ?? [];
    for (const { name, bound } of bounds) {
      if (name === 'von_mises') expect(bound).toBe(Number(ofVonMises));
      else {
        expect(bound).toBeGreaterThanOrEqual(Number(least));
        expect(bound).toBeLessThanOrEqual(Number(most));
      }
    }
  });

  it('are as many as there are constants', () => {
    expect(rows.length).toBe(8);
  });
});

it('families are counted in README and the changelog, and listed in a guide', () => {
  const text = read('docs/get-started-module.md');
  const start = text.indexOf('| kind | families |');
  const table = text.slice(start, text.indexOf('\n\n', start));
  const listed = Array.from(table.matchAll(/`(\w+)`/g), (match) => match[1]);
  expect(listed.sort()).toEqual([...familyNames].sort());
  for (const file of ['README.md', 'CHANGELOG.md']) {
    expect(/of (\d+) families/.exec(read(file))?.[1]).toBe(String(familyNames.length));
  }
});

it('browsers and Node are those that the site and the package are built for', () => {
  const text = read('docs/versions.md');
  const targets = Array.from(
    read('vite.site.config.ts').matchAll(/'(chrome|firefox|safari)([\d.]+)'/g),
    ([, , version]) => version,
  );
  const named = ['Chromium, Edge, Chrome', 'Firefox', 'Safari'].map(
    (browser) => new RegExp(`\\| ${browser} \\| ([\\d.]+) \\|`).exec(text)?.[1],
  );
  expect(named).toEqual(targets);
  const { engines } = JSON.parse(read('package.json'));
  expect(`>=${/\| Node \| ([\d.]+) \|/.exec(text)?.[1]}`).toBe(engines.node);
});

it('every guide is in the site, in README and on the first page', () => {
  const names = guides.map((file) => basename(file, '.md')).filter((name) => name !== 'README');
  const inSite = Array.from(
    read('docs/theme/guides.mjs').matchAll(/'([a-z-]+)'/g),
    ([, name]) => name,
  );
  expect(inSite).toEqual(expect.arrayContaining(names));
  for (const name of names) {
    expect(read('README.md')).toContain(`(docs/${name}.md)`);
    expect(read('docs/README.md')).toContain(`(${name}.md)`);
  }
});

it('all that the element has is in its guide', () => {
  const text = read('docs/get-started-element.md');
  const [{ declarations }] = JSON.parse(read('custom-elements.json')).modules;
  const { attributes, events, cssParts, cssProperties } = declarations[0];
  const names: string[] = [attributes, events, cssParts, cssProperties]
    .flat()
    .map(({ name }: { name: string }) => name);
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
