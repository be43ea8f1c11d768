# «Дуэт»: `make` alone lists what can be done here.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
export PYTHONUNBUFFERED = 1

.DEFAULT_GOAL := help
.PHONY: help demo test test-slow test-postgres test-all lint format bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.demo: requirements.txt
	@echo "1/3 Ставим библиотеки (один раз, около минуты) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Нужен Python 3.11 или новее: make demo PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements.txt tests/requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make test PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the libraries of tests/requirements.txt …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $(VENV)/.demo $@

$(VENV)/curlylint/.ready: Makefile
	@$(PYTHON) -m venv $(VENV)/curlylint
	@$(VENV)/curlylint/bin/python -m pip install --quiet --disable-pip-version-check curlylint==0.13.1
	@touch $@

demo: $(VENV)/.demo ## set everything up, load an invented region and serve it (PORT=8000)
	@$(BIN)/python manage.py demo $(if $(PORT),--port $(PORT))

test: $(VENV)/.dev ## run the default test suite (within 5 minutes on 2 cores)
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow" $(ARGS)

test-slow: $(VENV)/.dev ## run only the slow tests, as CI does after `make test`
	@$(BIN)/python -m pytest -n 2 --dist worksteal --timeout=900 -m slow $(ARGS)

test-all: $(VENV)/.dev ## run every test, the slow ones too
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

test-postgres: $(VENV)/.dev ## run what depends on the database on PostgreSQL (TEST_POSTGRES_URL=postgres://…)
	@test -n "$$TEST_POSTGRES_URL" || { echo "Set TEST_POSTGRES_URL to a PostgreSQL server on which databases may be created."; exit 1; }
	@DATABASE_URL=$$TEST_POSTGRES_URL $(BIN)/python -m pytest -n 2 --dist worksteal --timeout=900 -m "not slow" tests/search tests/mentoring/pairs tests/mentoring/bank tests/cms/mailing tests/cms/work $(ARGS)
	@DATABASE_URL=$$TEST_POSTGRES_URL $(BIN)/python -m pytest -n 2 --dist worksteal --timeout=900 -m slow -k "not elasticsearch and not opensearch" \
		tests/search/contract tests/search/processes tests/mentoring/pairs tests/bestpractices/review tests/cms/work tests/cms/backup tests/deployment $(ARGS)

lint: $(VENV)/.dev $(VENV)/curlylint/.ready ## style, types, layers, templates, migrations, deployment checks
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/djhtml --check templates
	@$(VENV)/curlylint/bin/curlylint --quiet templates
	@$(BIN)/python manage.py makemigrations --check --dry-run --settings cms.settings.test
	@SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') ALLOWED_HOSTS=example.org \
		$(BIN)/python manage.py check --deploy --fail-level WARNING --settings cms.settings.production

format: $(VENV)/.dev ## put code and templates in order
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .
	@$(BIN)/djhtml templates

bench: $(VENV)/.dev ## measure the search side by side with its alternatives (ARGS="--sizes 5400 100000")
	@$(BIN)/python -m benchmarks $(ARGS)

clean: ## forget the demo's data and the libraries
	rm -rf var $(VENV)
