// build/wasm/kl-base64.js: the bytes of kl.wasm.

declare const base64: string;
export default base64;
