"""The main journeys in a real browser."""

import csv
import io
import subprocess
import sys

import pytest

from tests.browser.conftest import ROOT, sentence, settle

PAGES = ["", "Timeline", "Map", "Themes", "Reports", "Add_articles", "Codebook"]


def opened(page, address):
    """The page at an address, fully drawn."""
    page.goto(address)
    settle(page)
    return page


@pytest.mark.parametrize("name", PAGES, ids=lambda n: n or "Home")
def test_page_asks_nothing_of_the_network(page, dashboard, name):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, f"{dashboard}/{name}").wait_for_timeout(1500)
    assert asked and [url for url in asked if not url.startswith((dashboard, dashboard.replace("http", "ws"), "data:", "blob:"))] == []
    assert page.get_by_test_id("stException").count() == 0


def exported(tmp_path, *filters):
    """The number of reports that the command line exports."""
    command = [sys.executable, "-m", "reports", "export", "--format", "csv", *filters, "--out", "-", "--store", str(tmp_path / "fresh")]
    out = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    return len(list(csv.DictReader(io.StringIO(out.decode(), newline=""))))


def test_every_page_and_the_export_count_alike(page, dashboard, tmp_path):
    said = [sentence(opened(page, f"{dashboard}/{name}?theme=waku_permits")) for name in PAGES[:5]]
    assert {words.split()[0] for words in said} == {str(exported(tmp_path, "--theme", "waku_permits"))}


def test_theme_chosen_in_the_sidebar_changes_the_page_and_the_address(page, dashboard):
    opened(page, f"{dashboard}/Timeline")
    before = sentence(page)
    page.locator(".st-key-f_theme input").click()
    page.get_by_role("option", name="Waku permits").click()
    settle(page)
    page.wait_for_url("**theme=waku_permits**")
    assert sentence(page) != before and "Waku permits" in sentence(page)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Map", exact=True).click()
    settle(page)
    assert "Waku permits" in sentence(page) and "theme=waku_permits" in page.url


@pytest.mark.parametrize(("form", "magic"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_chart_downloads(page, dashboard, form, magic):
    opened(page, f"{dashboard}/Map?ui=ko")
    with page.expect_download() as download:
        page.locator(f".st-key-map_{form} button").click()
    with open(download.value.path(), "rb") as file:
        assert file.read(len(magic)) == magic


def test_page_is_usable_on_a_phone(page, dashboard):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"{dashboard}/Timeline")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
