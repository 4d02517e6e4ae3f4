#!/usr/bin/env bash
# serve.sh [--prepare]: the production shape on this machine, over plain http: gunicorn, production settings, hashed and
# compressed static files. Secrets are made once into var/production/env, which only this user can read. The data is
# apart from that of `make run`: a database in var/production, or the one that DATABASE_URL names.
# With --prepare it stops before the server starts.
set -euo pipefail
cd "$(dirname "$0")/.."
own=$PWD/var/production
export DJANGO_SETTINGS_MODULE=cms.settings.production PYTHONUNBUFFERED=1 PATH="$PWD/.venv/bin:$PATH"
export ENV_FILE=$own/env HOST=${HOST:-127.0.0.1} PORT=${PORT:-8000}

mkdir -p "$own"
if [ ! -s "$ENV_FILE" ]; then
  (umask 077 && python scripts/new_production_env.py "$own" >"$ENV_FILE")
  echo "Made new secrets in var/production/env"
fi
if [ "${1:-}" != --prepare ]; then
  python scripts/port_is_free.py "$HOST" "$PORT"
fi
echo "Preparing the database and the static files"
python manage.py migrate --noinput --verbosity 0
accounts=
if [ -z "${DATABASE_URL:-}" ]; then
  # Demo content goes into the database of this script's own, never into one that somebody named.
  accounts=$(python manage.py load_demo)
fi
manifest=$own/static/staticfiles.json
if [ ! -f "$manifest" ] || [ -n "$(find static ./*/static requirements.txt -newer "$manifest" -print -quit 2>/dev/null)" ]; then
  python manage.py collectstatic --noinput --verbosity 0
fi
if [ "${1:-}" = --prepare ]; then
  exit
fi
python scripts/announce.py "http://$HOST:$PORT/" "$accounts" &
exec honcho --no-colour --no-prefix --procfile Procfile.production start
