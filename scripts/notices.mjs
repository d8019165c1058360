// node scripts/notices.mjs: dist/NOTICES.md, the licences of what others wrote and dist holds: the packages that Vite found in its
// bundles (licences.json beside each), and what Emscripten links into the wasm.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ name: string, version: string, identifier: string, text?: string }} Licence */

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @type {Map<string, Licence>} by the names of the packages */
const licences = new Map();
for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('licences.json')) continue;
  for (const licence of readJson(join(dist, path))) licences.set(licence.name, licence);
  rmSync(join(dist, path));
}

/** @param {Licence} licence */
const repositoryOf = ({ name }) =>
  readJson(join(root, 'node_modules', name, 'package.json')).repository.url;

/** Its text; of a package that has none, that of another of its repository and licence. @param {Licence} licence */
function textOf(licence) {
  if (licence.text) return licence.text;
  const sibling = [...licences.values()].find(
    (other) =>
      other.text &&
      other.identifier === licence.identifier &&
      repositoryOf(other) === repositoryOf(licence),
  );
  if (!sibling) throw new Error(`${licence.name} has no text of its licence`);
  return sibling.text;
}

const head = `# Notices

kl-divergence contains parts of the following works, under their licences.
`;
const packages = [...licences.values()]
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(
    (licence) =>
      `## ${licence.name} ${licence.version} (${licence.identifier})\n\n${textOf(licence)}\n`,
  );
const wasm = readFileSync(join(root, 'cpp/bindings/NOTICES.md'), 'utf8');
writeFileSync(join(dist, 'NOTICES.md'), [head, ...packages, wasm].join('\n'));
