import type { GlueOptions } from '#kl-glue';
import { DivergenceError } from './errors.ts';

/** Where the wasm may come from instead of from where the module has its own. */
export type WasmSource = URL | Response | SyncWasmSource;

/** What needs no waiting: bytes, or a WebAssembly.Module. */
export type SyncWasmSource = ArrayBuffer | ArrayBufferView | WasmModule;

/** WebAssembly.Module, in projects that know of it: those for Node alone may not load the types of browsers. @inline */
type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } }
  ? Module
  : never;

export const ADVICE =
  'pass a URL, Response, bytes or WebAssembly.Module of kl-divergence/kl.wasm, or nothing.';

export function notUsable(fact: string, advice: string): DivergenceError {
  return new DivergenceError('wasm-not-usable', `${fact}: ${advice}`);
}

export const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The module at an address or in a response: compiled while it arrives, if its server calls it WebAssembly. */
async function fetched(source: URL | Response, advice: string): Promise<WebAssembly.Module> {
  const from = source instanceof URL ? source.href : source.url || 'the response given as wasm';
  const refuse = (fact: string) => (error: unknown) => {
    throw notUsable(`${from} ${fact} (${textOf(error)})`, advice);
  };
  const unread = refuse('cannot be read');
  const response = source instanceof URL ? await fetch(source).catch(unread) : source;
  if (!response.ok) throw notUsable(`${from} answered with status ${response.status}`, advice);
  const isTyped = response.headers.get('content-type') === 'application/wasm';
  if (isTyped && 'compileStreaming' in WebAssembly) {
    return WebAssembly.compileStreaming(response).catch(refuse('does not compile'));
  }
  const bytes = await response.arrayBuffer().catch(unread);
  // A server that does not know the file answers with a page, which fails to compile with a baffling message.
  const [a, b, c, d] = new Uint8Array(bytes);
  if (a !== 0 || b !== 0x61 || c !== 0x73 || d !== 0x6d) {
    throw notUsable(`${from} is not WebAssembly (it begins with other bytes than \\0asm)`, advice);
  }
  return WebAssembly.compile(bytes).catch(refuse('does not compile'));
}

/** The module of bytes; a module is itself. */
export function compiledSync(source: SyncWasmSource, advice: string): WebAssembly.Module {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer) return new WebAssembly.Module(source);
  if (!ArrayBuffer.isView(source)) throw notUsable(`The option wasm is ${String(source)}`, advice);
  // V8 takes no DataView.
  const bytes = new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength);
  return new WebAssembly.Module(bytes);
}

export async function compiled(source: WasmSource, advice: string): Promise<WebAssembly.Module> {
  if (source instanceof URL) return fetched(source, advice);
  // Bytes first: Node loads 20 ms of its own code when a program names Response.
  const isHere = source instanceof ArrayBuffer || ArrayBuffer.isView(source);
  return !isHere && typeof Response !== 'undefined' && source instanceof Response
    ? fetched(source, advice)
    : compiledSync(source, advice);
}

/** Options for Emscripten's factory. */
export const instantiating = (module: WebAssembly.Module): GlueOptions => ({
  instantiateWasm(imports, done) {
    const instance = new WebAssembly.Instance(module, imports);
    done(instance);
    return instance.exports;
  },
});
