// The documentation site as it is built, beside the page, in a real Chromium.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresIn, guides } from './support/blocks.ts';
import { launch, type Site, serve, visit } from './support/site.ts';

const SITE = 'build/site';
const FOLDER = join(SITE, 'docs');
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The guides, and their addresses in the site. */
const pages = guides.map((file) => {
  const name = file.slice('docs/'.length, -'.md'.length);
  return [name === 'README' ? 'index.html' : `${name}.html`, file] as const;
});

let site: Site;
beforeAll(async () => {
  if (!existsSync(FOLDER)) throw new Error(`${FOLDER} is missing: npm run build`);
  const server = await serve(resolve(SITE));
  const browser = await launch();
  site = {
    folder: SITE,
    address: server.resolvedUrls?.local[0] ?? '',
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}, 60_000);
afterAll(() => site?.close());

interface Figure {
  /** What stands there until it is drawn. */
  fallback: string;
  forward: number | null;
}

/** Each figure of a page, scrolled to until it has a number. */
async function figuresOf(page: Page): Promise<Figure[]> {
  const figures = await page.locator('kl-divergence').all();
  const found: Figure[] = [];
  for (const figure of figures) {
    await figure.scrollIntoViewIfNeeded();
    const forward = () =>
      figure.evaluate((one) => {
        const { result } = one as unknown as { result: { forward: number } | null };
        return result?.forward ?? null;
      });
    await expect.poll(forward, { timeout: 20_000 }).not.toBeNull();
    found.push({ fallback: (await figure.textContent()) ?? '', forward: await forward() });
  }
  return found;
}

/** What the fallback says that the figure does not show. */
function disagreement({ fallback, forward }: Figure): string | undefined {
  const text = /D\(P‖Q\) is (infinite|[\d.]*\d)/.exec(fallback)?.[1];
  if (text === undefined) return undefined;
  const digits = text.replace(/^0\.0*|\./g, '').length;
  const shown =
    forward === Number.POSITIVE_INFINITY ? 'infinite' : Number(forward?.toPrecision(digits));
  return shown === 'infinite' || text === 'infinite'
    ? shown === text
      ? undefined
      : `${text}: ${forward}`
    : shown === Number(text)
      ? undefined
      : `${text}: ${forward}`;
}

/** What axe finds, and how many pixels the page is too wide. */
async function faultsOf(page: Page): Promise<{ found: string[]; excess: number }> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return {
    found: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`),
    excess: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  };
}

describe('a guide', () => {
  it.each(pages)('%s: figures have numbers, axe and the console nothing', async (path, file) => {
    const { page, complaints, foreign } = await visit(site, `docs/${path}`, {
      colorScheme: 'light',
    });
    const figures = await figuresOf(page);
    expect(figures.length).toBe(figuresIn(file));
    expect(figures.map(disagreement).filter(Boolean)).toEqual([]);
    expect(figures.filter(({ fallback }) => fallback.trim() === '')).toEqual([]);
    expect(await faultsOf(page)).toEqual({ found: [], excess: 0 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await faultsOf(page)).toEqual({ found: [], excess: 0 });
    expect([...complaints, ...foreign]).toEqual([]);
    await page.context().close();
  });

  const kinds = ['klDivergence', 'normal', 'index', 'types/Comparison', 'types/DivergenceError'];

  it.each([...kinds, 'types/SmoothingOptions'])(
    'of the API is as easy to use: %s',
    async (name) => {
      const { page, complaints } = await visit(site, `docs/api/${name}.html`);
      expect(await faultsOf(page)).toEqual({ found: [], excess: 0 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await faultsOf(page)).toEqual({ found: [], excess: 0 });
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('has figures: of the mathematics one for each section', () => {
    const sections = readFileSync('docs/mathematics.md', 'utf8').split('\n## ').slice(1);
    expect(sections.length).toBeGreaterThan(5);
    for (const section of sections) expect(section).toContain('<kl-divergence ');
  });

  it('would be found wrong, if its sentence were not what the figure shows', () => {
    const fallback = 'Here D(P‖Q) is 0.0225824 nats.';
    expect(disagreement({ fallback, forward: 0.022582421084357394 })).toBeUndefined();
    expect(disagreement({ fallback, forward: 0.0225825 })).toBe('0.0225824: 0.0225825');
    expect(disagreement({ fallback: 'D(P‖Q) is infinite.', forward: 3 })).toBe('infinite: 3');
  });
});

describe('the site', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replaceAll('\\', '/'));
  const texts = new Map(files.map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
  const idsOf = (text: string) =>
    new Set(Array.from(text.matchAll(/\sid="([^"]*)"/g), ([, id]) => id));
  const ids = new Map([...texts].map(([name, text]) => [name, idsOf(text)]));

  it('has every guide and every export', () => {
    expect(files).toEqual(expect.arrayContaining(pages.map(([path]) => path)));
    const names = Array.from(
      readFileSync('dist/index.js', 'utf8').matchAll(/(?:export ?\{|,)\w+ as (\w+)(?=[,}])/g),
      ([, name]) => (name === 'default' ? 'init' : name),
    );
    expect(names).toContain('klDivergence');
    const isThere = (name = '') =>
      files.includes(`api/${name}.html`) || files.includes(`api/types/${name}.html`);
    expect(names.filter((name) => !isThere(name))).toEqual([]);
    expect(files.filter((name) => /engine|glue/i.test(name))).toEqual([]);
  });

  it('has no link to what is not there, and none that is not relative', () => {
    const wrong = [...texts].flatMap(([name, text]) =>
      Array.from(text.matchAll(/\s(?:href|src)="([^"]*)"/g), ([, link = '']) => link)
        .filter((link) => !/^(https:|data:)/.test(link))
        .filter((link) => {
          const [path = '', anchor] = link.split('#');
          const target = path === '' ? name : posix.join(posix.dirname(name), path);
          if (!existsSync(join(FOLDER, target))) return true;
          if (link.startsWith('/')) return true;
          return (
            Boolean(anchor) && !target.endsWith('.svg') && !ids.get(target)?.has(anchor as string)
          );
        })
        .map((link) => `${name}: ${link}`),
    );
    expect(wrong).toEqual([]);
  });

  it('works in any folder, from a disk too', async () => {
    const page = await site.browser.newPage();
    await page.goto(`file://${join(process.cwd(), FOLDER, 'mathematics.html')}`);
    const [first] = await figuresOf(page);
    expect(first?.forward).toBeCloseTo(0.25, 15);
    await page.close();
  });

  it('finds a function by its name', async () => {
    const { page } = await visit(site, 'docs/index.html');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('combobox').fill('wassersteinDistance');
    await page.getByRole('option', { name: 'wassersteinDistance' }).first().click();
    await expect.poll(() => page.url()).toContain('api/wassersteinDistance.html');
    await page.context().close();
  });

  it('says what each function takes, where it is defined, and how exact it is', () => {
    const text = texts.get('api/klDivergence.html') ?? '';
    for (const label of ['Shape', 'Domain', 'Edges', 'Error', 'Throws']) {
      expect(text).toContain(`<dt>${label}</dt>`);
    }
  });

  it('is one click from the page, in both languages', () => {
    for (const name of ['index.html', 'zh/index.html']) {
      const html = readFileSync(join(SITE, name), 'utf8');
      const link = /<a href="([^"]*docs\/index\.html)"/.exec(html)?.[1] ?? '';
      expect(existsSync(join(SITE, dirname(name), link))).toBe(link !== '');
      expect(link).not.toBe('');
    }
  });

  it('is neither kept for offline use nor linked from the one file', () => {
    expect(readFileSync(join(SITE, 'sw.js'), 'utf8')).not.toContain('docs/');
    for (const name of ['kl-divergence.html', 'kl-divergence.zh.html']) {
      expect(readFileSync(join(SITE, name), 'utf8')).not.toContain('docs/index.html');
    }
  });
});
