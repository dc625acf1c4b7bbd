#!/usr/bin/env bash
# The web server and the workers, in one terminal; when one ends, or Ctrl-C comes, both end.
set -euo pipefail
cd "$(dirname "$0")/.."
address=${DRAMABOX_BIND:-127.0.0.1:8000}

.venv/bin/python manage.py workers &
workers=$!
.venv/bin/gunicorn dramabox.asgi:application --worker-class uvicorn_worker.UvicornWorker \
  --workers "${WEB_CONCURRENCY:-1}" --bind "$address" --access-logfile /dev/null &
web=$!
end() {
  trap - EXIT INT TERM
  kill "$web" "$workers" 2> /dev/null || true
  wait || true
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
echo "Dramabox: http://$address/   studio: http://$address/studio/   accounts: ${DRAMABOX_DATA:-data}/accounts.txt   end: Ctrl-C" >&2
wait -n "$web" "$workers"
