import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const WORKER = 'sw.js';

/** The service worker, told which files there are: their list is its version. */
export function offline(): Plugin {
  return {
    name: 'kl-offline',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'web/site/offline-worker.ts', fileName: WORKER });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') throw new Error('the worker is not in the bundle');
        const files = Object.values(bundle).filter((file) => file !== worker);
        const version = createHash('sha256');
        for (const file of files) {
          version.update(file.fileName).update(file.type === 'asset' ? file.source : file.code);
        }
        const names = files.map(
          ({ fileName }) => fileName.replace(/(^|\/)index\.html$/, '$1') || './',
        );
        worker.code = worker.code
          .replaceAll('KL_FILES', JSON.stringify(names))
          .replaceAll('KL_VERSION', JSON.stringify(version.digest('hex').slice(0, 12)));
      },
    },
  };
}
