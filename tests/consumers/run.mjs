// node tests/consumers/run.mjs [name …]: the packed tarball, used by real tools. Each folder beside this file is a small project:
// its `consumer` in package.json says how it is built and what shows the number. Writes docs/consumers.md when all have run.
//
//   sources the folder of its other files, where several projects have the same
//   debian  packages of the tool, where npm has none
//   print   a command whose output is the number
//   build   a command to run before
//   serve   a folder of static files, or `command` that serves at $PORT
//   shows   where the page has numbers: a selector of an element whose text is one, or `kl-divergence`
import { execFileSync, execSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { argv, env, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumPath } from '../../scripts/chromium.mjs';

/**
 * @typedef {{ title: string, sources?: string, debian?: string[], build?: string, print?: string, serve?: string, command?: string,
 *             path?: string, shows?: string[] }} Consumer
 */

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const divergence = 0.022582421084357394; // mpmath: D of (0.4, 0.6) from (0.3, 0.7), of these doubles divided by their sums
const tolerance = 3e-17; // 8 ulp
const patience = 120_000; // ms
const port = 4179;

const work = mkdtempSync(join(tmpdir(), 'kl-consumers-'));
// npm hands the options of `npm run` down as variables; these calls have their own.
const own = Object.entries(env).filter(
  ([name]) => !/^npm_(config_(local_)?prefix|package)/.test(name),
);
const environment = {
  ...Object.fromEntries(own),
  PORT: String(port),
  NEXT_TELEMETRY_DISABLED: '1',
  CI: '1',
};

/** With the project's own tools first. @param {string} folder */
const environmentIn = (folder) => ({
  ...environment,
  PATH: `${join(folder, 'node_modules/.bin')}${delimiter}${env.PATH}`,
});

/** @param {string} command @param {string} cwd */
const run = (command, cwd) =>
  execSync(command, {
    cwd,
    env: environmentIn(cwd),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** @param {unknown} text @param {string} what */
function requireDivergence(text, what) {
  const value = Number(text);
  if (text === '' || text === null || !(Math.abs(value - divergence) <= tolerance)) {
    throw new Error(`${what} is ${text}, not ${divergence}`);
  }
}

/** @param {string} address @param {string[]} places */
async function readPage(address, places) {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address, { timeout: patience });
    for (const place of places) {
      const output = page
        .locator(place === 'kl-divergence' ? 'kl-divergence #forward' : place)
        .first();
      await output.filter({ hasText: /\d/ }).waitFor({ timeout: patience });
      const exact = await output.getAttribute('data-value');
      requireDivergence(exact ?? (await output.textContent()), `${place} at ${address}`);
    }
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  } finally {
    await browser.close();
  }
}

/** @param {string} address */
async function answer(address) {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (
      await fetch(address).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${address} does not answer`);
}

/** @param {Consumer} consumer @param {string} folder */
async function check({ build, print, serve, command, path = '', shows = [] }, folder) {
  if (build) run(build, folder);
  if (print) requireDivergence(run(print, folder).trim(), print);
  if (serve) {
    const server = await preview({
      configFile: false,
      root: folder,
      logLevel: 'error',
      build: { outDir: serve },
      preview: { port, strictPort: true },
    });
    await readPage(`http://localhost:${port}/${path}`, shows).finally(() => server.close());
  }
  if (command) {
    const server = spawn(command, {
      cwd: folder,
      env: environmentIn(folder),
      shell: true,
      stdio: 'ignore',
      detached: true,
    });
    try {
      await answer(`http://localhost:${port}/${path}`);
      await readPage(`http://localhost:${port}/${path}`, shows);
    } finally {
      if (server.pid) process.kill(-server.pid);
    }
  }
}

/** @param {string} name @param {string} tarball */
async function consume(name, tarball) {
  const folder = join(work, name);
  cpSync(join(here, name), folder, { recursive: true });
  const { consumer, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (consumer.sources) cpSync(join(here, consumer.sources), folder, { recursive: true });
  const title = `${consumer.title}${version ? ` ${version}` : ''}`;
  try {
    run(`npm install --no-audit --no-fund --no-save ${tarball}`, folder);
    if (consumer.debian)
      run(`apt-get install -y --no-install-recommends ${consumer.debian.join(' ')}`, folder);
  } catch (error) {
    return {
      title,
      result: 'cannot be installed here',
      detail: String(Reflect.get(Object(error), 'stderr')),
    };
  }
  try {
    await check(consumer, folder);
    return { title, result: 'ok', detail: '' };
  } catch (error) {
    const detail = [
      String(error),
      Reflect.get(Object(error), 'stdout'),
      Reflect.get(Object(error), 'stderr'),
    ];
    return { title, result: 'FAILED', detail: detail.filter(Boolean).join('\n') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const folders = readdirSync(here, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && existsSync(join(here, entry.name, 'package.json')),
);
const names = argv.length > 2 ? argv.slice(2) : folders.map(({ name }) => name).sort();
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  }),
);
const results = [];
for (const name of names) {
  const found = await consume(name, join(work, packed.filename));
  results.push(found);
  console.log(`${found.title}: ${found.result}${found.detail ? `\n${found.detail}` : ''}`);
}
rmSync(work, { recursive: true, force: true });
if (argv.length === 2) {
  const rows = results.map(({ title, result }) => `| ${title} | ${result} |`);
  const lines = [
    '<!-- Written by tests/consumers/run.mjs: do not edit. -->',
    '',
    '# Where the package was tried',
    '',
    'Installed from its tarball, built by the tool, and opened in Chromium where there is a page: each shows D(P‖Q) of (0.4, 0.6) and',
    '(0.3, 0.7), computed by the wasm in that tool. `npm run test:consumers` does it again; the projects are in `tests/consumers`.',
    '',
    '| tool | result |',
    '|---|---|',
    ...rows,
    '',
  ];
  writeFileSync(join(root, 'docs/consumers.md'), lines.join('\n'));
}
if (results.some(({ result }) => result === 'FAILED')) exit(1);
