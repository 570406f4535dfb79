#!/bin/sh
# Builds on a platform without Docker: dependencies and static files. bin/release migrates.
set -eu
cd "$(dirname "$0")"
export PYTHONPATH=.:site
python -m pip install --no-deps --require-hashes -r requirements.txt
# The demo's settings need no secrets; the static files are the same.
DJANGO_SETTINGS_MODULE=fashionistar.settings.dev python manage.py collectstatic --noinput
python -m compileall -q site cms commerce notifications
