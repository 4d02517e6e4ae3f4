#!/usr/bin/env bash
# check_deployment.sh: Django's deployment check under production settings with secrets made for this one run; a
# warning fails it.
set -euo pipefail
cd "$(dirname "$0")/.."
export DJANGO_SETTINGS_MODULE=cms.settings.production ENV_FILE=/dev/null ALLOWED_HOSTS=clinic.example.org
export PATH="$PWD/.venv/bin:$PATH"
SECRET_KEY=$(python -c 'import secrets; print(secrets.token_hex(32))')
EDITION_KEY=$(python -c 'import secrets; print(secrets.token_hex(32))')
export SECRET_KEY EDITION_KEY
python manage.py check --deploy --fail-level WARNING
