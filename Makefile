# What can be done here? `make help` lists it. Everything happens in .venv, whatever environment is active.

PYTHON ?= python3
# Any Python from 3.11 on makes the environment.
JOBS ?= 2
# How many tests run at once.

VENV := .venv
RUN := $(VENV)/bin/python
# The constraints hold for the isolated build too, which only the variable reaches; a relative path has no spaces.
PIP := PIP_CONSTRAINT=constraints.txt PIP_USER=0 $(RUN) -m pip install --quiet --quiet --disable-pip-version-check --no-input
INPUTS := pyproject.toml constraints.txt
CHECKED := i18n tests benchmarks

# Python keeps what it compiled, whatever the environment says: the tests start hundreds of processes.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help demo test loss editors endurance hostile renderers coverage test-lowest test-pythons sites generators test-sites lint docs format bench clean programs

help:
	@echo 'make demo          translates the sample articles of source/ in a copy, from nothing but Python 3.11'
	@echo 'make test          everything that must hold: style, types, layers, tests; installs what they need'
	@echo 'make loss          what people wrote survives everything, in many projects: make loss PROJECTS=200'
	@echo 'make endurance     300 kills, 350 signals, disk errors and full disks: nothing is lost, and the next run mends it'
	@echo 'make editors       OmegaT and Poedit keep what people wrote, with the settings of docs/; installs them'
	@echo 'make coverage      how much of the package the tests run; fails under the floor in pyproject.toml'
	@echo 'make hostile       renders texts that mean harm, and odd ones, with the real generators (15 minutes; needs node, jekyll)'
	@echo 'make renderers     compares what the real generators make of odd lines, before and after translation (8 minutes)'
	@echo 'make test-lowest   runs the tests with the oldest versions that pyproject.toml admits'
	@echo 'make test-pythons  runs the tests on each Python from 3.11 on that the machine has'
	@echo 'make test-sites    builds sites of the sample with real generators, and checks every link and id; make test-sites-hugo: one'
	@echo 'make sites         compares what is private with what Hugo, Jekyll and MkDocs publish; installs them'
	@echo 'make lint          style, types and layers alone'
	@echo 'make format        rewrites the code in its one form'
	@echo 'make docs          writes the pages of docs/ that are made from the program'
	@echo 'make bench         measures against the peers on a folder of Markdown: make bench CORPUS=path/to/folder'
	@echo 'make clean         removes what the other targets made, never a catalog'
	@echo
	@echo 'PYTHON=/path/to/python3.12 chooses the interpreter of .venv, JOBS=N the number of tests at once.'

demo: $(VENV)/.package
	@$(RUN) -m tests.make.demo

lint: $(VENV)/.tests
	$(RUN) -m ruff check $(CHECKED)
	$(RUN) -m ruff format --check $(CHECKED)
	$(RUN) -m mypy
	$(RUN) -c 'import sys; from importlinter.cli import lint_imports_command as main; sys.exit(main())'

# The tests come last: their closing line is the last thing to be read.
test: $(VENV)/.tests programs lint
	$(RUN) -m pytest -n $(JOBS)

# What the tests do with three projects, with many.
PROJECTS ?= 40
loss: $(VENV)/.tests
	@$(RUN) -m tests.make.loss $(PROJECTS) $(JOBS)

endurance: $(VENV)/.tests
	@$(RUN) -m tests.make.endurance $(JOBS)

editors: $(VENV)/.tests
	@$(RUN) -m tests.make.editors

# Hugo, Jekyll, Node and the like, in a folder of their own: nothing that `make test` needs.
hostile: $(VENV)/.tests
	@$(RUN) -m tests.real.renderers.install
	@$(RUN) -m tests.hostile --jobs $(JOBS)

renderers: $(VENV)/.tests
	@$(RUN) -m tests.real.renderers.install
	@$(RUN) -m tests.real.renderers --jobs $(JOBS)

coverage: $(VENV)/.tests programs
	rm -rf .coverage
	$(RUN) -m coverage run -m pytest -n $(JOBS) -m 'not measures'
	$(RUN) -m coverage combine --quiet
	@$(RUN) -m tests.make.coverage

# The oldest versions that pyproject.toml admits, in an environment of their own.
LOWEST := .venv-lowest
test-lowest: $(VENV)/.uv programs
	$(RUN) -m uv venv --quiet --clear --python $(RUN) $(LOWEST)
	$(RUN) -m uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct --editable '.[test]'
	$(LOWEST)/bin/python -m pytest -n $(JOBS)

test-pythons: $(VENV)/.uv programs
	@$(RUN) -m tests.make.pythons $(JOBS)

# Real site generators, in a folder of their own: what they publish, and whether what is built works in them.
sites: $(VENV)/.uv
	@$(RUN) -m tests.generators.install hugo hugo-debian jekyll mkdocs
	$(RUN) -m pytest -s -n 0 tests/generators/sites.py tests/generators/menus.py

generators: $(VENV)/.uv
	@$(RUN) -m tests.generators.install

test-sites: generators
	$(RUN) -m pytest -s -n 0 --timeout 3600 tests/generators/generated.py tests/generators/looks.py tests/generators/letters/asked.py

# One generator: make test-sites-hugo. With CORPORA=folder its corpus too.
test-sites-%: $(VENV)/.uv
	@$(RUN) -m tests.generators.install $*
	$(RUN) -m pytest -s -n 0 --timeout 3600 tests/generators/generated.py tests/generators/looks.py tests/generators/letters/asked.py -k '[$*]'

$(VENV)/.uv: $(VENV)/.tests
	$(call install,uv)

programs: $(VENV)/.tests
	@$(RUN) -m tests.real.install

docs: $(VENV)/.tests
	$(RUN) -m tests.docs

format: $(VENV)/.tests
	$(RUN) -m ruff check --fix-only --quiet $(CHECKED)
	$(RUN) -m ruff format $(CHECKED)

CORPUS ?= source
bench: $(VENV)/.tests
	$(RUN) -m benchmarks all "$(CORPUS)"

clean:
	rm -rf $(VENV) .venv-* .renderers .sites demo demo.part dist bundles .i18n .mypy_cache .ruff_cache .pytest_cache .coverage .hypothesis .import_linter_cache .grimp_cache
	find i18n tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# Installed is what each stamp says: it holds the folder it was made for, since an environment does not survive a move.
ifneq ($(shell cat $(VENV)/.package 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/.package
endif
ifneq ($(shell cat $(VENV)/.tests 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/.tests
endif

$(VENV)/.package: $(INPUTS)
	$(environment)
	@echo 'Installing the package …'
	$(call install,--editable .)

$(VENV)/.tests: $(INPUTS)
	$(environment)
	@echo 'Installing the package and what its tests need …'
	$(call install,--editable ".[test]")
	@printf '%s' "$(CURDIR)" > $(VENV)/.package

RECENT := import sys; sys.exit(sys.version_info < (3, 11))

define environment
@if ! $(RUN) -c '$(RECENT)' 2>/dev/null || ! $(RUN) -m pip --version >/dev/null 2>&1; then \
    if ! command -v "$(PYTHON)" >/dev/null; then \
        echo 'Python 3.11 or later is needed, and there is no $(PYTHON). Debian: apt-get install python3 python3-venv' >&2; exit 1; \
    fi; \
    if ! "$(PYTHON)" -c '$(RECENT)'; then \
        echo "Python 3.11 or later is needed, and $(PYTHON) is $$("$(PYTHON)" --version 2>&1). Name another: make PYTHON=/path/to/python3.11 …" >&2; exit 1; \
    fi; \
    if ! "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null; then \
        echo 'Python lacks its module venv. Debian: apt-get install python3-venv' >&2; exit 1; \
    fi; \
    echo 'Making the environment $(VENV) …'; \
    "$(PYTHON)" -m venv --clear $(VENV); \
fi
endef

define install
@if ! $(PIP) $(1); then \
    echo 'The installation failed: is the package index reachable? What was installed stays; the same command goes on.' >&2; exit 1; \
fi
@printf '%s' "$(CURDIR)" > $@
endef
