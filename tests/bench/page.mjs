// npm run bench:page: how soon the built page paints after a hand's move, with the CPU slowed four times. For each mode 60 arrow
// keys on its first handle or number field and 120 moves of a drag: the worst time from input to paint, and long tasks.
import { argv } from 'node:process';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumPath } from '../../scripts/chromium.mjs';

const slowdown = 4;
const keys = 60;
const moves = 120;
const frame = 16; // ms: as a hand moves no faster than the screen

const server = await preview({
  configFile: 'vite.site.config.ts',
  logLevel: 'error',
  preview: { port: 0, strictPort: false },
});
const address = server.resolvedUrls?.local[0] ?? '';
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});

/** In the page: every event's way to the paint, and every task of more than 50 ms, from now on. */
function watch() {
  const seen = { worst: 0, events: 0, longTasks: 0 };
  Reflect.set(globalThis, 'seen', seen);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.events += 1;
      seen.worst = Math.max(seen.worst, entry.duration);
    }
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
  new PerformanceObserver((list) => {
    seen.longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
}

/** @param {string} mode */
async function probe(mode) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}#v=1&mode=${mode}`);
  await page.locator('[role=tabpanel]:not([hidden]) #forward .number').waitFor();
  await page.waitForTimeout(1000);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const place = page.locator('[role=tabpanel]:not([hidden])');
  const handles = place.locator('[role=slider].handle');
  const fields = place.locator('input[type=range], input[inputmode=decimal], textarea');
  const hasHandles = (await handles.count()) > 0;
  const target = hasHandles ? handles.first() : fields.first();
  await target.scrollIntoViewIfNeeded();
  await page.evaluate(watch);
  await target.focus();
  const isText = await target.evaluate((element) => element instanceof HTMLTextAreaElement);
  for (let i = 0; i < keys; i++) {
    if (isText) await page.keyboard.press(i % 2 ? 'Backspace' : '1');
    else await page.keyboard.press(i % 4 < 2 ? 'ArrowUp' : 'ArrowDown');
    await page.waitForTimeout(frame);
  }
  const box = hasHandles ? await target.boundingBox() : null;
  if (box) {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 0; i < moves; i++) {
      const turn = (2 * Math.PI * i) / 40;
      await page.mouse.move(x + 25 * Math.sin(turn), y + 25 * (1 - Math.cos(turn)));
      await page.waitForTimeout(frame);
    }
    await page.mouse.up();
  }
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => Reflect.get(globalThis, 'seen'));
  await context.close();
  return { mode, ...seen, dragged: box !== null };
}

const all = [
  'finite',
  'gaussian',
  'gaussian-2d',
  'gaussian-nd',
  'families',
  'monte-carlo',
  'pytorch',
];
for (const mode of argv.length > 2 ? argv.slice(2) : all) {
  const { worst, events, longTasks, dragged } = await probe(mode);
  console.log(
    `${mode.padEnd(12)} worst ${String(worst).padStart(4)} ms of ${events} slower than a frame, ` +
      `${longTasks} long tasks${dragged ? '' : ', nothing to drag'}`,
  );
}
await browser.close();
await server.close();
