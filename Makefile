# make demo    install, and run the main job on the shipped articles
# make test    install what testing needs, and run the tests
# make check   format, lint, types, import contracts, spelling, tests with coverage
# make lock    renew the lock files after a change of dependencies (needs uv)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# Compiled once: Python may have been told not to keep what it compiles.
INSTALL = $(PIP) install -q --no-deps --no-build-isolation -e . && $(BIN)/python -m compileall -q l10n
ARTICLE := tong-lanh-su-nhat-ban-tham-va-lam-viec-tai-binh-thuan

.PHONY: demo test check fast format lint types contracts spelling coverage tools lock clean

demo: $(VENV)/.demo
	$(BIN)/l10n run
	@echo
	$(BIN)/l10n show $(ARTICLE) --to en
	@echo
	@echo "Next: $(BIN)/l10n review --to en --as YOUR-NAME"

test: $(VENV)/.test tools
	$(BIN)/python -m pytest

check: fast contracts coverage

fast: format lint types spelling

format: $(VENV)/.test
	$(BIN)/ruff format --check .

lint: $(VENV)/.test
	$(BIN)/ruff check .

types: $(VENV)/.test
	$(BIN)/mypy

contracts: $(VENV)/.test
	$(BIN)/lint-imports

spelling: $(VENV)/.test
	$(BIN)/codespell

coverage: $(VENV)/.test tools
	$(BIN)/coverage erase
	L10N_EXPLORE=1 $(BIN)/coverage run -m pytest
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --fail-under=95
	$(BIN)/coverage report --fail-under=100 --include='l10n/model/*,l10n/checks/*,l10n/catalogs/*'

# Tests put gettext's own programs, a real terminal (tmux) and Apertium to work; without root, install
# them first. Without Apertium, its tests are skipped.
tools:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  ! { command -v msgfmt && command -v tmux && command -v apertium-apy; } >/dev/null; then \
	  apt-get update -qq && apt-get install -y -qq gettext tmux \
	    apertium-apy apertium-eng-spa apertium-eng-cat >/dev/null; \
	fi

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.demo: requirements/demo.txt pyproject.toml | $(BIN)/python
	$(PIP) install -q --no-deps --require-hashes -r requirements/demo.txt
	$(INSTALL)
	@touch $@

$(VENV)/.test: requirements/test.txt pyproject.toml | $(BIN)/python
	$(PIP) install -q --no-deps --require-hashes -r requirements/test.txt
	$(INSTALL)
	@touch $@

LOCK := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
lock:
	$(LOCK) --extra local --group build pyproject.toml -o requirements/demo.txt
	$(LOCK) --extra local-small --group build --group dev pyproject.toml -o requirements/test.txt

clean:
	rm -rf $(VENV) .l10n build dist .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis
