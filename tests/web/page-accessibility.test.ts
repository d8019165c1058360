// axe-core on the whole page, in every mode, both colour schemes, wide and narrow, in both languages.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODES } from '../../web/elements/modes.ts';
import { openSite, type Site, visit } from './support/site.ts';

const SETTLED = 5000; // ms; generous, since a loaded machine is not a broken page
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 60_000);

afterAll(() => site?.close());

/** What axe finds, one line a rule. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations: found } = await axe.run(document);
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  });
}

describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
  it.each([
    ['', 1280],
    ['', 360],
    ['zh/', 1280],
  ])('axe finds nothing wrong on page "%s" at %d pixels, in any mode', async (path, width) => {
    const { page } = await visit(site, path, {
      colorScheme,
      viewport: { width, height: 900 },
      bypassCSP: true, // for axe itself
    });
    for (const { id } of MODES) {
      await page.locator(`#tab-${id}`).click();
      const numbers = page.getByRole('tabpanel').locator('[data-value]');
      await expect.poll(() => numbers.count(), { timeout: SETTLED }).toBeGreaterThan(0);
      expect([id, await violations(page)]).toEqual([id, []]);
    }
    await page.context().close();
  });
});
