#!/usr/bin/env bash
# Everything that can be wrong without running a test. All steps run; the end says which failed.
source "$(dirname "$0")/lib.sh"

failed=()
step() {
  local name=$1
  shift
  say "check: $name"
  "$@" </dev/null || failed+=("$name")
}

types_up_to_date() {
  local fresh
  fresh=$(mktemp -d)
  "$TARGET/debug/jisr-cli" types --out "$fresh/types.ts" || return 1
  diff -u ui/src/ipc/types.ts "$fresh/types.ts" || {
    echo "ui/src/ipc/types.ts is not what the commands say: run jisr-cli types --out ui/src/ipc/types.ts" >&2
    rm -r "$fresh"
    return 1
  }
  rm -r "$fresh"
}

in_ui() { (cd ui && PATH=$PWD/node_modules/.bin:$PATH "$@"); }

step "the tree" "$DOOR/tree.sh"
step "layering" "$DOOR/layers.sh"
step "crates" "$DOOR/deny.sh"
step "Rust formatting" cargo fmt --all --check
step "interface types" in_ui tsc --noEmit
step "interface lints" in_ui biome check --error-on-warnings .
step "programs build" "$DOOR/build.sh" --tests
step "Rust lints" "$DOOR/lint.sh"
step "generated TypeScript" types_up_to_date

if ((${#failed[@]})); then
  printf 'make check: failed: %s\n' "$(printf '%s, ' "${failed[@]}" | sed 's/, $//')" >&2
  exit 1
fi
say "make check: nothing to say against it"
