// @ts-nocheck: see peers.mjs

// What bench.mjs found, as text for the terminal and for docs/speed.md. As a program [--check]: writes docs/speed.md from results.json anew,
// or only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';

const guide = new URL('../../docs/speed.md', import.meta.url);
const marked = /(<!-- bench:begin -->\n)[\s\S]*(<!-- bench:end -->)/;

/** Three digits, no exponent. */
const shown = (x) =>
  x === undefined ? '–' : x >= 1000 ? x.toFixed(0) : String(Number(x.toPrecision(3)));

function powerOfTen(n) {
  const exponent = Math.log10(n);
  return Number.isInteger(exponent) && n >= 100 ? `10${'⁰¹²³⁴⁵⁶⁷⁸⁹'[exponent]}` : String(n);
}

/** One measurement, a line for each way. */
export function showTimes(title, figures) {
  const [first] = Object.values(figures);
  const line = ([name, { median, least }]) =>
    `  ${name.padEnd(28)}${shown(median).padStart(9)}${shown(least).padStart(9)}${(least / first.least).toFixed(2).padStart(9)}`;
  const head = `  ${''.padEnd(28)}${'median'.padStart(9)}${'least'.padStart(9)}${'ratio'.padStart(9)}`;
  return [title, head, ...Object.entries(figures).map(line), ''].join('\n');
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = heads.map((_, i) => (i ? '---:' : '---'));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}

function timesTable({ arrays, alike, rows }) {
  const columns = [
    ...Object.entries(arrays).map(([n, figures]) => [powerOfTen(Number(n)), figures]),
    ['10⁵, Q ≈ P', alike],
    ...Object.entries(rows).map(([shape, figures]) => [
      `rows: ${shape.split(' × ').map(Number).map(powerOfTen).join(' × ')}`,
      figures,
    ]),
  ];
  const names = Object.keys(arrays[1000]);
  return table(
    ['ns an outcome; n =', ...columns.map(([head]) => head)],
    names.map((name) => [name, ...columns.map(([, figures]) => shown(figures[name]?.least))]),
  );
}

function goalRow({ work, peer, unit, atLeast, atMost, found }) {
  const isReached = peer ? found >= atLeast : found <= atMost;
  return [
    work,
    peer ? `≥ ${atLeast} × as fast as ${peer}` : `≤ ${atMost} ${unit}`,
    peer ? `${shown(found)} ×` : `${shown(found)} ${unit}`,
    isReached ? 'reached' : '**missed**',
  ];
}

const goalsTable = ({ goals }) =>
  table(['work', 'to reach', 'found', 'verdict'], goals.map(goalRow));

/** Kernels natively, and which part they reach of what streaming both arrays, or a division a pair, allows. */
function kernelsTable({ kernels }) {
  const { Streaming, Division, ...others } = kernels;
  const percent = (limit, time) => `${((100 * limit) / time).toFixed(0)} %`;
  const row = ([name, times]) => [
    name,
    ...Object.entries(times).flatMap(([n, time]) => [
      shown(time),
      percent(Streaming[n], time),
      percent(Division[n], time),
    ]),
  ];
  const heads = Object.keys(Streaming).flatMap((n) => [
    `n = ${powerOfTen(Number(n))}: ns a pair`,
    'of streaming',
    'of division',
  ]);
  return table(
    ['native kernel', ...heads],
    Object.entries({ Streaming, Division, ...others }).map(row),
  );
}

const tables = (results) => [
  timesTable(results),
  goalsTable(results),
  ...(results.kernels ? [kernelsTable(results)] : []),
];

/** All tables, for the terminal. */
export const summary = (results) => tables(results).join('\n\n');

function section(results) {
  const { date, machine } = results;
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  const facts = `${date}; ${machine.processor}, ${machine.cores} cores, one thread each; ${machine.system}; ${machine.compiler}; Emscripten ${machine.emscripten}; ${versions.join(', ')}.`;
  return `${facts.replaceAll('@tensorflow/', '')}\n\n${summary(results)}\n`;
}

/** docs/speed.md as it is, and with the tables between its marks. */
function guideWith(results) {
  const written = readFileSync(guide, 'utf8');
  if (!marked.test(written))
    throw new Error('docs/speed.md has no marks bench:begin and bench:end');
  const text = written.replace(marked, (_, begin, end) => `${begin}\n${section(results)}\n${end}`);
  return { written, text };
}

export const writeGuide = (results) => writeFileSync(guide, guideWith(results).text);

if (argv[1] === fileURLToPath(import.meta.url)) {
  const results = JSON.parse(readFileSync(new URL('results.json', import.meta.url), 'utf8'));
  const { written, text } = guideWith(results);
  if (argv[2] !== '--check') writeGuide(results);
  else if (written !== text) {
    console.error('docs/speed.md is not what results.json says: run node tests/bench/report.mjs.');
    exit(1);
  }
}
