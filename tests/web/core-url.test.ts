// kl-divergence/url: the wasm is a file beside the module.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncWasmSource } from '../../web/core/url.ts';

type Module = typeof import('../../web/core/url.ts');
let kl: Module;

const bytes = Uint8Array.from(readFileSync('build/wasm/kl.wasm'));
const address = new URL('../../web/core/kl.wasm', import.meta.url);
const works = () => expect(kl.klDivergence([0.4, 0.6], [0.3, 0.7]).toFixed(4)).toBe('0.0226');

/** A server that answers so; what it was asked for. */
function serve(answer: () => Response) {
  const fetch = vi.fn(async (_: URL) => answer());
  vi.stubGlobal('fetch', fetch);
  return fetch;
}
const typed = (body: BodyInit) =>
  new Response(body, { headers: { 'content-type': 'application/wasm' } });

beforeEach(async () => {
  vi.resetModules();
  kl = await import('../../web/core/url.ts');
});
afterEach(() => vi.unstubAllGlobals());

describe('init', () => {
  it.each([
    ['compiles while it arrives what the server calls WebAssembly', typed, 1],
    ['reads the bytes of what it does not', (body: BodyInit) => new Response(body), 0],
  ])('%s', async (_, respond, calls) => {
    const streaming = vi.spyOn(WebAssembly, 'compileStreaming');
    const fetch = serve(() => respond(bytes));
    await Promise.all([kl.default(), kl.default()]);
    works();
    expect(fetch.mock.calls.map(([url]) => url.href)).toEqual([address.href]);
    expect(streaming).toHaveBeenCalledTimes(calls);
    streaming.mockRestore();
  });

  it.each<[string, () => Response, string]>([
    ['status 404', () => new Response('', { status: 404 }), 'answered with status 404'],
    ['a page', () => new Response('<!doctype html>'), 'is not WebAssembly'],
    ['a page called WebAssembly', () => typed('<!doctype html>'), 'does not compile'],
    [
      'nothing',
      () => {
        throw new TypeError('fetch failed');
      },
      'cannot be read (fetch failed)',
    ],
  ])(
    'that is answered with %s says where and what to do, and can be tried again',
    async (_, answer, fact) => {
      serve(answer);
      await expect(kl.default()).rejects.toMatchObject({
        name: 'DivergenceError',
        code: 'wasm-not-usable',
        message: expect.stringMatching(
          /: let kl\.wasm of kl-divergence lie there, or pass init\({ wasm }\) its URL, Response, bytes or WebAssembly\.Module\.$/,
        ),
      });
      await expect(kl.default()).rejects.toThrow(`${address.href} ${fact}`);
      serve(() => typed(bytes));
      await kl.default();
      works();
    },
  );

  it('takes another wasm, and then asks for no file', async () => {
    const fetch = serve(() => typed(bytes));
    await kl.default({ wasm: new WebAssembly.Module(bytes) });
    works();
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('initSync', () => {
  it('says that it cannot wait for a file', () => {
    expect(() => kl.initSync()).toThrow(
      expect.objectContaining({
        name: 'DivergenceError',
        code: 'not-initialized',
        message: expect.stringContaining('call `await init()`'),
      }),
    );
  });

  it.each<[string, () => SyncWasmSource]>([
    ['an ArrayBuffer', () => bytes.slice().buffer],
    ['a Uint8Array', () => bytes],
    ['a DataView', () => new DataView(bytes.slice().buffer)],
    ['a WebAssembly.Module', () => new WebAssembly.Module(bytes)],
  ])('loads from %s at once, and may be called again', (_, source) => {
    kl.initSync({ wasm: source() });
    works();
    kl.initSync();
  });

  it.each<[string, unknown, RegExp]>([
    ['a URL, for which it would have to wait', new URL('http://127.0.0.1/kl.wasm'), /^The option/],
    ['bytes of a page', new TextEncoder().encode('<!doctype html>'), /does not load \(.*: let kl/],
    ['null', null, /^The option wasm is null/],
  ])('refuses %s, and can be tried again', (_, wasm, message) => {
    expect(() => kl.initSync({ wasm: wasm as SyncWasmSource })).toThrow(
      expect.objectContaining({
        code: 'wasm-not-usable',
        message: expect.stringMatching(message),
      }),
    );
    kl.initSync({ wasm: bytes });
    works();
  });
});

it('has all that the module with the wasm inlined has', async () => {
  expect(Object.keys(kl).sort()).toEqual(
    Object.keys(await import('../../web/core/index.ts')).sort(),
  );
});
