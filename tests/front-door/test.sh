#!/usr/bin/env bash
# Installs what is missing, then runs every check and every test, and ends with one line that says it all.
# Needs no terminal, no display and no answer from anyone.
source "$(dirname "$0")/lib.sh"
exec </dev/null

passed=0
failed=0
broken=$TARGET/front-door/failed.txt
count() {
  passed=$((passed + $1))
  failed=$((failed + $2))
}
finish() {
  local status=$?
  ((status == 0)) || failed=$((failed + 1))
  # Said again at the end: of a long run, often only the end is kept.
  if ((failed > 0)) && [[ -s $broken ]]; then
    say "what failed"
    cat "$broken"
  fi
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0)) || exit 1
}
trap finish EXIT

"$DOOR/setup.sh" test

# Each of the two reads what its runner printed: a runner that died before counting is itself one failure.
out=$TARGET/front-door
mkdir -p "$out" "$TARGET/screens"
: >"$broken"

rust_tests() {
  local log=$out/rust.log status=0 run=(env JISR_BIN_DIR="$TARGET/debug")
  # The window and the browser need a display and a session bus of their own, whatever this machine has.
  run+=(xvfb-run -a -s "-screen 0 1366x768x24" dbus-run-session --)
  if cargo nextest --version >/dev/null 2>&1; then
    "${run[@]}" cargo nextest run "${SELECTION[@]}" --profile whole --color never 2>&1 | tee "$log" || status=$?
    local summary
    summary=$(grep -E '^ *Summary ' "$log" | tail -n 1 || true)
    grep -E '^ *(FAIL|TIMEOUT|SIG[A-Z]+|ABORT) ' "$log" | sort -u >>"$broken" || true
    tally "$status" "$(first_number "$summary" 'passed')" "$(($(first_number "$summary" 'failed') + $(first_number "$summary" 'timed out')))"
  else
    "${run[@]}" cargo test "${SELECTION[@]}" --no-fail-fast --lib --bins --tests 2>&1 | tee "$log" || status=$?
    tally "$status" \
      "$(sed -nE 's/^test result: .* ([0-9]+) passed;.*/\1/p' "$log" | awk '{n += $1} END {print n + 0}')" \
      "$(sed -nE 's/^test result: .* ([0-9]+) failed;.*/\1/p' "$log" | awk '{n += $1} END {print n + 0}')"
  fi
}

interface_tests() {
  local report=$out/interface.json status=0
  rm -f "$report"
  (cd ui && node_modules/.bin/vitest run --reporter=default --reporter=json --outputFile.json="$report") || status=$?
  local counts=(0 0)
  [[ -f $report ]] && node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    for (const file of report.testResults)
      for (const test of file.assertionResults.filter((test) => test.status === "failed"))
        console.log(`${file.name}: ${test.fullName}\n  ${(test.failureMessages[0] ?? "").slice(0, 800)}`);' "$report" >>"$broken"
  [[ -f $report ]] && read -ra counts < <(node -p '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    `${report.numPassedTests} ${report.numFailedTests}`' "$report")
  tally "$status" "${counts[0]}" "${counts[1]}"
}

first_number() { sed -nE "s/.*[ (:]([0-9]+) $2.*/\1/p" <<<"$1" | grep . || echo 0; }

tally() {
  local status=$1
  count "$2" "$3"
  if ((status != 0 && $3 == 0)); then count 0 1; fi
}

"$DOOR/check.sh" || count 0 1
say "interface tests"
interface_tests
say "Rust tests, the window and the browser"
rust_tests
