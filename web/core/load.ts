import createKl, { type Glue, type GlueOptions } from '#kl-glue';
import { Engine } from './engine.ts';
import { DivergenceError } from './errors.ts';
import { inlinedBytes } from './inlined.ts';

/** Where the wasm may come from instead of from within the module. */
export type WasmSource = URL | Response | BufferSource | WebAssembly.Module;

/** What `init` may be told. */
export interface InitOptions {
  /** Where kl.wasm is, if its text within the module is not to be used. */
  wasm?: WasmSource;
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

function notUsable(fact: string): DivergenceError {
  return new DivergenceError(
    'wasm-not-usable',
    `${fact}: pass a URL, Response, bytes or WebAssembly.Module of kl-divergence/kl.wasm, or nothing.`,
  );
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const rethrow = (asError: (error: unknown) => DivergenceError) => (error: unknown) => {
  throw error instanceof DivergenceError ? error : asError(error);
};

export async function bytesOf(source: URL | Response): Promise<BufferSource> {
  const from = source instanceof URL ? source.href : source.url || 'the response given as wasm';
  const unread = (error: unknown) => notUsable(`${from} cannot be read (${textOf(error)})`);
  const response = source instanceof URL ? await fetch(source).catch(rethrow(unread)) : source;
  if (!response.ok) throw notUsable(`${from} answered with status ${response.status}`);
  const bytes = await response.arrayBuffer().catch(rethrow(unread));
  // A server that does not know the file answers with a page, which fails to compile with a baffling message.
  const [a, b, c, d] = new Uint8Array(bytes);
  if (a !== 0 || b !== 0x61 || c !== 0x73 || d !== 0x6d) {
    throw notUsable(`${from} is not WebAssembly (it begins with other bytes than \\0asm)`);
  }
  return bytes;
}

/** Options for Emscripten's factory. */
async function glueOptions(source: WasmSource | undefined): Promise<GlueOptions> {
  if (source === undefined) return { wasmBinary: inlinedBytes() };
  if (source instanceof WebAssembly.Module) {
    return {
      instantiateWasm(imports, done) {
        const instance = new WebAssembly.Instance(source, imports);
        done(instance);
        return instance.exports;
      },
    };
  }
  if (source instanceof URL || (typeof Response !== 'undefined' && source instanceof Response)) {
    return { wasmBinary: await bytesOf(source) };
  }
  if (source instanceof ArrayBuffer) return { wasmBinary: source };
  if (ArrayBuffer.isView(source)) {
    // Emscripten's glue takes no DataView.
    return { wasmBinary: new Uint8Array(source.buffer, source.byteOffset, source.byteLength) };
  }
  throw notUsable(`The option wasm is ${String(source)}`);
}

/**
 * Loads the WebAssembly, which every other function needs: once, later and concurrent calls wait for the same load.
 *
 * Edges    in Node, browsers, workers and on servers alike; a failed load may be tried again
 * Throws   DivergenceError: wasm-not-usable, for a `wasm` that cannot be read or is something else
 */
export default async function init(options: InitOptions = {}): Promise<void> {
  if (isWhole) return;
  loading ??= glueOptions(options.wasm)
    .then((glue) => createKl(glue))
    .then((glue) => adopt(glue, true))
    .catch((error: unknown) => {
      if (options.wasm === undefined || error instanceof DivergenceError) throw error;
      throw notUsable(`What was given as wasm does not load (${textOf(error)})`);
    })
    .finally(() => {
      loading = undefined;
    });
  return loading;
}

/** As `init`, at once: for Node and workers, and wherever compiling some 300 KB of wasm may block. */
export function initSync(): void {
  if (isWhole) return;
  adopt(createKl({ wasmBinary: inlinedBytes() }) as Glue, true);
}
