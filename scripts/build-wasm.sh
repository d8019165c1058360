#!/usr/bin/env bash
# build/wasm/kl.wasm, its glue kl.js, and kl-text.js: the same bytes as an ES module; and web/core/families.ts, from what
# the module says of its families.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/cmake.sh wasm kl_wasm
binaryen=$(em-config BINARYEN_ROOT)/bin
"$binaryen/wasm-dis" --enable-simd build/wasm/emcc/kl.wasm | node scripts/order-functions.mjs >build/wasm/kl.wat
"$binaryen/wasm-as" --mvp-features --enable-simd build/wasm/kl.wat -o build/wasm/kl.wasm
terser build/wasm/emcc/kl.js --module --compress passes=3 --mangle --output build/wasm/kl.js
node scripts/inline-wasm.mjs build/wasm/kl.wasm >build/wasm/kl-text.js
node scripts/families.mjs
