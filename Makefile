# make run opens the reader, make test runs the tests; each makes what it needs first.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: run test check bench-facts bench-search bench-relevance bench-terminal pictures clean
.DEFAULT_GOAL := run

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.test: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.run

$(VENV)/.bench: $(VENV)/.test
	$(PIP) install --constraint constraints.txt --editable '.[dev,bench]'
	@touch $@

run: $(VENV)/.run  ## Open the reader.
	$(BIN)/aipolicy-tui

test: $(VENV)/.test  ## Run the whole suite on both cores.
	$(BIN)/python -m pytest -n 2 tests

check: $(VENV)/.test  ## Format, lint, types, layers, spelling, tests.
	$(BIN)/ruff check index tui tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell index tui docs bench README.md CHANGELOG.md CONTRIBUTING.md
	$(BIN)/python -m pytest -n 2 tests

bench-facts: $(VENV)/.bench
	$(BIN)/python bench/facts.py
	$(BIN)/python bench/quality.py

bench-search: $(VENV)/.bench
	$(BIN)/python -m bench.search

bench-relevance: $(VENV)/.bench
	$(BIN)/python -m bench.relevance

bench-terminal: $(VENV)/.bench
	$(BIN)/python -m bench.terminal

pictures: $(VENV)/.test
	$(BIN)/python docs/pictures.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
