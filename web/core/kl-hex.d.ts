// build/wasm/kl-hex.js: the bytes of kl.wasm, two hexadecimal digits each.

declare const hex: string;
export default hex;
