// What the page's dialog gives to be copied: put where its users put it, each shows the number that the page shows, bit for bit.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodePermalink } from '../../web/text/index.ts';
import { asCdn, bundled, CDN, inNotebook, runWidget } from './support/embed-places.ts';
import { openSite, type Site, visit } from './support/site.ts';

const SETTLED = 20_000; // ms; generous, since a loaded machine is not a broken page

let site: Site;
let host: Server;
let html = '';

beforeAll(async () => {
  site = await openSite();
  host = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
  );
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
}, 120_000);

afterAll(async () => {
  host?.close();
  await site?.close();
});

/** All digits of the first D(P‖Q) under a place, when it is there. */
async function forward(place: Pick<Page, 'getByRole'>): Promise<string | null> {
  const output = place.getByRole('status', { name: 'D(P‖Q)', exact: true }).first();
  await output.locator('.number').waitFor({ timeout: SETTLED });
  return output.getAttribute('data-value');
}

/** A page with the dialog open; what is copied is read from the clipboard. */
async function dialogAt(hash: string, path = '') {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const { page, complaints } = await visit(site, path + hash, { permissions });
  const shown = await forward(page.getByRole('tabpanel'));
  await page.locator('.tool.embed').click();
  const dialog = page.locator('kl-embed');
  /** The pieces of a way in, by their languages. */
  const copy = async (way: string): Promise<Record<string, string>> => {
    await dialog.locator(`#tab-${way}`).click();
    const copied: Record<string, string> = {};
    for (const piece of await dialog.locator('.code').all()) {
      await piece.getByRole('button').click();
      await expect.poll(() => piece.locator('button.done').count()).toBe(1);
      const language = (await piece.locator('h3').textContent()) ?? '';
      copied[language] = await page.evaluate(() => navigator.clipboard.readText());
    }
    return copied;
  };
  return { page, dialog, complaints, shown, copy };
}

/** What an otherwise empty page with this in it shows, and complains of. */
async function shownBy(body: string): Promise<{ value: string | null; complaints: string[] }> {
  html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">\n${body}\n`;
  const address = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
  const page = await site.browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route(`${CDN}**`, asCdn);
  await page.goto(address);
  const isFrame = body.includes('<iframe');
  const value = await forward(isFrame ? page.frameLocator('iframe') : page);
  if (isFrame)
    await expect.poll(() => page.locator('iframe').getAttribute('height')).not.toBe('640');
  await page.close();
  return { value, complaints };
}

/** Weights without a pattern, the same in each run. */
function weights(count: number, seed: number): string {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    return String(state / 2147483647);
  }).join(', ');
}

const HOSTILE = [
  '</script>',
  '<!--<script>',
  '"\'&quot;&',
  '</kl-divergence>',
  '```\\u003c',
  '结果\u2028',
];
const outcomes = (numbers: readonly number[]) =>
  JSON.stringify(Object.fromEntries(HOSTILE.map((name, i) => [name, numbers[i]])));

const STATES: Record<string, [mode: string, fields: Record<string, string>]> = {
  'as it is at first': ['finite', {}],
  'two outcomes': ['finite', { p: '1/3 2/3', q: '0.3, 0.7', unit: 'bits' }],
  'hostile names': [
    'finite',
    { p: outcomes([0.1, 0.1, 0.2, 0.2, 0.3, 0.1]), q: outcomes([0.2, 0.2, 0.1, 0.1, 0.1, 0.3]) },
  ],
  '5,000 outcomes': ['finite', { p: weights(5000, 1), q: weights(5000, 2), form: 'weights' }],
  Gaussians: ['gaussian', { muP: '-0.3', sigmaP: '0.7', sigmaQ: '1e-2' }],
  'Gaussians in 2-D': ['gaussian-2d', { mu1P: '0.1', rhoQ: '-0.4' }],
  'Gaussians in d-D': [
    'gaussian-nd',
    { muP: '0.1, 0.2', muQ: '0, 0', sigmaP: '2, 0.3\n0.3, 1', sigmaQ: '1, 0\n0, 1' },
  ],
  'two families': ['families', { p: 'Gamma(2.1, 3)', q: 'LogNormal(-0.5, 0.7)' }],
  'Monte Carlo': ['monte-carlo', { mu: '1.3', samples: '2000', seed: '7' }],
  PyTorch: ['pytorch', { p: '0.25 0.75', q: '0.5, 0.5', unit: 'bans' }],
};

describe.each(Object.entries(STATES))('%s', (_, [mode, fields]) => {
  it('is the same number on the page, and in each of the ways in', async () => {
    const { page, dialog, complaints, shown, copy } = await dialogAt(
      `#${encodePermalink({ mode, fields })}`,
    );
    expect(Number(shown)).toBeGreaterThan(0);
    const previewed = () => forward(dialog.locator('.stage'));

    const { HTML: whole = '' } = await copy('script');
    expect(whole).toContain(`<script src="${CDN}"></script>`);
    expect(await previewed()).toBe(shown);
    expect(await shownBy(whole)).toEqual({ value: shown, complaints: [] });

    const { Shell, JavaScript = '', HTML: tag = '' } = await copy('module');
    expect(Shell).toBe('npm install kl-divergence');
    expect(whole).toContain(tag);
    expect(await previewed()).toBe(shown);
    expect(await shownBy(bundled(JavaScript, tag))).toEqual({ value: shown, complaints: [] });

    const { HTML: frame = '' } = await copy('frame');
    expect(frame).toContain(`src="${site.address}embed/#`);
    expect(await forward(dialog.frameLocator('iframe'))).toBe(shown);
    expect(await shownBy(frame)).toEqual({ value: shown, complaints: [] });

    const { Python = '', 'MyST Markdown': myst = '' } = await copy('notebook');
    expect(await previewed()).toBe(shown);
    const { widget, model } = runWidget(Python);
    expect(await shownBy(inNotebook(widget, model))).toEqual({ value: shown, complaints: [] });
    const [, address, body = ''] = /^```\{anywidget\} (.*)\n([\s\S]*)\n```$/.exec(myst) ?? [];
    expect(address).toBe(widget);
    expect({ result: null, ...JSON.parse(body) }).toEqual(model);

    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

it('the code has the choices of its author, and so has what it shows', async () => {
  const { page, dialog, complaints, copy } = await dialogAt('#v=1&mode=gaussian');
  for (const part of ['Inputs', 'Measures', 'Explanation', 'Code']) {
    await dialog.getByRole('checkbox', { name: part, exact: true }).uncheck();
  }
  await dialog.getByRole('checkbox', { name: 'For reading only' }).check();
  await dialog.getByRole('radio', { name: 'Dark' }).check();
  await dialog.getByRole('radio', { name: '中文' }).check();
  const { HTML: tag = '' } = await copy('script');
  const [start = ''] = /<kl-divergence[^>]*>/.exec(tag) ?? [];
  const attributes =
    'mode="gaussian" mu-p="0" sigma-p="1" mu-q="1" sigma-q="2" unit="nats" show="result figure" theme="dark" lang="zh" readonly';
  expect(start.slice(1, -1).replace(/\s+/g, ' ')).toBe(`kl-divergence ${attributes}`);
  expect(tag).toMatch(/<p>[^<]*奈特[^<]*<\/p>/);
  const figure = dialog.locator('.stage kl-divergence');
  await expect.poll(() => figure.locator('output').first().textContent()).toContain('奈特');
  expect(await figure.getByRole('textbox').filter({ visible: true }).count()).toBe(0);
  expect(await figure.evaluate((element) => getComputedStyle(element).colorScheme)).toBe('dark');

  const { HTML: frame = '' } = await copy('frame');
  expect(frame).toContain('&amp;show=result+figure&amp;theme=dark&amp;readonly=true');
  const inFrame = dialog.frameLocator('iframe');
  await expect.poll(() => inFrame.locator('output').first().textContent()).toContain('奈特');
  expect(await inFrame.locator('html').getAttribute('data-theme')).toBe('dark');

  const { Python = '' } = await copy('notebook');
  expect(runWidget(Python).model).toMatchObject({
    mode: 'gaussian',
    show: 'result figure',
    theme: 'dark',
    lang: 'zh',
    readonly: true,
  });
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('without JavaScript the tag says the numbers in a sentence', async () => {
  const { page, copy } = await dialogAt('#v=1&mode=gaussian&muQ=0&sigmaQ=1&muP=1');
  const { HTML: code = '' } = await copy('script');
  await page.context().close();
  html = `<!doctype html><meta charset="utf-8">${code}`;
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  await still.route(`${CDN}**`, asCdn);
  await still.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
  expect(await still.locator('body').innerText()).toBe(
    'D(P‖Q) 0.5 nats, D(Q‖P) 0.5 nats, asymmetry 0 nats.',
  );
  await context.close();
});

it('the dialog closes with a click beside it, and not with a selection that ends there', async () => {
  const { page, dialog } = await dialogAt('#v=1&mode=finite');
  const isOpen = () => dialog.locator('dialog').evaluate((box) => (box as HTMLDialogElement).open);
  const code = await dialog.locator('pre').boundingBox();
  if (!code) throw new Error('no code');
  await page.mouse.move(code.x + 30, code.y + 15);
  await page.mouse.down();
  await page.mouse.move(4, 4, { steps: 4 });
  await page.mouse.up();
  expect(await isOpen()).toBe(true);
  await page.mouse.click(4, 4);
  expect(await isOpen()).toBe(false);
  const focused = page.locator('.tool.embed:focus');
  expect(await focused.count()).toBe(1);
  await page.context().close();
});

it('the Chinese page leads to the same page for frames, in Chinese', async () => {
  const { page, dialog, complaints, copy } = await dialogAt('#v=1&mode=finite', 'zh/');
  const { HTML: frame = '' } = await copy('frame');
  expect(frame).toContain(`src="${site.address}embed/#v=1&amp;mode=finite&amp;lang=zh&amp;`);
  const output = dialog.frameLocator('iframe').locator('output').first();
  await expect.poll(() => output.textContent()).toContain('奈特');
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('the page as one file has no page for frames, and says so', async () => {
  const address = pathToFileURL(join(site.folder, 'kl-divergence.html')).href;
  const { page, complaints } = await visit(site, address);
  await forward(page);
  await page.locator('.tool.embed').click();
  const dialog = page.locator('kl-embed');
  expect(await forward(dialog.locator('.stage'))).toBe(await forward(page));
  await dialog.locator('#tab-frame').click();
  expect(await dialog.locator('.about').textContent()).toContain(
    'frames need the page on a web server',
  );
  expect(await dialog.locator('.code, .stage').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});
