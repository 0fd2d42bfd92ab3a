#!/usr/bin/env bash
# Builds the interface, then every program: the window embeds the interface, so the order matters.
# usage: build.sh            the programs
#        build.sh --tests    the programs and every test
source "$(dirname "$0")/lib.sh"

"$DOOR/ui.sh"
targets=(--bins)
[[ ${1:-} == --tests ]] && targets=(--all-targets)
say "building the programs (the first time takes several minutes)"
cargo build "${SELECTION[@]}" "${targets[@]}" </dev/null
