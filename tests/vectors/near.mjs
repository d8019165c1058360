// Adds to near.json what the loop of textbooks and npm packages return; see near.py.
import { readFileSync, writeFileSync } from 'node:fs';
import { distance, mathjs, versionOf } from './packages.mjs';


/** @type {Record<string, (p: number[], q: number[]) => number>} */
const ways = {
  'the loop, sum += p[i] * Math.log(p[i] / q[i])': (p, q) =>
    p.reduce((sum, x, i) => sum + x * Math.log(x / Number(q[i])), 0),
  'mathjs, kldivergence(P, Q)': (p, q) => mathjs.kldivergence(p, q),
  'ml-distance, kullbackLeibler(P, Q)': (p, q) => distance.kullbackLeibler(p, q),
};

const target = new URL('near.json', import.meta.url);
const recorded = JSON.parse(readFileSync(target, 'utf8'));
for (const pairs of Object.values(recorded.steps)) {
  for (const pair of pairs) {
    for (const [name, way] of Object.entries(ways)) pair[name] = way(pair.p, pair.q);
  }
}
for (const name of ['mathjs', 'ml-distance']) recorded.versions[name] = versionOf(name);
writeFileSync(target, `${JSON.stringify(recorded, null, 1)}\n`);
