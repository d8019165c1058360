// node scripts/bundle-types.mjs: dist/index.d.ts, the module's declarations in one file, out of the one a source in build/types; and
// beside it those of url, which are the same but for how the wasm is had.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = await rolldown({
  input: `${root}build/types/index.d.ts`,
  plugins: [dts({ dtsInput: true, tsconfig: false })],
});
await bundle.write({ dir: `${root}dist` });
const url = readFileSync(`${root}build/types/url.d.ts`, 'utf8');
writeFileSync(`${root}dist/url.d.ts`, url.replaceAll('./index.ts', './index.js'));
