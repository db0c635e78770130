"""What was loaded: counted by outlet and bin of publication; nothing loaded is never a zero among the numbers of reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.captions import caption
from reports.drawing.page import to_plotly
from reports.figures import FIGURES
from reports.figures.coverage import OTHERS, band, same_outlets, without_outlet
from reports.timeline_bins import Axis
from tests.frames import light

YEAR = Axis("month", 2023 * 12, 12)


def article(day, outlet="Daily NK", **more):
    """A row that is published, on whatever theme."""
    return {"published": day, "outlet": outlet} | more


def test_the_band_counts_articles_of_any_kind_by_outlet_and_month():
    loaded = light(article("2023-01-03"), article("2023-01-04"), article("2023-03", "RFA"), article("2022-12-31"), article(""))
    numbers = band(loaded, YEAR)
    cells = {(r.series, r.bin): r.articles for r in numbers.itertuples() if r.articles}
    assert cells == {("Daily NK", "2023-01"): 2, ("RFA", "2023-03"): 1}
    assert len(numbers) == 2 * 12


def test_rare_outlets_share_a_row():
    loaded = light(*[article("2023-01-03", f"outlet {n:02d}") for n in range(9) for _ in range(9 - n)])
    numbers = band(loaded, YEAR)
    assert list(dict.fromkeys(numbers["series"])) == [f"outlet {n:02d}" for n in range(5)] + [OTHERS]
    assert numbers.loc[numbers["series"] == OTHERS, "label"].iloc[0] == "4 other outlets"
    assert numbers["articles"].sum() == 45


def test_what_is_not_loaded_is_hatched_and_carries_no_number():
    loaded = light(article("2023-01-03"), article("2023-03-04"))
    drawn = to_plotly(FIGURES["coverage"](loaded, everything=loaded, rule="month"))
    hatched, shaded = drawn.data
    assert hatched.marker.pattern.shape == "/" and [(b, x) for b, x in zip(hatched.base, hatched.x)] == [(1, 1)]
    assert [str(v) for v in shaded.z[0]] == ["1.0", "nan", "1.0"]


def test_the_ground_is_what_the_same_outlets_published_in_the_same_languages():
    everything = light(article("2023-01-03"), article("2023-01-04", "RFA"), article("2023-01-05", language="ko"), article("2023-01-06"))
    assert list(same_outlets(everything.iloc[:1], everything).index) == [0, 3]
    assert len(same_outlets(everything.iloc[:0], everything)) == 0


@pytest.mark.parametrize(("outlet", "left"), [("RFA", 1), ("nobody", 2), (None, 2), ("", 2)])
def test_one_outlet_can_be_left_out(outlet, left):
    assert len(without_outlet(light(article("2023-01-03"), article("2023-01-04", "RFA")), outlet)) == left


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 12), st.sampled_from("ABCDEFGHIJ")), max_size=25))
def test_the_band_adds_up_to_the_articles_of_its_axis(found):
    assert band(light(*[article(f"2023-{month:02d}-05", outlet) for month, outlet in found]), YEAR)["articles"].sum() == len(found)


@pytest.mark.parametrize(
    ("rows", "language", "begins"),
    [
        pytest.param(
            [article("2023-01-03", event_start="2023-01-02")],
            "en",
            "1 report (1 story) from 1 outlet, published 3 January 2023; 100% from Daily NK; 0 without a date",
            id="one day is said once",
        ),
        pytest.param(
            [article("2023-01-03", story=1), article("2023-02-04", "RFA", story=1), article("2023-02-01", event_place_ids=["kp-yanggang"])],
            "en",
            "3 reports (2 stories) from 2 outlets, published 3 January 2023 – 4 February 2023; 67% from Daily NK; "
            "3 without a date of the event or its year, 2 without a place. Claims by media",
            id="two outlets, one story twice",
        ),
        pytest.param([article("")], "en", "1 report (1 story) from 1 outlet, no date of publication known;", id="no date of publication"),
        pytest.param(
            [article("2023-01-03")],
            "ko",
            "1개 매체의 보도 1건(이야기 1건), 보도일 2023년 1월 3일; Daily NK 100%; 사건 날짜나 연도 없음 1건, 장소 없음 1건.",
            id="in Korean",
        ),
        pytest.param([], "en", "No report is in view.", id="nothing in view"),
    ],
)
def test_caption_says_what_a_chart_rests_on(rows, language, begins):
    assert caption(light(*rows), language).startswith(begins)
