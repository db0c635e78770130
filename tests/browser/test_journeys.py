"""The main journeys in a real browser."""

import csv
import io
import subprocess
import sys

import pytest

from tests.browser.conftest import PAGES, ROOT, sentence, settle


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
    page.keyboard.type("Waku")
    page.get_by_role("option", name="Waku permits").click()
    page.wait_for_url("**theme=waku_permits**")
    page.keyboard.press("Escape")
    settle(page)
    assert sentence(page) != before and "waku permits" in sentence(page)
    page.get_by_role("link", name="Map", exact=True).click()
    settle(page)
    assert "waku permits" in sentence(page) and "theme=waku_permits" in page.url


@pytest.mark.parametrize(("form", "magic"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_chart_downloads(page, dashboard, form, magic):
    opened(page, f"{dashboard}/Map?ui=ko")
    page.locator(".st-key-map_download button").first.click()
    with page.expect_download() as download:
        page.locator(f".st-key-map_{form} button").click()
    with open(download.value.path(), "rb") as file:
        assert file.read(len(magic)) == magic


def test_page_is_usable_on_a_phone(page, dashboard):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"{dashboard}/Timeline")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_choice_can_be_taken_back_from_under_the_sentence(page, dashboard):
    opened(page, f"{dashboard}/Reports?theme=markets&place=kp-yanggang-hyesan")
    narrow = sentence(page)
    page.locator(".st-key-take_back_place_kp-yanggang-hyesan button").click()
    page.wait_for_url(lambda url: "place=" not in url)
    settle(page)
    assert "in Hyesan" in narrow and "in Hyesan" not in sentence(page) and "markets" in sentence(page)


def test_a_report_opens_with_its_words_marked_and_leads_on(page, dashboard):
    opened(page, f"{dashboard}/?theme=waku_permits")
    page.locator("main, .stMain").get_by_role("link").filter(has_text="와크").first.click()
    page.wait_for_url(lambda url: "/Reports" in url and "report=" in url)
    settle(page)
    assert page.locator(".reading mark").count() > 3 and page.locator(".reading dl dd.code").count() > 3
    first = page.url
    page.get_by_role("button", name="Next", exact=True).click()
    page.wait_for_url(lambda url: url != first and "report=" in url)
    settle(page)
    assert page.locator(".reading mark").count() > 0


def test_articles_are_added_and_the_sample_leaves_the_view(chromium, own_dashboard, tmp_path):
    page = chromium.new_context(viewport={"width": 1400, "height": 1000}).new_page()
    lines = ['{"title": "Hyesan police arrest phone users", "text": "Police in Hyesan arrested three people who used Chinese mobile phones."}', "no JSON"]
    (tmp_path / "mine.jsonl").write_text("\n".join(lines), encoding="utf-8")
    opened(page, f"{own_dashboard}/Add_articles")
    page.locator("input[type=file]").set_input_files(tmp_path / "mine.jsonl")
    page.get_by_text("2 rows read = 1 to be kept + 0 duplicates + 1 set aside.").wait_for()
    page.locator(".st-key-save button").click()
    page.get_by_text("2 rows read = 1 kept + 0 duplicates + 1 set aside.").wait_for()
    settle(page)
    assert sentence(page).startswith("1 report")
    page.context.close()


def choose(page, facet, words):
    """Chooses from a menu of the sidebar as a hand does."""
    page.locator(f".st-key-f_{facet} input").click()
    page.keyboard.type(words)
    page.get_by_role("option", name=words).first.click()
    page.wait_for_url(lambda url: f"{facet}=" in url)
    page.keyboard.press("Escape")
    settle(page)


def test_filters_chosen_one_after_the_other_all_stay(page, dashboard):
    opened(page, f"{dashboard}/Reports")
    choose(page, "theme", "Smuggling")
    choose(page, "target", "Smugglers")
    page.locator(".st-key-f_from input").fill("2015")
    page.keyboard.press("Enter")
    page.wait_for_url("**from=2015-01-01**")
    settle(page)
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_url("**/Map**")
    settle(page)
    choose(page, "sanction", "Confiscation")
    for word in ("border", "gold"):
        page.locator(".st-key-f_q input").fill(word)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**q={word}**")
        settle(page)
    for part in ("theme=smuggling", "target=smugglers", "sanction=confiscation", "from=2015-01-01"):
        assert part in page.url
    for words in ("smuggling", "smugglers", "confiscation", "gold", "1 January 2015"):
        assert words in sentence(page)
    assert page.locator(".st-key-f_theme [data-tag]").count() == 1, "the menu of a page just opened shows what is chosen"
