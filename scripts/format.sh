#!/usr/bin/env bash
# Formats every file, or with --check only says which are not.
set -euo pipefail
cd "$(dirname "$0")/.."
clang=(-i) biome=(check --write)
if [[ ${1:-} == --check ]]; then clang=(--dry-run -Werror) biome=(ci); fi
find cpp tests \( -name '*.h' -o -name '*.cc' \) -print0 | xargs -0r clang-format "${clang[@]}"
biome "${biome[@]}"
