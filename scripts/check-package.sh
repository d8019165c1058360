#!/usr/bin/env bash
# The packed tarball: its package.json is sound, and its types are found by every way of resolving modules that knows `exports`.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
npm pack --ignore-scripts --silent --pack-destination "$folder" >"$folder/name"
tarball=$folder/$(cat "$folder/name")
publint --strict "$tarball"
# The wasm has no types.
attw "$tarball" --profile esm-only --format table-flipped --exclude-entrypoints ./kl.wasm
