import {
  kerasKlDivergence,
  laplacesDemonKld,
  mathjsKldivergence,
  mlDistanceKullbackLeibler,
  optaxKlDivergence,
  philentropyKl,
  scipy,
  statsBaseKldivergence,
  tfjsKlDivergence,
  torch,
} from '../../peers/index.ts';
import type { CallName } from '../../words/index.ts';
import { BASES, type Unit } from '../unit.ts';
import type { Call } from './calls.ts';
import { type Batch, sizeOf } from './form.ts';
import type { Tensors } from './tensors.ts';

type Row = Float64Array | Float32Array;
type OfRow = (p: Row, q: Row) => number;

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** The same of other libraries: of logits only what has a softmax at hand, of several rows only what takes rows. */
export function otherCalls(batch: Batch, unit: Unit): Call[] {
  const { rows } = sizeOf(batch);
  const isLogits = batch.form === 'logits';
  const changes = isLogits ? (['softmax'] as const) : [];
  const rowsIn = (tensors: Tensors, which: 'p' | 'q') => {
    const found = torch.rowsOf(tensors.of(which, ...changes));
    return found.length === rows ? found : Array.from({ length: rows }, () => found[0] as Row);
  };
  const byRows = (call: OfRow) => (tensors: Tensors) => {
    const q = rowsIn(tensors, 'q');
    return mean(rowsIn(tensors, 'p').map((row, i) => call(row, q[i] as Row)));
  };
  const other = (name: CallName, code: string, call: OfRow, more: Partial<Call> = {}): Call => ({
    name,
    code,
    library: 'others',
    isRight: false,
    value: byRows(call),
    ...more,
  });

  const [p, q] = isLogits ? ['softmax(P, axis=-1)', 'softmax(Q, axis=-1)'] : ['P', 'Q'];
  const axis = rows > 1 ? ', axis=-1' : '';
  const end = rows > 1 ? '.mean()' : '';
  const base = unit === 'nats' ? undefined : BASES[unit];
  const inBase = base === undefined ? '' : `, base=${base}`;
  const log = isLogits ? 'jax.nn.log_softmax(Q)' : 'jnp.log(Q)';
  const target = isLogits ? 'jax.nn.softmax(P)' : 'P';
  const right = { isRight: true };
  const taking: Call[] = [
    other(
      'entropy',
      `scipy.stats.entropy(${p}, ${q}${inBase}${axis})${end}`,
      (x, y) => scipy.entropy(x, y, base),
      {
        ...right,
        inUnit: true,
      },
    ),
    other(
      'relEntr',
      `scipy.special.rel_entr(${p}, ${q}).sum(${rows > 1 ? '-1' : ''})${end}`,
      scipy.relEntr,
      right,
    ),
    other(
      'klDiv',
      `scipy.special.kl_div(${p}, ${q}).sum(${rows > 1 ? '-1' : ''})${end}`,
      scipy.klDiv,
      right,
    ),
    other(
      'jensenshannon',
      `scipy.spatial.distance.jensenshannon(${p}, ${q}${axis})${end}`,
      (x, y) => scipy.jensenshannon(x, y),
    ),
    other(
      'keras',
      `keras.losses.KLDivergence()(${isLogits ? 'softmax(P), softmax(Q)' : 'P, Q'})`,
      kerasKlDivergence,
      {
        ...right,
        isSingle: true,
      },
    ),
    other(
      'optax',
      `optax.kl_divergence(${log}, ${target})${end}`,
      (x, y) => optaxKlDivergence(y.map(Math.log), x),
      right,
    ),
  ];
  if (isLogits || rows > 1) return taking;
  return [
    ...taking,
    other(
      'tfjs',
      "model.compile({ loss: 'kullbackLeiblerDivergence' }) // TensorFlow.js",
      tfjsKlDivergence,
      {
        ...right,
        isSingle: true,
      },
    ),
    other('mathjs', 'math.kldivergence(P, Q) // mathjs', mathjsKldivergence, right),
    other(
      'mlDistance',
      'distance.kullbackLeibler(P, Q) // ml-distance',
      mlDistanceKullbackLeibler,
      right,
    ),
    other('statsBase', 'kldivergence(P, Q)  # StatsBase.jl', statsBaseKldivergence, right),
    other('philentropy', 'philentropy::KL(rbind(P, Q), unit = "log")', philentropyKl, right),
    other('laplacesDemon', 'LaplacesDemon::KLD(P, Q)$sum.KLD.px.py', laplacesDemonKld, right),
  ];
}
