#!/usr/bin/env bash
# make_environment.sh VENV FILE…: a virtual environment with the pinned packages of the requirements files, and nothing
# whose hash is not in them.
set -euo pipefail
venv=$1
shift

new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

if [ ! -x "$venv/bin/python" ]; then
  for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if new_enough "$candidate"; then
      python=$candidate
      break
    fi
  done
  if [ -z "${python:-}" ]; then
    echo "Python 3.11 or newer is needed, and ${PYTHON:-python3} is $(${PYTHON:-python3} --version 2>&1 || true)." >&2
    echo "Install it, or name it: make PYTHON=/path/to/python3.11 …" >&2
    exit 1
  fi
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "$python cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
  fi
  echo "Making a virtual environment in $venv with $("$python" --version)"
  "$python" -m venv "$venv"
fi

for file in "$@"; do
  echo "Installing $file"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps --require-hashes \
    --only-binary :all: -r "$file"
done
