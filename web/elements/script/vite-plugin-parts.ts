import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import project from 'kl-divergence/package.json' with { type: 'json' };
import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';

const LOADER = new URL('loader.js', import.meta.url);
const NOTHING = '\0nothing-inlined';

/** In ASCII, since a page that names no charset has one of its own for scripts. */
async function small(code: string): Promise<string> {
  const { code: result } = await minify(code, {
    compress: { passes: 2 },
    mangle: true,
    format: { ascii_only: true, comments: 'some' },
  });
  return `${result}\n`;
}

/** The name of a chunk in CommonJS, and the chunk as the function that loader.js calls; no module has a `loadPart` of its own. */
function named(chunk: Rolldown.OutputChunk): string {
  const place = (path: string) => JSON.stringify(posix.join(posix.dirname(chunk.fileName), path));
  const code = chunk.code
    .replace(
      /Promise\.resolve\(\)\.then\(\(\) => require\("([^"]+)"\)\)/g,
      (_, path) => `loadPart(${place(path)})`,
    )
    .replace(/\brequire\("([^"]+)"\)/g, (_, path) => `require(${place(path)})`);
  return `${JSON.stringify(chunk.fileName)}, (exports, require, loadPart) => {\n${code}\n}`;
}

/**
 * Makes of a bundle of CommonJS modules a classic script and its parts: see loader.js. The whole wasm is a part too, not in
 * the script, though the module has it within itself.
 */
export function parts(): Plugin {
  return {
    name: 'kl-parts',
    enforce: 'pre',
    resolveId(source, _importer, { kind }) {
      const isWithin = source.endsWith('/inlined.ts') && kind === 'import-statement';
      return isWithin ? NOTHING : undefined;
    },
    load: (id) => (id === NOTHING ? 'export const inlinedBytes = undefined;' : undefined),
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const script = chunks.find((chunk) => chunk.isEntry);
        if (!script) throw new Error('there is no entry in the bundle');
        const needs = (chunk: Rolldown.OutputChunk): Rolldown.OutputChunk[] =>
          chunks
            .filter(({ fileName }) => chunk.imports.includes(fileName))
            .flatMap((other) => [other, ...needs(other)]);
        const within = new Set([script, ...needs(script)]);

        const table: Record<string, { integrity: string; needs: string[] }> = {};
        for (const chunk of chunks.filter((one) => !within.has(one))) {
          chunk.code = await small(`KlDivergence.part(${named(chunk)});`);
          const hash = createHash('sha384').update(chunk.code).digest('base64');
          const others = new Set(needs(chunk).filter((other) => !within.has(other)));
          table[chunk.fileName] = {
            integrity: `sha384-${hash}`,
            needs: Array.from(others, ({ fileName }) => fileName),
          };
        }
        const values: Record<string, string> = {
          KL_PARTS: JSON.stringify(table),
          KL_FOLDER: JSON.stringify(`${posix.dirname(posix.normalize(project.jsdelivr))}/`),
          KL_SCRIPT: JSON.stringify(script.fileName),
          KL_BODIES: `[${Array.from(within, (chunk) => `[${named(chunk)}]`)}]`,
        };
        script.code = await small(
          readFileSync(LOADER, 'utf8').replace(/KL_[A-Z]+/g, (name) => values[name] ?? name),
        );
        for (const { fileName } of within)
          if (fileName !== script.fileName) delete bundle[fileName];
      },
    },
  };
}
