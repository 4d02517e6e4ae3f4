#!/usr/bin/env bash
# with_postgres.sh COMMAND…: runs the command with DATABASE_URL naming a PostgreSQL: the one that DATABASE_URL names
# already, if it answers; else a throw-away server on a socket of its own, gone when the command ends.
set -euo pipefail

newest_programs() {
  local folder
  for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql@*/bin /usr/pgsql-*/bin | sort -rV); do
    if [ -x "$folder/initdb" ]; then
      echo "$folder"
      return
    fi
  done
  if command -v initdb >/dev/null; then
    dirname "$(command -v initdb)"
  fi
}

case "${DATABASE_URL:-}" in
  postgres://* | postgresql://*)
    if command -v pg_isready >/dev/null && pg_isready --quiet --dbname="$DATABASE_URL"; then
      exec "$@"
    fi
    echo "No PostgreSQL answers at DATABASE_URL; starting a throw-away server instead" >&2
    ;;
esac

programs=$(newest_programs)
if [ -z "$programs" ]; then
  echo "PostgreSQL's server programs are not installed. On Debian and Ubuntu: apt-get install postgresql" >&2
  exit 1
fi

# The server refuses to run as root.
as_server=()
if [ "$(id -u)" = 0 ]; then
  id postgres >/dev/null 2>&1 || useradd --system --no-create-home postgres
  as_server=(runuser -u postgres --)
fi

# Short, since the path of a socket has at most 107 bytes.
folder=$(mktemp -d -t cms-postgres.XXXXXX)
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
fi
stop() {
  "${as_server[@]}" "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate --silent stop || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

cd /tmp
"${as_server[@]}" "$programs/initdb" --pgdata="$folder/data" --username=postgres --auth=trust --encoding=UTF8 \
  --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
# Nothing here outlives the command, so nothing needs to reach the disk.
"${as_server[@]}" "$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/data/server.log" --silent --wait --options="\
-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c synchronous_commit=off \
-c full_page_writes=off -c max_connections=200" start || { cat "$folder/data/server.log" >&2; exit 1; }
cd - >/dev/null

echo "PostgreSQL $("$programs/postgres" --version | grep -oE '[0-9][0-9.]*' | head -1) on a socket in $folder" >&2
export DATABASE_URL="postgres://postgres@${folder//\//%2F}/postgres"
"$@"
