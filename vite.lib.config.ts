// The npm module: web/core and the wasm in one file, so that it loads in every bundler and runtime.
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    outDir: 'dist',
    target: 'es2022',
    lib: { entry: 'web/core/index.ts', formats: ['es'], fileName: 'index' },
    // Vite leaves the white space in libraries, for readers; two thirds of this one are wasm.
    rolldownOptions: { output: { minify: { codegen: true }, comments: { legal: true } } },
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
