"""From a filter change to the changed chart in a real browser, beside what an empty Streamlit page takes to rerun, in one run.

    python -m benchmarks.browser [--rounds 9]

Needs requirements-dev.txt and a Chromium. Both pages are served by the same machine at the same time and are asked in
turn, so that other work disturbs both alike. The mark: median <= 1.5 times the empty page plus 150 milliseconds.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, served, settle
from tests.browser.get_browser import browser

_EMPTY = """import time
import streamlit as st
st.toggle("one", key="one")
st.write(f"run {time.time_ns()}")
"""
_FACTOR, _EXTRA = 1.5, 150
# Milliseconds from the click to the first frame that shows something else, told by the browser itself: what drives it takes its own time.
_WATCH = """seen => {
    const now = () => eval(seen), before = now();
    window.taken = new Promise(done => document.addEventListener('click', () => {
        const start = performance.now();
        const look = () => now() && now() !== before ? done(performance.now() - start) : requestAnimationFrame(look);
        requestAnimationFrame(look);
    }, {capture: true, once: true}));
}"""
_RUN = "document.body.innerText.match(/run \\d+/)?.[0]"
_BARS = "[...document.querySelectorAll('.barlayer path')].map(p => p.getAttribute('d')).join()"


def taken(page, seen: str, switch) -> float:
    """Milliseconds from a click on a switch to another value of an expression in the page."""
    page.evaluate(_WATCH, seen)
    switch.click()
    return page.evaluate("window.taken")


def empty_rerun(page) -> float:
    """From a click on the toggle of the empty page to its new text."""
    return taken(page, _RUN, page.get_by_test_id("stCheckbox").locator("label"))


def filter_change(page) -> float:
    """From a click on the switch "Crackdown reports only" to other bars in the timeline."""
    return taken(page, _BARS, page.locator(".st-key-f_crackdown label").first)


def main(arguments=None) -> int:
    """Prints both medians; gives 1 where the mark is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args(arguments).rounds
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(_EMPTY, encoding="utf-8")
        for name in ("one", "two"):
            (Path(folder) / name).mkdir()
        with served(Path(folder) / "one", str(empty)) as plain, served(Path(folder) / "two") as ours, sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=browser(), headless=True, args=FLAGS)
            pages = [opened.new_context(viewport={"width": 1400, "height": 900}).new_page() for _ in range(2)]
            pages[0].goto(plain), pages[1].goto(f"{ours}/Timeline")
            for page in pages:
                settle(page)
                page.wait_for_timeout(3000)
            times = [(empty_rerun(pages[0]), filter_change(pages[1])) for _ in range(rounds) if not pages[1].wait_for_timeout(700)]
            opened.close()
    one, other = (statistics.median(t) for t in zip(*times[1:]))
    mark = _FACTOR * one + _EXTRA
    print(f"empty page {one:.0f} ms, filter change to chart {other:.0f} ms, mark {mark:.0f} ms")
    return int(other > mark)


if __name__ == "__main__":
    sys.exit(main())
