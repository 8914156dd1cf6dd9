# make demo    outline of the shipped example spec
# make test    every check: format, lint, types, import contracts, tests
# make schemas   write the shipped JSON Schemas anew, after keys, topics or questions changed
# make pictures   the pictures of the wizard that the README shows
# make benchmark   speed beside named rivals, as ratios
ifeq ($(OS),Windows_NT)
PYTHON ?= python
BIN := .venv/Scripts
else
PYTHON ?= python3
BIN := .venv/bin
endif

.PHONY: demo test benchmark schemas pictures format clean

demo: .venv/installed
	@$(BIN)/drafter generate templates/examples/office-work-meeting.yaml

test: .venv/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses auto

benchmark: .venv/benchmark
	$(BIN)/pytest -m benchmark -s tests/benchmarks

schemas: .venv/installed
	@for kind in phrases vocabulary lexicon checks; do $(BIN)/drafter schema $$kind -o phrasebank/.schemas/$$kind.json; done
	@for kind in template spec profile; do $(BIN)/drafter schema $$kind -o templates/.schemas/$$kind.json; done

pictures: .venv/installed
	$(BIN)/python tests/pictures.py

format: .venv/installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/installed: pyproject.toml
	@echo "Setting up .venv (a minute or two) ..."
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -c "open('.venv/installed', 'w').close()"

.venv/benchmark: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,benchmark]'
	@$(BIN)/python -c "open('.venv/benchmark', 'w').close()"

clean:
	$(PYTHON) -c "import shutil; shutil.rmtree('.venv', ignore_errors=True)"
