// The npm package, in five builds: the module with its wasm in one file, so that it loads in every bundler and runtime; with
// `--mode url` and `--mode url.node` the same with the wasm beside it; with `--mode element` the elements, which import the first;
// with `--mode script` all of it as a classic script and its parts.
import { copyFileSync, readFileSync } from 'node:fs';
import { defineConfig, type LibraryOptions, type UserConfig } from 'vite';
import { parts } from './web/elements/script/vite-plugin-parts.ts';

type Output = NonNullable<NonNullable<UserConfig['build']>['rolldownOptions']>;

/** Vite leaves the white space in libraries, for readers; most of this one is wasm. */
const small = { minify: { codegen: true }, comments: { legal: true } } as const;

/** The file's address is read by bundlers as it stands, without the words for our own build. */
const unannotated = { ...small, comments: { legal: true, annotation: false } } as const;

const builds: Record<string, { lib: LibraryOptions; rolldownOptions: Output; outDir: string }> = {
  production: {
    outDir: 'dist',
    lib: { entry: 'web/core/index.ts', formats: ['es'], fileName: 'index' },
    rolldownOptions: { output: small },
  },
  url: {
    outDir: 'dist',
    lib: { entry: 'web/core/url.ts', formats: ['es'], fileName: 'url' },
    rolldownOptions: { output: unannotated },
  },
  'url.node': {
    outDir: 'dist',
    lib: { entry: 'web/core/url.node.ts', formats: ['es'], fileName: 'url.node' },
    rolldownOptions: {
      external: /^node:/,
      output: unannotated,
    },
  },
  element: {
    outDir: 'dist/element',
    lib: {
      entry: { index: 'web/elements/kl-divergence.ts', anywidget: 'web/elements/anywidget.ts' },
      formats: ['es'],
    },
    rolldownOptions: {
      external: /core\/index\.ts$/,
      output: { ...small, paths: () => '../index.js', chunkFileNames: '[name].js' },
    },
  },
  script: {
    outDir: 'dist',
    lib: {
      entry: 'web/elements/script/index.ts',
      formats: ['cjs'],
      fileName: () => 'element.global.js',
    },
    rolldownOptions: {
      checks: { ineffectiveDynamicImport: false, pluginTimings: false }, // the first mode is within on purpose
      output: {
        chunkFileNames: 'element.global/[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: 'script', test: /elements\/script\/index\.ts$/ },
            { name: 'common', minShareCount: 2 }, // of the parts: few requests
          ],
        },
      },
    },
  },
};

export default defineConfig(({ mode }) => {
  const build = builds[mode] as (typeof builds)[string];
  return {
    build: {
      ...build,
      target: 'es2022',
      license: { fileName: 'licences.json' },
      emptyOutDir: mode === 'production' || mode === 'element',
      minify: mode !== 'script', // it is when it is in parts
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    publicDir: false,
    // lit's files for Node also run in browsers, and can be imported on a server.
    ...(mode === 'element' && { resolve: { conditions: ['node', 'production', 'module'] } }),
    plugins: [
      mode === 'script' && parts(),
      {
        name: 'kl-files',
        generateBundle() {
          if (mode !== 'production') return; // for those who load the wasm themselves: init({wasm})
          this.emitFile({
            type: 'asset',
            fileName: 'kl.wasm',
            source: readFileSync('build/wasm/kl.wasm'),
          });
        },
        writeBundle({ dir }) {
          if (mode !== 'element') return;
          copyFileSync('web/elements/public.d.ts', `${dir}/index.d.ts`);
          for (const name of ['anywidget.d.ts', 'react.d.ts']) {
            copyFileSync(`web/elements/${name}`, `${dir}/${name}`);
          }
        },
      },
    ],
  };
});
