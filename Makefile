# Everything a newcomer needs: `make demo` and `make test`. Both install the system packages first.

SWIFT ?= swift
REMIT = .build/release/remit
SOURCES_LINTED = Package.swift Sources Tests

.PHONY: demo gallery test build lint format packages england bench bench-tool budgets page page-test \
	clean

## Builds the program and runs the main job on England's graph of 2016.
demo: build
	@mkdir -p Output
	$(REMIT) reports-to "Cambridge University Hospitals" --all
	$(REMIT) render national cambridgeshire-and-peterborough

## Draws every view of England's graph into Output/, which README.md shows.
gallery: build
	@mkdir -p Output
	$(REMIT) render --all

## Builds and runs the tests, those of Benchmarks too where there is a Python.
test: packages
	$(SWIFT) test
	@if command -v python3 >/dev/null; then \
		REMIT_BENCHMARK="$$($(SWIFT) build --show-bin-path)/remit-benchmark" \
		python3 -m unittest discover --start-directory Benchmarks/tests; \
	else echo "no python3: the tests of Benchmarks are left out" >&2; fi

## Builds the program that users run: $(REMIT).
build: packages
	@SWIFT="$(SWIFT)" Scripts/build-release

## Checks the style of the code.
lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES_LINTED)

## Puts the code into the project's style.
format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES_LINTED)

## Installs the system packages that the build needs, where they are missing.
packages:
	@Scripts/install-packages

## Makes the generated tables of Graphs/england anew: make england SOURCES=folder-of-source-files
england: packages
	@test -n "$(SOURCES)" || { echo "name the folder of source files: make england SOURCES=…" >&2; exit 64; }
	$(SWIFT) run england-graph "$(SOURCES)" Graphs/england

## Measures speed and memory beside other tools: see Benchmarks/README.md.
## All of it takes about 25 minutes; SIZES=1000,100000 ROUNDS=3 PEERS=igraph,duckdb WORKS=W2,W3 less.
bench: build bench-tool
	python3 Benchmarks/bench.py --sizes "$(SIZES)" --rounds "$(or $(ROUNDS),5)" \
		--peers "$(PEERS)" --works "$(WORKS)" --register="$(REGISTER)"

## Puts the script and the style sheet of a diagram's page into the program.
page:
	Scripts/write-page-resources

## Opens pages of diagrams in a headless Chromium: see Tests/Pages/README.md.
page-test: packages
	@Scripts/install-packages chromium chromium-driver python3-venv
	@test -x .venv/pages/bin/python || python3 -m venv .venv/pages
	@.venv/pages/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --ignore-requires-python \
		--requirement Tests/Pages/requirements.txt
	$(SWIFT) build --product remit
	REMIT="$$($(SWIFT) build --show-bin-path)/remit" \
		.venv/pages/bin/python -m unittest discover --start-directory Tests/Pages

## Counts instructions and compares them with Benchmarks/budgets.json; RECORD=1 writes new ones.
budgets: build bench-tool
	@Scripts/install-packages valgrind
	Benchmarks/check-budgets $(if $(RECORD),--record)

## Builds the program that times the library.
bench-tool: packages
	@SWIFT="$(SWIFT)" Scripts/build-release remit-benchmark

clean:
	rm -rf .build
