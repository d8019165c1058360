// families.mjs [--check]: writes web/core/families.ts, the types and factories of all families, from what the module
// (build/wasm) says of them and from the first comment of each family's C++ file. --check only compares.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'web/core/families.ts');

/** @typedef {{ name: string, shape: keyof typeof types }} Parameter */
/** @typedef {{ name: string, parametrizations: Parameter[][] }} Family */

async function describe() {
  const { default: createKl } = await import(pathToFileURL(join(root, 'build/wasm/kl.js')).href);
  const glue = await createKl({ wasmBinary: readFileSync(join(root, 'build/wasm/kl.wasm')) });
  const shapes = Object.entries(glue.Shape).filter(([, entry]) => typeof entry?.value === 'number');
  const shapeNames = Object.fromEntries(shapes.map(([name, { value }]) => [value, name]));
  /** @type {Family[]} */
  const families = [];
  /** @type {(number: number, name: string, parametrization: number, parameter: string, shape: number) => void} */
  glue.takeParameter = (number, name, parametrization, parameter, shape) => {
    families[number] ??= { name, parametrizations: [] };
    const { parametrizations } = families[number];
    parametrizations[parametrization] ??= [];
    parametrizations[parametrization].push({ name: parameter, shape: shapeNames[shape] });
  };
  glue._describeFamilies();
  return families;
}

/** @param {string} name */
const lowerFirst = (name) => name.charAt(0).toLowerCase() + name.slice(1);
/** @param {string} name */
const fileOf = (name) => name.replace(/(?<=[a-z0-9])([A-Z])/g, '_$1').toLowerCase();

/**
 * The first comment of a family's C++ file, or of its header.
 * @param {string} name
 */
function summaryOf(name) {
  for (const [extension, mark] of /** @type {const} */ ([
    ['cc', '// '],
    ['h', '/// '],
  ])) {
    const path = join(root, `cpp/distributions/${fileOf(name)}.${extension}`);
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    const first = lines.findIndex((line) => line.startsWith(mark));
    if (first < 0) continue;
    const rest = lines.slice(first).findIndex((line) => !line.startsWith(mark));
    return lines.slice(first, first + rest).map((line) => line.slice(mark.length));
  }
  throw new Error(`cpp/distributions/${fileOf(name)}.cc says in no comment what ${name} is`);
}

const types = {
  scalar: 'number',
  vector: 'Vector',
  matrix: 'Matrix',
  factor: 'Matrix',
  components: 'readonly Distribution[]',
};

/** @param {Family} family */
function familySource({ name, parametrizations }) {
  /** @param {Parameter[]} parameters */
  const members = (parameters) =>
    parameters.map((p) => `readonly ${p.name}: ${types[p.shape]}`).join('; ');
  const variants = parametrizations.map((ps) => `{ readonly family: '${name}'; ${members(ps)} }`);
  const doc = ['/**', ...summaryOf(name).map((line) => ` * ${line}`), ' */'].join('\n');
  const [first, ...others] = /** @type {[Parameter[], ...Parameter[][]]} */ (parametrizations);
  const leading = first.slice(0, -1);
  const last = /** @type {Parameter} */ (first.at(-1));
  const alternatives = others.map((ps) => `{ ${members(ps.slice(-1))} }`);
  const parameters = [
    ...leading.map((p) => `${p.name}: ${types[p.shape]}`),
    `${last.name}: ${[types[last.shape], ...alternatives].join(' | ')}`,
  ].join(', ');
  const names = leading.map((p) => p.name).join(', ');
  const made =
    others.length === 0
      ? `made({ family: '${name}', ${[...leading, last].map((p) => p.name).join(', ')} })`
      : `made({ family: '${name}', ${names ? `${names}, ` : ''}...named(${last.name}, '${last.name}') }) as ${name}`;
  return `${doc}\nexport type ${name} =\n  ${variants.map((v) => `| ${v}`).join('\n  ')};\n\n${doc}\nexport function ${lowerFirst(name)}(${parameters}): ${name} {\n  return ${made};\n}\n`;
}

/** @param {Family[]} families */
function moduleSource(families) {
  return `// Written by scripts/families.mjs from the list of families in C++: do not edit.
import { made, named } from './frozen.ts';
import type { Vector } from './pairs.ts';

/** A matrix: its rows, or all its numbers row by row. */
export type Matrix = Vector | ArrayLike<Vector>;

/** A distribution with parameters: a plain frozen object, named and parametrised as in torch.distributions. */
export type Distribution =
${families.map(({ name }) => `  | ${name}`).join('\n')};

${families.map(familySource).join('\n')}`;
}

const source = execFileSync(
  join(root, 'node_modules/.bin/biome'),
  ['check', '--write', `--stdin-file-path=${target}`],
  {
    input: moduleSource(await describe()),
    encoding: 'utf8',
  },
);
if (process.argv[2] !== '--check') writeFileSync(target, source);
else if (readFileSync(target, 'utf8') !== source) {
  console.error('web/core/families.ts is not what the C++ sources say: run npm run build:wasm.');
  process.exit(1);
}
