export PYTHONPATH := .:site
PYTHON_IN := .venv/bin/python
PORT ?= 8000
export PORT
ARGS ?=
# The order of tests, the same each time: what fails in CI fails here. `make test SHUFFLE=` takes any.
SHUFFLE ?= 2611
ORDER := $(if $(SHUFFLE),--randomly-seed=$(SHUFFLE))
# Browsers and fuzzers, each with a server of its own: two at once, not more.
PAIRED := tests/browser tests/fuzz
# What is left out of these: `make test WITHOUT=tests/browser`.
WITHOUT ?=
# They start and end servers, race many buyers and watch the clock.
ALONE := tests/flows tests/fashionistar

.PHONY: help run stop reset test fuzz lint lock bootstrap-run bootstrap-test
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /	/' | expand -t 12

run: bootstrap-run ## set everything up and serve the demo on http://127.0.0.1:8000 (PORT= changes it)
	@$(PYTHON_IN) -m fashionistar.running

stop: bootstrap-run ## stop a running demo and its servers
	@$(PYTHON_IN) -m fashionistar.running stop

reset: bootstrap-run ## stop the demo and delete its data; the next `make run` starts over
	@$(PYTHON_IN) -m fashionistar.running reset

test: bootstrap-test ## the whole test suite (ARGS= goes to pytest, in one process)
ifeq ($(strip $(ARGS)),)
	@status=0; \
	$(PYTHON_IN) -m pytest $(ORDER) --numprocesses auto --maxprocesses 4 --dist loadfile tests $(PAIRED:%=--ignore=%) $(ALONE:%=--ignore=%) || status=$$?; \
	$(PYTHON_IN) -m pytest $(ORDER) --numprocesses auto --maxprocesses 2 --dist loadfile $(filter-out $(WITHOUT),$(PAIRED)) || status=$$?; \
	$(PYTHON_IN) -m pytest $(ORDER) $(ALONE) || status=$$?; \
	exit $$status
else
	@$(PYTHON_IN) -m pytest $(ORDER) $(ARGS)
endif

fuzz: bootstrap-test ## the long fuzz of the OpenAPI document
	@FUZZ_EXAMPLES=100 $(PYTHON_IN) -m pytest tests/fuzz $(ARGS)

lint: bootstrap-test ## ruff, mypy, import-linter
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

lock: ## compile the three requirement files anew from pyproject.toml (needs uv)
	@bin/lock $(ARGS)

bootstrap-run:
	@bin/bootstrap run

bootstrap-test:
	@bin/bootstrap test
