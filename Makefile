# Each target sets up what it needs: a virtual environment with the exact versions of requirements.lock.
# The environment is set up again only when the lock or the package's own declaration has changed.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: briefing test ui lock panel accuracy bench
.DELETE_ON_ERROR:

briefing: $(VENV)/.package  ## read raw/, publish the tables and the briefing
	@$(BIN)/tidybrief run

test: $(VENV)/.package  ## linters, types and all tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --dist loadfile

ui: $(VENV)/.package  ## the run history and the asset graph, in a browser on this machine
	@$(BIN)/tidybrief ui

accuracy: $(VENV)/.package  ## measure the example documents; renew what briefing and docs tell of it, raise the floors
	@$(BIN)/python tools/measure_accuracy.py

panel: $(VENV)/.package  ## score extraction on a folder of benchmark files: make panel BENCH=FOLDER
	@$(BIN)/python tools/panel.py $(or $(BENCH),$(error Name the folder of benchmark files: make panel BENCH=FOLDER))

bench: $(VENV)/.package  ## measure speed beside other extractors, each in an environment of its own: make bench [FOLDER=…]
	@$(BIN)/python bench/speed.py $(FOLDER)
	@$(BIN)/python bench/length.py

lock: $(VENV)/.package  ## renew requirements.lock after a change of pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --no-strip-extras \
	  --no-emit-options --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	  --extra dev --all-build-deps --output-file requirements.lock pyproject.toml
	@# The pip that comes with Python 3.11 takes html_clean and html-clean for two extras, and stops.
	@sed -i.before 's/^lxml\[html-clean\]/lxml[html_clean]/' requirements.lock && rm requirements.lock.before

$(VENV)/.locked: requirements.lock
	@echo "Setting up $(VENV) with $(PYTHON): a minute or two, once." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.package: $(VENV)/.locked pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@
