#!/usr/bin/env bash
# The web server and the workers, in one terminal; when one ends, or Ctrl-C comes, both end.
#   deploy/serve.sh [demo]     with `demo` it makes what is missing of the demo while it serves
set -euo pipefail
cd "$(dirname "$0")/.."
address=${DRAMABOX_BIND:-127.0.0.1:8000}

.venv/bin/python - "$address" << 'PYTHON' || exit 1
import socket, sys
host, _, port = sys.argv[1].rpartition(":")
try:
    socket.create_server((host.strip("[]"), int(port)), family=socket.AF_INET6 if "[" in host else socket.AF_INET).close()
except (OSError, ValueError) as error:
    sys.exit(f"Dramabox cannot listen on {sys.argv[1]}: {error}\nEnd what runs there, or choose another address: DRAMABOX_BIND=127.0.0.1:8001")
PYTHON

queues=(--queue cpu --queue pull)
[ -e /dev/nvidia0 ] && queues+=(--queue gpu) # as HAS_CARD in the settings
.venv/bin/python manage.py workers "${queues[@]}" &
workers=$!
.venv/bin/gunicorn dramabox.asgi:application --worker-class uvicorn_worker.UvicornWorker \
  --workers "${WEB_CONCURRENCY:-1}" --bind "$address" --access-logfile /dev/null \
  --forwarded-allow-ips "" & # the site itself reads X-Forwarded-For, as far as NUM_PROXIES says
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
if [ "${1:-}" = demo ]; then .venv/bin/python manage.py demo; fi
wait -n "$web" "$workers"
