// kl-divergence/url: the module with its wasm in a file beside it.
import { DivergenceError } from './errors.ts';
import type { InitOptions, SyncWasmSource } from './index.ts';
import { load, loadSync } from './load.ts';

export * from './index.ts';

export interface InitSyncOptions {
  wasm?: SyncWasmSource;
}

const advice =
  'let kl.wasm of kl-divergence lie there, or pass init({ wasm }) its URL, Response, bytes or WebAssembly.Module.';

/**
 * Loads the WebAssembly once, compiling it while it arrives; later and concurrent calls wait for the same load. A failed load
 * may be tried again.
 *
 * @param options.wasm another than kl.wasm beside this module: by its address, as a response, as bytes, or compiled
 * @throws DivergenceError `wasm-not-usable`, with the address and what its server answered
 */
export default function init(options: InitOptions = {}): Promise<void> {
  // The comment keeps the file out of this package's own script; it is gone from dist, where bundlers see the address.
  const wasm = () => new URL(/* @vite-ignore */ './kl.wasm', import.meta.url);
  return load(options, { wasm, advice });
}

/** The same at once, with the wasm at hand: under Node the file, elsewhere what is given. */
export function initSync(options: InitSyncOptions = {}): void {
  const wasm = () => {
    throw new DivergenceError(
      'not-initialized',
      'initSync() cannot wait for kl.wasm: call `await init()`, or pass initSync({ wasm }) its bytes or WebAssembly.Module.',
    );
  };
  loadSync(options, { wasm, advice });
}
