# `make run` and `make test` build what they need. `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null)
export UV_PYTHON_DOWNLOADS := never
export UV_COMPILE_BYTECODE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Many container images set this; then every process compiles the whole product again.
export PYTHONDONTWRITEBYTECODE :=

# $(1): a lock file. Exactly what it names, by hash; then this project, editable.
ifdef UV
install_from = uv pip install --python $(BIN)/python --quiet --require-hashes -r $(1) \
	&& uv pip install --python $(BIN)/python --quiet --no-deps --no-build-isolation -e .
else
install_from = $(BIN)/python -m pip install --quiet --require-hashes -r $(1) \
	&& $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
endif

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

.PHONY: install
install: $(VENV)/.run ## Build the environment from the lock file

.PHONY: run
run: $(VENV)/.run ## Make the demo shop if there is no shop, and serve the web chat
	@$(BIN)/superecom demo --if-missing
	@$(BIN)/superecom serve

.PHONY: test
test: $(VENV)/.dev ## Run the tests on both cores; CI=true adds PostgreSQL, the browser and the slow ones
	$(if $(CI),@command -v chromium >/dev/null || echo "No chromium here: the browser tests are skipped (Debian: apt-get install chromium).")
	$(BIN)/python -m pytest -q -n 2 --dist loadscope $(if $(CI),,-m "not slow and not postgres and not browser")

.PHONY: lint
lint: $(VENV)/.dev ## Check style, types and the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: evals
evals: $(VENV)/.dev ## Grade the assistant by scripted conversations
	$(BIN)/superecom evals

.PHONY: bench
bench: $(VENV)/.dev ## Measure a turn beside a plain agent, and a score beside scikit-learn, as ratios
	$(BIN)/superecom bench
	$(BIN)/superecom bench --scores

.PHONY: docs
docs: $(VENV)/.dev ## Write the generated pages of docs/ anew
	$(BIN)/python -m app.reference

.PHONY: lock
lock: ## Resolve dependencies anew and write the lock files (needs uv)
	uv lock --upgrade
	uv export --quiet --frozen --no-emit-project --no-header --no-annotate --no-default-groups \
		--group build --format requirements-txt -o requirements.lock
	uv export --quiet --frozen --no-emit-project --no-header --no-annotate --no-default-groups \
		--group build --extra postgres --extra otel --extra objectstore --format requirements-txt \
		-o requirements-server.lock
	uv export --quiet --frozen --no-emit-project --no-header --no-annotate --all-groups \
		--all-extras --format requirements-txt -o requirements-dev.lock

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Building $(VENV) …"
ifdef UV
	@uv venv --quiet --allow-existing --python $(PYTHON) $(VENV)
else
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "Python's venv module is missing (Debian: apt-get install python3-venv)"; exit 1; }
endif
	@touch $@

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/.python
	@echo "Installing (half a minute with uv, a few minutes with pip) …"
	@$(call install_from,requirements.lock)
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/.python
	@echo "Installing with what tests need …"
	@$(call install_from,requirements-dev.lock)
	@touch $@ $(VENV)/.run
