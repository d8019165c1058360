// The classic script as authors use it: two lines in an HTML file.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumPath } from '../../scripts/chromium.mjs';

const SCRIPT = 'dist/element.global.js';
const TAG = '<kl-divergence p="0.4, 0.6" q="0.3, 0.7" loading="eager"></kl-divergence>';
const D = 0.022582421084357394; // mpmath, of these doubles divided by their sums

const folder = mkdtempSync(join(tmpdir(), 'kl-embedding-'));
let browser: Browser;
let servers: Server[] = [];

beforeAll(async () => {
  if (!existsSync(SCRIPT)) throw new Error(`${SCRIPT} is missing: npm run build`);
  copyFileSync(SCRIPT, join(folder, 'kl.js'));
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

/** A server of one text: an origin of its own. */
async function serve(text: string, headers: Record<string, string>): Promise<string> {
  const server = createServer((_, response) => response.writeHead(200, headers).end(text));
  servers = [...servers, server];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** D(P‖Q) as the page shows it, and everything the page complains of. */
async function shown(address: string): Promise<{ value: number; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  const output = page.getByRole('status', { name: 'D(P‖Q)', exact: true }).first();
  await output.locator('.number').waitFor();
  const value = Number(await output.getAttribute('data-value'));
  await page.close();
  return { value, complaints };
}

const script = readFileSync.bind(undefined, SCRIPT);

it('shows a number from a file, in two lines', async () => {
  writeFileSync(join(folder, 'two-lines.html'), `<script src="kl.js"></script>\n${TAG}\n`);
  const { value, complaints } = await shown(pathToFileURL(join(folder, 'two-lines.html')).href);
  expect(Math.abs(value - D)).toBeLessThanOrEqual(1e-17);
  expect(complaints).toEqual([]);
});

it('works before the markup, after it, and twice', async () => {
  const html = `<script src="kl.js"></script>${TAG}<script src="kl.js"></script>`;
  writeFileSync(join(folder, 'twice.html'), html);
  const { value, complaints } = await shown(pathToFileURL(join(folder, 'twice.html')).href);
  expect(Math.abs(value - D)).toBeLessThanOrEqual(1e-17);
  expect(complaints).toEqual([]);
});

it('works from another origin, with an integrity hash, under a strict content policy', async () => {
  const cdn = await serve(String(script()), {
    'content-type': 'text/javascript',
    'access-control-allow-origin': '*',
  });
  const hash = `sha384-${createHash('sha384').update(script()).digest('base64')}`;
  const policy = `default-src 'none'; script-src ${new URL(cdn).origin} 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types lit-html`;
  const html = `<!doctype html><link rel="icon" href="data:,">
    <script src="${cdn}" integrity="${hash}" crossorigin="anonymous"></script>${TAG}`;
  const address = await serve(html, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `${policy}; img-src data:`,
  });
  const { value, complaints } = await shown(address);
  expect(Math.abs(value - D)).toBeLessThanOrEqual(1e-17);
  expect(complaints).toEqual([]);
});
