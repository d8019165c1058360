// @ts-nocheck: see peers.mjs

// How long a divergence takes here, and how many times as long with other libraries.
//
//   npm run bench                  everything: writes results.json and the tables in docs/speed.md
//   npm run bench -- 1000 100000   arrays of these lengths only, printed
//
// Ways take turns, round by round, in passes over all works, so that slower moments of the machine fall on all. Tables and
// ratios are of each way's quickest round, which other programs disturbed least; results.json has the medians too.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { argv, execPath, version } from 'node:process';
import { fileURLToPath } from 'node:url';
import { compare } from '../../dist/index.js';
import { loadPeers, local } from './peers.mjs';
import { showTimes, summary, writeGuide } from './report.mjs';

const rounds = 25; // of each pass; short ones: on a busy machine some go undisturbed
const roundNanoseconds = 4e6;

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

const least = (numbers) => Math.min(...numbers);
const rounded = (x) => Number(x.toPrecision(4));

/** Probabilities that every run makes alike, by a linear congruential generator; of each row, if there are columns. */
function probabilities(n, seed, { columns = n, weightOf = (random) => random } = {}) {
  let state = seed;
  const x = new Float64Array(n).map((_, i) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return weightOf((1 + state) / 2 ** 32, i);
  });
  for (let i = 0; i < n; i += columns) {
    const row = x.subarray(i, i + columns);
    const sum = row.reduce((a, b) => a + b, 0);
    row.forEach((weight, j) => {
      row[j] = weight / sum;
    });
  }
  return x;
}

const workOf = (kind, n, columns) => ({
  kind,
  p: probabilities(n, 1, { columns }),
  q: probabilities(n, 2, { columns }),
  columns,
});

/** Q within a millionth of P: there this module has to take its longest way, and the others lose digits. */
function alikeWork(n) {
  const p = probabilities(n, 1);
  const weightOf = (random, i) => p[i] * (1 + 1e-6 * random);
  return { kind: 'arrays', p, q: probabilities(n, 2, { weightOf }) };
}

/** How many calls fill a round; making those of many rounds warms the code up. */
async function callsInRound(time) {
  const warmUp = 16;
  for (let calls = 1; ; calls *= 2) {
    if ((await time(calls)) * calls >= warmUp * roundNanoseconds) {
      return Math.ceil(calls / warmUp);
    }
  }
}

/** Those of the ways that do this work, ready for it. */
async function entrantsFor(ways, work, { isChecked = true } = {}) {
  const entrants = [];
  for (const way of ways) {
    if (work.p.length > (way.upTo ?? Infinity)) continue;
    const prepared = await way.prepare(work);
    if (prepared) entrants.push({ ...way, ...prepared, times: [] });
  }
  const want = entrants[0].value;
  for (const { name, value, tolerance = 1e-9 } of entrants) {
    if (isChecked && !(Math.abs(value - want) <= tolerance * want)) {
      throw new Error(`${name} finds ${value}, not ${want}`);
    }
  }
  return entrants;
}

/** Adds to each entrant's times, in nanoseconds a call. */
async function takeTurns(entrants) {
  for (const entrant of entrants) entrant.calls ??= await callsInRound(entrant.time);
  for (let round = 0; round < rounds; round++) {
    for (const { time, calls, times } of entrants) times.push(await time(calls));
  }
}

/** The times by work and by way, of passes over all works. */
async function measure(works, passes = 3) {
  for (let pass = 0; pass < passes; pass++) {
    for (const entrants of Object.values(works)) await takeTurns(entrants);
  }
  const timesOf = (entrants) =>
    Object.fromEntries(entrants.map(({ name, times }) => [name, times]));
  return Object.fromEntries(
    Object.entries(works).map(([name, entrants]) => [name, timesOf(entrants)]),
  );
}

/** Median and least, in nanoseconds a unit. */
function figures(times, units) {
  const of = (values) => ({
    median: rounded(median(values) / units),
    least: rounded(least(values) / units),
  });
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, of(values)]));
}

const ratio = (times, peer, way) => times[peer] && least(times[peer]) / least(times[way]);

/** Milliseconds of `init()`, each in a process of its own. */
function initTimes() {
  const script = `import init from '${new URL('../../dist/index.js', import.meta.url).href}';
    const start = performance.now(); await init(); console.log(performance.now() - start);`;
  const once = () => Number(execFileSync(execPath, ['--input-type=module', '-e', script]));
  return Array.from({ length: 15 }, once);
}

/** Nanoseconds a pair, by kernel and n, from Google Benchmark, the least of its repetitions; undefined if it is not built. */
function nativeKernels() {
  const program = fileURLToPath(new URL('../../build/native/kl_bench', import.meta.url));
  if (!existsSync(program)) return undefined;
  const { stdout } = spawnSync(
    program,
    [
      '--benchmark_format=json',
      '--benchmark_repetitions=9',
      '--benchmark_enable_random_interleaving=true',
      '--benchmark_min_time=0.02',
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  const runs = JSON.parse(stdout).benchmarks.filter((run) => run.run_type === 'iteration');
  const kernels = {};
  for (const name of new Set(runs.map((run) => run.run_name).sort())) {
    const [kernel, n] = name.split('/');
    const times = runs.filter((run) => run.run_name === name).map((run) => run.pair * 1e9);
    kernels[kernel] = { ...kernels[kernel], [n]: rounded(least(times)) };
  }
  return kernels;
}

function firstLine(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return stdout?.split('\n')[0]?.trim() || 'none';
}

function machine(versions) {
  const system = '/etc/os-release';
  const name =
    existsSync(system) && readFileSync(system, 'utf8').match(/^PRETTY_NAME="(.*)"/m)?.[1];
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    system: name || `${type()} ${release()}`,
    compiler: firstLine('c++'),
    emscripten: firstLine('emcc').match(/\d+\.\d+\.\d+/)?.[0] ?? 'none',
    versions: { Node: version, ...versions },
  };
}

/** The goals for speed, and what was found. */
function goals({ arrays, plain, compared, kernels }) {
  const ratioGoal = (work, peer, atLeast, found) =>
    Number.isFinite(found) ? [{ work, peer, atLeast, found: rounded(found) }] : [];
  const fromJavaScript = (peer, atLeast) => {
    const lengths = Object.keys(arrays).filter((n) => n >= 1e3 && arrays[n][peer]);
    const worst = Math.min(...lengths.map((n) => ratio(arrays[n], peer, 'kl-divergence')));
    return ratioGoal('Float64Arrays of 10³ to 10⁶ outcomes', peer, atLeast, worst);
  };
  const kernel = (peer, atLeast) => {
    const found = ratio(arrays[1e5], peer, 'kernel in wasm');
    return ratioGoal('kernel in wasm, 10⁵ outcomes', peer, atLeast, found);
  };
  const floats = arrays[1e5]['PyTorch f32'];
  const ofFloats = floats && kernels && least(floats) / 1e5 / kernels.AddPhiF32[1e5];
  const limit = (work, unit, atMost, found) => ({ work, unit, atMost, found: rounded(found) });
  const [plainArrays, compare16] = [least(plain['kl-divergence']), least(compared.compare)];
  return [
    ...fromJavaScript('textbook loop', 4),
    ...fromJavaScript('ml-distance', 4),
    ...fromJavaScript('tfjs wasm', 3),
    ...fromJavaScript('mathjs', 100),
    ...kernel('SciPy', 3),
    ...kernel('PyTorch', 3),
    ...kernel('NumPy', 1),
    ...ratioGoal('native kernel AddPhiF32, 10⁵ outcomes', 'PyTorch f32', 4, ofFloats),
    limit('klDivergence, plain arrays of 3 outcomes', 'µs', 0.5, plainArrays / 1e3),
    limit('compare, 16 outcomes', 'µs', 5, compare16 / 1e3),
    limit('init()', 'ms', 15, median(initTimes())),
  ];
}

const { ways, versions, absent, end } = await loadPeers();
for (const name of absent) console.log(`${name} is absent: its rows are left out`);

const asked = argv.slice(2).map(Number);
const sizes = asked.length ? asked : [3, 16, 1e2, 1e3, 1e4, 1e5, 1e6];
const works = {};
for (const n of sizes) works[n] = await entrantsFor(ways, workOf('arrays', n));

if (asked.length) {
  const arrays = await measure(works);
  for (const n of sizes) {
    console.log(showTimes(`${n} outcomes, ns an outcome`, figures(arrays[n], n)));
  }
} else {
  works.alike = await entrantsFor(ways, alikeWork(1e5), { isChecked: false });
  const shapes = { '100000 × 10': 10, '10 × 100000': 1e5 };
  for (const [shape, columns] of Object.entries(shapes)) {
    works[shape] = await entrantsFor(ways, workOf('rows', 1e6, columns));
  }
  const times = await measure(works);
  // Last: an engine that has seen arrays of both kinds is slower with either.
  const [p, q] = [probabilities(16, 1), probabilities(16, 2)];
  const compareWay = { name: 'compare', prepare: () => local(() => compare(p, q).forward.value) };
  const { plain, compared } = await measure({
    plain: await entrantsFor(ways, workOf('plain', 3)),
    compared: await entrantsFor([compareWay], workOf('arrays', 16)),
  });
  const kernels = nativeKernels();

  const pick = (names, units) =>
    Object.fromEntries(names.map((name) => [name, figures(times[name], units(name))]));
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(versions),
    goals: goals({ arrays: times, plain, compared, kernels }),
    arrays: pick(sizes, Number),
    alike: figures(times.alike, 1e5),
    rows: pick(Object.keys(shapes), () => 1e6),
    plain: figures(plain, 1),
    kernels,
  };
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
  writeGuide(results);
  console.log(summary(results));
}
end();
