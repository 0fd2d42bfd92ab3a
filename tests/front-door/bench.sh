#!/usr/bin/env bash
# Measures the budgets of docs/performance.md and prints them as one table, each beside its baseline. A budget that
# is missed is told and is no failure; what could not be measured is one.
# usage: bench.sh            everything
#        bench.sh GROUP…     some of: write travel people cases window
source "$(dirname "$0")/lib.sh"
exec </dev/null

"$DOOR/setup.sh" test
"$DOOR/ui.sh"
say "building the release (the first time takes many minutes)"
cargo build "${SELECTION[@]}" --release --bins --bench budgets
budgets=$(cargo build "${SELECTION[@]}" --release --bins --bench budgets --message-format json --quiet |
  sed -nE 's/.*"name":"budgets".*"executable":"([^"]+)".*/\1/p' | tail -n 1)
[[ -x $budgets ]] || die "the measures were not built"

# On the disk the program itself would use: what a system keeps in memory writes faster than any laptop.
export TMPDIR=$TARGET/bench
rm -rf "$TMPDIR"
mkdir -p "$TMPDIR"
trap 'rm -rf "$TMPDIR"' EXIT

say "$(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg) before"
xvfb-run -a -s "-screen 0 1366x768x24" dbus-run-session -- "$budgets" "$@"
say "load $(cut -d' ' -f1-3 /proc/loadavg) after"
