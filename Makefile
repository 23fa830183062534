# Every command of the project. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup web demo test check bench conformance docs clean

# Containers often forbid Python to keep what it compiles; then each of the many processes here reads every source anew.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?=
RUN := .venv/bin/python -m

help: ## List the commands
	@echo "parley: a WhatsApp contact centre with a policy gate that every message passes"
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  make demo RESET=1          start the demo anew     make demo PORT=9000   other ports: 9000, 9001"

setup: ## Make .venv with everything in it, the command parley included
	@PYTHON="$(PYTHON)" sh scripts/setup.sh

web: setup ## Build the desk and the phone page, if their sources changed
	@$(RUN) scripts.web

demo: web ## Run the whole product here: phone page, desk and provider's page (RESET=1, PORT=…)
	@exec .venv/bin/parley demo $(if $(RESET),--reset) $(if $(PORT),--port $(PORT))

test: web ## Run every test, browser journeys included
	@$(RUN) scripts.test

check: setup ## Lint, types, import direction, TypeScript and docs
	@$(RUN) scripts.check

bench: web ## Measure, each figure beside the bare limit of the same run, as JSON
	@$(RUN) benchmarks

conformance: setup ## How much of Meta's description of WhatsApp the local platform answers
	@$(RUN) tests.conformance

docs: setup ## Write the reference pages anew from the code
	@$(RUN) scripts.docs

clean: ## Remove what was built and installed; data in .parley stay
	@rm -rf .venv web/node_modules src/parley/web_dist src/parley_emulator/phone_dist \
		.mypy_cache .ruff_cache .pytest_cache .import_linter_cache test-results
	@find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
