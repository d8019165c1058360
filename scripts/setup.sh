#!/usr/bin/env bash
# setup.sh [--build-only]: installs what is missing of the tools to build and test (or only to build).
# Asks nothing; does nothing when all is there.
set -euo pipefail
cd "$(dirname "$0")/.."
only=${1:-}

say() { printf 'setup: %s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }
may_install() { [[ $(id -u) -eq 0 ]] || sudo -n true 2>/dev/null; }

node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
  fail "Node $(node --version) is too old: install 20.19 or newer from https://nodejs.org."

debian=$(command -v apt-get || true)
distribution=$(sed -n 's/^ID=//p' /etc/os-release 2>/dev/null || true)

# A program or a file, and the Debian package that brings it.
missing=() packages=()
need() {
  if [[ $1 == /* ]]; then [[ -z $debian || -e $1 ]] && return; else command -v "$1" >/dev/null && return; fi
  missing+=("$1") packages+=("${@:2}")
}
need emcc emscripten
need cmake cmake
need ninja ninja-build
need /usr/include/boost/version.hpp libboost-dev
need /usr/src/googletest googletest
if [[ $only != --build-only ]]; then
  need c++ g++
  need clang-format clang-format
  # Ubuntu's chromium package is an empty one that asks for a snap.
  if [[ -n $debian && $distribution != ubuntu ]] && ! node scripts/chromium.mjs >/dev/null; then
    need chromium chromium fonts-liberation
  fi
fi

if [[ ${#missing[@]} -gt 0 ]]; then
  [[ -n $debian ]] || fail "please install: $(printf '%s; ' "${missing[@]}")then try again."
  install=(apt-get install -y --no-install-recommends "${packages[@]}")
  may_install || fail "as root, run  apt-get update && ${install[*]}  and try again."
  as_root=(); [[ $(id -u) -eq 0 ]] || as_root=(sudo)
  say "installing ${packages[*]} with apt"
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" -o DPkg::Lock::Timeout=300; } >"$log" 2>&1
  then
    tail -n 20 "$log" >&2
    fail "apt could not install ${packages[*]}; its whole log is in $log."
  fi
  rm "$log"
fi

for folder in . docs; do
  if [[ ! $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]]; then
    say "installing npm packages in $folder"
    [[ -w ${HOME:-/} ]] || export npm_config_cache=$PWD/build/npm-cache
    npm --prefix "$folder" ci --no-audit --no-fund
  fi
done

if [[ $only != --build-only ]] && ! node scripts/chromium.mjs >/dev/null; then
  say 'downloading Chromium with Playwright'
  libraries=(); if [[ -n $debian ]] && may_install; then libraries=(--with-deps); fi
  npx playwright install "${libraries[@]}" chromium ||
    fail 'no Chromium could be had: install Chromium or Chrome, or name one with CHROMIUM=path, then try again.'
fi
