#!/usr/bin/env bash
# check_readme_commands.sh: does what the README tells a newcomer to do, in a fresh copy of what is committed: `make run`
# answers, a second run is quick and keeps the data; and `make serve` answers with hashed and compressed files.
set -euo pipefail
cd "$(dirname "$0")/.."
unset DATABASE_URL MIGRATION_DATABASE_URL ENV_FILE DJANGO_SETTINGS_MODULE DEBUG

fail() {
  echo "$1" >&2
  if [ -f "${log:-}" ]; then
    echo "--- the last lines of what it printed:" >&2
    tail -n 40 "$log" >&2
  fi
  exit 1
}

for command in "make run" "make test"; do
  grep -qx "$command" README.md || fail "README.md does not have the command '$command' on a line of its own"
done

folder=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ] && kill -0 "$server" 2>/dev/null; then
    kill -TERM -- "-$server"
    wait "$server" || true
  fi
  server=
}
trap 'stop; rm -rf "$folder"' EXIT
mkdir "$folder/copy"
git archive HEAD | tar -x -C "$folder/copy"
cd "$folder/copy"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
site=http://127.0.0.1:$port

# start TARGET SECONDS: `make TARGET` until it answers and has said where; sets `took`.
start() {
  local began=$SECONDS
  log=$folder/$1.log
  setsid make "$1" PORT="$port" </dev/null >"$log" 2>&1 &
  server=$!
  until curl --silent --fail --output /dev/null "$site/" && grep -q "Readers: *$site/" "$log"; do
    kill -0 "$server" 2>/dev/null || fail "make $1 stopped before it answered"
    [ $((SECONDS - began)) -lt "$2" ] || fail "make $1 has not answered for $2 seconds"
    sleep 0.5
  done
  took=$((SECONDS - began))
}

rows() {
  .venv/bin/python -c '
import sqlite3
database = sqlite3.connect("var/db.sqlite3")
for table in ("people_user", "wagtailcore_page", "wagtailcore_revision", "editions_edition", "editions_publication"):
    print(table, database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
'
}

start run 600
echo "make run answered after $took s"
first=$(rows)
stop
start run 60
echo "make run, a second time, answered after $took s"
[ "$(rows)" = "$first" ] || fail "The second run changed the data: was $first, is $(rows)"
if make run PORT="$port" </dev/null >"$folder/busy.log" 2>&1; then
  fail "make run starts on a port that is in use"
fi
grep -q "Port $port is in use" "$folder/busy.log" || fail "make run does not say that the port is in use"
stop

start serve 300
echo "make serve answered after $took s"
[ "$(stat -c %a var/production/env)" = 600 ] || fail "Others can read var/production/env"
stylesheet=$(curl --silent "$site/" | grep -oE '/static/[^"]+\.[0-9a-f]{12}\.css' | head -1 || true)
[ -n "$stylesheet" ] || fail "The home page has no stylesheet with a hash in its name"
headers=$(curl --silent --dump-header - --output /dev/null --header 'Accept-Encoding: br' "$site$stylesheet")
grep -qi '^content-encoding: br' <<<"$headers" || fail "$stylesheet does not come compressed"
grep -qi '^cache-control:.*immutable' <<<"$headers" || fail "$stylesheet may not be kept by browsers"
stop
echo "The README's commands work"
