// The page as it is delivered: built, served as static files, and used in a real Chromium.
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MODES } from '../../web/elements/modes.ts';
import { openSite, type Site, visit } from './support/site.ts';

const SETTLED = 5000; // ms; generous, since a loaded machine is not a broken page

let site: Site;
let page: Page;
let complaints: string[];
let foreign: string[];

beforeAll(async () => {
  site = await openSite();
}, 60_000);

afterAll(() => site?.close());

beforeEach(async () => {
  ({ page, complaints, foreign } = await visit(site));
  await settled('D(P‖Q)', /nats/);
  return () => page.context().close();
});

// Other modes that were opened stay in the page, hidden.
const output = (name: string, on = page) => on.getByRole('status', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const tab = (name: string) => page.getByRole('tab', { name, exact: true });

async function settled(name: string, text: RegExp, on = page): Promise<void> {
  await expect.poll(() => output(name, on).textContent(), { timeout: SETTLED }).toMatch(text);
}

/** A mode, when its first numbers are there. */
async function open(id: string): Promise<void> {
  await page.locator(`#tab-${id}`).click();
  await expect.poll(() => numbers(page), { timeout: SETTLED }).not.toEqual([]);
}

/** All digits of all that the shown mode says. */
const numbers = (on: Page) =>
  on
    .getByRole('tabpanel')
    .locator('[data-value]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-value')));

const NAMES = ['D(P‖Q)', 'D(Q‖P)', 'asymmetry'];

/** All digits. */
const exact = (on = page) =>
  Promise.all(NAMES.map((name) => output(name, on).getAttribute('data-value')));

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
    expect(await page.locator('.prose math').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('tex-math').count()).toBe(0);
  });

  it.each([1280, 360])('needs no horizontal scrolling at %d pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const { id } of MODES) {
      await open(id);
      await page.waitForTimeout(100);
      const [content, view] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect([id, content]).toEqual([id, view]);
    }
  });

  it('says the same numbers before its script runs', async () => {
    const { page: still } = await visit(site, '', { javaScriptEnabled: false });
    const values = await still.locator('kl-workbench dd').allTextContents();
    await still.context().close();
    expect(values).toEqual(await Promise.all(NAMES.map((name) => output(name).textContent())));
  });
});

describe('the examples come out', () => {
  it('1: P = (0.4, 0.6), Q = (0.3, 0.7), typed', async () => {
    await field('P').fill('0.4, 0.6');
    await field('Q').fill('');
    await field('Q').pressSequentially('0.3, 0.7');
    await settled('D(P‖Q)', /^0\.0225824 nats$/);
    await settled('D(Q‖P)', /^0\.0216009 nats$/);
    await settled('asymmetry', /^0\.000981567 nats$/);
  });

  it('7: the counts 2 2 1 and 5 1 4, in bits and in nats', async () => {
    await page.getByRole('radio', { name: 'counts or weights' }).check();
    await page.getByRole('radio', { name: 'bits' }).check();
    await field('P').fill('2 2 1');
    await field('Q').fill('5 1 4');
    await settled('D(P‖Q)', /^0\.4712\d\d bits$/);
    await page.getByRole('radio', { name: 'nats' }).check();
    await settled('D(P‖Q)', /^0\.3266\d\d nats$/);
  });

  it('9: N(0, 1) against N(1, 2)', async () => {
    await tab('Two Gaussians').click();
    await settled('D(P‖Q)', /nats$/);
    await field('μ of P').fill('0');
    await field('σ of P').fill('1');
    await field('μ of Q').fill('1');
    await field('σ of Q').fill('2');
    await settled('D(P‖Q)', /^0\.443147 nats$/);
    await settled('D(Q‖P)', /^1\.30685 nats$/);
    await settled('asymmetry', /^−0\.863706 nats$/);
  });

  it('10: against the standard normal, 0 at μ = 0 and σ = 1', async () => {
    await tab('Two Gaussians').click();
    await button('Against the standard normal').click();
    await settled('D(P‖Q)', /^0\.818147 nats$/);
    await field('μ of P').fill('0');
    await field('σ of P').fill('1');
    await settled('D(P‖Q)', /^0 nats$/);
  });
});

describe('a link', () => {
  it('shows the same numbers to the last bit in a browser that was never here', async () => {
    await field('P').fill('[1/7, 2/7, 4/7]');
    await field('Q').fill('0.2\n0.3\n0.5');
    await page.getByRole('radio', { name: 'bits' }).check();
    await settled('D(P‖Q)', /bits/);
    await expect.poll(() => page.url(), { timeout: SETTLED }).toMatch(/unit=bits/);
    const { page: other, complaints: of } = await visit(site, page.url());
    await settled('D(P‖Q)', /bits/, other);
    expect(await exact(other)).toEqual(await exact());
    expect(of).toEqual([]);
    expect(await other.getByRole('textbox', { name: 'Q', exact: true }).inputValue()).toBe(
      '0.2\n0.3\n0.5',
    );
    await other.context().close();
  });

  it.each(MODES.map(({ id }) => id))('shows the same in %s', async (id) => {
    await open(id);
    const before = page.url();
    await button('Swap P and Q').click();
    await expect.poll(() => page.url(), { timeout: SETTLED }).not.toBe(before);
    const { page: other } = await visit(site, page.url());
    await expect.poll(() => numbers(other), { timeout: SETTLED }).not.toEqual([]);
    await expect.poll(() => numbers(other), { timeout: SETTLED }).toEqual(await numbers(page));
    await other.context().close();
  });

  it('opens another mode', async () => {
    const { page: other } = await visit(site, '#v=1&mode=gaussian&muP=1&sigmaQ=1&muQ=0&unit=bits');
    await settled('D(P‖Q)', /bits/, other);
    const [forward] = await exact(other);
    expect(Number(forward)).toBeCloseTo(0.5 / Math.LN2, 15);
    await other.context().close();
  });

  it.each([
    ['#v=2&mode=finite&p=1', 'another version'],
    ['#v=1&mode=nothing', 'nothing'],
    ['#v=1&mode=finite&p=%E0%A4%A', 'damaged'],
    ['#=&&=', 'damaged'],
    ['#v=1&mode=finite&colour=red', 'colour'],
    ['#v=1&mode=__proto__', '__proto__'],
  ])('that says %s shows the page as it is at first, and says why', async (hash, why) => {
    const { page: other, complaints: of } = await visit(site, hash);
    await settled('D(P‖Q)', /^0\.0225824 nats$/, other);
    expect(await other.getByRole('alert').allTextContents()).toEqual([
      expect.stringContaining(why),
    ]);
    expect(of).toEqual([]);
    await other.context().close();
  });
});

describe('back and forward', () => {
  it('go through modes and examples, not through key presses', async () => {
    await button('Zero in Q').click();
    await settled('D(P‖Q)', /∞/);
    await field('Q').fill('0.6, 0.3, 0.1');
    await settled('D(P‖Q)', /^0\.0474687/);
    await tab('Two Gaussians').click();
    await settled('D(P‖Q)', /^0\.443147/);
    await page.goBack();
    await settled('D(P‖Q)', /^0\.0474687/);
    expect(await tab('Finite distributions').getAttribute('aria-selected')).toBe('true');
    await page.goBack();
    await settled('D(P‖Q)', /^0\.0225824/);
    await page.goForward();
    await settled('D(P‖Q)', /^0\.0474687/);
    await page.goForward();
    await settled('D(P‖Q)', /^0\.443147/);
  });
});

describe('when the network fails', () => {
  it('the page says so, keeps its words, and tries again when asked', async () => {
    const context = await site.browser.newContext({ serviceWorkers: 'block' });
    const on = await context.newPage();
    await on.route('**/*.wasm', (route) => route.abort());
    await on.goto(site.address);
    await expect
      .poll(() => on.getByRole('alert').textContent(), { timeout: SETTLED })
      .toContain('Finite distributions could not be loaded');
    await on.unroute('**/*.wasm');
    await on.getByRole('button', { name: 'Try again' }).click();
    await settled('D(P‖Q)', /^0\.0225824 nats$/, on);
    expect(await on.getByRole('alert').textContent()).toBe('');
    await context.close();
  });
});
