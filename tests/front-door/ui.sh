#!/usr/bin/env bash
# Builds the interface into ui/dist, only when something it is made of has changed.
source "$(dirname "$0")/lib.sh"

inputs=()
for path in ui/src ui/public ui/index.html ui/package.json ui/package-lock.json ui/tsconfig.json ui/vite.config.ts assets; do
  [[ -e $path ]] && inputs+=("$path")
done
mark=ui/node_modules/.jisr-interface-built

[[ -f ui/dist/index.html ]] && fresh "$mark" "${inputs[@]}" && exit 0
say "building the interface"
npm run --prefix ui --silent build </dev/null
stamp "$mark" "${inputs[@]}"
