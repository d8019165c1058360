// The npm module: web/core and the wasm in one file, so that it loads in every bundler and runtime.
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    outDir: 'dist',
    target: 'es2022',
    lib: { entry: 'web/core/index.ts', formats: ['es'], fileName: 'index' },
  },
  publicDir: false,
  plugins: [
    {
      name: 'kl-wasm', // also as a file, for those who load it themselves: init({wasm})
      generateBundle() {
        const source = readFileSync('build/wasm/kl.wasm');
        this.emitFile({ type: 'asset', fileName: 'kl.wasm', source });
      },
    },
  ],
});
