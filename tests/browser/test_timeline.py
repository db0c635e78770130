"""The timeline by hand, in a real browser: a click lists a bar's reports, a drag sets the dates of every page."""

from tests.browser.conftest import settle
from tests.browser.test_journeys import opened


def bar(page):
    """Where the tallest bar of the timeline stands; the tray of the undated and the strip below left aside."""
    chart = page.locator(".js-plotly-plot").first
    frame = chart.bounding_box()
    boxes = [box.bounding_box() for box in chart.locator(".bars .point path").all()]
    inside = [b for b in boxes if b["x"] + b["width"] < frame["x"] + 0.9 * frame["width"] and b["y"] < frame["y"] + 0.5 * frame["height"]]
    return max(inside, key=lambda b: b["height"])


def test_a_click_on_a_bar_lists_its_reports(page, dashboard):
    opened(page, f"{dashboard}/Timeline?show=bars").wait_for_timeout(1500)
    found = bar(page)
    page.mouse.click(found["x"] + found["width"] / 2, found["y"] + found["height"] / 2)
    page.wait_for_url("**bar=2*", timeout=20000)
    settle(page)
    assert page.locator("[data-testid='stPageLink'] a[href*='report=']").count() > 1


def test_a_drag_sets_the_dates_and_leaves_the_controls(page, dashboard):
    opened(page, f"{dashboard}/Timeline?show=bars&bins=year")
    page.locator(".st-key-draw_dates label").first.click()
    settle(page)
    page.wait_for_timeout(1500)
    found = bar(page)
    page.mouse.move(found["x"] + 4, found["y"] + 20)
    page.mouse.down()
    page.mouse.move(found["x"] + 2 * found["width"] - 4, found["y"] + 60, steps=8)
    page.mouse.up()
    page.wait_for_url("**to=*-12-31*", timeout=20000)
    assert "from=20" in page.url and "bins=year" in page.url
