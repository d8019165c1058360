// The page as it is delivered: built, served as static files, and opened in a real Chromium.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { promisify } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { type PreviewServer, preview } from 'vite';
import { chromiumPath } from '../../../scripts/chromium.mjs';

const CONFIG = 'vite.site.config.ts';

export interface Site {
  folder: string;
  address: string;
  browser: Browser;
  close(): Promise<void>;
}

export function serve(folder: string): Promise<PreviewServer> {
  return preview({
    configFile: CONFIG,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, strictPort: false },
  });
}

export function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

export async function openSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'kl-page-'));
  // A process of its own, as the test runner's NODE_ENV would make it a build for development.
  const vite = ['node_modules/vite/bin/vite.js', 'build', '-c', CONFIG, '--outDir', folder];
  await promisify(execFile)(execPath, vite, { env: { ...env, NODE_ENV: 'production' } });
  const server = await serve(folder);
  const browser = await launch();
  return {
    folder,
    address: server.resolvedUrls?.local[0] ?? '',
    browser,
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A page in a browser that was never here, and what went wrong in it. */
interface Visit {
  page: Page;
  complaints: string[];
  /** Requests to other places. */
  foreign: string[];
}

export async function visit(
  { browser, address }: Site,
  path = '',
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address)) {
      foreign.push(request.url());
    }
  });
  await page.goto(/^\w+:/.test(path) ? path : address + path);
  return { page, complaints, foreign };
}
