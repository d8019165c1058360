// inline-wasm.mjs <file.wasm>: an ES module that exports the file as text, and the alphabet of that text, for
// web/core/load.ts.
//
// A byte less than the alphabet's length − 2 is one character, any other is two: one of the last two characters, and the
// rest. Bytes stay apart, so that brotli and gzip find in the text what repeats: base64 hides it, and travels a third
// larger. The alphabet is what no charset, bundler or HTML parser minds: ASCII without quotes, backslash, $ and <. Its order
// was found by annealing: brotli predicts a character from the kinds (vowels, digits, brackets …) of the two before it, and
// in this order bytes of a kind mean something, which is 1 %. Any order is right.
import { readFileSync } from 'node:fs';

const alphabet =
  'oi)]fmwhsyL;DXGt.lCEAYZSQTBVPNFK9213^aHM{/&~IU:?q|5(e*[!x@u6p7#dv%rg,WRJbzcjk}O0n_4>8+-= ';
const singles = alphabet.length - 2;

/** @param {number} byte */
function characters(byte) {
  if (byte < singles) return alphabet.charAt(byte);
  const rest = byte - singles;
  const last = rest % alphabet.length;
  return alphabet.charAt(singles + (rest - last) / alphabet.length) + alphabet.charAt(last);
}

const text = Array.from(readFileSync(String(process.argv[2])), characters).join('');
process.stdout.write(`export const alphabet = '${alphabet}';\nexport default '${text}';\n`);
