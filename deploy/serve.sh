#!/usr/bin/env bash
# The web server and the workers, in one terminal; both end with it.
set -euo pipefail
cd "$(dirname "$0")/.."
address=${DRAMABOX_BIND:-127.0.0.1:8000}

.venv/bin/python manage.py workers &
workers=$!
trap 'kill "$workers" 2> /dev/null; wait "$workers" 2> /dev/null || true' EXIT
.venv/bin/gunicorn dramabox.asgi:application --worker-class uvicorn_worker.UvicornWorker \
  --workers "${WEB_CONCURRENCY:-1}" --bind "$address" --access-logfile /dev/null
