// What surrounds the tool: two languages, colours, no network, one file, paper.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site, visit } from './support/site.ts';

const SETTLED = 5000; // ms; generous, since a loaded machine is not a broken page
const FORWARD = '0.0225824'; // of the first example

let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 60_000);

afterAll(() => site?.close());

const forward = (page: Page) => page.getByRole('status', { name: 'D(P‖Q)', exact: true });

async function shows(page: Page, text: string): Promise<void> {
  await expect.poll(() => forward(page).textContent(), { timeout: SETTLED }).toContain(text);
}

describe('in Chinese', () => {
  it('is a page of its own, without a complaint', async () => {
    const { page, complaints, foreign } = await visit(site, 'zh/');
    await shows(page, `${FORWARD} 奈特`);
    expect(await page.getByRole('tab').first().textContent()).toBe('有限分布');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh');
    expect(await page.locator('.prose math').count()).toBeGreaterThanOrEqual(3);
    expect([...complaints, ...foreign]).toEqual([]);
    await page.context().close();
  });

  it('shows the state that it was asked for in English, and is remembered', async () => {
    const { page } = await visit(site);
    await shows(page, 'nats');
    await page.getByRole('textbox', { name: 'P', exact: true }).fill('1, 0');
    await page.getByRole('textbox', { name: 'Q', exact: true }).fill('0.5, 0.5');
    await shows(page, '0.693147');
    await page.getByRole('link', { name: '中文' }).click();
    await shows(page, '0.693147 奈特');
    await page.goto(site.address);
    await shows(page, `${FORWARD} 奈特`);
    await page.getByRole('link', { name: 'English' }).click();
    await shows(page, `${FORWARD} nats`);
    await page.goto(`${site.address}zh/`); // whoever asks for Chinese gets it
    await shows(page, `${FORWARD} 奈特`);
    await page.context().close();
  });

  it('is what a link may ask for', async () => {
    const { page } = await visit(site, '#v=1&mode=finite&lang=zh&p=1,0&q=0.5,0.5');
    await shows(page, '0.693147 奈特');
    expect(new URL(page.url()).pathname).toBe('/zh/');
    expect(await page.getByRole('alert').textContent()).toBe('');
    await page.context().close();
  });

  it('has the same words for search engines and both ways between the pages', () => {
    const pages = ['index.html', 'zh/index.html'].map((name) =>
      readFileSync(join(site.folder, name), 'utf8'),
    );
    const links = pages.map((html) => /<a href="([^"]+)" hreflang="(\w+)"/.exec(html)?.slice(1));
    expect(links).toEqual([
      ['./zh/', 'zh'],
      ['../', 'en'],
    ]);
    for (const html of pages) expect(html).toMatch(/<meta name="description" content="[^"]{30,}"/);
    expect(pages[0]?.match(/<math/g)?.length).toBe(pages[1]?.match(/<math/g)?.length);
  });
});

describe('colours', () => {
  const paper = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  it('are those of the system until others are chosen, and the choice is remembered', async () => {
    const { page } = await visit(site, '', { colorScheme: 'light' });
    const light = await paper(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    await page.getByRole('combobox', { name: 'Colours' }).selectOption('Light');
    expect(await paper(page)).toBe(light);
    await page.reload();
    expect(await paper(page)).toBe(light);
    await page.getByRole('combobox', { name: 'Colours' }).selectOption('System');
    expect(await paper(page)).toBe(dark);
    await page.context().close();
  });
});

describe('without a network', () => {
  it('opens after the first visit, in every mode and language', async () => {
    const { page, complaints } = await visit(site);
    await shows(page, FORWARD);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await page.context().setOffline(true);
    await page.reload();
    await shows(page, FORWARD);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await expect
        .poll(() => page.getByRole('tabpanel').locator('output').count())
        .toBeGreaterThan(0);
    }
    await page.goto(`${site.address}zh/`);
    await shows(page, FORWARD);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows an update at once, and replaces what it keeps when no old page is open', async () => {
    const files = ['index.html', 'sw.js'].map((name) => join(site.folder, name));
    const before = files.map((file) => readFileSync(file, 'utf8'));
    const { page } = await visit(site);
    const context = page.context();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const kept = (on: Page) => on.evaluate(() => caches.keys());
    const [old] = await kept(page);
    const version = /\w+$/.exec(old ?? '')?.[0] ?? '';
    try {
      const after = [/<title>[^<]*/, version].map((text, i) =>
        before[i]?.replace(text, i === 0 ? '<title>Newer' : 'newer'),
      );
      files.forEach((file, i) => {
        writeFileSync(file, after[i] ?? '');
      });
      await page.reload();
      expect(await page.title()).toBe('Newer');
      await expect.poll(() => kept(page), { timeout: SETTLED }).toHaveLength(2);
      expect(await kept(page)).toContain(old); // this page may still need it
      await page.close();
      const keptByWorkers = () =>
        Promise.all(
          context.serviceWorkers().map((worker) => worker.evaluate(() => caches.keys())),
        ).catch(() => []); // one of them is going
      await expect
        .poll(keptByWorkers, { timeout: SETTLED })
        .toContainEqual([expect.stringMatching(/newer$/)]);
      const next = await context.newPage();
      await next.goto(site.address);
      await context.setOffline(true);
      await next.reload();
      expect(await next.title()).toBe('Newer');
      await shows(next, FORWARD);
    } finally {
      files.forEach((file, i) => {
        writeFileSync(file, before[i] ?? '');
      });
      await context.close();
    }
  });

  it('keeps every file of the page but the one-file editions', () => {
    const worker = readFileSync(join(site.folder, 'sw.js'), 'utf8');
    expect(worker).not.toContain('KL_FILES');
    const files = readdirSync(site.folder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() && !/^(sw\.js|robots\.txt|kl-divergence.*\.html)$/.test(entry.name),
      )
      .map((entry) => join(entry.parentPath, entry.name).slice(site.folder.length + 1))
      .map((name) => name.replace(/index\.html$/, '') || './');
    expect(files.length).toBeGreaterThan(6);
    expect(files.filter((name) => !worker.includes(`"${name}"`))).toEqual([]);
  });
});

describe('as one file', () => {
  it.each([
    ['kl-divergence.html', 'nats'],
    ['kl-divergence.zh.html', '奈特'],
  ])(
    '%s opens from the disk, with its numbers and modes and without a request',
    async (name, unit) => {
      const address = pathToFileURL(join(site.folder, name)).href;
      const { page, complaints, foreign } = await visit(site, address);
      await shows(page, `${FORWARD} ${unit}`);
      await page.getByRole('tab').nth(1).click();
      await shows(page, `0.443147 ${unit}`);
      expect(complaints).toEqual([]);
      expect(foreign.map((url) => url.replace(/#.*/, ''))).toEqual([address]);
      expect(await page.locator('math').count()).toBeGreaterThanOrEqual(3);
      expect(await page.locator('[data-site]').count()).toBe(0);
      const policy = await page
        .locator('meta[http-equiv="Content-Security-Policy"]')
        .getAttribute('content');
      expect(policy).not.toMatch(/'self'|unsafe-inline|https?:/);
      await page.context().close();
    },
  );
});

describe('on paper', () => {
  it('has inputs and results, and nothing to press', async () => {
    const { page } = await visit(site, '', { colorScheme: 'dark' });
    await shows(page, FORWARD);
    await page.emulateMedia({ media: 'print' });
    const buttons = page.getByRole('button').or(page.getByRole('slider'));
    expect(await buttons.filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('tab').filter({ visible: true }).allTextContents()).toEqual([
      'Finite distributions',
    ]);
    await expect(forward(page).isVisible()).resolves.toBe(true);
    await expect(page.getByRole('textbox', { name: 'P', exact: true }).isVisible()).resolves.toBe(
      true,
    );
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
      'light',
    );
    await page.context().close();
  });
});
