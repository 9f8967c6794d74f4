# Works with GNU make 3.81 and later. `make` alone says what there is.

# The first Python that works, is 3.11 or newer and can make environments; or name one: make demo PYTHON=/path/to/python3
SUITS = -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
ifndef PYTHON
PYTHON := $(shell for each in python3.13 python3.12 python3.11 python3; do if $$each $(SUITS); then echo $$each; break; fi; done)
endif

BIN := .venv/bin
DEMO := build/demo
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help install demo test check bench clean

help:
	@echo "make install make .venv and install the program in it: .venv/bin/kg"
	@echo "make demo    build the graph of examples/articles, ask it, draw it (in $(DEMO))"
	@echo "make test    run every check and every test"
	@echo "make check   run the checks of the code alone"
	@echo "make bench   measure extraction beside bare parsing, and how merging grows with the articles"
	@echo "make clean   remove what make made, the environment included"

.venv/.made:
	@test -n "$(PYTHON)" || { echo "make: found no Python 3.11 or newer with venv; name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) $(SUITS) || { echo "make: $(PYTHON) does not run, is older than 3.11 or lacks venv; name another: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/.installed: .venv/.made pyproject.toml
	$(PIP) install --quiet --editable .
	@touch $@

.venv/.installed-test: .venv/.installed
	$(PIP) install --quiet --editable '.[test]'
	@touch $@

install: .venv/.installed

demo: .venv/.installed
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(BIN)/kg build examples/articles --out $(DEMO)/store
	$(BIN)/kg query $(DEMO)/store examples/edges.rq
	$(BIN)/kg query $(DEMO)/store attacks --param attacked=Gharyan
	$(BIN)/kg query $(DEMO)/store backers --param actor="Libyan National Army"
	$(BIN)/kg query $(DEMO)/store contradictions
	$(BIN)/kg view $(DEMO)/store -o $(DEMO)/network.html
	$(BIN)/kg read examples/articles/06-haftar-attacks-gharyan.md -o $(DEMO)/reading.html
	@echo "Open $(DEMO)/network.html and $(DEMO)/reading.html in a browser."

check: .venv/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/vulture

test: check
	$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report=term --nbmake notebooks tests

bench: .venv/.installed
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench_merge.py

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
