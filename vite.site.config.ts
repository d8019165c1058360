// The page: static files that work in any folder of any web server.
import { defineConfig } from 'vite';
import { math } from './web/site/vite-plugin-math.ts';

const port = Number(process.env.PORT ?? 5173);

export default defineConfig({
  root: 'web/site',
  base: './',
  plugins: [math()],
  build: { outDir: '../../build/site', emptyOutDir: true, target: 'es2022' },
  server: { host: '127.0.0.1', port, strictPort: true },
  preview: { host: '127.0.0.1', port, strictPort: true },
});
