import { inlinedBytes } from './inlined.ts';
import { type InitOptions, load, loadSync } from './load.ts';
import { ADVICE } from './wasm-source.ts';

const own = { wasm: inlinedBytes, advice: ADVICE };

/**
 * Loads the WebAssembly, which every other function needs: once, later and concurrent calls wait for the same load.
 *
 * Edges    in Node, browsers, workers and on servers alike; a failed load may be tried again; another wasm than that within the
 *          module may be given: by its address, which is compiled while it arrives, as a response, as bytes, or compiled
 * Throws   DivergenceError: wasm-not-usable, with the address and what its server answered
 */
export default function init(options: InitOptions = {}): Promise<void> {
  return load(options, own);
}

/** As `init`, at once: for Node and workers, and wherever compiling some 300 KB of wasm may block. */
export function initSync(): void {
  loadSync({}, own);
}
