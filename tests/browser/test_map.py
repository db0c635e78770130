"""The map in a real browser: what is clicked is listed beside it, stands in the address, and nothing is greyed out."""

import pytest

from tests.browser.conftest import settle

# Where Samjiyon lies on the map, in parts of its width and height.
SAMJIYON = (0.64, 0.27)


def opened(page, address):
    """The canvas of the map, drawn; the first page of a fresh store waits until the sample is coded."""
    page.goto(address)
    canvas = page.locator(".st-key-map_still canvas")
    canvas.wait_for(timeout=90000)
    settle(page)
    page.wait_for_timeout(2500)
    return canvas


def click(page, canvas, at=SAMJIYON):
    """As a hand does it: the pointer rests on the place before it presses."""
    box = canvas.bounding_box()
    spot = box["x"] + at[0] * box["width"], box["y"] + at[1] * box["height"]
    page.mouse.move(spot[0], spot[1] - 3)
    page.mouse.move(*spot)
    page.wait_for_timeout(500)
    page.mouse.click(*spot, delay=100)
    page.wait_for_timeout(600)
    settle(page)


def test_a_click_lists_the_reports_of_an_area_and_a_second_one_takes_it_back(page, dashboard):
    canvas = opened(page, f"{dashboard}/Map")
    click(page, canvas)
    page.wait_for_url("**at=kp-yanggang-samjiyon**")
    heading = page.get_by_role("heading", name="Samjiyon 삼지연시")
    heading.wait_for()
    assert page.locator("[class*='st-key-here_'] a").count() >= 10
    click(page, canvas)
    page.wait_for_url(lambda url: "at=" not in url)
    heading.wait_for(state="detached")


def test_the_menu_reaches_the_same_list_by_keyboard(page, dashboard):
    opened(page, f"{dashboard}/Map")
    page.get_by_role("combobox", name="Click an area or a point, or choose here").focus()
    page.keyboard.type("Samjiyon 삼")
    page.keyboard.press("Enter")
    page.wait_for_url("**at=kp-yanggang-samjiyon**")
    page.get_by_role("heading", name="Samjiyon 삼지연시").wait_for()


def test_a_change_of_the_filters_leaves_the_map_as_it_is_set(page, dashboard):
    opened(page, f"{dashboard}/Map?colour=people&roll=1&at=kp-yanggang-hyesan&when=2022")
    page.locator(".st-key-f_crackdown label").click()
    page.wait_for_url("**crackdown=1**")
    assert all(f"{name}=" in page.url for name in ("colour", "roll", "at", "when"))


@pytest.mark.parametrize("width", [390, 1400])
def test_the_whole_province_is_in_sight(page, dashboard, width):
    page.set_viewport_size({"width": width, "height": 900})
    box = opened(page, f"{dashboard}/Map").bounding_box()
    assert 0.85 < box["width"] / box["height"] < 1.05 and box["width"] > 0.9 * min(width - 40, 480)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
