#!/usr/bin/env bash
# build/site/docs: the guides with live figures, and the API of the module; after the page, whose folder it is in.
set -euo pipefail
cd "$(dirname "$0")/../docs"
[[ -x node_modules/.bin/typedoc ]] || { echo 'build:docs: no TypeDoc; run npm run setup' >&2; exit 1; }
node_modules/.bin/typedoc --options typedoc.config.mjs --logLevel Warn
