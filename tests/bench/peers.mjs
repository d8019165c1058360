// @ts-nocheck: it imports what builds and installations make, which may not be there

// Ways to compute D(P‖Q), each as people would write it: this module, the loop of textbooks, npm packages, Python's.
//
// A way is { name, upTo?, tolerance?, prepare(work) }. `prepare` takes { kind, p, q, columns? } with Float64Arrays p and q
// and answers { value, time(calls) }: what the way finds, and how many nanoseconds a call takes; undefined if it has
// nothing for this kind of work. Kinds: 'arrays', 'plain' (arrays of JavaScript), 'rows' (of `columns` outcomes each).
// `upTo` is the longest work worth waiting for; `tolerance` how far, relatively, its value may be off: float32 is coarse.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { createInterface } from 'node:readline';
import init, { klDivergence } from '../../dist/index.js';

const build = new URL('../../build/wasm/', import.meta.url);
const float32 = 1e-3;

/** What `run` computes, timed in this process; `before` puts global state right. */
export function local(run, before = () => {}) {
  return {
    value: run(),
    async time(calls) {
      await before();
      let sum = 0; // used below, so that no compiler finds the loop to be for nothing
      const start = performance.now();
      for (let i = 0; i < calls; i++) sum += run();
      const nanoseconds = ((performance.now() - start) * 1e6) / calls;
      if (Number.isNaN(sum)) throw new Error('a divergence is NaN');
      return nanoseconds;
    },
  };
}

function prepareModule({ kind, p, q, columns }) {
  if (kind === 'arrays') return local(() => klDivergence(p, q));
  if (kind === 'plain') {
    const [pPlain, qPlain] = [[...p], [...q]];
    return local(() => klDivergence(pPlain, qPlain));
  }
  return local(() => klDivergence(p, q, { columns })[0]);
}

function prepareModuleFloats({ kind, p, q }) {
  const [p32, q32] = [new Float32Array(p), new Float32Array(q)];
  return kind === 'arrays' ? local(() => klDivergence(p32, q32)) : undefined;
}

/** The same without copying: what is in the wasm memory, a chunk at most, is read as often as n needs. */
async function kernelInWasm() {
  const { default: createKl } = await import(new URL('kl.js', build).href);
  const glue = await createKl({ wasmBinary: readFileSync(new URL('kl.wasm', build)) });
  const { pArena, qArena, chunk, Measure, Form, Normalization } = glue;
  const [which, form, normalization] = [
    Measure.klDivergence.value,
    Form.weights.value,
    Normalization.divide.value,
  ];
  glue.readChunk = () => {};
  return {
    name: 'kernel in wasm',
    tolerance: Infinity, // beyond a chunk its pairs are others
    prepare({ kind, p, q }) {
      if (kind !== 'arrays') return undefined;
      const fill = () => {
        glue.HEAPF64.set(p.subarray(0, chunk), pArena / 8);
        glue.HEAPF64.set(q.subarray(0, chunk), qArena / 8);
      };
      fill();
      const divergence = () => glue._measure(which, p.length, form, normalization, Math.E, 1);
      if (divergence() !== 1) throw new Error('the wasm module finds a problem');
      return local(divergence, fill);
    },
  };
}

/** The loop, compiled anew for each work: what an engine learns of one kind of array would slow down the other. */
function prepareTextbook({ kind, p, q, columns }) {
  const loop = new Function(
    'p, q, n',
    'let s = 0; for (let i = 0; i < n; i++) s += p[i] * Math.log(p[i] / q[i]); return s;',
  );
  const n = p.length;
  if (kind === 'arrays') return local(() => loop(p, q, n));
  if (kind === 'plain') {
    const [pPlain, qPlain] = [[...p], [...q]];
    return local(() => loop(pPlain, qPlain, n));
  }
  if (kind !== 'rows') return undefined;
  const sums = new Float64Array(n / columns);
  return local(() => {
    for (let row = 0; row < sums.length; row++) {
      let s = 0;
      for (let i = row * columns; i < (row + 1) * columns; i++) s += p[i] * Math.log(p[i] / q[i]);
      sums[row] = s;
    }
    return sums[0];
  });
}

async function packages() {
  const { distance } = await import('ml-distance');
  const { kldivergence } = await import('mathjs');
  const tf = await import('@tensorflow/tfjs-core');
  await import('@tensorflow/tfjs-backend-cpu');
  const { setThreadsCount } = await import('@tensorflow/tfjs-backend-wasm');
  setThreadsCount(1);
  tf.enableProdMode(); // no checks, no banner

  /** tfjs computes in float32: it is handed Float32Arrays, and does not pay for their conversion. */
  const tfjs = (backend) => ({
    name: `tfjs ${backend}`,
    tolerance: float32,
    async prepare({ kind, p, q, columns }) {
      if (kind === 'plain') return undefined;
      const select = () => tf.setBackend(backend);
      await select();
      const shape = columns ? [p.length / columns, columns] : [p.length];
      const [p32, q32] = [new Float32Array(p), new Float32Array(q)];
      const divergence = () => {
        const [x, y] = [tf.tensor(p32, shape), tf.tensor(q32, shape)];
        return tf.sum(tf.mul(x, tf.sub(tf.log(x), tf.log(y))), -1).dataSync()[0];
      };
      return local(() => tf.tidy(divergence), select);
    },
  });
  return [
    {
      name: 'ml-distance',
      prepare({ kind, p, q }) {
        if (kind === 'arrays') return local(() => distance.kullbackLeibler(p, q));
        const [pPlain, qPlain] = [[...p], [...q]];
        return kind === 'plain' ? local(() => distance.kullbackLeibler(pPlain, qPlain)) : undefined;
      },
    },
    {
      name: 'mathjs', // takes no typed arrays
      upTo: 1e5,
      prepare({ kind, p, q }) {
        if (kind !== 'arrays' && kind !== 'plain') return undefined;
        const [pPlain, qPlain] = [[...p], [...q]];
        return local(() => kldivergence(pPlain, qPlain));
      },
    },
    tfjs('cpu'),
    tfjs('wasm'),
  ];
}

/** The first Python that has NumPy, with python_peers.py running in it. */
function startPython() {
  const isUsable = (python) => spawnSync(python, ['-c', 'import numpy']).status === 0;
  const python = [env.PYTHON, '/usr/bin/python3', 'python3'].filter(Boolean).find(isUsable);
  if (!python) return undefined;
  const script = new URL('python_peers.py', import.meta.url).pathname;
  const child = spawn(python, [script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('python_peers.py has ended: see above');
    return JSON.parse(value);
  };
  const ask = (request) => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return answer();
  };
  return { answer, ask, end: () => child.stdin.end() };
}

async function pythonWays(python) {
  const { ways, versions, absent } = await python.answer();
  const folder = mkdtempSync(join(tmpdir(), 'kl-bench-'));
  let loaded;
  const prepare = async (name, work) => {
    if (work.kind !== 'arrays' && work.kind !== 'rows') return undefined;
    const load = async () => {
      if (loaded === work) return;
      loaded = work;
      for (const key of ['p', 'q']) writeFileSync(join(folder, key), work[key]);
      await python.ask({ load: folder, columns: work.columns ?? 0 });
    };
    await load();
    const { value } = await python.ask({ name, calls: 1 });
    const time = async (calls) => {
      await load();
      return (await python.ask({ name, calls })).nanoseconds;
    };
    return { value, time };
  };
  return {
    ways: ways.map((name) => ({
      name,
      ...(name.endsWith('f32') && { tolerance: float32 }),
      prepare: (work) => prepare(name, work),
    })),
    versions,
    absent,
    end() {
      python.end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** All ways, the module first; what of Python is absent; versions by name; and `end`, to be called at the end. */
export async function loadPeers() {
  await init();
  const python = startPython();
  const remote = python
    ? await pythonWays(python)
    : { ways: [], versions: {}, absent: ['NumPy', 'SciPy', 'PyTorch'], end() {} };
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url)));
  return {
    ways: [
      { name: 'kl-divergence', prepare: prepareModule },
      { name: 'kl-divergence, Float32Array', tolerance: float32, prepare: prepareModuleFloats },
      await kernelInWasm(),
      { name: 'textbook loop', prepare: prepareTextbook },
      ...(await packages()),
      ...remote.ways,
    ],
    versions: { ...dependencies, ...remote.versions },
    absent: remote.absent,
    end: remote.end,
  };
}
