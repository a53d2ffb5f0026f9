# Sets up, shows, tests and measures Musnad. `make demo` and `make test` work on a fresh machine.

PYTHON ?= $(shell command -v python3 || command -v python3.11)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo test check bench compiled gazetteer

setup: $(VENV)/.installed

# The stamp is younger than pyproject.toml once the packages that it names are installed.
$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" \
		|| { echo "Musnad needs Python 3.11 or later; name one: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" \
		|| { echo "Python lacks venv; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@# The pip that Python 3.11 brings cannot resolve the extras `bench` and `best`.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: setup
	$(BIN)/musnad demo

test: setup
	@# A file of tests stays in one process: its servers and browsers are started once.
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check:
	.ci/run

bench: setup
	$(BIN)/python benchmarks/read_articles.py
	$(BIN)/python benchmarks/trace_claims.py

# Into an environment of its own: in .venv runs what is edited. Takes minutes and a C compiler.
compiled:
	$(PYTHON) -m venv .venv-compiled
	.venv-compiled/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24'
	MUSNAD_COMPILE=1 .venv-compiled/bin/python -m pip install --quiet --disable-pip-version-check .
	@.venv-compiled/bin/musnad --version | grep '(compiled)' \
		|| { echo "Nothing was compiled; pip -v tells why. On Debian and Ubuntu: apt-get install gcc python3-dev"; exit 1; }

gazetteer: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[gazetteer]'
	$(BIN)/python tools/build_gazetteer.py
