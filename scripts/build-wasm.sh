#!/usr/bin/env bash
# build/wasm/kl.wasm, its glue kl.js, and kl-text.js: the same module as text, with what unpacks it; the same three of kl-finite.wasm;
# and web/core/families.ts, from what the module says of its families.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/cmake.sh wasm kl_wasm kl_finite_wasm kl_unpack
binaryen=$(em-config BINARYEN_ROOT)/bin
features=(--mvp-features --enable-simd --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext)
for name in kl kl-finite; do
  "$binaryen/wasm-dis" "${features[@]}" build/wasm/emcc/$name.wasm | node scripts/order-functions.mjs >build/wasm/$name.wat
  "$binaryen/wasm-as" "${features[@]}" build/wasm/$name.wat -o build/wasm/$name.wasm
  terser build/wasm/emcc/$name.js --module --compress passes=3 --mangle --output build/wasm/$name.js
done
# Emscripten exports more than is asked for.
"$binaryen/wasm-dis" "${features[@]}" build/wasm/emcc/kl_unpack.wasm | grep -v '(export "[^mu]' >build/wasm/unpack.wat
"$binaryen/wasm-opt" "${features[@]}" -Oz --converge build/wasm/unpack.wat -o build/wasm/unpack.wasm
for name in kl kl-finite; do
  node scripts/inline-wasm.mjs build/wasm/$name.wasm build/wasm/unpack.wasm >build/wasm/$name-text.js
done
node scripts/families.mjs
