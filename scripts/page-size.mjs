// What the first visit transfers, compressed as a static host does: every file that the page asks for until it rests.
// The service worker fetches the other modes later, when nobody waits. Fails above the limit.
import { exit } from 'node:process';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumPath } from './chromium.mjs';

const LIMIT = 130; // KB

const server = await preview({
  configFile: 'vite.site.config.ts',
  logLevel: 'error',
  preview: { port: 0, strictPort: false },
});
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
const context = await browser.newContext({ serviceWorkers: 'block' });
const page = await context.newPage();
/** @type {Map<string, Buffer>} */
const files = new Map();
/** @type {Promise<void>[]} */
const bodies = [];
page.on('response', (response) => {
  const { pathname } = new URL(response.url());
  bodies.push(
    response.body().then((body) => {
      files.set(pathname, body);
    }),
  );
});
await page.goto(server.resolvedUrls?.local[0] ?? '');
await page.locator('kl-finite output').first().waitFor();
await page.waitForLoadState('networkidle');
await Promise.all(bodies);
await browser.close();
await server.close();

const rows = [...files].map(([name, body]) => ({
  name,
  bytes: body.length,
  brotli: brotliCompressSync(body).length,
}));
rows.sort((a, b) => b.brotli - a.brotli);
const sum = rows.reduce((total, { brotli }) => total + brotli, 0);
for (const { name, bytes, brotli } of rows) {
  console.log(`${String(bytes).padStart(8)} ${String(brotli).padStart(7)}  ${name}`);
}
console.log(`${String(sum).padStart(16)}  of at most ${LIMIT}000 bytes, brotli`);
if (sum > LIMIT * 1000) exit(1);
