#!/usr/bin/env bash
# Opens the program. What it makes stays in run/, which git does not see; delete run/ to start over.
# usage: run.sh demo     a demonstration center with its own hub
#        run.sh empty    an empty profile, as on a new laptop
source "$(dirname "$0")/lib.sh"

mode=$1
bin=$TARGET/debug
# For the demonstration only: its people are invented and its database is in this folder.
export JISR_PASSPHRASE=${JISR_DEMO_PASSPHRASE:-jisr-demo-2026}
hub_pid=
window_pid=

close() {
  trap - EXIT INT TERM
  [[ -z $window_pid ]] || kill "$window_pid" 2>/dev/null || true
  [[ -z $hub_pid ]] || { kill "$hub_pid" 2>/dev/null && wait "$hub_pid" 2>/dev/null; } || true
}
trap close EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'
}
listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The port is kept: a device knows its hub by its address, and must find it there the next time.
start_hub() {
  [[ -f run/hub.port ]] || free_port >run/hub.port
  port=$(<run/hub.port)
  ! listening "$port" || die "port $port, where the demonstration's hub lives, is taken by another program: close it, or delete run/ to start over"
  [[ -d run/hub ]] || {
    "$bin/jisr-hub" init --data run/hub.new >run/hub.log
    mv run/hub.new run/hub
  }
  "$bin/jisr-hub" serve --data run/hub --listen "127.0.0.1:$port" >>run/hub.log 2>&1 9>&- &
  hub_pid=$!
  for _ in $(seq 200); do
    listening "$port" && return 0
    kill -0 "$hub_pid" 2>/dev/null || die "the hub stopped: see run/hub.log"
    sleep 0.1
  done
  die "the hub does not answer: see run/hub.log"
}

# A profile left half made by a closed terminal is made again; a whole one is kept, with all that was done in it.
make_demo() {
  [[ -f run/demo.ready && -d run/demo && -d run/hub ]] && return 0
  rm -rf run/demo run/demo.* run/hub run/hub.*
  start_hub
  say "inventing a center and two hundred people"
  "$bin/jisr-cli" --profile run/demo demo --people 200 --seed 1 >run/demo.json
  local director code
  director=$(demo_users | awk -F '\t' '$2 == "director" {print $1; exit}')
  # The hub knows no center yet: the code it gives is for the one this profile brings.
  code=$("$bin/jisr-hub" code --data run/hub | tail -n 1)
  say "enrolling it at its hub"
  "$bin/jisr-cli" --profile run/demo --user "$director" enrol --hub "http://127.0.0.1:$port" --code "$code" >run/enrol.log
  "$bin/jisr-cli" --profile run/demo --user "$director" sync >>run/enrol.log
  : >run/demo.ready
}

# One line each: name, tab, role.
demo_users() { node -p 'JSON.parse(require("fs").readFileSync("run/demo.json", "utf8")).users.map((user) => user.join("\t")).join("\n")'; }

open_window() {
  local profile=$1
  if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    env -u JISR_PASSPHRASE JISR_PROFILE="$profile" "$bin/jisr" 9>&- &
  else
    say "no display: the interface is served here, for a browser on this machine"
    env -u JISR_PASSPHRASE "$bin/jisr-cli" --profile "$profile" bridge 9>&- &
  fi
  window_pid=$!
  local status=0
  wait "$window_pid" || status=$?
  window_pid=
  return "$status"
}

"$DOOR/setup.sh" build
"$DOOR/build.sh"

mkdir -p run
exec 9>run/lock
flock -n 9 || die "it is already open: close the other window first"

case $mode in
  demo)
    make_demo
    [[ -n $hub_pid ]] || start_hub
    printf '\n  %-22s%s\n' user role
    demo_users | awk -F '\t' '{printf "  %-22s%s\n", $1, $2}'
    printf '\n  passphrase, for all of them: %s\n\n' "$JISR_PASSPHRASE"
    open_window "$ROOT/run/demo"
    ;;
  empty)
    rm -rf run/first-run
    mkdir run/first-run
    open_window "$ROOT/run/first-run"
    ;;
  *) die "usage: run.sh demo|empty" ;;
esac
