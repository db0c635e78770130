# Two commands do everything: `make run` opens the dashboard, `make test` runs every test.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test browser pictures clean
run: .venv/run.stamp
	$(BIN)/streamlit run dashboard.py

test: .venv/dev.stamp browser
	$(BIN)/python -m pytest

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
		{ echo "Yanggang Monitor needs Python 3.11, 3.12 or 3.13; set PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/dev.stamp: requirements.txt requirements-dev.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ .venv/run.stamp

# The browser tests drive a real Chromium; where none can be had the test run fails and says so.
browser: .venv/dev.stamp
	$(BIN)/python tests/browser/get_browser.py

# Pictures of every page into build/pictures, the eight of README into docs/.
pictures: .venv/dev.stamp browser
	$(BIN)/python -m tests.browser.screenshots

clean:
	rm -rf .venv .store
