#!/bin/sh
# Runs a command beside a fresh PostgreSQL of Debian's package, with its address in PARLEY_TEST_DATABASE_URL:
#     sh scripts/with_debian_postgres.sh .venv/bin/pytest tests/storage
# The server listens on a Unix socket only, keeps its files in a temporary folder, and is gone afterwards.
set -eu

bin=${POSTGRES_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | head -n 1)} # the oldest that is here
if [ ! -x "$bin/initdb" ]; then
    echo "There is no PostgreSQL server in ${bin:-/usr/lib/postgresql}. Install it (Debian 12: apt install postgresql-15), or name another folder with POSTGRES_BIN." >&2
    exit 1
fi

parent=${TMPDIR:-/tmp}
if [ -z "${TMPDIR:-}" ] && [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt 4194304 ]; then
    parent=/dev/shm # a database is copied for each test, and nothing of it is kept
fi
folder=$(mktemp -d "$parent/parley-pg.XXXXXX")
as_server() { "$@"; }
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
    account=postgres
    id "$account" >/dev/null 2>&1 || account=nobody
    chown "$account" "$folder"
    as_server() { setpriv --reuid "$account" --regid "$(id -g "$account")" --clear-groups "$@"; }
fi

finish() {
    as_server "$bin/pg_ctl" --pgdata "$folder/data" --mode immediate stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

cd "$folder"
as_server "$bin/initdb" --pgdata "$folder/data" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 \
    --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
as_server "$bin/pg_ctl" --pgdata "$folder/data" --wait --log "$folder/data/log" --options \
    "-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=200 \
    -c fsync=off -c full_page_writes=off -c synchronous_commit=off" start \
    >>"$folder/log" 2>&1 || { cat "$folder/log" "$folder/data/log" >&2; exit 1; }
cd "$OLDPWD"

export PARLEY_TEST_DATABASE_URL="postgresql://postgres@/postgres?host=$folder"
"$@"
