import createKl from '#kl-finite-glue';
import { adopt } from './load.ts';
import { ADVICE, compiled, instantiating } from './wasm-source.ts';

/**
 * Loads what finite distributions need: a third of the module, for a page's first paint. Until `init` has loaded the whole, which
 * then takes its place, there are no distributions with parameters and no gradients.
 *
 * @param wasm kl-finite.wasm: where it is, or its bytes
 */
export async function initFinite(wasm: URL | BufferSource): Promise<void> {
  adopt(await createKl(instantiating(await compiled(wasm, ADVICE))), false);
}
