// build/wasm/kl-text.js: the bytes of kl.wasm in one or two characters each, as scripts/inline-wasm.mjs writes them.

export const alphabet: string;
declare const text: string;
export default text;
