// The classic script as authors use it: two lines in an HTML file.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../scripts/chromium.mjs';

const SCRIPT = 'element.global.js';
const PARTS = 'element.global';
const LIMIT = 120_000; // bytes, brotli

/** A tag, and D(P‖Q) of what it says: mpmath, of these doubles divided by their sums; log 2 + 2/8 − 1/2; the same in torch's order. */
const TAGS = {
  finite: ['<kl-divergence p="0.4, 0.6" q="0.3, 0.7"></kl-divergence>', 0.022582421084357394],
  gaussian: [
    '<kl-divergence mode="gaussian" mu-p="0" mu-q="1"></kl-divergence>',
    0.4431471805599453,
  ],
  pytorch: ['<kl-divergence mode="pytorch" p="0.4, 0.6"></kl-divergence>', 0.022582421084357394],
} as const;

const folder = mkdtempSync(join(tmpdir(), 'kl-embedding-'));
const script = join('dist', SCRIPT);
let browser: Browser;
let servers: Server[] = [];

beforeAll(async () => {
  if (!existsSync(script)) throw new Error(`${script} is missing: npm run build`);
  for (const name of [SCRIPT, PARTS])
    cpSync(join('dist', name), join(folder, name), { recursive: true });
  const executablePath = chromiumPath();
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

/** A server, by what it answers to a path: an origin of its own. */
async function serve(
  answer: (path: string) => string | Buffer,
  headers: Record<string, string>,
): Promise<string> {
  const server = createServer(({ url = '' }, response) =>
    response.writeHead(200, headers).end(answer(url)),
  );
  servers = [...servers, server];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** The dist folder on a server that anybody may read. */
const cdn = () =>
  serve((path) => readFileSync(join('dist', path)), {
    'content-type': 'text/javascript',
    'access-control-allow-origin': '*',
  });

/** A page, and everything it complains of. */
async function opened(address: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, complaints };
}

/** D(P‖Q) of each figure in the page; it complains of nothing. */
async function shown(address: string): Promise<number[]> {
  const { page, complaints } = await opened(address);
  const values = [];
  for (const figure of await page.locator('kl-divergence').all()) {
    await figure.scrollIntoViewIfNeeded();
    const output = figure.getByRole('status', { name: 'D(P‖Q)', exact: true });
    await output.locator('.number').waitFor();
    values.push(Number(await output.getAttribute('data-value')));
  }
  await page.close();
  expect(complaints).toEqual([]);
  return values;
}

/** A page in the folder, opened from the disk. */
function file(name: string, html: string): string {
  writeFileSync(join(folder, name), html);
  return pathToFileURL(join(folder, name)).href;
}

const LOCAL = `<script src="${SCRIPT}"></script>`;
const allTags = Object.values(TAGS).map(([tag]) => tag);

function expectAll(values: number[]): void {
  const wanted = Object.values(TAGS).map(([, value]) => value);
  expect(values).toHaveLength(wanted.length);
  for (const [i, value] of values.entries()) {
    expect(Math.abs(value - (wanted[i] as number))).toBeLessThanOrEqual(1e-16);
  }
}

it(`is at most ${LIMIT} bytes of brotli`, () => {
  expect(brotliCompressSync(readFileSync(script)).length).toBeLessThanOrEqual(LIMIT);
});

describe('from a file', () => {
  it.each(Object.entries(TAGS))('shows %s in two lines', async (mode, [tag, value]) => {
    const [shownValue = Number.NaN] = await shown(file(`${mode}.html`, `${LOCAL}\n${tag}\n`));
    expect(Math.abs(shownValue - value)).toBeLessThanOrEqual(1e-16);
  });

  it('works before the markup, after it, and twice', async () => {
    expectAll(await shown(file('twice.html', LOCAL + allTags.join('') + LOCAL)));
  });

  it('says what is missing where its parts were left behind, and needs none for finite distributions', async () => {
    const html = `${LOCAL.replace(SCRIPT, 'alone.js')}${allTags.join('')}`;
    cpSync(script, join(folder, 'alone', 'alone.js'));
    const { page } = await opened(file('alone/index.html', html));
    const [finite, gaussian] = await page.locator('kl-divergence').all();
    await finite?.getByRole('status', { name: 'D(P‖Q)', exact: true }).locator('.number').waitFor();
    const alert = gaussian?.getByRole('alert');
    await alert?.waitFor();
    expect(await alert?.textContent()).toMatch(
      /^This figure cannot be drawn: file:.*alone\/element\.global\/.*\.js cannot be loaded: it belongs beside the script\.$/,
    );
    await page.close();
  });
});

describe('from another origin', () => {
  const policy = (origin: string, types: string) => ({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types ${types}; img-src data:`,
  });
  const pageOf = (
    address: string,
    ...tags: string[]
  ) => `<!doctype html><link rel="icon" href="data:,">
    <script src="${address}" integrity="${integrity(readFileSync(script))}" crossorigin="anonymous"></script>${tags.join('')}`;
  const integrity = (bytes: Buffer) =>
    `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

  it('works with an integrity hash, under a strict content policy', async () => {
    const address = (await cdn()) + SCRIPT;
    const html = pageOf(address, ...allTags);
    const headers = policy(new URL(address).origin, 'lit-html kl-divergence');
    expectAll(await shown(await serve(() => html, headers)));
  });

  it('works under the name of the package alone, as networks of package files serve it', async () => {
    const package_ = '/npm/kl-divergence@0.1.0';
    const network = await serve(
      (path) => readFileSync(path === package_ ? script : path.replace(`${package_}/`, '')),
      { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' },
    );
    const html = pageOf(new URL(package_, network).href, ...allTags);
    const headers = policy(new URL(network).origin, 'lit-html kl-divergence');
    expectAll(await shown(await serve(() => html, headers)));
  });

  it('holds its parts to hashes of their own', async () => {
    const changed = await serve(
      (path) => {
        const bytes = readFileSync(join('dist', path));
        return path.includes('gaussian') ? Buffer.concat([bytes, Buffer.from(';')]) : bytes;
      },
      { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' },
    );
    const html = pageOf(changed + SCRIPT, TAGS.gaussian[0]);
    const headers = policy(new URL(changed).origin, 'lit-html kl-divergence');
    const { page, complaints } = await opened(await serve(() => html, headers));
    await page.getByRole('alert').waitFor();
    expect(complaints.join()).toContain('integrity');
    await page.close();
  });
});
