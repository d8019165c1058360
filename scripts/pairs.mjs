// pairs.mjs [--check]: writes docs/pairs.md, how D(P‖Q) is found for every pair of families, from what the module says of
// representative members; and what other libraries have, from scripts/peers-pairs.json.
// @ts-nocheck: all names are data, from JSON and from the module.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'docs/pairs.md');
const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const peers = read('scripts/peers-pairs.json');

/** The numbers of each family as P and as Q: P's support lies in Q's wherever it can, and tails are light enough. */
const members = read('scripts/pairs-members.json');

/** Families that are made of others have the methods of these. */
const madeOfOthers = ['Independent', 'Mixture'];

/** Of peers' names: what is the same here by another name, and what is a way to make distributions. */
const aliases = {
  OneHotCategorical: 'Categorical',
  ExponentialFamily: null,
  TransformedDistribution: null,
};

const marks = {
  'closed form': '●',
  'finite sum': 'Σ',
  series: '…',
  quadrature: '∫',
  support: '∞',
  expectation: '∞ᴇ',
};

/** Of reasons, which are sentences: that of heavy tails, and that of a density on one side alone. */
const isOfTails = ({ reason }) => /tails/.test(reason);
const isOfKinds = ({ reason }) => /density and the other/.test(reason);

function markOf(finding) {
  if (finding.method !== 'infinite') return marks[finding.method];
  return isOfTails(finding) ? marks.expectation : marks.support;
}

async function load() {
  const server = await createServer({
    configFile: false,
    root,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false },
  });
  const kl = await server.ssrLoadModule('/web/core/index.ts');
  kl.initSync();
  return { kl, close: () => server.close() };
}

/** What the module finds for every pair, by P's name and Q's. */
function findAll(kl, names) {
  const find = (p, q) =>
    kl.compare({ family: p, ...members[p][0] }, { family: q, ...members[q][1] }).forward;
  return Object.fromEntries(
    names.map((p) => [p, Object.fromEntries(names.map((q) => [q, find(p, q)]))]),
  );
}

function table(names, found) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  return [
    row(['P ∖ Q', ...names]),
    row(['---', ...names.map(() => ':-:')]),
    ...names.map((p) => row([p, ...names.map((q) => markOf(found[p][q]))])),
  ].join('\n');
}

function countsOf(found) {
  const counts = {};
  for (const row of Object.values(found)) {
    for (const finding of Object.values(row)) {
      const kind = finding.method === 'infinite' ? `infinite: ${finding.reason}` : finding.method;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return counts;
}

const pairsOf = (table) => Object.entries(table).flatMap(([p, qs]) => qs.map((q) => [p, q]));

/** A peer's pairs that are not to be had here, apart from those of families that are not here. */
function missingOf(peer, found) {
  const ours = (name) => (name in aliases ? aliases[name] : name);
  const same = [...peer.same, ...peer.inherited].map((name) => [name, name]);
  const isHere = ([p, q]) =>
    !members[ours(p)] || !members[ours(q)] || found[ours(p)]?.[ours(q)] !== undefined;
  const closed = [...same, ...pairsOf(peer.cross)].filter(
    ([p, q]) =>
      !isHere([p, q]) || (members[ours(p)] && members[ours(q)] && isWorse(found[ours(p)][ours(q)])),
  );
  const infinite = pairsOf(peer.infinite).filter(([p, q]) => found[p]?.[q]?.method !== 'infinite');
  return [...closed, ...infinite].map((pair) => pair.join('‖'));
}
const isWorse = ({ method }) => method !== 'closed form' && method !== 'finite sum';

/** Families of a peer that are not here. */
function strangersOf(peer) {
  const names = [...peer.same, ...peer.inherited, ...pairsOf(peer.cross).flat()];
  return [...new Set(names)].filter(
    (name) => !members[name] && !madeOfOthers.includes(name) && !(name in aliases),
  );
}

function peersTable(found) {
  const rows = Object.entries(peers).map(([name, peer]) => {
    const missing = missingOf(peer, found),
      strangers = strangersOf(peer);
    return `| ${name} | ${peer.same.length + peer.inherited.length} | ${pairsOf(peer.cross).length} | ${
      pairsOf(peer.infinite).length
    } | ${peer.otherwise} | ${missing.join(', ') || 'none'} | ${strangers.join(', ') || 'none'} |`;
  });
  return [
    '| library | within a family | of two families | known to be infinite | otherwise | missing here | of families that are not here |',
    '|---|--:|--:|--:|---|---|---|',
    ...rows,
  ].join('\n');
}

/** As what the family's divergence from a discrete one is. */
function kindOf(kl, name) {
  const p = { family: name, ...members[name][0] };
  const dimension = kl.sample(p, 1, 1).length;
  if (dimension > 1) return 'multivariate';
  const { forward } = kl.compare(p, { family: 'Poisson', rate: 1 });
  return forward.method === 'infinite' && isOfKinds(forward) ? 'continuous' : 'discrete';
}

function requireAllFamilies() {
  const source = readFileSync(join(root, 'web/core/families.ts'), 'utf8');
  const named = [...source.matchAll(/^export type (\w+) =\n {2}\| \{ readonly family/gm)].map(
    ([, name]) => name,
  );
  const missing = named.filter((name) => !members[name] && !madeOfOthers.includes(name));
  if (missing.length > 0) throw new Error(`scripts/pairs.mjs has no members of ${missing}.`);
}

function listOf(counts) {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `- ${count} ${kind}`)
    .join('\n');
}

async function describe() {
  requireAllFamilies();
  const { kl, close } = await load();
  const known = Object.keys(members);
  const kinds = Object.fromEntries(known.map((name) => [name, kindOf(kl, name)]));
  const families = (kind) => known.filter((name) => kinds[name] === kind);
  const discrete = families('discrete');
  const continuous = families('continuous');
  const multivariate = families('multivariate');
  const one = findAll(kl, [...discrete, ...continuous]);
  const normals = multivariate.filter((name) => name !== 'Dirichlet');
  const several = { ...findAll(kl, normals), ...findAll(kl, ['Dirichlet']) };
  await close();
  return `<!-- Written by scripts/pairs.mjs from what the module says: do not edit. -->

# How D(P‖Q) is found, for every pair of families

Of one member of each family, P's support within Q's wherever there are such members. The result of \`compare\` says the same of your own.

| mark | method |
|:-:|---|
| ${marks['closed form']} | closed form |
| ${marks['finite sum']} | finite sum |
| ${marks.series} | series, with a bound of what is left out |
| ${marks.quadrature} | quadrature, with an estimate of the error |
| ${marks.support} | infinite: P has mass where Q has none |
| ${marks.expectation} | infinite: the tails of P are too heavy for log q |

Of the ${(discrete.length + continuous.length) ** 2} ordered pairs of the ${discrete.length + continuous.length} families of one number:

${listOf(countsOf(one))}

A discrete and a continuous distribution are always infinitely far apart. A \`Mixture\` of distributions of one number is compared with
everything by sums or quadrature; an \`Independent\` by its components.

## Discrete

${table(discrete, one)}

## Continuous

${table(continuous, one)}

## Of several numbers

${table(normals, several)}

Dirichlet from Dirichlet: ${markOf(several.Dirichlet.Dirichlet)}. For other pairs there is \`monteCarlo\`.

## Beside other libraries

How many pairs they have a form for, and which of these are not closed forms or finite sums here.

${peersTable({ ...one, ...several })}

${Object.entries(peers)
  .map(([name, { of }]) => `${name}: ${of}.`)
  .join(' ')}
`;
}

const text = await describe();
if (process.argv[2] !== '--check') writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('docs/pairs.md is not what the module says: run npm run docs:pairs.');
  process.exit(1);
}
