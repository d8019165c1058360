// Records what npm packages return for the pairs of peers_python.json: peers_javascript.json. Run by hand, with the folder
// in whose node_modules mathjs, ml-distance and tfjs (core, layers, backend-cpu) are:
//
//     node tests/vectors/peers.mjs /tmp/packages
import { readFileSync, writeFileSync } from 'node:fs';
import { distance, load, mathjs, versionOf } from './packages.mjs';

const tf = await load('@tensorflow/tfjs-core');
await load('@tensorflow/tfjs-backend-cpu');
const layers = await load('@tensorflow/tfjs-layers');
await tf.setBackend('cpu');

/**
 * The loss is to be had through a model only: one that returns its input.
 *
 * @param {number[]} p
 * @param {number[]} q
 */
async function tfjsLoss(p, q) {
  const input = layers.input({ shape: [q.length] });
  const model = layers.model({ inputs: input, outputs: layers.layers.activation({ activation: 'linear' }).apply(input) });
  model.compile({ optimizer: 'sgd', loss: 'kullbackLeiblerDivergence' });
  const loss = model.evaluate(tf.tensor2d([q]), tf.tensor2d([p]), { batchSize: 1 });
  return (await loss.data())[0];
}

/** @param {number} x */
const written = (x) => (Number.isFinite(x) ? x : { NaN: 'nan', Infinity: 'inf', '-Infinity': '-inf' }[String(x)]);

const { pairs } = JSON.parse(readFileSync(new URL('peers_python.json', import.meta.url), 'utf8'));
/** @type {Record<string, unknown>} */
const recorded = {};
for (const [name, { p, q }] of Object.entries(pairs)) {
  if (Array.isArray(p[0])) continue;
  recorded[name] = {
    mathjs: written(mathjs.kldivergence(p, q)),
    'ml-distance': written(distance.kullbackLeibler(p, q)),
    'ml-distance jensenShannon': written(distance.jensenShannon(p, q)),
    tfjs: written(await tfjsLoss(p, q)),
  };
}
const names = ['mathjs', 'ml-distance', '@tensorflow/tfjs-core', '@tensorflow/tfjs-layers'];
const versions = Object.fromEntries(names.map((name) => [name, versionOf(name)]));
const text = JSON.stringify({ versions, pairs: recorded }, null, 1);
writeFileSync(new URL('peers_javascript.json', import.meta.url), `${text}\n`);
