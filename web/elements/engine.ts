import init from '../core/index.ts';

let source: URL | undefined;

/** Where a page keeps the wasm as a file of its own; else that in the script is used. */
export function loadFrom(wasm: URL): void {
  source = wasm;
}

/** Loads the engine; once, however often it is called. */
export function start(): Promise<void> {
  return init(source && { wasm: source });
}
