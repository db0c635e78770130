"""Filters: OR within, AND between; a sentence that begins with the number; an address that brings the same view back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.codebook import codebook
from reports.filters import FACETS, Filters, facet_counts, typed_day
from reports.gazetteer import gazetteer
from reports.schema import REPORTS, frame

ROWS = [
    {"article_id": "a", "outlet": "Daily NK", "language": "en", "published": "2023-06-13", "themes": ["markets", "corruption"], "crackdown": True,
     "event_start": "2023-05-21", "event_end": "2023-06-13", "precision": "part_of_month", "actors": ["police"],
     "event_place_ids": ["kp-yanggang", "kp-yanggang-hyesan", "kp-yanggang-hyesan-hyehung"]},
    {"article_id": "b", "outlet": "RFA", "language": "ko", "published": "2022-08", "themes": ["smuggling"], "event_place_ids": ["kp-yanggang-samsu"],
     "event_start": "XXXX-08-02", "event_end": "XXXX-08-02", "precision": "day"},
    {"article_id": "c", "outlet": "Daily NK", "language": "ko", "themes": [], "event_place_ids": [], "precision": "unknown"},
]  # fmt: skip
REPORTS_IN_HAND = frame(ROWS, REPORTS).assign(story=[0, 1, 0])


def ids(**values):
    return "".join(Filters(**values).apply(REPORTS_IN_HAND)["article_id"])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({}, "abc", id="nothing asked"),
        pytest.param({"theme": ("markets", "smuggling")}, "ab", id="OR within a facet"),
        pytest.param({"theme": ("markets",), "language": ("ko",)}, "", id="AND between facets"),
        pytest.param({"place": ("kp-yanggang-hyesan",)}, "a", id="a city holds its neighbourhoods"),
        pytest.param({"place": ("kp-yanggang",)}, "ab", id="the province holds all"),
        pytest.param({"crackdown": True}, "a", id="crackdown only"),
        pytest.param({"start": "2023-06-01", "end": "2023-06-30"}, "a", id="an interval matches where it overlaps"),
        pytest.param({"start": "2023-06-14"}, "", id="after the interval; no year, no match"),
        pytest.param({"dates": "published", "start": "2022-08-31", "end": "2022-08-31"}, "b", id="a month of publication overlaps its last day"),
        pytest.param({"dates": "published", "start": "2022-09-01"}, "a", id="the next month does not"),
        pytest.param({"count": "stories"}, "ab", id="a story once, by its earliest dated report"),
        pytest.param({"outlet": ("RFA", "Daily NK"), "actor": ("police",)}, "a", id="enforcer"),
    ],
)
def test_reports_in_view(values, expected):
    assert ids(**values) == expected


def test_undated_reports_are_counted_aside():
    assert Filters(start="2020-01-01").undated(REPORTS_IN_HAND) == 2
    assert Filters(start="2020-01-01", theme=("smuggling",)).undated(REPORTS_IN_HAND) == 1
    assert Filters().undated(REPORTS_IN_HAND) == 0


@pytest.mark.parametrize(
    ("filters", "n", "expected"),
    [
        pytest.param(Filters(), 1, "1 report", id="one"),
        pytest.param(Filters(theme=("waku_permits",), place=("kp-yanggang-hyesan",)), 1204, "1,204 reports on waku permits in Hyesan", id="many"),
        pytest.param(Filters(crackdown=True, theme=("covid_quarantine", "markets")), 2, "2 crackdown reports on COVID and quarantine or markets", id="or"),
        pytest.param(Filters(start="2022-01-01", end="2024-12-31"), 3, "3 reports dated 1 January 2022 to 31 December 2024", id="dates in words"),
        pytest.param(Filters(count="stories"), 1, "1 story", id="stories"),
    ],
)
def test_the_sentence_begins_with_the_number(filters, n, expected):
    assert filters.describe(n) == expected


def test_the_sentence_says_how_many_stories_the_reports_tell():
    assert Filters(theme=("markets",)).describe(23, stories=19) == "23 reports (19 stories) on markets"
    assert Filters(theme=("markets",)).describe(23, "ko", stories=19).startswith("보도 23건 (이야기 19건)")


some = {f: st.lists(st.sampled_from(codebook().codes(f"{f}s")), max_size=3, unique=True).map(tuple) for f in ("theme", "actor", "target", "sanction")}
filters_of_any_kind = st.builds(
    Filters, **some, crackdown=st.booleans(), place=st.lists(st.sampled_from([p.place_id for p in gazetteer()]), max_size=2, unique=True).map(tuple),
    dates=st.sampled_from(["event", "published"]), start=st.none() | st.just("2022-01-01"), end=st.none() | st.just("2024-12-31"),
    q=st.sampled_from(["", "와크 값", "a&b=c"]), sample=st.sampled_from([None, True, False]), count=st.sampled_from(["reports", "stories"]),
)  # fmt: skip


@given(filters_of_any_kind)
def test_the_address_brings_the_same_filters_back(filters):
    assert Filters.from_query(filters.to_query()) == (filters, 0)


@given(st.dictionaries(st.sampled_from([*FACETS, "from", "to", "dates", "crackdown", "sample", "q", "count"]), st.lists(st.text(max_size=30), max_size=3)))
def test_no_address_breaks_the_page(query):
    filters, dropped = Filters.from_query(query)
    assert dropped >= 0 and filters.apply(REPORTS_IN_HAND, lambda words: REPORTS_IN_HAND["crackdown"].to_numpy()) is not None


def test_unknown_values_are_dropped_and_counted():
    filters, dropped = Filters.from_query({"theme": ["markets", "<b>"], "from": ["2023-02-30"], "place": ["kp-nowhere"], "crackdown": ["2"]})
    assert (filters, dropped) == (Filters(theme=("markets",)), 4)


def test_menus_count_under_all_other_filters():
    found = facet_counts(REPORTS_IN_HAND, Filters(theme=("markets",), language=("en",)))
    assert found["theme"] == {"corruption": 1, "markets": 1}, "themes of the English reports, the theme's own choice left out"
    assert found["language"] == {"en": 1} and found["place"]["kp-yanggang-hyesan"] == 1


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        pytest.param("2022-01-31", "2022-01-31", "2022-01-31", id="a day"),
        pytest.param("2022.1.5", "2022-01-05", "2022-01-05", id="with points, without noughts"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="a month"),
        pytest.param("2022", "2022-01-01", "2022-12-31", id="a year"),
        pytest.param("2022-13", "", "", id="no such month"),
        pytest.param("2022-02-30", "", "", id="no such day"),
        pytest.param("yesterday", "", "", id="no date"),
    ],
)
def test_days_as_people_type_them(typed, first, last):
    assert (typed_day(typed), typed_day(typed, last=True)) == (first, last)
