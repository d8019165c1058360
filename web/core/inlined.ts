import text, { unpacker } from '#kl-text';
import { unpacked } from './unpacked.ts';

/** The whole module within this one. */
export function inlinedBytes(): Uint8Array<ArrayBuffer> {
  return unpacked(text, unpacker);
}
