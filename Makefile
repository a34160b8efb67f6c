# Everything runs in .venv, which the first target that needs it sets up; Python and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DECLUTTER_DATA ?= ../shared
export DECLUTTER_DATA
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# Spark and Ray are large: only the tests that need them set them up.
ENGINES_VENV := .venv-engines

# So are the frameworks that declutter is a step of, and what builds the documentation.
INTEGRATIONS_VENV := .venv-integrations
DOCS_VENV := .venv-docs

# What a user installs, compiled: the other environments run the source.
COMPILED_VENV := .venv-compiled

# What the benchmarks time is what a user installs: compiled.
BENCH_VENV := .venv-bench

# The peer trafipy has wheels for Python 3.12 and newer only; it runs in an environment of its own.
PEER_VENV := .venv-peer
PEER_PYTHONS := python3.13 python3.12 python3.14 \
	$(shell command -v pyenv >/dev/null 2>&1 && ls -d "$$(pyenv root)"/versions/3.1[2-9]*/bin/python 2>/dev/null)
CORPORA = $(wildcard $(DECLUTTER_DATA)/corpora/*)
CORPUS ?= $(lastword $(sort $(CORPORA)))
BENCH_OPTIONS ?=
DURATION ?= 600
COUNT ?= 100000
AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo)
DEMO_PAGES = $(firstword $(wildcard fixtures/*/page.html)) \
	$(filter-out %.expected.txt,$(wildcard $(DECLUTTER_DATA)/seeds/*.txt))
RULER := ================================================================

.PHONY: ablation mistakes docs test-integrations help demo test bench snapshot test-engines wheel test-compiled test-crawl test-hostile fuzz test-xray screenshots clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

demo: $(VENV)/.installed  ## clean a fixture and the seeds, showing before and after
	@for page in $(DEMO_PAGES); do \
		printf '\n%s\n== %s, before: %s lines, the first 25 are\n%s\n' \
			"$(RULER)" "$$page" "$$(grep -c '' "$$page")" "$(RULER)"; \
		sed -n 1,25p "$$page" | cut -c 1-160; \
		printf '\n%s\n== after: declutter --metadata < %s\n%s\n' "$(RULER)" "$$page" "$(RULER)"; \
		$(BIN)/declutter --metadata < "$$page" || exit 1; \
	done

test: $(VENV)/.installed-dev  ## lint, types and all tests that Python alone can run
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: $(BENCH_VENV)/.installed $(PEER_VENV)/.tried  ## score declutter, compiled, beside its peers; fill the README
	$(BENCH_VENV)/bin/python -m benchmarks $(foreach corpus,$(CORPORA),--corpus $(corpus)) \
		$(if $(wildcard $(PEER_VENV)/bin/python),--peer-python $(PEER_VENV)/bin/python) $(BENCH_OPTIONS)
	$(BENCH_VENV)/bin/python -m benchmarks.readme

ablation: $(BENCH_VENV)/.installed  ## what each rule gives, by leaving it out
	$(BENCH_VENV)/bin/python -m benchmarks.ablation $(CORPORA)

mistakes: $(BENCH_VENV)/.installed  ## what kinds of mistake remain, and what favor does
	$(BENCH_VENV)/bin/python -m benchmarks.mistakes $(CORPORA)
	$(BENCH_VENV)/bin/python -m benchmarks.favor $(CORPORA)

# The compiled install is measured where `make test-compiled` has built it: it is what a crawl runs.
snapshot: $(VENV)/.installed-dev $(VENV)/.installed-bench  ## measure what a Common Crawl snapshot would take
	$(if $(wildcard $(COMPILED_VENV)/bin/python),$(COMPILED_VENV)/bin/python -m pip install --quiet --quiet pyarrow tldextract)
	$(firstword $(wildcard $(COMPILED_VENV)/bin/python) $(BIN)/python) -m benchmarks.snapshot \
		$(DECLUTTER_DATA)/corpora/wcxb-dev

test-engines: $(ENGINES_VENV)/.installed  ## run in a real local Spark and a real local Ray
	@command -v java >/dev/null || { \
		$(AS_ROOT) apt-get update -q && $(AS_ROOT) apt-get install -qy --no-install-recommends \
			default-jre-headless; } || echo 'Spark needs Java 17 or newer: install it' >&2
	$(ENGINES_VENV)/bin/python -m pytest -m engines tests/engines

test-hostile: test-compiled  ## clean the largest hostile inputs, compiled, each in a process of its own
	$(COMPILED_VENV)/bin/python -m pytest -m hostile tests/hostile

fuzz: $(VENV)/.installed-dev  ## clean mutated fixtures for DURATION seconds, at most COUNT pages; keep what fails
	$(BIN)/python -m tests.hostile.fuzz --duration $(DURATION) --count $(COUNT)

wheel: $(VENV)/bin/python  ## build the wheel with its hot modules compiled (needs a C compiler)
	DECLUTTER_COMPILE=1 $(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

test-compiled: $(VENV)/.installed  ## see that the compiled install gives what the source gives, in little memory
	rm -rf $(COMPILED_VENV) && $(PYTHON) -m venv $(COMPILED_VENV)
	$(COMPILED_VENV)/bin/python -m pip install --quiet --quiet --upgrade pip
	DECLUTTER_COMPILE=1 $(COMPILED_VENV)/bin/python -m pip install --quiet --quiet '.[dev]'
	$(BIN)/python tests/compiled/dump.py source > $(COMPILED_VENV)/source.json
	$(COMPILED_VENV)/bin/python tests/compiled/dump.py compiled > $(COMPILED_VENV)/compiled.json
	cmp $(COMPILED_VENV)/source.json $(COMPILED_VENV)/compiled.json
	$(COMPILED_VENV)/bin/python tests/compiled/memory.py

test-crawl: $(VENV)/.installed-dev  ## run over 20,000 generated pages: memory, speed, kills; takes minutes
	$(BIN)/python -m pytest -m crawl tests/crawl

bench-flatten: $(BENCH_VENV)/.installed  ## score declutter on pages flattened to text and Markdown
	$(BENCH_VENV)/bin/python -m benchmarks --flatten $(foreach corpus,$(CORPORA),--corpus $(corpus)) $(BENCH_OPTIONS)

bench-speed: $(BENCH_VENV)/.installed  ## what declutter costs beside its peers; CORPUS=path of one corpus
	$(BENCH_VENV)/bin/python -m benchmarks.speed $(CORPUS) $(BENCH_OPTIONS)
	$(BENCH_VENV)/bin/python -m benchmarks.readme

test-integrations: $(INTEGRATIONS_VENV)/.installed  ## run inside the real Scrapy, datatrove, LangChain, LlamaIndex, Haystack
	$(INTEGRATIONS_VENV)/bin/python -m pytest -m integrations tests/integrations

docs: $(DOCS_VENV)/.installed  ## build the documentation into site/
	NO_MKDOCS_2_WARNING=1 $(DOCS_VENV)/bin/python -m mkdocs build --strict --quiet

test-xray: $(VENV)/.installed-browser  ## look at pictures of pages in a real Chromium
	$(BIN)/python -m pytest -m browser tests/xray

screenshots: $(VENV)/.installed-browser $(VENV)/.installed-bench  ## take the README's pictures of pictures
	$(BIN)/python docs/screenshots.py

clean:  ## remove what the targets made
	rm -rf $(VENV) $(COMPILED_VENV) $(BENCH_VENV) $(PEER_VENV) $(ENGINES_VENV) $(INTEGRATIONS_VENV) $(DOCS_VENV) site .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# Debian's Chromium: its own package, by its own client, where it is not there yet.
$(VENV)/.installed-browser: pyproject.toml $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --quiet --editable '.[browser]'
	@command -v chromium >/dev/null || { \
		$(AS_ROOT) apt-get update -q && $(AS_ROOT) apt-get install -qy --no-install-recommends \
			chromium fonts-dejavu-core fonts-liberation2; }
	@touch $@

$(VENV)/.installed-bench: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --quiet --editable '.[bench]'
	@touch $@ $(VENV)/.installed

# The oldest pip that Python 3.11 brings cannot resolve newspaper4k's extra of lxml.
$(BENCH_VENV)/.installed: pyproject.toml $(shell find src -name '*.py' -o -name '*.pxd' -o -name '*.table')
	$(PYTHON) -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/python -m pip install --quiet --quiet --upgrade pip
	DECLUTTER_COMPILE=1 $(BENCH_VENV)/bin/python -m pip install --quiet --quiet --force-reinstall '.[bench]'
	@touch $@

$(INTEGRATIONS_VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(INTEGRATIONS_VENV)
	$(INTEGRATIONS_VENV)/bin/python -m pip install --quiet --quiet --editable '.[scrapy,datatrove,langchain,llama-index,haystack]' pytest
	@touch $@

$(DOCS_VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(DOCS_VENV)
	$(DOCS_VENV)/bin/python -m pip install --quiet --quiet --editable '.[docs]'
	@touch $@

$(ENGINES_VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(ENGINES_VENV)
	$(ENGINES_VENV)/bin/python -m pip install --quiet --quiet --editable '.[crawl,spark,ray,pandas,polars]' pytest
	@touch $@

# A name on the path may be a shim that runs nothing: the first interpreter that answers is taken.
$(PEER_VENV)/.tried:
	@mkdir -p $(PEER_VENV)
	@for python in $(PEER_PYTHONS); do \
		if "$$python" -c 'import venv' 2>/dev/null; then \
			"$$python" -m venv $(PEER_VENV) \
				&& $(PEER_VENV)/bin/python -m pip install --quiet --quiet trafipy && break; \
		fi; \
	done; true
	@touch $@
