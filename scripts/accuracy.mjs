// accuracy.mjs [--check]: writes the tables of docs/accuracy.md, what is recorded in tests/vectors of other libraries beside
// what the module (dist) finds now. --check only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'docs/accuracy.md');
/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(join(root, `tests/vectors/${name}.json`), 'utf8'));
const { default: init, klDivergence } = await import(
  pathToFileURL(join(root, 'dist/index.js')).href
);
await init();

/** @typedef {Record<string, number> & { p: number[], q: number[] }} Pair */

/** @param {string[]} heads @param {string[][]} rows */
function table(heads, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, i) => (i ? '---:' : '---'))), ...rows.map(line)].join(
    '\n',
  );
}

/** One digit, as 2·10⁻¹⁶. @param {number} x */
function rounded(x) {
  if (x === 0) return '0';
  const [digit, exponent = ''] = x.toExponential(0).split('e');
  const superscript = Array.from(String(Number(exponent)), (c) =>
    c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)],
  ).join('');
  return Math.abs(Number(exponent)) < 2
    ? String(Number(x.toPrecision(1)))
    : `${digit === '1' ? '' : `${digit}·`}10${superscript}`;
}

/** The largest relative error of ten pairs a step, and in brackets how many of the values are negative, if any. */
function nearTable() {
  /** @type {Record<string, Pair[]>} */
  const steps = read('near').steps;
  const [first] = /** @type {[Pair]} */ (Object.values(steps)[0]);
  const others = Object.keys(first).filter((name) => !['p', 'q', 'exact'].includes(name));
  /** @type {(name: string, values: (pair: Pair) => number) => string[]} */
  const row = (name, found) => [
    name,
    ...Object.values(steps).map((pairs) => {
      const errors = pairs.map((pair) => Math.abs(found(pair) / Number(pair.exact) - 1));
      const negative = pairs.filter((pair) => found(pair) < 0).length;
      const error = rounded(Math.max(...errors));
      return negative > 0 ? `${error} (${negative})` : error;
    }),
  ];
  return table(
    ['Q is off by some', ...Object.keys(steps).map((step) => rounded(Number(step)))],
    [
      row('**kl-divergence**', ({ p, q }) => klDivergence(p, q)),
      ...others.map((name) => row(name, (pair) => Number(pair[name]))),
    ],
  );
}

const PAIRS = [
  'zero in P',
  'zero in Q',
  'disjoint',
  'counts',
  'proportional counts',
  'nearly equal',
  'subnormal',
];

/** What each returns for the same two arrays. */
function callsTable() {
  const [python, javascript] = [read('peers_python'), read('peers_javascript')];
  /** @param {number | string} x */
  const shown = (x) => {
    const text = { nan: 'NaN', inf: '∞', Infinity: '∞' }[x];
    return text ?? String(Number(Number(x).toPrecision(6))).replaceAll('-', '−');
  };
  const rows = PAIRS.map((name) => {
    const { p, q, scipy, torch } = python.pairs[name];
    const form = name.includes('counts') ? 'weights' : 'probabilities';
    const others = javascript.pairs[name];
    return [
      `${name}: ${[p, q].map((x) => `(${x.join(', ')})`).join(' and ')}`,
      `**${shown(klDivergence(p, q, { form }))}**`,
      ...[
        scipy.entropy,
        torch['right, sum'],
        others.mathjs,
        others['ml-distance'],
        others.tfjs,
      ].map(shown),
    ];
  });
  const heads = ['SciPy', 'PyTorch', 'mathjs', 'ml-distance', 'tfjs'];
  return table(['P and Q', 'kl-divergence', ...heads], rows);
}

/** Puts a table between its marks. @param {string} text @param {string} name @param {string} content */
function put(text, name, content) {
  const marked = new RegExp(`(<!-- ${name}:begin -->\n)[^]*(<!-- ${name}:end -->)`);
  if (!marked.test(text))
    throw new Error(`docs/accuracy.md has no marks ${name}:begin and ${name}:end`);
  return text.replace(marked, (_, begin, end) => `${begin}\n${content}\n\n${end}`);
}

const written = readFileSync(target, 'utf8');
const text = put(put(written, 'near', nearTable()), 'calls', callsTable());
if (argv[2] !== '--check') writeFileSync(target, text);
else if (written !== text) {
  console.error(
    'docs/accuracy.md is not what the records and the module say: run npm run docs:accuracy.',
  );
  exit(1);
}
