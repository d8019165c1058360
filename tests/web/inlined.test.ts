// The text in which the module travels, and what it is unpacked to.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import text from '#kl-text';
import { encoded } from '../../scripts/inline-wasm.mjs';
import { readModule } from '../../scripts/wasm-code.mjs';
import { inlinedBytes } from '../../web/core/inlined.ts';

const file = readFileSync('build/wasm/kl.wasm');

describe('the inlined module', () => {
  it('is that of the file', () => {
    expect(encoded(file)).toBe(text);
    expect(encoded(inlinedBytes())).toBe(text);
  });

  it('has the same instructions, but for the numbers of locals', () => {
    const bare = (bytes: Uint8Array) =>
      readModule(bytes).functions.map(({ parameters, types, instructions }) => ({
        parameters,
        locals: types.toSorted(),
        instructions: instructions.map(({ opcode, kind, values }) => [
          opcode,
          ...(kind === 'local' ? [types[values[0] as number]] : values),
        ]),
      }));
    const ours = bare(inlinedBytes());
    const theirs = bare(file);
    expect(ours).toHaveLength(theirs.length);
    for (const [i, one] of theirs.entries()) {
      expect(JSON.stringify(ours[i]), `function ${i}`).toBe(JSON.stringify(one));
    }
  });

  it('is text that no charset, HTML parser or template minds', () => {
    expect(text).toMatch(/^[ !#%&(-;=-[\]^_a-~]+$/);
  });
});
