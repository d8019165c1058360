import { initFinite } from '../core/finite-first.ts';
import init from '../core/index.ts';
import { loadBy } from './engine.ts';

/** A page's wasm: finite distributions, which its first mode needs, in a file of their own; and the whole, when a mode asks for it. */
export function loadFiniteFirst(finite: URL, whole: URL): void {
  loadBy(
    () => init({ wasm: whole }),
    () => initFinite(finite),
  );
}
