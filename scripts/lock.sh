#!/bin/sh
# Writes requirements.lock anew from pyproject.toml: all versions, for every system and Python, each with its hashes
# and without the address of any package index. `sh scripts/lock.sh --upgrade` takes the newest versions.
set -eu
cd "$(dirname "$0")/.."
exec .venv/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock "$@"
