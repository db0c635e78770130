"""A dashboard of its own on a free port, and a real Chromium."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.get_browser import browser

PAGES = ["", "Timeline", "Map", "Themes", "Reports", "Add_articles", "Codebook", "Quality", "Compare", "Share"]
ROOT = Path(__file__).parent.parent.parent
FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--disable-dev-shm-usage"]  # fmt: skip


@contextmanager
def served(folder, script="dashboard.py"):
    """The address of a dashboard (or of another script) that serves the sample from a store of its own in `folder`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true", "--server.port", str(port)],
            cwd=ROOT, stdout=log, stderr=log, start_new_session=True, env=os.environ | {"YANGGANG_STORE": str(folder / "store")},
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)
                break
            except OSError:
                time.sleep(0.25)
        yield address
    finally:
        os.killpg(server.pid, signal.SIGTERM)


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory):
    """A dashboard on the sample that all tests share; they look and filter, and change nothing in its store."""
    with served(tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture
def own_dashboard(tmp_path_factory):
    """A dashboard of one test, which may add and remove."""
    with served(tmp_path_factory.mktemp("own")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests; a missing one fails the tests, it does not skip them."""
    path = browser()
    assert path, "No Chromium was found; `make test` says how to get one."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, headless=True, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(chromium):
    """A fresh window, 1400 by 900."""
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


def settle(page):
    """Waits until the page has run and nothing is loading."""
    page.wait_for_timeout(300)
    app = "[data-testid='stApp']"
    page.locator(f"{app}[data-test-connection-state='CONNECTED']").wait_for(state="attached", timeout=60000)
    page.locator(f"{app}[data-test-script-state='notRunning']").wait_for(state="attached", timeout=60000)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=60000)


def sentence(page) -> str:
    """The filter sentence of the page."""
    return page.locator(".st-key-filters_in_words").inner_text()
