"""Pictures of every page into a folder: python -m tests.browser.screenshots ADDRESS FOLDER."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, settle
from tests.browser.get_browser import browser

PAGES = {"home": "", "timeline": "Timeline", "map": "Map", "themes": "Themes", "reports": "Reports", "add": "Add_articles", "codebook": "Codebook",
         "compare": "Compare"}  # fmt: skip


def main(address: str, folder: str):
    """Takes each page at 1400 pixels in light and dark, and at 390 pixels in light."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser(), headless=True, args=FLAGS)
        for look, width, height, scheme in (("", 1400, 1500, "light"), ("_dark", 1400, 1500, "dark"), ("_phone", 390, 1500, "light")):
            page = opened.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce").new_page()
            for name, path in PAGES.items():
                page.goto(f"{address}/{path}")
                settle(page)
                page.wait_for_timeout(2500)
                page.screenshot(path=Path(folder) / f"{name}{look}.png")
        opened.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
