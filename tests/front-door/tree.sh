#!/usr/bin/env bash
# The top of the repository stays short, and files stay readable.
source "$(dirname "$0")/lib.sh"

wrong=0
complain() {
  printf 'tree: %s\n' "$*" >&2
  wrong=1
}

# Each entry at the top earned its place; a new one is a decision to write down in docs/decisions first.
while read -r entry; do
  case $entry in
    Cargo.toml | Cargo.lock | tauri.conf.json | Makefile | README.md | LICENSE) ;;
    src-tauri | crates | ui | assets | tests | docs) ;;
    .* | clippy.toml | rustfmt.toml | deny.toml | typos.toml) ;;
    *) complain "$entry does not belong at the top of the repository" ;;
  esac
done < <(git ls-files | cut -d/ -f1 | sort -u)

# Lines a file may have. A longer one holds more than one thing, or is named in sizes.txt with the reason it does not.
while read -r path; do
  case $path in
    */tests/* | */test/* | */tests.rs | tests/* | *.test.ts | *.test.tsx) ceiling=800 ;;
    *) ceiling=400 ;;
  esac
  lines=$(wc -l <"$path")
  ((lines <= ceiling)) && continue
  grep -q "^$path[[:space:]]\+[^[:space:]]" "$DOOR/sizes.txt" || complain "$path has $lines lines, more than $ceiling"
done < <(git ls-files -- '*.rs' '*.ts' '*.tsx' '*.css' '*.sh' | while read -r f; do [[ -f $f ]] && echo "$f"; done)

# An exception outlives neither its file nor its need.
while read -r path _; do
  [[ -z $path || $path == \#* ]] && continue
  [[ -f $path ]] && (($(wc -l <"$path") > 400)) || complain "sizes.txt names $path, which no longer needs it"
done <"$DOOR/sizes.txt"

exit "$wrong"
