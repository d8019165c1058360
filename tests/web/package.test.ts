// The package as its users get it: packed, installed in an empty folder, imported by name.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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
        'dist/kl.wasm',
      ]),
    );
    const expected =
      /^(package\.json|custom-elements\.json|LICENSE|README\.md|CHANGELOG\.md|docs\/[\w-]+\.md|dist\/(.+\.d\.ts|index\.js|kl\.wasm|element\.global\.js|element(\.global)?\/[\w-]+\.js))$/;
    expect(files.filter((path) => !expected.test(path))).toEqual([]);
  });

  // Node gives the result in the shortest digits that read back as the same number.
  const want = 0.022582421084357374;
  const compute = 'kl.default().then(() => console.log(kl.klDivergence([0.4, 0.6], [0.3, 0.7])))';

  it.each([
    ['an ES module', 'main.mjs', `import * as kl from 'kl-divergence';\n${compute};`],
    ['require', 'main.cjs', `const kl = require('kl-divergence');\n${compute};`],
  ])('computes when loaded by %s', (_, name, text) => {
    writeFileSync(join(user, name), text);
    const got = Number(run('node', [name], user));
    expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-15);
  });

  it('can be imported on a server with its elements, which then do nothing', () => {
    const text = `import { KlDivergence } from 'kl-divergence/element';
      import widget from 'kl-divergence/anywidget';
      console.log(typeof KlDivergence, typeof widget.render);`;
    writeFileSync(join(user, 'element.mjs'), text);
    expect(run('node', ['element.mjs'], user).trim()).toBe('function function');
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
