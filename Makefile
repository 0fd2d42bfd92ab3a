# The front door. Everything a person or a machine does with this repository starts here; `make help` lists it.
# Each door is one script in tests/front-door/, readable top to bottom.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory --no-builtin-rules
DOOR := tests/front-door

.PHONY: help run first-run test check lint bench package setup ui

help: ## List these doors
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

run: ## Open the program on a demonstration center, with its own hub
	@$(DOOR)/run.sh demo

first-run: ## Open the program as a new center sees it: an empty profile
	@$(DOOR)/run.sh empty

test: ## Every check and every test; ends with one line
	@$(DOOR)/test.sh

check: ## Formatting, layering, lints, generated files; no tests are run
	@$(DOOR)/setup.sh build
	@$(DOOR)/check.sh

lint: ## Rust lints over everything, as check runs them
	@$(DOOR)/lint.sh

bench: ## Measure the budgets of docs/performance.md; ONLY="write travel people cases window" measures some
	@$(DOOR)/bench.sh $(ONLY)

package: ## Build the installers (.deb and .rpm) into target/release/bundle
	@$(DOOR)/setup.sh build
	@$(DOOR)/package.sh

# Used by the doors above.
setup:
	@$(DOOR)/setup.sh test

ui:
	@$(DOOR)/setup.sh build
	@$(DOOR)/ui.sh
