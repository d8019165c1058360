import init, {
  type Comparison,
  compare,
  DivergenceError,
  type Distribution,
  type ErrorCode,
  klDivergence,
  normal,
} from 'kl-divergence';
import initUrl, { initSync, klDivergence as fromUrl, type WasmSource } from 'kl-divergence/url';

await init();
const wasm: WasmSource[] = [new ArrayBuffer(8), new URL('http://localhost/kl.wasm')];
if (wasm.length > 2) initSync({ wasm: new Uint8Array(8) });
await initUrl();

const divergence: number = klDivergence([0.4, 0.6], Float64Array.of(0.3, 0.7), { base: Math.E });
const rows: Float64Array = klDivergence([0.4, 0.6, 0.4, 0.6], [0.3, 0.7], { columns: 2 });
const pair: [Distribution, Distribution] = [normal(0, 1), { family: 'Gamma', concentration: 2, rate: 3 }];
const compared: Comparison = compare(...pair);
if (compared.forward.value !== Number.POSITIVE_INFINITY) throw new Error('not infinite');
try {
  klDivergence([-1], [1]);
} catch (error) {
  if (!(error instanceof DivergenceError)) throw error;
  const code: ErrorCode = error.code;
  if (code !== 'negative') throw error;
  // @ts-expect-error: there is no such code, which `any` would not say.
  if (code === 'no such code') throw error;
}
// @ts-expect-error: a number is no list of outcomes.
if (Math.random() > 2) klDivergence(1, [1]);
// @ts-expect-error: no such option.
if (Math.random() > 2) klDivergence([1], [1], { bases: 2 });

console.log(divergence === rows[1] && divergence === fromUrl([0.4, 0.6], [0.3, 0.7]) ? divergence : rows);
