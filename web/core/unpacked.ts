const textAt = 131_072; // behind what cpp/packing/unpack.cc keeps in memory

/**
 * The module that a text is: one like that of the .wasm file, but with the locals of each function in the order of their first
 * use, and without hints of alignment.
 *
 * @param text as scripts/inline-wasm.mjs writes it
 * @param unpacker the module that reads it, in hexadecimal digits
 */
export function unpacked(text: string, unpacker: string): Uint8Array<ArrayBuffer> {
  const digits = unpacker.match(/../g) ?? [];
  const module = new WebAssembly.Module(
    Uint8Array.from(digits, (byte) => Number.parseInt(byte, 16)),
  );
  const { memory, unpack } = new WebAssembly.Instance(module).exports as {
    memory: WebAssembly.Memory;
    unpack(text: number, end: number): number;
  };
  const bytes = new Uint8Array(memory.buffer);
  const end = textAt + new TextEncoder().encodeInto(text, bytes.subarray(textAt)).written;
  return bytes.slice(end, unpack(textAt, end));
}
