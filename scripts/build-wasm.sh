#!/usr/bin/env bash
# build/wasm/kl.wasm, its glue kl.js, and kl-text.js: the same bytes as an ES module; kl-finite.wasm and its glue; and
# web/core/families.ts, from what the module says of its families.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/cmake.sh wasm kl_wasm kl_finite_wasm
binaryen=$(em-config BINARYEN_ROOT)/bin
for name in kl kl-finite; do
  "$binaryen/wasm-dis" --enable-simd build/wasm/emcc/$name.wasm | node scripts/order-functions.mjs >build/wasm/$name.wat
  "$binaryen/wasm-as" --mvp-features --enable-simd build/wasm/$name.wat -o build/wasm/$name.wasm
  terser build/wasm/emcc/$name.js --module --compress passes=3 --mangle --output build/wasm/$name.js
done
node scripts/inline-wasm.mjs build/wasm/kl.wasm >build/wasm/kl-text.js
node scripts/families.mjs
