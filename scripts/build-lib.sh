#!/usr/bin/env bash
# dist: the npm module, the elements that import it, both as a classic script, and their types; custom-elements.json.
set -euo pipefail
cd "$(dirname "$0")/.."
for mode in production element script; do
  vite build -c vite.lib.config.ts --mode $mode --logLevel warn
done
tsc -p tsconfig.build.json
cem analyze --quiet
