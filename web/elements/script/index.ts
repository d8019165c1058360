/**
 * The classic script: finite distributions and their wasm. What other modes need, the whole wasm first of all, are parts beside
 * it, which it loads when they are asked for (see loader.js).
 */
import { initFinite } from '../../core/finite-first.ts';
import { inlinedFiniteBytes } from '../../core/finite-inlined.ts';
import init from '../../core/index.ts';
import { loadBy } from '../engine.ts';
import '../kl-finite.ts';

async function loadWhole(): Promise<void> {
  const { inlinedBytes } = await import('../../core/inlined.ts');
  await init({ wasm: inlinedBytes() });
}

loadBy(loadWhole, () => initFinite(inlinedFiniteBytes()));

export { KlDivergence } from '../kl-divergence.ts';
