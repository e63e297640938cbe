# The few words a developer types. `make help` lists them.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r

.PHONY: help run test check proof bench pictures catalogues
.DEFAULT_GOAL := help

help: ## list these words
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 14

run: .venv/run ## start the intranet on http://127.0.0.1:8000 with the demo county
	@$(BIN)/python -m app.cli.serve

test: .venv/dev ## the whole suite (REQUIRE_BROWSER=1 fails without Chromium, TEST_DATABASE_URL=... for PostgreSQL)
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(TESTS)

check: .venv/dev ## formatting, lint, types, import contracts, translations, migrations
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m app.cli.catalogues --check
	@$(BIN)/python -m app.cli.migrations --check

bench: .venv/dev ## the benchmarks, as ratios in one run
	@$(BIN)/python -m bench

proof: .venv/dev ## the long ones: kill the server while it saves, and look at every page in every way; nothing may be wrong
	@$(BIN)/python -m pytest -m proof tests/proof tests/browser

pictures: .venv/dev ## take the pictures in docs/pictures anew
	@REQUIRE_BROWSER=1 $(BIN)/python -m tests.browser.pictures

catalogues: .venv/dev ## collect the texts to translate into app/translations
	@$(BIN)/python -m app.cli.catalogues

.venv/run: requirements.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 eller senare behövs (på Debian: apt install python3 python3-venv)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installerar det som behövs, första gången tar det en minut ..."
	@$(PIP) requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/run
	@$(PIP) requirements-dev.txt
	@touch $@
