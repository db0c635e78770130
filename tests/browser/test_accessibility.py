"""No serious or critical finding of axe-core on any page, in both themes and languages; keys reach what a mouse does."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PAGES, settle

# Parts of Streamlit itself that no page can change, each with its reason.
NOT_OURS = {}


def findings(page):
    found = Axe().run(page).response["violations"]
    return [(f["id"], f["nodes"][0]["html"][:200]) for f in found if f["impact"] in ("serious", "critical") and f["id"] not in NOT_OURS]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES, ids=lambda n: n or "Home")
def test_page_has_no_serious_finding(chromium, dashboard, name, scheme):
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{dashboard}/{name}?theme=markets" + ("&ui=ko" if scheme == "dark" else ""))
    settle(page)
    page.wait_for_timeout(700)
    assert findings(page) == []
    context.close()


def test_keys_reach_the_menu_and_show_where_they_are(page, dashboard):
    page.goto(f"{dashboard}/Timeline")
    settle(page)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == "Map":
            break
    assert page.evaluate("document.activeElement.textContent").strip() == "Map"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/Map*")


def test_charts_carry_their_finding_as_alternative_text(page, dashboard):
    page.goto(f"{dashboard}/Timeline")
    settle(page)
    assert page.locator("[aria-label*='peak'], [alt*='peak']").count() >= 1
