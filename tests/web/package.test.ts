// The package as its users get it: packed, installed in an empty folder, imported by name.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import text from '#kl-text';

const folder = mkdtempSync(join(tmpdir(), 'kl-package-'));
const user = join(folder, 'user');
let files: string[] = [];

// npm hands the options of `npm test` down as variables; these calls have their own, and their own cache.
const inherited = Object.entries(process.env).filter(
  ([name]) => !/^npm_(config_(local_)?prefix|package)/.test(name),
);
const env = { ...Object.fromEntries(inherited), npm_config_cache: join(folder, 'cache') };
const run = (command: string, args: string[], cwd: string): string =>
  execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  if (!existsSync('dist/index.js')) throw new Error('dist is missing: npm run build');
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], '.'),
  );
  files = packed.files.map((file: { path: string }) => file.path);
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{"private": true}');
  run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)],
    user,
  );
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it('holds the module, the elements, types, the wasm and nothing else', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'custom-elements.json',
        'dist/element.global.js',
        'dist/element/index.js',
        'dist/element/index.d.ts',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/url.js',
        'dist/url.node.js',
        'dist/kl.wasm',
        'dist/NOTICES.md',
      ]),
    );
    const scripts = /^dist\/(index|url|url\.node|element\.global|element(\.global)?\/[\w-]+)\.js$/;
    const types = /^dist\/(index|url|element\/(index|react|anywidget))\.d\.ts$/;
    const others =
      /^(package\.json|custom-elements\.json|LICENSE|README\.md|CHANGELOG\.md|docs\/[\w-]+\.md|dist\/(kl\.wasm|NOTICES\.md))$/;
    const known = [scripts, types, others];
    expect(files.filter((path) => !known.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  it('holds no part of the elements that none of them loads', () => {
    const parts = files.filter((path) => /^dist\/element\/.*\.js$/.test(path));
    const texts = parts.map((path) => readFileSync(path, 'utf8'));
    const entries = ['index.js', 'anywidget.js'];
    const unused = parts
      .map((path) => path.slice('dist/element/'.length))
      .filter(
        (name) => !entries.includes(name) && !texts.some((text) => text.includes(`./${name}`)),
      );
    expect(unused).toEqual([]);
  });

  it.each([
    ['dist/index.js', 90 * 1024],
    ['dist/url.js', 16 * 1024],
  ])('has a %s of at most %i bytes, brotli', (path, limit) => {
    expect(brotliCompressSync(readFileSync(path)).length).toBeLessThanOrEqual(limit);
  });

  it('has the wasm as text in one module, and as a file beside the other', () => {
    const inlined = text.slice(0, 1000);
    expect(readFileSync('dist/index.js', 'utf8')).toContain(inlined);
    for (const path of ['dist/url.js', 'dist/url.node.js']) {
      const script = readFileSync(path, 'utf8');
      expect(script).not.toContain(inlined);
      // Bundlers know the file by these words; a comment in them tells Vite to leave it.
      expect(script).toMatch(/new URL\(["'`]\.\/kl\.wasm["'`],\s*import\.meta\.url\)/);
    }
  });

  // Node gives the result in the shortest digits that read back as the same number.
  const want = 0.022582421084357374;
  const compute = 'kl.default().then(() => console.log(kl.klDivergence([0.4, 0.6], [0.3, 0.7])))';

  it.each([
    ['an ES module', 'main.mjs', `import * as kl from 'kl-divergence';\n${compute};`],
    ['require', 'main.cjs', `const kl = require('kl-divergence');\n${compute};`],
    [
      'an ES module beside its wasm',
      'url.mjs',
      `import * as kl from 'kl-divergence/url';\n${compute};`,
    ],
    [
      'require beside its wasm, at once',
      'url.cjs',
      `const kl = require('kl-divergence/url');
      kl.initSync();
      console.log(kl.klDivergence([0.4, 0.6], [0.3, 0.7]));`,
    ],
  ])('computes when loaded by %s', (_, name, text) => {
    writeFileSync(join(user, name), text);
    const got = Number(run('node', [name], user));
    expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-15);
  });

  it('can be imported on a server with its elements, which then do nothing', () => {
    const script = `import { KlDivergence } from 'kl-divergence/element';
      import * as react from 'kl-divergence/react';
      import widget from 'kl-divergence/anywidget';
      console.log(typeof KlDivergence, react.KlDivergence === KlDivergence, typeof widget.render);`;
    writeFileSync(join(user, 'element.mjs'), script);
    expect(run('node', ['element.mjs'], user).trim()).toBe('function true function');
  });

  it('describes its element in a manifest', () => {
    const text = `const manifest = require('kl-divergence/custom-elements.json');
      const [element] = manifest.modules[0].declarations;
      console.log(element.tagName, element.attributes.map(({ name }) => name).join());`;
    writeFileSync(join(user, 'manifest.cjs'), text);
    expect(run('node', ['manifest.cjs'], user)).toMatch(/^kl-divergence mode,preset,p,/);
  });

  it('gives the wasm by its name', () => {
    const text = `import { readFileSync } from 'node:fs';
      const bytes = readFileSync(new URL(import.meta.resolve('kl-divergence/kl.wasm')));
      console.log(WebAssembly.validate(bytes));`;
    writeFileSync(join(user, 'wasm.mjs'), text);
    expect(run('node', ['wasm.mjs'], user).trim()).toBe('true');
  });
});
