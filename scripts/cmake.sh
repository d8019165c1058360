#!/usr/bin/env bash
# cmake.sh <preset> [target …]: configures the preset (see CMakePresets.json) and builds.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1; shift

configure=(cmake)
if [[ $preset == wasm ]]; then
  configure=(emcmake cmake)
  # Debian's Emscripten looks for Node's modules only where Debian keeps them, and for Node only in /usr/bin.
  export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}
  export EM_NODE_JS=${EM_NODE_JS:-$(command -v node)}
fi

log=$(mktemp); trap 'rm -f "$log"' EXIT
"${configure[@]}" --preset "$preset" >"$log" 2>&1 || { cat "$log"; exit 1; }
if [[ $# -gt 0 ]]; then set -- --target "$@"; fi
cmake --build --preset "$preset" "$@"
