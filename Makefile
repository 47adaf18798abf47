# `make` alone lists the targets. The environment in .venv is made when it is missing or when the
# lock or the project file has changed; nothing else on the machine is touched.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
# Stages call `python`: DVC must find the environment's first.
RUN := PATH="$(CURDIR)/$(BIN):$$PATH"

.DEFAULT_GOAL := help
.PHONY: help repro lint test bench baseline notebook spark browser lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

repro: $(READY) ## run the pipeline: documents in, tables and report out (data/)
	@$(RUN) dvc repro
	@$(MAKE) --no-print-directory data/data_docs/index.html
	@$(RUN) python -m pipeline.cli summary data

lint: $(READY) ## check style and formatting
	@$(RUN) ruff check pipeline benchmarks tests examples/renew.py
	@$(RUN) ruff format --check pipeline benchmarks tests examples/renew.py

test: $(READY) ## run the tests
	@$(RUN) python -m pytest

bench: $(READY) ## measure accuracy, speed and memory (PEERS=1 adds other tools)
	@$(RUN) python -m benchmarks $(if $(PEERS),--peers)

baseline: $(READY) ## accept the present tables as the baseline of expectations/
	@$(RUN) python -m pipeline.validate --write-baseline

notebook: repro ## run the notebook of examples/ anew on the present tables
	@$(RUN) python examples/renew.py

spark: .venv-spark/ready ## install PySpark (500 MB, needs Java 17), for the Spark recipes and their tests

browser: tests/checker/node_modules ## install Chromium (as root) and an accessibility checker (needs npm), for the tests of the report's pages
	@command -v chromedriver > /dev/null || { apt-get update -qq && apt-get install -qq --yes \
	  --no-install-recommends chromium chromium-driver fonts-noto-cjk; }

data/data_docs/index.html: data/validation.parquet
	@$(RUN) python -m pipeline.validate --write-data-docs

lock: ## resolve the dependencies again into requirements.lock (needs uv)
	uv pip compile pyproject.toml --universal --all-extras --generate-hashes \
	  --no-header --python-version 3.11 -o requirements.lock

clean: ## remove the environment and everything the stages wrote
	rm -rf .venv .venv-spark tests/checker/node_modules data/* .dvc/cache .dvc/tmp

$(READY): requirements.lock pyproject.toml
	@echo "Setting up .venv (about two minutes, once) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

# Of its own: Spark is large, and one page of recipes is all that needs it.
.venv-spark/ready: examples/requirements-spark.txt
	@$(PYTHON) -m venv .venv-spark
	@.venv-spark/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

tests/checker/node_modules: tests/checker/package-lock.json
	@npm ci --prefix tests/checker --silent --no-audit --no-fund
	@touch $@
