import text, { unpacker } from '#kl-finite-text';
import { unpacked } from './unpacked.ts';

/** The module of finite distributions within this one. */
export function inlinedFiniteBytes(): Uint8Array<ArrayBuffer> {
  return unpacked(text, unpacker);
}
