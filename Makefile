# Everything a newcomer needs: `make demo` and `make test`. Both install the system packages first.

SWIFT ?= swift
REMIT = .build/release/remit
SOURCES_LINTED = Package.swift Sources Tests

.PHONY: demo test build lint format packages england clean

## Builds the program and runs the main job on England's graph of 2016.
demo: build
	@mkdir -p Output
	$(REMIT) reports-to "Cambridge University Hospitals" --all
	$(REMIT) render national -o Output/national.svg
	$(REMIT) render footprint "Cambridgeshire and Peterborough" -o Output/cambridgeshire-and-peterborough.svg

## Builds and runs the tests.
test: packages
	$(SWIFT) test

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

clean:
	rm -rf .build
