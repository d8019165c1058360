#!/usr/bin/env bash
# build/wasm/kl.wasm, its glue kl.js, and kl-hex.js: the same bytes as an ES module; and web/core/families.ts, from what
# the module says of its families.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/cmake.sh wasm kl_wasm
cp build/wasm/emcc/kl.wasm build/wasm/kl.wasm
terser build/wasm/emcc/kl.js --module --compress passes=3 --mangle --output build/wasm/kl.js
{ printf "export default '"; od -An -v -tx1 build/wasm/kl.wasm | tr -d ' \n'; printf "';\n"; } >build/wasm/kl-hex.js
node scripts/families.mjs
