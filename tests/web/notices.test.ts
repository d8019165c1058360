// dist/NOTICES.md: every package of which dist holds a part is named there, with the text of its licence.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

const notices = () => readFileSync('dist/NOTICES.md', 'utf8');
const modes = /for mode in (.+); do/.exec(readFileSync('scripts/build-lib.sh', 'utf8'))?.[1];

/** The folder of the package that a file belongs to. */
function packageOf(path: string): string {
  const folder = dirname(path);
  return existsSync(join(folder, 'package.json')) && /node_modules\/(@[^/]+\/)?[^/]+$/.test(folder)
    ? folder
    : packageOf(folder);
}

let folders: string[] = [];

beforeAll(async () => {
  const outputs: Rolldown.RolldownOutput[] = [];
  for (const mode of modes?.split(' ') ?? []) {
    const built = await build({
      configFile: 'vite.lib.config.ts',
      mode,
      logLevel: 'silent',
      build: { write: false },
    });
    outputs.push(...([built].flat() as Rolldown.RolldownOutput[]));
  }
  const modules = outputs
    .flatMap(({ output }) => output)
    .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    .filter((path) => path.includes('/node_modules/'));
  folders = [...new Set(modules.map(packageOf))];
}, 60_000);

describe('notices', () => {
  it('are of what is bundled, which is more than lit and less than what is installed', () => {
    const names = folders.map((folder) => folder.split('/node_modules/').at(-1));
    expect(names).toEqual(expect.arrayContaining(['lit', 'lit-html', 'd3-array', 'd3-scale']));
    expect(names).not.toContain('temml');
  });

  it('name each package with its version, and give the text of its licence', () => {
    const missing = folders.flatMap((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((path) => /^licen[cs]e/i.test(path));
      const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
      const at = notices().indexOf(`## ${name} ${version} (`);
      const section = at < 0 ? '' : (notices().slice(at).split('\n## ')[0] as string);
      return section.includes(text) && /copyright/i.test(section) ? [] : [name];
    });
    expect(missing).toEqual([]);
  });

  it('name what Emscripten brings', () => {
    for (const work of ['Emscripten', 'musl', 'libc++']) {
      expect(notices()).toMatch(new RegExp(`^## ${work.replaceAll('+', '\\+')}`, 'm'));
    }
  });
});
