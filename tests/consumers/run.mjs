// node tests/consumers/run.mjs [name …]: the packed tarball, used by real tools. Each folder beside this file with a package.json is
// a small project: its `consumer` says how it is built and what shows the number. Writes docs/consumers.md when all have run.
//
//   sources    the folder of its other files, where several projects have the same
//   debian     packages of the tool, where npm has none
//   print      a command whose output is the number
//   build      a command to run before
//   serve      a folder of static files, with `headers` if they matter
//   elsewhere  a folder of static files for another origin, whose address is $ELSEWHERE
//   open       a page to open from the disk
//   command    what serves at $PORT
//   shows      where the page has numbers: a selector of an element whose text is one, or `kl-divergence`
//
// Commands find the tarball as $TARBALL.
import { execFileSync, execSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { argv, env } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort, readPage, serveFolder, whileRunning } from './browser.mjs';

/**
 * @typedef {{ title: string, sources?: string, debian?: string[], build?: string, print?: string, serve?: string,
 *             headers?: Record<string, string>, elsewhere?: string, open?: string, command?: string, path?: string,
 *             shows?: string[] }} Consumer
 * @typedef {{ title: string, result: 'ok' | 'FAILED' | 'cannot be installed here', detail: string }} Row
 */

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const divergence = 0.022582421084357394; // mpmath: D of (0.4, 0.6) from (0.3, 0.7), of these doubles divided by their sums
const tolerance = 3e-17; // 8 ulp
const patience = 600_000; // ms
const INSTALL = 'npm install --no-audit --no-fund --no-package-lock';

const work = mkdtempSync(join(tmpdir(), 'kl-consumers-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

// npm hands the options of `npm run` down as variables; these calls have their own.
const own = Object.entries(env).filter(
  ([name]) => !/^npm_(config_(local_)?prefix|package)/.test(name),
);
const environment = { ...Object.fromEntries(own), NEXT_TELEMETRY_DISABLED: '1', CI: '1' };

const packed = execFileSync(
  'npm',
  ['pack', '--json', '--ignore-scripts', '--pack-destination', work],
  { cwd: root, env: environment, encoding: 'utf8' },
);
const tarball = join(work, JSON.parse(packed)[0].filename);

/** A project while it is tried: its folder, and the ports that are its own. */
class Trial {
  /** @param {string} name @param {number} port @param {number} otherPort */
  constructor(name, port, otherPort) {
    this.folder = join(work, name);
    this.port = port;
    this.otherPort = otherPort;
    this.environment = {
      ...environment,
      PATH: `${join(this.folder, 'node_modules/.bin')}${delimiter}${env.PATH}`,
      TARBALL: tarball,
      PORT: String(port),
      ELSEWHERE: `http://localhost:${otherPort}`,
    };
  }

  /** With the project's own tools first. @param {string} command */
  run(command) {
    return execSync(command, {
      cwd: this.folder,
      env: this.environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patience,
      maxBuffer: 2 ** 26,
    });
  }

  /** The tools, not yet the package: what fails here is no fault of it. @param {Consumer} consumer */
  install({ debian }) {
    const commands = [INSTALL];
    if (debian) commands.push(`apt-get install -y --no-install-recommends ${debian.join(' ')}`);
    for (const command of commands) {
      try {
        this.run(command);
      } catch {
        this.run(command); // a registry may fail once
      }
    }
  }

  /** @param {Consumer} consumer */
  async check({ build, print, serve, headers, elsewhere, open, command, path = '', shows = [] }) {
    this.run(`${INSTALL} --no-save ${tarball}`);
    if (build) this.run(build);
    if (print) requireDivergence(this.run(print).trim(), print);
    const address = `http://localhost:${this.port}/${path}`;
    const inFolder = (/** @type {string} */ name) => join(this.folder, name);
    if (open) await show(pathToFileURL(inFolder(open)).href, shows);
    const allOrigins = { 'access-control-allow-origin': '*' };
    const other =
      elsewhere && (await serveFolder(inFolder(elsewhere), this.otherPort, allOrigins));
    try {
      if (serve) {
        const server = await serveFolder(inFolder(serve), this.port, headers ?? {});
        await show(address, shows).finally(() => server.close());
      }
    } finally {
      if (other) await other.close();
    }
    if (command) {
      const options = { cwd: this.folder, env: this.environment };
      await whileRunning(command, options, address, () => show(address, shows));
    }
  }
}

/** @param {unknown} text @param {string} what */
function requireDivergence(text, what) {
  const value = Number(text);
  if (text === '' || text === null || !(Math.abs(value - divergence) <= tolerance)) {
    throw new Error(`${what} is ${text}, not ${divergence}`);
  }
}

/** @param {string} address @param {string[]} places */
async function show(address, places) {
  for (const [place, text] of Object.entries(await readPage(address, places))) {
    requireDivergence(text, `${place} at ${address}`);
  }
}

/** What a failure says, and what the failed command wrote. @param {unknown} error */
const detailOf = (error) =>
  [String(error), Reflect.get(Object(error), 'stdout'), Reflect.get(Object(error), 'stderr')]
    .filter(Boolean)
    .join('\n');

/** @param {string} name @returns {Promise<Row>} */
async function consume(name) {
  const trial = new Trial(name, await freePort(), await freePort());
  cpSync(join(here, name), trial.folder, { recursive: true });
  const { consumer, version } = JSON.parse(
    readFileSync(join(trial.folder, 'package.json'), 'utf8'),
  );
  if (consumer.sources) {
    cpSync(join(here, consumer.sources), trial.folder, { recursive: true, force: false });
  }
  const title = `${consumer.title}${version ? ` ${version}` : ''}`;
  try {
    trial.install(consumer);
  } catch (error) {
    return { title, result: 'cannot be installed here', detail: detailOf(error) };
  }
  try {
    await trial.check(consumer);
    return { title, result: 'ok', detail: '' };
  } catch (error) {
    return { title, result: 'FAILED', detail: detailOf(error) };
  } finally {
    rmSync(trial.folder, { recursive: true, force: true });
  }
}

/** @param {Row[]} rows */
const report = (rows) => `<!-- Written by tests/consumers/run.mjs: do not edit. -->

# Where the package was tried

Installed from its tarball, built by the tool, and opened in Chromium where there is a page: each shows D(P‖Q) of (0.4, 0.6) and
(0.3, 0.7), computed by the wasm in that tool. \`npm run test:consumers\` does it again; the projects are in \`tests/consumers\`.

| tool | result |
|---|---|
${rows.map(({ title, result }) => `| ${title} | ${result} |`).join('\n')}
`;

const all = readdirSync(here).filter((name) => existsSync(join(here, name, 'package.json')));
const names = argv.length > 2 ? argv.slice(2) : all.sort();
/** @type {Row[]} */
const rows = [];
for (const name of names) {
  const began = performance.now();
  const row = await consume(name);
  rows.push(row);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${row.title}: ${row.result} (${name}, ${seconds} s)${row.detail && `\n${row.detail}`}`);
}
if (argv.length === 2) writeFileSync(join(root, 'docs/consumers.md'), report(rows));
process.exitCode = rows.some(({ result }) => result === 'FAILED') ? 1 : 0;
