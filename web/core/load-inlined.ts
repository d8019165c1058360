import { inlinedBytes } from './inlined.ts';
import { type InitOptions, load, loadSync } from './load.ts';
import { ADVICE } from './wasm-source.ts';

const own = { wasm: inlinedBytes, advice: ADVICE };

/**
 * Loads the WebAssembly once; later and concurrent calls wait for the same load. A failed load may be tried again.
 *
 * @param options.wasm another than that within this module: kl-divergence/kl.wasm by its address, which is compiled while it
 *   arrives, as a response, as bytes, or compiled
 * @throws DivergenceError `wasm-not-usable`, with the address and what its server answered
 */
export default function init(options: InitOptions = {}): Promise<void> {
  return load(options, own);
}

/** The same at once: for Node and workers, and wherever compiling some 300 KB of wasm may block. */
export function initSync(): void {
  loadSync({}, own);
}
