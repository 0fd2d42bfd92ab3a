#!/usr/bin/env bash
# Who may depend on whom, asked of cargo itself.
# Every ban has a positive twin: the banned name must be in use somewhere it is allowed, so that a misspelt
# name, which is also absent, cannot pass for a kept rule.
source "$(dirname "$0")/lib.sh"

wrong=0
complain() {
  printf 'layering: %s\n' "$*" >&2
  wrong=1
}

# Every package that PACKAGE is compiled with, one name a line, with all its features and without its tests.
declare -A trees
needs_of() {
  local package=$1
  [[ -n ${trees[$package]+set} ]] ||
    trees[$package]=$(cargo tree --locked -p "$package" -e normal --all-features --prefix none -f '{p}' | awk '{print $1}' | sort -u)
  printf '%s\n' "${trees[$package]}"
}

depends_on() { grep -qx -- "$2" <<<"$(needs_of "$1")"; }

# usage: never PACKAGE NAME… -- TWIN     PACKAGE knows none of the names; TWIN, which may, knows each
never() {
  local package=$1 names=() name twin
  shift
  while [[ $1 != -- ]]; do
    names+=("$1")
    shift
  done
  twin=$2
  for name in "${names[@]}"; do
    needs_of "$package" >/dev/null
    needs_of "$twin" >/dev/null
    ! depends_on "$package" "$name" || complain "$package must not depend on $name"
    depends_on "$twin" "$name" || complain "$twin no longer depends on $name: is the name in the ban on $package right?"
  done
}

# usage: house PACKAGE NAME…     of our own packages, PACKAGE knows these and no other
house() {
  local package=$1 found expected
  shift
  needs_of "$package" >/dev/null
  found=$(needs_of "$package" | { grep '^jisr-' || true; } | { grep -vx -- "$package" || true; } | sort | xargs)
  expected=$(printf '%s\n' "$@" | sort | xargs)
  [[ $found == "$expected" ]] || complain "$package may depend on [$expected] of this house, and depends on [$found]"
}

house jisr-domain
house jisr-sync jisr-domain
house jisr-store jisr-domain jisr-sync
house jisr-client jisr-domain jisr-sync
house jisr-letters jisr-domain
house jisr-lists
house jisr-commands jisr-domain jisr-sync jisr-store jisr-client jisr-letters jisr-lists
house jisr-hub jisr-domain jisr-sync

never jisr-domain rusqlite -- jisr-store
never jisr-domain reqwest -- jisr-client
never jisr-domain tokio axum -- jisr-hub
never jisr-sync rusqlite -- jisr-store
never jisr-sync reqwest -- jisr-client
never jisr-sync tokio axum -- jisr-hub
never jisr-store reqwest -- jisr-client
never jisr-store axum -- jisr-hub
never jisr-client rusqlite -- jisr-store
never jisr-letters rusqlite -- jisr-store
never jisr-letters reqwest -- jisr-client
never jisr-lists rusqlite -- jisr-store
never jisr-lists reqwest -- jisr-client
# What reads files of strangers is known to the commands alone.
never jisr-hub calamine -- jisr-lists
never jisr-store tauri -- jisr
never jisr-commands tauri -- jisr
never jisr-cli tauri -- jisr
never jisr-hub tauri -- jisr
never jisr-hub jisr-store jisr-client jisr-commands -- jisr
# The bridge is for tests: the window must never carry a server.
never jisr axum -- jisr-hub

# In the interface, only ui/src/ipc knows what window it is in.
tauri_users=$(grep -rlE "from ['\"]@tauri-apps/|import\(['\"]@tauri-apps/" ui/src --include='*.ts' --include='*.tsx' || true)
grep -q '^ui/src/ipc/' <<<"$tauri_users" || complain "nothing in ui/src/ipc imports @tauri-apps: is the name in this check right?"
if outside=$(grep -v '^ui/src/ipc/' <<<"$tauri_users" | grep .); then
  complain "only ui/src/ipc may import @tauri-apps, and these do: $(xargs <<<"$outside")"
fi

# Who may see what is asked in the store, by name: no other crate writes SQL over its tables.
tables='case_access|person_hidden|person_reader|case_state|case_staff|case_named'
grep -rqE "$tables" crates/store/src || complain "nothing in the store asks $tables: are the names in this check right?"
grep -rq 'reader\.inspect(' tests/tests crates/commands/tests || complain "no test calls reader.inspect: is the name in this check right?"
if outside=$(grep -rlE --exclude-dir=tests "\b($tables)\b|reader\.inspect\(" crates/commands/src crates/cli/src src-tauri/src | grep .); then
  complain "only the store asks who may see what, and these do: $(xargs <<<"$outside")"
fi

exit "$wrong"
