// The page: static files that work in any folder of any web server.
import { defineConfig } from 'vite';
import { firstLoad } from './web/site/vite-plugin-first-load.ts';
import { math } from './web/site/vite-plugin-math.ts';
import { offline } from './web/site/vite-plugin-offline.ts';
import { oneFiles } from './web/site/vite-plugin-one-file.ts';
import { policy } from './web/site/vite-plugin-policy.ts';

const port = Number(process.env.PORT ?? 5173);

export default defineConfig({
  root: 'web/site',
  base: './',
  plugins: [math(), firstLoad(), policy(), offline(), oneFiles()],
  build: {
    outDir: '../../build/site',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // they know light-dark()
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index', 'zh/index', 'embed/index'].map((page) => `web/site/${page}.html`),
    },
  },
  server: { host: '127.0.0.1', port, strictPort: true },
  preview: { host: '127.0.0.1', port, strictPort: true },
});
