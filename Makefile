# make demo   the seed reports as a graph, a table and a network, from nothing but Python, pip and git
# make test   linter, strict type check and the whole suite
# make check  the quick half of it, for while you work

PYTHON ?= python3
BIN := .venv/bin
KG := $(BIN)/kg
STORE := .demo/kg-store

.PHONY: demo test check lint bench picture clean

demo: .venv/installed
	$(KG) build seeds --store $(STORE)
	$(KG) query who-announced-what --store $(STORE)
	$(KG) network --store $(STORE) -o network.html
	$(KG) network --store $(STORE) -o network.png

test: .venv/developer
	$(MAKE) --no-print-directory lint
	$(BIN)/pytest

check: .venv/developer
	$(MAKE) --no-print-directory lint
	$(BIN)/pytest -q -x -m "not slow and not browser and not server"

lint: .venv/developer
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: .venv/installed
	$(BIN)/python benchmarks/score.py

picture: .venv/installed
	$(KG) build seeds --store $(STORE)
	mkdir -p docs/images
	$(KG) network --store $(STORE) -o docs/images/network.png

clean:
	rm -rf .venv .demo network.html network.png

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 to 3.13, this is %s: try make PYTHON=python3.11" % sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -e . -c constraints.txt
	@touch $@

.venv/developer: .venv/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]' -c constraints.txt
	@touch $@ .venv/installed
