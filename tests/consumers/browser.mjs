// What the consumers' tests do with servers and Chromium.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumPath } from '../../scripts/chromium.mjs';

const PATIENCE = 120_000; // ms

/** A port that nobody uses. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Serves a folder, and answers with 404 what is not there. @param {string} folder @param {number} port @param {Record<string, string>} headers */
export function serveFolder(folder, port, headers) {
  return preview({
    configFile: false,
    appType: 'mpa',
    root: folder,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port, strictPort: true, headers },
  });
}

/** @param {string} address */
async function answer(address) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${address} does not answer`);
}

/** Runs a server of the consumer's own while a page of it is read. @param {string} command @param {import('node:child_process').SpawnOptions} options @param {string} address @param {() => Promise<void>} read */
export async function whileRunning(command, options, address, read) {
  const server = spawn(command, { ...options, shell: true, stdio: 'ignore', detached: true });
  const ended = new Promise((_, reject) => {
    server.once('exit', (code) => reject(new Error(`${command} ended with ${code}`)));
  });
  try {
    await Promise.race([answer(address).then(read), ended]);
  } finally {
    ended.catch(() => {});
    if (server.pid && server.exitCode === null) process.kill(-server.pid);
  }
}

/**
 * What the places of a page show; an element that is <kl-divergence> shows D(P‖Q).
 *
 * @param {string} address @param {string[]} places
 * @returns {Promise<Record<string, string | null>>}
 */
export async function readPage(address, places) {
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
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedScript|integrity/i.test(message.text())) {
        complaints.push(message.text());
      }
    });
    await page.goto(address, { timeout: PATIENCE });
    /** @type {Record<string, string | null>} */
    const shown = {};
    for (const place of places) {
      const selector = place === 'kl-divergence' ? 'kl-divergence #forward' : place;
      const output = page.locator(selector).first();
      const waiting = output.filter({ hasText: /\d/ }).waitFor({ timeout: PATIENCE });
      await waiting.catch((error) => {
        throw new Error([...complaints, error].join('\n'));
      });
      shown[place] = (await output.getAttribute('data-value')) ?? (await output.textContent());
    }
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    return shown;
  } finally {
    await browser.close();
  }
}
