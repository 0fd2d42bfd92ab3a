#!/usr/bin/env bash
# Builds the installers. Release programs carry no bridge and no developer tools.
source "$(dirname "$0")/lib.sh"

# Pinned here and not among the interface's packages: only this door needs it, and it is large.
CLI=@tauri-apps/cli@2.12.5

"$DOOR/ui.sh"
say "building the release and its packages"
TAURI_FRONTEND_PATH=$ROOT/ui npm exec --yes --package="$CLI" -- tauri build --ci --bundles deb,rpm -- --locked </dev/null
cargo build --locked --release -p jisr-hub -p jisr-cli </dev/null
say "packages:"
find "$TARGET/release/bundle" -maxdepth 2 \( -name '*.deb' -o -name '*.rpm' \) -printf '  %p\n'
printf '  %s\n' "$TARGET/release/jisr-hub" "$TARGET/release/jisr-cli"
