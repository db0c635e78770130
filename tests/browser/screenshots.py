"""Pictures of every page on the sample, by one command: python -m tests.browser.screenshots [FOLDER].

All pages in four looks go to FOLDER (default: build/pictures), the eight of README to docs/.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, PAGES, ROOT, served, settle
from tests.browser.get_browser import browser

LOOKS = {  # name -> width, height, theme, language
    "desktop": (1400, 900, "light", "en"),
    "desktop_dark": (1400, 900, "dark", "en"),
    "desktop_korean": (1400, 900, "light", "ko"),
    "phone": (390, 844, "light", "en"),
    "phone_dark_korean": (390, 844, "dark", "ko"),
}
KEPT = {  # picture in docs/ -> page, look, further parameters of the address
    "home": ("", "desktop", ""),
    "timeline": ("Timeline", "desktop", "crackdown=1"),
    "map_dark": ("Map", "desktop_dark", ""),
    "themes_korean": ("Themes", "desktop_korean", ""),
    "reading": ("Reports", "desktop", "report={report}"),
    "quality": ("Quality", "desktop_dark", ""),
    "phone_map": ("Map", "phone", ""),
    "phone_timeline_korean": ("Timeline", "phone_dark_korean", ""),
}


def picture(opened, address, look, path):
    """One page in one look, once its charts are drawn."""
    width, height, scheme, language = LOOKS[look]
    context = opened.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}&ui={language}" if "?" in address else f"{address}?ui={language}")
    settle(page)
    page.wait_for_timeout(2500)
    page.screenshot(path=path)
    context.close()


def main(folder: str = "build/pictures"):
    """Serves the sample from a store of its own and takes every picture."""
    from reports.store import Store

    Path(folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as store, served(Path(store)) as address, sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser(), headless=True, args=FLAGS)
        picture(opened, address, "desktop", Path(folder) / "first.png")  # the first page of a fresh store waits for the coding
        reports = Store(Path(store) / "store").reports()
        report = reports.loc[reports["targets"].str.contains("cart_pullers") & (reports["language"] == "en"), "article_id"].iloc[0]
        for name in PAGES:
            for look in LOOKS:
                picture(opened, f"{address}/{name}", look, Path(folder) / f"{name or 'Home'}_{look}.png")
        for name, (page, look, query) in KEPT.items():
            picture(opened, f"{address}/{page}?{query.format(report=report)}", look, ROOT / "docs" / f"{name}.png")
        opened.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
