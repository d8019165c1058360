#!/usr/bin/env bash
# Every check, cheapest first; stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."

step() {
  printf '\n== %s\n' "$1"
  "${@:2}" || { printf '\nFAILED: %s\n' "$1" >&2; exit 1; }
}
run() { npm run --silent "$@"; }

step 'Tools' bash scripts/setup.sh
step 'Format, lint and types' run check
step 'C++ tests, native' run test:cpp
step 'C++ tests, WebAssembly under Node' run test:wasm
step 'Build' run build
step 'Web tests under Node' run test:web
step 'Size of the page' run size
step 'Web tests in Chromium' run test:browser
step 'Package' run check:package
