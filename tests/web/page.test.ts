// The page as it is delivered: built, served as static files, and used in a real Chromium.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../scripts/chromium.mjs';

const CONFIG = 'vite.site.config.ts';
const SETTLED = 5000; // ms; generous, since a loaded machine is not a broken page

let folder: string;
let server: PreviewServer;
let browser: Browser;
let address: string;
let page: Page;
let complaints: string[];
let foreign: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kl-page-'));
  // A process of its own, as the test runner's NODE_ENV would make it a build for development.
  const vite = ['node_modules/vite/bin/vite.js', 'build', '-c', CONFIG, '--outDir', folder];
  await promisify(execFile)(execPath, vite, { env: { ...env, NODE_ENV: 'production' } });
  server = await preview({
    configFile: CONFIG,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, strictPort: false },
  });
  address = server.resolvedUrls?.local[0] ?? '';
  const executablePath = chromiumPath();
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  complaints = [];
  foreign = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const own = request.url().startsWith(address) || request.url().startsWith('data:');
    if (!own) foreign.push(request.url());
  });
  await page.goto(address);
  await settled('Finite distributions', 'D(P‖Q)', /nats/);
  return () => page.close();
});

const panel = (name: string) => page.getByRole('region', { name });
const output = (region: string, name: string) =>
  panel(region).getByRole('status', { name, exact: true });
const field = (region: string, name: string) =>
  panel(region).getByRole('textbox', { name, exact: true });

async function settled(region: string, name: string, text: RegExp): Promise<void> {
  await expect.poll(() => output(region, name).textContent(), { timeout: SETTLED }).toMatch(text);
}

describe('the page', () => {
  it('loads under its own content policy, without a complaint or a foreign request', async () => {
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:/);
  });

  it('refuses inline scripts and styles, so the policy is in force', async () => {
    const inject = page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.head.append(script);
    });
    await expect(inject).rejects.toThrow('TrustedScript');
    const margin = await page.evaluate(() => {
      document.body.setAttribute('style', 'margin-top: 99px');
      return getComputedStyle(document.body).marginTop;
    });
    expect(margin).not.toBe('99px');
    expect(complaints.join()).toContain('Content Security Policy');
  });

  it('has its formulas as MathML', async () => {
    expect(await page.locator('math').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('tex-math').count()).toBe(0);
  });

  it.each([1280, 360])('needs no horizontal scrolling at %d pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForTimeout(100);
    const [content, view] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBe(view);
  });
});

describe('the examples come out', () => {
  it('1: P = (0.4, 0.6), Q = (0.3, 0.7), typed', async () => {
    const region = 'Finite distributions';
    await field(region, 'P').fill('0.4, 0.6');
    await field(region, 'Q').fill('');
    await field(region, 'Q').pressSequentially('0.3, 0.7');
    await settled(region, 'D(P‖Q)', /^0\.0225824 nats$/);
    await settled(region, 'D(Q‖P)', /^0\.0216009 nats$/);
    await settled(region, 'asymmetry', /^0\.000981567 nats$/);
  });

  it('7: the counts 2 2 1 and 5 1 4, in bits and in nats', async () => {
    const region = 'Finite distributions';
    await panel(region).getByRole('radio', { name: 'counts or weights' }).check();
    await panel(region).getByRole('radio', { name: 'bits' }).check();
    await field(region, 'P').fill('2 2 1');
    await field(region, 'Q').fill('5 1 4');
    await settled(region, 'D(P‖Q)', /^0\.4712\d\d bits$/);
    await panel(region).getByRole('radio', { name: 'nats' }).check();
    await settled(region, 'D(P‖Q)', /^0\.3266\d\d nats$/);
  });

  it('9: N(0, 1) against N(1, 2)', async () => {
    const region = 'Two Gaussians';
    await field(region, 'μ of P').fill('0');
    await field(region, 'σ of P').fill('1');
    await field(region, 'μ of Q').fill('1');
    await field(region, 'σ of Q').fill('2');
    await settled(region, 'D(P‖Q)', /^0\.443147 nats$/);
    await settled(region, 'D(Q‖P)', /^1\.30685 nats$/);
    await settled(region, 'asymmetry', /^−0\.863706 nats$/);
  });

  it('10: against the standard normal, 0 at μ = 0 and σ = 1', async () => {
    const region = 'Two Gaussians';
    await panel(region).getByRole('button', { name: 'Against the standard normal' }).click();
    await settled(region, 'D(P‖Q)', /^0\.818147 nats$/);
    await field(region, 'μ of P').fill('0');
    await field(region, 'σ of P').fill('1');
    await settled(region, 'D(P‖Q)', /^0 nats$/);
  });
});
