#!/usr/bin/env bash
# Rust lints over every package, test and program; a warning is an error.
source "$(dirname "$0")/lib.sh"
exec cargo clippy "${SELECTION[@]}" --all-targets --keep-going -- -D warnings
