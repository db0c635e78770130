"""Finds a Chromium for the browser tests, or installs one; exits with 1 and says how to get one where none can be had."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a browser on the PATH, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def playwrights_own() -> str | None:
    """The path of the browser that Playwright has downloaded, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def browser() -> str | None:
    """The path of any browser the tests can use, or None."""
    return find() or playwrights_own()


def install():
    """Installs Debian's Chromium and a Korean font where we are root and have apt-get, else Playwright's Chromium."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update"], check=False, **quiet)
        subprocess.run(["apt-get", "install", "-y", "chromium", "fonts-noto-cjk"], check=False, **quiet)
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if not browser():
        install()
    if not browser():
        sys.exit(
            "The browser tests need Chromium or Google Chrome. Install one (Debian: `apt-get install chromium fonts-noto-cjk`; "
            "elsewhere: `.venv/bin/python -m playwright install chromium`) and run `make test` again."
        )
