// The guides' blocks of HTML, opened in Chromium as a reader would: the CDN answers from dist, wherever the page is served from
// the built site.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocks, documents } from './support/blocks.ts';
import { launch } from './support/site.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const CDN = `https://cdn.jsdelivr.net/npm/kl-divergence@${version}`;
const SITE = 'https://example.org/kl/';
const READER = 'https://reader.example/';

const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
};

let browser: Browser;
beforeAll(async () => {
  for (const folder of ['dist', 'build/site']) {
    if (!existsSync(folder)) throw new Error(`${folder} is missing: npm run build`);
  }
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());

/** The file of this machine that an address stands for. */
function fileOf(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const plain = origin + pathname;
  if (plain === CDN) return 'dist/element.global.js';
  if (plain.startsWith(`${CDN}/`)) return plain.slice(CDN.length + 1);
  if (plain.startsWith(SITE)) return join('build/site', plain.slice(SITE.length));
  return undefined;
}

function answer(route: Route, text: string): Promise<void> {
  const address = route.request().url();
  if (address === READER) return route.fulfill({ contentType: 'text/html', body: text });
  if (address.endsWith('/favicon.ico')) return route.fulfill({ status: 204 });
  let path = fileOf(address);
  if (path && existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html');
  if (!path || !existsSync(path)) return route.fulfill({ status: 404 });
  return route.fulfill({
    contentType: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    headers: { 'access-control-allow-origin': '*' },
    body: readFileSync(path),
  });
}

/** Every place where the page has a number: what it is. */
function numbers(page: Page): Promise<(number | null)[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('kl-divergence, output'), (place) =>
      place instanceof HTMLOutputElement
        ? Number(place.textContent || Number.NaN)
        : ((place as unknown as { result: { forward: number } | null }).result?.forward ?? null),
    ),
  );
}

/** Opens a block as a page of its own; gives its numbers, and what it complains of. */
async function open(text: string): Promise<{ found: (number | null)[]; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', (route) =>
    answer(route, `<!doctype html><meta charset="utf-8">${text}`),
  );
  await page.goto(READER);
  const frame = page.frameLocator('iframe');
  const has = async () => {
    if (!text.includes('<iframe')) return await numbers(page);
    const shown = await frame.getByRole('status', { name: 'D(P‖Q)', exact: true }).textContent();
    return [Number.parseFloat(shown ?? '')];
  };
  const isThere = (all: (number | null)[]) =>
    all.length > 0 && all.every((one) => one !== null && !Number.isNaN(one));
  await expect.poll(async () => isThere(await has()), { timeout: 20_000 }).toBe(true);
  const found = await has();
  await page.close();
  return { found, complaints };
}

describe('a block of HTML', () => {
  it.each(
    blocks.filter(({ language }) => language === 'html').map(({ place, text }) => [place, text]),
  )('shows numbers, and complains of nothing: %s', async (_, text) => {
    const { found, complaints } = await open(text as string);
    expect(complaints).toEqual([]);
    for (const value of found) expect(value).toBeGreaterThanOrEqual(0);
  });

  it('is held to it: what does not exist would be complained of', async () => {
    const { complaints } = await open(
      `<script src="${CDN}/dist/nothing.js"></script><output>1</output>`,
    );
    expect(complaints.join()).toContain('404');
  });
});

it.each(documents)('%s names this version, and files that the package has', (file) => {
  const text = readFileSync(file, 'utf8');
  for (const [, named, path] of text.matchAll(/kl-divergence@(\d[\w.-]*\w)((?:\/[\w.-]+)*)/g)) {
    expect(named).toBe(version);
    if (path) expect(existsSync(path.slice(1))).toBe(true);
  }
});
