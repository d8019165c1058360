#!/usr/bin/env bash
# Builds the page and serves it at http://127.0.0.1:$PORT.
set -euo pipefail
cd "$(dirname "$0")/.."
export PORT=${PORT:-5173}

if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
  echo "Port $PORT is taken: choose another, as in  PORT=$((PORT + 1)) npm start" >&2
  exit 1
fi
bash scripts/setup.sh --build-only
npm run --silent build
exec node_modules/.bin/vite preview -c vite.site.config.ts
