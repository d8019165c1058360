#!/usr/bin/env bash
# dist: the npm module, the elements that import it, both as a classic script, and their types; custom-elements.json.
set -euo pipefail
cd "$(dirname "$0")/.."
for mode in production url url.node element script; do
  vite build -c vite.lib.config.ts --mode $mode --logLevel warn
done
rm -rf build/types
tsc -p tsconfig.build.json
cp web/core/kl-glue.d.ts build/types
node scripts/bundle-types.mjs
cem analyze --quiet
node scripts/notices.mjs
