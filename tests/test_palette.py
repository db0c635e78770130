"""Colours: what the page promises of contrast, in both themes."""

import pytest

from reports.palette import DARK, LIGHT, area_of, change_of, contrast, faint, ink_on, rgb, step_of

THEMES = pytest.mark.parametrize("palette", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")])


def areas(palette):
    return [palette.land, palette.neighbour, palette.grid, *palette.steps, *palette.fewer]


@THEMES
def test_text_reads_on_every_area(palette):
    assert min(contrast(ink_on(fill, palette), fill) for fill in areas(palette)) >= 4.5


@THEMES
def test_names_of_rivers_and_neighbours_read_on_the_ground_around(palette):
    assert contrast(palette.strong, palette.neighbour) >= 4.5
    assert contrast(faint(palette.ink, palette.neighbour, 0.7), palette.neighbour) >= 4.5


@THEMES
@pytest.mark.parametrize("mark", ["water", "point"])
def test_rivers_and_points_stand_out_from_the_ground(palette, mark):
    assert min(contrast(getattr(palette, mark), ground) for ground in (palette.ground, palette.land, palette.neighbour)) >= 3


@THEMES
def test_steps_run_one_way_from_land_to_strong(palette):
    away = [contrast(step, palette.ground) for step in palette.steps]
    assert away == sorted(away)


@pytest.mark.parametrize(
    ("count", "classes", "expected"),
    [
        pytest.param(0, [1, 3, 9, 29, 88], LIGHT.land, id="nothing reported"),
        pytest.param(1, [1, 3, 9, 29, 88], LIGHT.steps[0], id="lowest class"),
        pytest.param(3, [1, 3, 9, 29, 88], LIGHT.steps[1], id="upper bound belongs to its class"),
        pytest.param(88, [1, 3, 9, 29, 88], LIGHT.steps[4], id="highest class"),
        pytest.param(2, [1, 2], LIGHT.steps[4], id="with two classes the highest is still the strongest"),
        pytest.param(1, [1, 2], LIGHT.steps[3], id="with two classes the lower is next to it"),
    ],
)
def test_step_of(count, classes, expected):
    assert step_of(count, classes, LIGHT) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(0, DARK.land, id="no change"),
        pytest.param(2, DARK.steps[1], id="a little more"),
        pytest.param(3, DARK.steps[4], id="much more"),
        pytest.param(-2, DARK.fewer[0], id="a little fewer"),
        pytest.param(-9, DARK.fewer[1], id="much fewer, in another hue"),
    ],
)
def test_change_of(change, expected):
    assert change_of(change, 2, DARK) == expected


def test_area_without_a_value_is_grey():
    assert area_of(float("nan"), [5, 10], LIGHT) == LIGHT.grid != area_of(0, [5, 10], LIGHT)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_rgb():
    assert rgb("#0B5A8A", 128) == [11, 90, 138, 128]
