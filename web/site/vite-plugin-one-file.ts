import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { math } from './vite-plugin-math.ts';
import { policy, withPolicy, withSheets } from './vite-plugin-policy.ts';

/** The page and, as the footer calls it, the same in one file. */
const PAGES = { 'index.html': 'kl-divergence.html', 'zh/index.html': 'kl-divergence.zh.html' };

async function bundled(page: string): Promise<Rolldown.OutputBundle> {
  const result = (await build({
    configFile: false,
    mode: 'one-file',
    root: 'web/site',
    base: './',
    logLevel: 'error',
    plugins: [math(), policy().filter(({ name }) => name === 'kl-early')],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: () => true,
      rolldownOptions: { input: join('web/site', page), output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  return Object.fromEntries(result.output.map((file) => [file.fileName, file]));
}

/** A program within HTML: what it says of script elements, in texts, neither ends nor begins one. */
function withinScript(program: string): string {
  return program.replace(/<(?=\/?script)/gi, '\\x3c');
}

/** Everything that the page's HTML refers to, within it. What leads to other files of the page is left out. */
async function oneFile(page: string): Promise<string> {
  const files = Object.values(await bundled(page));
  const text = (ending: string) => {
    const file = files.find(({ fileName }) => fileName.endsWith(ending));
    if (!file) throw new Error(`no ${ending} in the one file of ${page}`);
    return file.type === 'chunk' ? file.code : String(file.source);
  };
  const assets = files.filter((file) => file.type === 'asset');
  const icon = encodeURIComponent(await readFile('web/site/icon.svg', 'utf8'));
  const html = text('.html')
    .replace(/<html ([^>]*?) data-\w+="[^"]*"/, '<html $1')
    .replace(/(<link rel="icon" href=)"[^"]*"/, `$1"data:image/svg+xml,${icon}"`)
    .replace(/(<kl-workbench) embed="[^"]*"/, '$1')
    .replace(/\s*<(\w+)[^>]* data-site>.*?<\/\1>/gs, '')
    .replace(
      /<script type="module"[^>]*><\/script>/,
      () => `<script type="module">${withinScript(text('.js'))}</script>`,
    );
  return withPolicy(withSheets(html, assets));
}

/** After the page, the same as files that open from anywhere: a disk, a mail. */
export function oneFiles(): Plugin {
  return {
    name: 'kl-one-file',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      for (const [page, name] of Object.entries(PAGES)) {
        await writeFile(join(dir, name), await oneFile(page));
      }
    },
  };
}
