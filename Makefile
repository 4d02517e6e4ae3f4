# `make help` lists what can be done here.

SHELL := /bin/bash
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
APPS := blog cms editions home people reader review schedule search shop
PYTHON_FILES := $(APPS) tests scripts $(wildcard benchmarks) conftest.py gunicorn.conf.py manage.py
TEMPLATES := $(wildcard templates $(APPS:%=%/templates))
# How many tests run at once; each worker has a database of its own.
WORKERS ?= auto
PYTEST = $(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4 --dist worksteal

.PHONY: help
help:  ## this list
	@echo "make run and make test are all that is needed; the rest helps while working."
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(VENV)/.runtime: requirements.txt
	@scripts/make_environment.sh $(VENV) requirements.txt
	@touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	@scripts/make_environment.sh $(VENV) requirements-dev.txt
	@touch $@

.PHONY: run
run: $(VENV)/.runtime  ## start the site with demo content at http://127.0.0.1:8000/ (PORT=…, HOST=…, DEBUG=true)
	@scripts/run.sh

.PHONY: test
test: lint pytest  ## everything: style, structure, tests, journeys in a browser

.PHONY: serve
serve: $(VENV)/.runtime  ## start the production shape on this machine, with data and secrets of its own
	@scripts/serve.sh

.PHONY: lint
lint: $(VENV)/.development  ## style and structure only
	$(BIN)/ruff check $(PYTHON_FILES)
	$(BIN)/ruff format --check $(PYTHON_FILES)
	$(BIN)/djhtml --tabwidth 2 --check $(TEMPLATES)
	$(BIN)/curlylint --quiet $(TEMPLATES)
	$(BIN)/lint-imports
	DJANGO_SETTINGS_MODULE=cms.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	scripts/check_deployment.sh

.PHONY: pytest
pytest: $(VENV)/.development  ## the tests only (ARGS="blog -k stages" picks some)
	$(PYTEST) $(ARGS)

.PHONY: postgres-test
postgres-test: $(VENV)/.development  ## the tests on PostgreSQL: the one at DATABASE_URL, or a throw-away server
	scripts/with_postgres.sh $(PYTEST) $(ARGS)

.PHONY: format
format: $(VENV)/.development  ## put Python and templates into their style
	$(BIN)/ruff check --fix $(PYTHON_FILES)
	$(BIN)/ruff format $(PYTHON_FILES)
	$(BIN)/djhtml --tabwidth 2 $(TEMPLATES)

.PHONY: lock
lock: $(VENV)/.development  ## pin requirements*.in again (ARGS=--upgrade takes newer versions)
	$(BIN)/python scripts/lock_requirements.py $(ARGS)

.PHONY: clock
clock: $(VENV)/.runtime  ## the clock alone, for when that of `make run` was stopped
	$(BIN)/python manage.py clock

.PHONY: readme-test
readme-test:  ## the README's commands, in a fresh copy of what is committed
	scripts/check_readme_commands.sh

.PHONY: clean
clean:  ## remove the virtual environment and caches; asks before it removes data
	rm -rf $(VENV) .pytest_cache .hypothesis .ruff_cache .import_linter_cache
	@if [ -d var ]; then \
	  read -r -p "Remove var/ too, with the databases, uploads and secrets in it? Type yes: " answer; \
	  if [ "$$answer" = yes ]; then rm -rf var; else echo "Kept var/"; fi; \
	fi
