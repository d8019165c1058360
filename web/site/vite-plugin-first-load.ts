import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HtmlTagDescriptor, Plugin } from 'vite';

const TEXT = '#kl-text';
/** Of finite distributions, and the whole. */
const FILES = ['kl-finite.wasm', 'kl.wasm'];
const FIRST_MODE = /\/elements\/kl-finite\.ts$/;

/**
 * What the first number waits for is on its way at once: the wasm of finite distributions, as a file of its own instead of as
 * text in the script, and the script of the first mode.
 */
export function firstLoad(): Plugin {
  return {
    name: 'kl-first-load',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: { 'd3-interpolate': resolve('web/site/interpolate.ts') } },
      build: {
        rolldownOptions: {
          // The first mode is one script with all that it imports: fewer requests, and it compresses better than its parts.
          output: { codeSplitting: { groups: [{ name: 'first', test: FIRST_MODE }] } },
        },
      },
    }),
    resolveId: (id) => (id === TEXT ? `\0${TEXT}` : undefined),
    load: (id) =>
      id === `\0${TEXT}` ? "export const unpacker = ''; export default '';" : undefined,
    buildStart() {
      for (const name of FILES) {
        this.emitFile({ type: 'asset', name, source: readFileSync(`build/wasm/${name}`) });
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle, path }) {
        if (!bundle) return;
        const up = '../'.repeat(path.split('/').length - 2) || './';
        const link = (attrs: HtmlTagDescriptor['attrs']): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { ...attrs, crossorigin: true },
          injectTo: 'head',
        });
        const [finite, whole] = FILES.map((name) =>
          Object.values(bundle).find((one) => one.type === 'asset' && one.names.includes(name)),
        );
        const mode = Object.values(bundle).find(
          (one) => one.type === 'chunk' && one.moduleIds.some((id) => FIRST_MODE.test(id)),
        );
        if (!finite || !whole || mode?.type !== 'chunk')
          throw new Error('no wasm or no first mode in the bundle');
        const scripts = [mode.fileName, ...mode.imports];
        return [
          link({
            rel: 'preload',
            href: up + finite.fileName,
            as: 'fetch',
            type: 'application/wasm',
            'data-whole': up + whole.fileName,
          }),
          ...scripts.map((script) => link({ rel: 'modulepreload', href: up + script })),
        ];
      },
    },
  };
}
