import createKl, { type Glue } from '#kl-glue';
import { Engine } from './engine.ts';
import { DivergenceError } from './errors.ts';
import {
  compiled,
  compiledSync,
  instantiating,
  notUsable,
  type SyncWasmSource,
  textOf,
  type WasmSource,
} from './wasm-source.ts';

/** What `init` may be told. */
export interface InitOptions {
  /** Where kl.wasm is, if its text within the module is not to be used. */
  wasm?: WasmSource;
}

/** The wasm that a module has unless it is given another, and what to do if that cannot be used. */
export interface Own<Source> {
  wasm: () => Source;
  advice: string;
}

let engine: Engine | undefined;
/** Whether that engine has more than finite distributions. */
let isWhole = false;
let loading: Promise<void> | undefined;

/** Takes what has been loaded into use. A whole engine stays. */
export function adopt(glue: Glue, whole: boolean): void {
  if (isWhole) return;
  engine = new Engine(glue);
  isWhole = whole;
}

/** The engine, or an error that says how to get one. */
export function requireEngine(): Engine {
  if (engine === undefined) {
    throw new DivergenceError(
      'not-initialized',
      'The WebAssembly module is not loaded: call `await init()` (or `initSync()` in Node and workers) first.',
    );
  }
  engine.labels = undefined; // each call has its own
  return engine;
}

/** The error of one who gave a wasm of his own. */
function asNotUsable(error: unknown, { wasm }: InitOptions, advice: string): unknown {
  if (wasm === undefined || error instanceof DivergenceError) return error;
  return notUsable(`What was given as wasm does not load (${textOf(error)})`, advice);
}

/** Loads the module once; later and concurrent calls wait for the same load. A failed load may be tried again. */
export async function load(options: InitOptions, own: Own<WasmSource>): Promise<void> {
  if (isWhole) return;
  const { wasm } = options;
  loading ??= compiled(wasm === undefined ? own.wasm() : wasm, own.advice)
    .then((module) => createKl(instantiating(module)))
    .then((glue) => adopt(glue, true))
    .catch((error: unknown) => {
      throw asNotUsable(error, options, own.advice);
    })
    .finally(() => {
      loading = undefined;
    });
  return loading;
}

/** The same at once. */
export function loadSync(options: { wasm?: SyncWasmSource }, own: Own<SyncWasmSource>): void {
  if (isWhole) return;
  const { wasm } = options;
  try {
    const module = compiledSync(wasm === undefined ? own.wasm() : wasm, own.advice);
    adopt(createKl(instantiating(module)) as Glue, true);
  } catch (error) {
    throw asNotUsable(error, options, own.advice);
  }
}
