#!/usr/bin/env bash
# run.sh: the product on this machine, with demo content when the database is empty. Stops with Ctrl-C.
set -euo pipefail
cd "$(dirname "$0")/.."
export DJANGO_SETTINGS_MODULE=cms.settings.dev DJANGO_RUNSERVER_HIDE_WARNING=true PYTHONUNBUFFERED=1 PATH="$PWD/.venv/bin:$PATH"
# Readers' error pages rather than Django's; `make run DEBUG=true` shows tracebacks in the browser.
export DEBUG=${DEBUG:-false} HOST=${HOST:-127.0.0.1} PORT=${PORT:-8000}

python scripts/port_is_free.py "$HOST" "$PORT"
echo "Preparing the database"
python manage.py migrate --noinput --verbosity 0
accounts=$(python manage.py load_demo)
python scripts/announce.py "http://$HOST:$PORT/" "$accounts" &
exec honcho --no-colour --no-prefix start
