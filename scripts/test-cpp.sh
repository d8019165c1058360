#!/usr/bin/env bash
# test-cpp.sh native | sanitize | wasm: builds the C++ tests and runs them. GoogleTest's options may follow.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1; shift
bash scripts/cmake.sh "$preset" kl_tests
case $preset in
  wasm) node build/wasm/tests/kl_tests.js --gtest_brief=1 "$@" ;;
  *) "build/$preset/tests/kl_tests" --gtest_brief=1 "$@" ;;
esac
