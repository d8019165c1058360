import init from '../core/index.ts';

let whole: URL | undefined;
let loadFinite: (() => Promise<void>) | undefined;

/** Where a page keeps the wasm as files of its own, and how it loads that of finite distributions; else it is in the script. */
export function loadFrom(wasm: URL, finite: () => Promise<void>): void {
  whole = wasm;
  loadFinite = finite;
}

/** Loads the engine; once, however often it is called. */
export function start(): Promise<void> {
  return init(whole && { wasm: whole });
}

let finite: Promise<void> | undefined;

/** The same, if finite distributions are all that is needed: on a page that keeps them apart, the smaller half. */
export function startFinite(): Promise<void> {
  if (!loadFinite) return start();
  finite ??= loadFinite().catch((error: unknown) => {
    finite = undefined; // it may be tried again
    throw error;
  });
  return finite;
}
