// kl-divergence/url under Node, which fetches no files.
import { readFileSync } from 'node:fs';
import { type InitOptions, load, loadSync } from './load.ts';
import type { InitSyncOptions } from './url.ts';
import { ADVICE } from './wasm-source.ts';

export * from './index.ts';

const own = {
  wasm: () => readFileSync(new URL(/* @vite-ignore */ './kl.wasm', import.meta.url)),
  advice: ADVICE,
};

export default function init(options: InitOptions = {}): Promise<void> {
  return load(options, own);
}

export function initSync(options: InitSyncOptions = {}): void {
  loadSync(options, own);
}
