import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath } from './scripts/chromium.mjs';

const executablePath = chromiumPath();

const dependencies = [
  'axe-core',
  'd3-array',
  'd3-scale',
  'lit',
  'lit/directives/guard.js',
  'lit/directives/live.js',
  'lit/directives/repeat.js',
  'lit/directives/unsafe-html.js',
];

export default defineConfig({
  test: {
    projects: [
      {
        // A slow machine is no failure.
        test: { name: 'web', include: ['tests/web/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        // All of them at once: one found later would load every page anew in the middle of its tests.
        optimizeDeps: { include: dependencies },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath && { executablePath }),
                // No sandbox: containers and root have none to give, and the tests open only our own pages.
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-dev-shm-usage',
                  '--js-flags=--expose-gc',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
