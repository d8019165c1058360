// axe on the built page, in every mode, at both ends of widths and in both colour schemes.
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MODES } from '../../web/elements/modes.ts';
import { openSite, type Site, visit } from './support/site.ts';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site?.close());

const places = [
  ['en', '', 1280, 'light'],
  ['en', '', 360, 'dark'],
  ['zh', 'zh/', 1280, 'dark'],
  ['zh', 'zh/', 360, 'light'],
] as const;

it.each(MODES.flatMap(({ id }) => places.map((place) => [id, ...place] as const)))(
  'finds nothing wrong in %s, %s, at %s%d px, %s',
  async (mode, _, path, width, colorScheme) => {
    const { page } = await visit(site, `${path}#v=1&mode=${mode}`, {
      viewport: { width, height: 900 },
      colorScheme,
      bypassCSP: true, // for axe, not for the page
    });
    await page.locator('[role=tabpanel]:not([hidden]) #forward .number').first().waitFor();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
    expect(found).toEqual([]);
    await page.context().close();
  },
);

it.each(places)(
  'finds nothing wrong in the dialog of code to embed, %s, at %s%d px, %s',
  async (_, path, width, colorScheme) => {
    const { page } = await visit(site, `${path}#v=1&mode=gaussian`, {
      viewport: { width, height: 900 },
      colorScheme,
      bypassCSP: true, // for axe, not for the page
    });
    await page.locator('.tool.embed').click();
    await page.evaluate(AXE);
    for (const tab of await page.locator('kl-embed').getByRole('tab').all()) {
      await tab.click();
      const name = await tab.getAttribute('id');
      const preview = page.locator('kl-embed .stage');
      const place = name === 'tab-frame' ? preview.frameLocator('iframe') : preview;
      await preview.scrollIntoViewIfNeeded();
      await place.locator('#forward .number').first().waitFor();
      const wide = await page
        .locator('kl-embed dialog')
        .evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
      const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
      expect([name, wide, found]).toEqual([name, 0, []]);
    }
    await page.context().close();
  },
);
