"""No browser may be started while files are made: an audit hook raises where a program of that kind is about to run."""

import sys

import pytest

_BROWSERS = ("chrom", "firefox", "msedge", "kaleido", "playwright", "wkhtmlto", "safari", "webkit")
_STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "webbrowser.open")
_watching = {"on": False, "installed": False}


def _hook(event, arguments):
    if _watching["on"] and event in _STARTS and (event == "webbrowser.open" or any(b in str(arguments).lower() for b in _BROWSERS)):
        raise AssertionError(f"A browser was about to start: {event} {arguments}")


@pytest.fixture(autouse=True)
def no_browser():
    """Import it into a test file and it holds for every test there."""
    if not _watching["installed"]:
        sys.addaudithook(_hook)
        _watching["installed"] = True
    _watching["on"] = True
    yield
    _watching["on"] = False
