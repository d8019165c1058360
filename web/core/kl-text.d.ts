// build/wasm/kl-text.js, kl-finite-text.js: the module as the text that scripts/inline-wasm.mjs makes of it.

/** In hexadecimal digits, a WebAssembly module that exports memory and unpack(text, end): see cpp/packing/unpack.cc. */
export const unpacker: string;
declare const text: string;
export default text;
