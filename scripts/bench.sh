#!/usr/bin/env bash
# Builds, installs what the module is timed against, and times. Lengths of arrays may follow: see tests/bench/bench.mjs.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/setup.sh --build-only
npm run --silent build:wasm
npm run --silent build:lib
bash scripts/cmake.sh native kl_bench || {
  echo 'bench: no native kernels, which need a C++ compiler and Google Benchmark (Debian: g++, libbenchmark-dev)'
  rm -f build/native/kl_bench
}
if [[ ! tests/bench/node_modules/.package-lock.json -nt tests/bench/package-lock.json ]]; then
  npm --prefix tests/bench ci --no-audit --no-fund
fi
exec node tests/bench/bench.mjs "$@"
