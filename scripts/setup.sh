#!/bin/sh
# Makes .venv and installs parley with exactly the versions of requirements.lock, each checked by its hash.
# Run again it is done in a moment, until the lock file or pyproject.toml changes.
set -eu
cd "$(dirname "$0")/.."

VENV=.venv
STAMP=$VENV/.installed
LOG=$VENV/setup.log
NEEDED_MB=1500

stop() {
    printf '\nsetup: %s\n' "$1" >&2
    exit 1
}

say() {
    printf 'setup: %s\n' "$1"
}

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    stop "parley needs Python 3.11 or newer, and there is none here. Install it (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python) or name one: make setup PYTHON=/path/to/python3"
}

check_space() {
    free_mb=$(df -Pk . | awk 'NR == 2 { print int($4 / 1024) }')
    if [ "${free_mb:-$NEEDED_MB}" -lt "$NEEDED_MB" ]; then
        stop "Only ${free_mb} MB of disk space are free here and parley needs ${NEEDED_MB} MB. Free some space, then run the same command again."
    fi
}

# What a failed step says in its log, as one sentence with the remedy.
explain() {
    if grep -qiE 'no space left|disk quota' "$LOG"; then
        stop "The disk is full. Free some space, then run the same command again."
    elif grep -qiE 'hash.*mismatch|do not match the hashes' "$LOG"; then
        stop "A downloaded package is not the one that was checked (its hash differs), so nothing of it was installed. Try again; if it stays so, the package index you use serves altered files. More in $LOG."
    elif grep -qiE 'name resolution|resolve host|dns error|connection refused|connect error|timed out|unreachable|no matching distribution|error sending request|failed to fetch|max retries' "$LOG"; then
        stop "The Python package index can not be reached. Check the network, or name the index you use (pip config set global.index-url ADDRESS), then run the same command again. More in $LOG."
    fi
    tail -n 15 "$LOG" >&2
    stop "$1 failed; the lines above say why, and all of them are in $LOG."
}

make_venv() {
    if [ -x "$VENV/bin/python" ] && "$VENV/bin/python" -c 'import pip' >/dev/null 2>&1; then
        return
    fi
    say "making $VENV with $("$python" --version) …"
    rm -rf "$VENV"
    mkdir "$VENV"
    if "$python" -m venv "$VENV" >"$LOG" 2>&1; then
        return
    fi
    # Debian leaves ensurepip out of python3. With the system's own pip it goes without.
    if "$python" -m venv --without-pip "$VENV" >>"$LOG" 2>&1 &&
        "$python" -m pip --python "$VENV/bin/python" install --quiet pip >>"$LOG" 2>&1; then
        return
    fi
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        rm -rf "$VENV"
        stop "Python $version here can not make environments. Install the missing part (Debian, Ubuntu: apt install python$version-venv), then run the same command again."
    fi
    explain "Making $VENV"
}

install_packages() {
    say "installing $(grep -c '^[a-z]' requirements.lock) packages (a minute or two the first time) …"
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --retries 2 'uv>=0.8' >"$LOG" 2>&1 ||
        explain "Installing uv"
    # uv does not read pip's configuration: tell it which index is the user's.
    index=${PIP_INDEX_URL:-$("$VENV/bin/python" -m pip config get global.index-url 2>/dev/null || true)}
    if [ -n "$index" ] && [ -z "${UV_DEFAULT_INDEX:-}" ]; then
        export UV_DEFAULT_INDEX="$index"
    fi
    if ! "$VENV/bin/uv" pip sync --quiet --require-hashes --python "$VENV/bin/python" requirements.lock >>"$LOG" 2>&1; then
        say "the fast installer could not, trying pip …"
        "$VENV/bin/python" -m pip install --disable-pip-version-check --no-deps --require-hashes --retries 2 \
            --requirement requirements.lock >"$LOG" 2>&1 || explain "Installing the packages"
    fi
}

install_parley() {
    say "installing parley itself …"
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
        --editable . >>"$LOG" 2>&1 || explain "Installing parley"
}

python=$(find_python)
wanted=$(cat requirements.lock pyproject.toml scripts/setup.sh | cksum)
if [ "$(cat "$STAMP" 2>/dev/null)" = "$wanted" ] && "$VENV/bin/python" -c 'import sys' >/dev/null 2>&1; then
    exit 0
fi
check_space
make_venv
install_packages
install_parley
printf '%s\n' "$wanted" >"$STAMP"
say "done: the command is $VENV/bin/parley"
