// The page for frames, as the built site serves it: in a page of another origin that listens for its height.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, type Site, visit } from './support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site?.close());

const HOST = (source: string) => `<!doctype html><meta charset="utf-8">
  <link rel="icon" href="data:,">
  <iframe src="${source}" width="600" height="300" title="D(P‖Q)"></iframe>
  <script>
    addEventListener('message', ({ data, source }) => {
      const frame = document.querySelector('iframe');
      if (source === frame.contentWindow && data.type === 'kl:resize') frame.height = data.height;
    });
  </script>`;

it('shows the state of its hash, as high as it needs', async () => {
  const source = `${site.address}embed/#v=1&mode=gaussian&muP=1&sigmaP=1&muQ=0&sigmaQ=1&show=inputs+result&theme=dark`;
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(HOST(source)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { page, complaints } = await visit(site, address);
  const frame = page.frameLocator('iframe');
  const output = frame.getByRole('status', { name: 'D(P‖Q)', exact: true });
  await expect.poll(() => output.textContent()).toBe('0.5 nats');
  await expect.poll(() => page.locator('iframe').getAttribute('height')).not.toBe('300');
  const height = Number(await page.locator('iframe').getAttribute('height'));
  const needed = await frame.locator('body').evaluate((body) => body.scrollHeight);
  expect(height).toBeGreaterThanOrEqual(needed);
  expect(await frame.locator('html').evaluate((root) => getComputedStyle(root).colorScheme)).toBe(
    'dark',
  );
  expect(await frame.locator('svg.figure:visible').count()).toBe(0);
  expect(complaints).toEqual([]);
  server.close();
});
