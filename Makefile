# make demo   installs the program in .venv and does the whole year's paperwork on the seeds
# make test   installs what the tests need and runs every check
# make lint   format, lint, types, imports
# make bench      paired timings against other engines, and of reading; FULL=1: longer, and the soak
# make soak       10 000 documents on end: memory, and that all of them are sound
# make verify     prints everything with both engines, checks the PDFs, writes the tables in docs/
# make fuzz       damages every kind of document for MINUTES and counts what became of them
# make evaluate   scores the reader on a folder of documents with hand-made answers (CORPUS=…)
# make templates  writes templates/*.docx anew from templates/source
# make schema     writes docs/schema/*.json anew
# make docs       writes the tables in docs/ anew
# make pictures   draws the pictures in README and handbook anew

PYTHON ?= python3
VENV   := .venv
CORPUS ?= ../shared/corpus
MINUTES ?= 5
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint evaluate bench verify soak fuzz templates schema docs pictures clean

demo: $(VENV)/installed
	@$(BIN)/protokollant demo -o demo --force

test: lint
	@sh tests/system-packages.sh
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(VENV)/installed-dev
	$(BIN)/python -m tests.evaluation $(CORPUS)

bench: $(VENV)/installed-dev
	$(BIN)/python -m tests.bench $(if $(FULL),--full)
	$(BIN)/python -m tests.bench.reading

soak: $(VENV)/installed-dev
	$(BIN)/python -m tests.bench.soak

verify: $(VENV)/installed-dev
	$(BIN)/python -m tests.verify $(if $(FULL),--speed)

fuzz: $(VENV)/installed-dev
	$(BIN)/python -m tests.robustness --minutes $(MINUTES)

templates: $(VENV)/installed-dev
	$(BIN)/python -m templates.source

schema: $(VENV)/installed-dev
	$(BIN)/python -m protokollant.records.schema docs/schema

docs: $(VENV)/installed
	$(BIN)/python docs/make.py
	$(BIN)/python -m tests.renderer.comparison

pictures: $(VENV)/installed
	$(BIN)/python docs/pictures.py
	$(BIN)/python docs/tags.py

clean:
	rm -rf $(VENV) demo dist build

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	@echo "Installerar protokollant i $(VENV) …"
	@$(PIP) --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installerar protokollant och det som testerna behöver i $(VENV) …"
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/installed
