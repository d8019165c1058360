// Loading the module: each test begins with one that nobody has loaded.
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WasmSource } from '../../web/core/index.ts';

type Module = typeof import('../../web/core/index.ts');
let kl: Module;

beforeEach(async () => {
  vi.resetModules();
  // Emscripten tells the console of wasm that does not compile.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  kl = await import('../../web/core/index.ts');
});

const bytes = Uint8Array.from(readFileSync('build/wasm/kl.wasm'));
const otherWasm = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const html = '<!doctype html><title>404</title>';
const works = () => expect(kl.klDivergence([0.4, 0.6], [0.3, 0.7]).toFixed(4)).toBe('0.0226');
const untyped = (x: unknown) => x as never;

describe('before init', () => {
  it.each<[string, () => unknown]>([
    ['klDivergence', () => kl.klDivergence([1], [1])],
    ['klDivergence of distributions', () => kl.klDivergence(kl.normal(0, 1), kl.normal(0, 1))],
    ['compare', () => kl.compare([1], [1])],
    ['entropy', () => kl.entropy([1])],
    ['asymmetry', () => kl.asymmetry([1], [1])],
    ['generalizedKlDivergence', () => kl.generalizedKlDivergence([1], [1])],
  ])('%s says what to call', (_, call) => {
    expect(call).toThrow(kl.DivergenceError);
    expect(call).toThrow(
      expect.objectContaining({
        code: 'not-initialized',
        message:
          'The WebAssembly module is not loaded: call `await init()` (or `initSync()` in Node and workers) first.',
      }),
    );
  });

  it('a distribution can be described', () => {
    expect(kl.normal(0, 1).family).toBe('Normal');
  });
});

describe('init', () => {
  it.each<[string, () => WasmSource | undefined]>([
    ['nothing', () => undefined],
    [
      'a URL',
      () => new URL(`data:application/wasm;base64,${Buffer.from(bytes).toString('base64')}`),
    ],
    ['a Response', () => new Response(bytes, { headers: { 'content-type': 'application/wasm' } })],
    ['a Response of another type', () => new Response(bytes)],
    ['an ArrayBuffer', () => bytes.slice().buffer],
    ['a Uint8Array', () => bytes.slice()],
    [
      'a Uint8Array within a larger buffer',
      () => {
        const larger = new Uint8Array(bytes.length + 4);
        larger.set(bytes, 3);
        return larger.subarray(3, -1);
      },
    ],
    ['a DataView', () => new DataView(bytes.slice().buffer)],
    ['a WebAssembly.Module', () => new WebAssembly.Module(bytes)],
  ])('loads from %s', async (_, source) => {
    const wasm = source();
    await expect(kl.default(wasm === undefined ? {} : { wasm })).resolves.toBeUndefined();
    works();
  });

  it('without an argument loads what the module holds', async () => {
    await kl.default();
    works();
  });

  it('may be called again, and no longer looks at its options', async () => {
    await kl.default();
    await kl.default({ wasm: untyped('nonsense') });
    works();
  });

  it('called many times at once loads once: the Response can be read no second time', async () => {
    const wasm = new Response(bytes);
    await Promise.all([kl.default({ wasm }), kl.default({ wasm }), kl.default({ wasm })]);
    works();
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'a Response that is a page',
      () => new Response(html),
      /^the response given as wasm is not WebAssembly/,
    ],
    [
      'a Response that is an error',
      () => new Response(html, { status: 404 }),
      /answered with status 404/,
    ],
    ['an empty Response', () => new Response(''), /is not WebAssembly/],
    ['a URL of a page', () => new URL(`data:text/html,${html}`), /is not WebAssembly/],
    [
      'a page called WebAssembly',
      () => new Response(html, { headers: { 'content-type': 'application/wasm' } }),
      /^the response given as wasm does not compile \(/,
    ],
    [
      'a URL that answers nothing',
      () => new URL('http://127.0.0.1:1/kl.wasm'),
      /127\.0\.0\.1:1\/kl\.wasm/,
    ],
    ['text', () => 'kl.wasm', /^The option wasm is kl\.wasm/],
    ['null', () => null, /^The option wasm is null/],
    ['a number', () => 1, /^The option wasm is 1/],
    ['bytes of a page', () => new TextEncoder().encode(html), /WebAssembly/],
    ['no bytes', () => new Uint8Array(0), /WebAssembly/],
    ['bytes that break off', () => bytes.slice(0, 1000), /WebAssembly/],
    ['a Response that breaks off', () => new Response(bytes.slice(0, 1000)), /WebAssembly/],
    ['another module', () => new WebAssembly.Module(otherWasm), /wasm/],
    ['bytes of another module', () => otherWasm, /wasm/],
    [
      'a Response that was read already',
      () => {
        const response = new Response(bytes);
        void response.arrayBuffer();
        return response;
      },
      /wasm/,
    ],
  ])('refuses %s, and can be tried again', async (_, source, message) => {
    await expect(kl.default({ wasm: untyped(source()) })).rejects.toMatchObject({
      name: 'DivergenceError',
      code: 'wasm-not-usable',
      message: expect.stringMatching(message),
    });
    expect(() => kl.klDivergence([1], [1])).toThrow(
      expect.objectContaining({ code: 'not-initialized' }),
    );
    await kl.default();
    works();
  });

  it('compiles while it arrives what its server calls WebAssembly, and only that', async () => {
    const streaming = vi.spyOn(WebAssembly, 'compileStreaming');
    for (const [type, calls] of [
      ['application/octet-stream', 0],
      ['application/wasm; charset=utf-8', 0],
      ['application/wasm', 1],
    ] as const) {
      vi.resetModules();
      const { default: init } = await import('../../web/core/index.ts');
      await init({ wasm: new Response(bytes, { headers: { 'content-type': type } }) });
      expect(streaming).toHaveBeenCalledTimes(calls);
    }
  });

  it('says what could be passed', async () => {
    await expect(kl.default({ wasm: new Response(html) })).rejects.toThrow(
      /: pass a URL, Response, bytes or WebAssembly\.Module of kl-divergence\/kl\.wasm, or nothing\.$/,
    );
  });
});

describe('initSync', () => {
  it('loads at once, and may be called again', () => {
    kl.initSync();
    works();
    kl.initSync();
    works();
  });

  it('and init may be called in any order', async () => {
    kl.initSync();
    await kl.default();
    works();
  });

  it('does not wait for an init under way, whose failure changes nothing', async () => {
    const slow = kl.default({ wasm: new Response(html) });
    kl.initSync();
    works();
    await expect(slow).rejects.toMatchObject({ code: 'wasm-not-usable' });
    works();
  });

  it('is not undone by an init under way', async () => {
    const slow = kl.default({ wasm: new Response(bytes) });
    kl.initSync();
    const want = kl.klDivergence([0.4, 0.6], [0.3, 0.7]);
    await slow;
    expect(kl.klDivergence([0.4, 0.6], [0.3, 0.7])).toBe(want);
  });
});
