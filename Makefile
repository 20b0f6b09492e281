# Every target does its own set-up; `make` alone says what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEV := $(VENV)/dev.stamp
AUDIT := $(BIN)/pip-audit --strict --disable-pip
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := tools

.DEFAULT_GOAL := help

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(DEV): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'facingpages needs Python 3.11 or later; name one: make PYTHON=python3.12'; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

site: $(DEV) check ## check every translation, then build the site in six languages
	rm -rf site
	$(BIN)/mkdocs build --strict
	$(BIN)/python -m publishing index site
	$(BIN)/facingpages links site
	@echo "The site is in $(CURDIR)/site; make serve shows it."

check: $(DEV) ## check the translations of our own site
	$(BIN)/facingpages check

serve: site ## build the site and show it on http://127.0.0.1:8000
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory site 8000

test: $(DEV) browser ## the site, lint, types, import contracts and all tests
	@$(MAKE) --no-print-directory --jobs 3 lint types suite

# Each worker and each command that a test starts would compile the package anew; asserts that say what they compared
# take longer to collect than the tests themselves: only those that failed are run with them.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder
suite: $(DEV) site
	$(BIN)/python -m compileall -q -j 2 tools tests
	FACINGPAGES_SITE=site $(PYTEST) --assert plain || { FACINGPAGES_SITE=site $(PYTEST) --last-failed --last-failed-no-failures none; exit 1; }

lint: $(DEV) ## ruff and the import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: $(DEV) ## mypy --strict
	$(BIN)/mypy

browser: $(DEV) ## find a Chromium for the browser tests, or install one
	@$(BIN)/python -m tests.browser.chromium

SITES ?= 2000
differential: $(DEV) ## links of random MkDocs sites, against a resolver of its own over the built HTML; SITES=number
	PYTHONPATH=tools NO_MKDOCS_2_WARNING=1 $(BIN)/python -m tests.links.differential $(SITES)

bench: $(DEV) ## speed as ratios; CORPUS=folder: other pages, PEERS=folder: rumdl and lychee; see bench-site for the plugin
	$(BIN)/python -m tests.bench $(CORPUS)
	$(BIN)/python -m tests.bench.growth
	$(BIN)/python -m tests.links.bench $(PEERS)
	$(BIN)/python -m tests.bench.merged

editor: ## test and pack the extension for VS Code; needs npm
	cd editors/vscode && npm ci --no-audit --no-fund && npm test && npm run package

bench-editor: $(DEV) ## from a keystroke in an editor to its findings; PAGES=number
	PYTHONPATH=tools:. $(BIN)/python -m tests.bench.server --pages $(or $(PAGES),60)

edits: $(DEV) ## edit at random over the protocol, held against a fresh check; EDITS=number
	PYTHONPATH=tools:. $(BIN)/python -m tests.server.random_edits $(or $(EDITS),1000)

bench-site: $(DEV) ## a build of 500 pages in six languages, with the plugin and without; PAGES=number
	$(BIN)/python -m tests.plugin.speed $(PAGES)

accuracy: $(DEV) ## recall and noise on planted damage; CORPUS=folder of paired pages
	$(BIN)/python -m tests.accuracy $(CORPUS)

mutants: $(DEV) ## small changes of rules, align and read that no test notices; SAMPLE=number, SEED=word; up to 40 minutes
	$(BIN)/python -m tests.mutants

messages: $(DEV) ## extract the messages into the catalogs
	$(BIN)/python -m tests.messages
	$(BIN)/pybabel -q extract -k _ -k count:1,2 -c Translators --no-location --project=recharge --version=1 \
	  -o $(VENV)/recharge.pot tools/recharge/messages.py
	$(BIN)/pybabel -q update -D recharge -i $(VENV)/recharge.pot -d tools/recharge/catalogs --ignore-pot-creation-date \
	  -N -w 0 --ignore-obsolete

lock: $(DEV) ## pin all requirements anew, with hashes
	$(BIN)/uv pip compile -q pyproject.toml --extra site --extra links --extra lsp --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate -o requirements.txt
	$(BIN)/uv pip compile -q pyproject.toml --extra site --extra links --extra lsp --extra cluster requirements-dev.in --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-dev.txt

audit: $(DEV) ## compare what we install with the known weaknesses; fails on a package that could not be compared
	$(AUDIT) --require-hashes -r requirements.txt
	$(AUDIT) --require-hashes -r requirements-dev.txt
	set -e; for pin in $$(sed -n 's/ ; .*//p' requirements-dev.txt); do \
	  echo "$$pin, for some versions of Python only"; echo "$$pin" | $(AUDIT) --no-deps -r /dev/stdin; done

dist: $(DEV) ## the source and the wheel that a release consists of, with a manual page made of the command's own help
	rm -rf dist man build
	mkdir man
	COLUMNS=66 $(BIN)/argparse-manpage --module facingpages.cli --function build_parser --prog facingpages \
	  --format single-commands-section --manual-title facingpages --project-name facingpages \
	  --version "$$($(BIN)/python -c 'import facingpages; print(facingpages.__version__)')" \
	  --description 'says where translated Markdown is not in parity with its source' --output man/facingpages.1
	$(BIN)/uv build -q --no-build-isolation --python $(BIN)/python --out-dir dist

fuzz: $(DEV) ## pages of real ones, changed at random, through all of the package; MINUTES=number, SEED=number
	$(BIN)/python -m tests.fuzz $(or $(MINUTES),1) $(or $(SEED),0)

kills: $(DEV) ## kill runs that write at random moments; KILLS=number
	$(BIN)/python -m tests.hostile.kills $(or $(KILLS),100)

clean: ## remove what was built
	rm -rf site dist man build $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

.PHONY: help editor bench-editor edits site check serve test suite lint types browser bench bench-site differential accuracy mutants messages lock audit dist fuzz kills clean
