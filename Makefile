# «Дуэт»: `make` alone lists what can be done here.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
export PYTHONUNBUFFERED = 1

.DEFAULT_GOAL := help
.PHONY: help demo test test-slow test-postgres test-all lint format bench endurance lock audit sbom clean
# A lock names every library with its hash; nothing is resolved anew, so an installation is quicker and always the same.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r
SUPPLY := $(VENV)/supply/bin
# Nothing that asks for more than to be named; LGPL (psycopg) is used as a library, unchanged.
LICENCES := MIT;BSD;Apache;ISC;MPL;Mozilla;Python Software Foundation;PSF;LGPL;Lesser General Public;HPND;Unlicense

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.demo: requirements.lock
	@echo "1/3 Ставим библиотеки (один раз, около минуты) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Нужен Python 3.11 или новее: make demo PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(INSTALL) requirements.lock
	@touch $@

$(VENV)/.dev: tests/requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make test PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the libraries of tests/requirements.lock …"
	@$(INSTALL) tests/requirements.lock
	@touch $(VENV)/.demo $@

$(VENV)/curlylint/.ready: Makefile
	@$(PYTHON) -m venv $(VENV)/curlylint
	@$(VENV)/curlylint/bin/python -m pip install --quiet --disable-pip-version-check curlylint==0.13.1
	@touch $@

$(VENV)/supply/.ready: Makefile
	@$(PYTHON) -m venv $(VENV)/supply
	@$(SUPPLY)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9 pip-audit==2.10.1 pip-licenses==5.5.5 cyclonedx-bom==7.5.0
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
	@DATABASE_URL=$$TEST_POSTGRES_URL $(BIN)/python -m pytest -n 2 --dist worksteal --timeout=900 -m "not slow" -k "not (contract and (elasticsearch or opensearch))" \
		tests/search tests/mentoring/pairs tests/mentoring/bank tests/cms/mailing tests/cms/work tests/cms/drafts $(ARGS)
	@DATABASE_URL=$$TEST_POSTGRES_URL $(BIN)/python -m pytest -n 2 --dist worksteal --timeout=900 -m slow -k "not elasticsearch and not opensearch" \
		tests/search/contract tests/search/processes tests/mentoring/pairs tests/bestpractices/review tests/cms/drafts tests/cms/work tests/cms/backup tests/deployment/test_running.py $(ARGS)

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

endurance: $(VENV)/.dev ## fifty readers and five editors for ten minutes, by hand (ARGS="--minutes 10 --database postgres://…")
	@$(BIN)/python -m benchmarks.endurance $(ARGS)

lock: $(VENV)/supply/.ready ## pin every library with its hashes after a requirements.txt changed (needs the network)
	@for folder in . deploy tests; do UV_CUSTOM_COMPILE_COMMAND="make lock" $(SUPPLY)/uv pip compile --quiet --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
		$(ARGS) $$folder/requirements.txt --output-file $$folder/requirements.lock || exit 1; done

audit: $(VENV)/.dev $(VENV)/supply/.ready ## ask PyPI for known vulnerabilities, and name the licences (by hand: needs the network)
	@$(SUPPLY)/pip-audit --strict --disable-pip --require-hashes -r deploy/requirements.lock
	@$(SUPPLY)/pip-licenses --python=$(BIN)/python --partial-match --allow-only="$(LICENCES)" \
		--packages $$(sed -n 's/^\([a-z0-9._-]*\)==.*/\1/p' deploy/requirements.lock)

sbom: $(VENV)/supply/.ready ## write deploy/sbom.cdx.json, the list of everything that is shipped, with a release
	@sed -n 's/^\([a-z0-9._-]*==[^ ]*\).*/\1/p' deploy/requirements.lock | $(SUPPLY)/cyclonedx-py requirements \
		--pyproject pyproject.toml --output-reproducible --spec-version 1.6 --output-file deploy/sbom.cdx.json -

clean: ## forget the demo's data and the libraries
	rm -rf var $(VENV)
