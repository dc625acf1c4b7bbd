# The verbs of this repository. `make demo` is the one to start with.
SHELL := /bin/bash
BIN := .venv/bin
DEMO_SERVE ?= 1

.PHONY: demo serve test lint bench lock messages

# From nothing to a published series in the browser; DEMO_SERVE=0 stops after publishing.
demo:
	@deploy/setup.sh demo
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@if [ "$(DEMO_SERVE)" != 0 ]; then deploy/serve.sh demo; else $(BIN)/python manage.py demo; fi

# The site and its workers on this machine, until Ctrl-C.
serve:
	@deploy/serve.sh

test:
	@deploy/setup.sh test
	@$(BIN)/python -m pytest $(or $(ARGS),-n auto --dist loadfile)

lint:
	@deploy/setup.sh test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy dramabox apps engine manage.py tests
	$(BIN)/lint-imports

# Prints a table and writes build/bench.json.
bench:
	@deploy/setup.sh test
	@$(BIN)/python -m engine bench

# The locks hold versions only: no address of any index.
lock:
	$(BIN)/pip-compile --quiet --no-header --no-annotate --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --no-header --no-annotate --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra test --extra diffusion --extra postgres --extra redis \
	  --output-file requirements-test.txt pyproject.toml
	@sed -i 's/+cpu$$//' requirements-test.txt # whichever build of torch the index gives

# Collect texts to translate (needs GNU gettext) into dramabox/locale.
messages:
	$(BIN)/python manage.py makemessages -l zh_Hans --no-location --ignore .venv --ignore node_modules --ignore data
