"""Two selections side by side: they add up, and their ratio is that of rates."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.figures import FIGURES
from reports.figures.compare import before_and_after, times
from tests.frames import dated, light
from tests.test_pages import open_page


def row(figure, code):
    """A row of the comparison."""
    return figure.numbers[figure.numbers["code"] == code].iloc[0]


def test_two_periods_are_compared_by_what_was_loaded():
    early, late = (
        [dated(f"2023-01-{d:02d}", themes=["markets"]) for d in range(1, 11)],
        [dated(f"2023-09-{d:02d}", themes=["markets"]) for d in range(1, 21)],
    )
    others = [dated("2023-01-15")] * 10 + [dated("2023-09-25")] * 60
    everything = light(*early, *late, *others)
    figure = FIGURES["compare"](everything.iloc[:30], everything=everything, one="to=2023-06-30", other="from=2023-07-01")
    found = row(figure, "reports")
    assert (found["a"], found["b"], found["difference"]) == (10, 20, 10)
    assert (found["rate_a"], found["rate_b"]) == (0.5, 0.25) and found["ratio"] == pytest.approx(0.5)
    assert (row(figure, "articles")["a"], row(figure, "articles")["b"]) == (20, 80)
    assert figure.alt.startswith("Reports: 10 in A, 20 in B; per article loaded, B has 0.50 times as many")


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        pytest.param("theme=markets", "theme=smuggling", (2, 2, 1, 1), id="themes overlap"),
        pytest.param("outlet=RFA", "outlet=Daily+NK", (1, 3, 0, 0), id="outlets"),
        pytest.param("place=kp-yanggang-hyesan", "place=kp-yanggang", (1, 2, 1, 2), id="a place in its province"),
        pytest.param("theme=nonsense&from=soon", "theme=markets", (4, 2, 2, 0), id="unknown values are ignored"),
    ],
)
def test_sides_narrow_the_view(one, other, numbers):
    reports = light(
        dated("2023-01-01", themes=["markets", "smuggling"], event_place_ids=["kp-yanggang-hyesan"]),
        dated("2023-02-01", themes=["markets"], outlet="RFA", event_place_ids=["kp-yanggang"]),
        dated("2023-03-01", themes=["smuggling"]),
        dated("2023-04-01"),
    )
    figure = FIGURES["compare"](reports, everything=reports, one=one, other=other)
    total = row(figure, "reports")
    assert (total["a"], total["b"], row(figure, "both")["a"], row(figure, "neither")["a"]) == numbers


def test_few_reports_have_no_ratio():
    reports = light(dated("2023-01-01"), dated("2023-09-01"))
    figure = FIGURES["compare"](reports, everything=reports)
    assert row(figure, "reports").isna()["ratio"] and "no ratio" in figure.alt


def test_without_a_choice_the_sides_are_before_and_after_the_border_reopened():
    assert before_and_after() == ("to=2023-08-25", "from=2023-08-26")


@pytest.mark.parametrize(("ratio", "words"), [(0.5, "0.50"), (1.0, "1.0"), (12, "12"), (1234, "1,234"), (float("inf"), "∞")])
def test_ratios_are_written_with_two_digits(ratio, words):
    assert times(ratio) == words


reports_of = st.lists(
    st.builds(
        lambda m, t, o: dated(f"2023-{m:02d}-05", themes=t, outlet=o) if m else {"themes": t, "outlet": o},
        st.integers(0, 12),
        st.lists(st.sampled_from(["markets", "smuggling"]), max_size=2, unique=True),
        st.sampled_from(["Daily NK", "RFA"]),
    ),
    min_size=1,
    max_size=15,
)
choices = st.sampled_from(["theme=markets", "outlet=RFA", "from=2023-05-01", "to=2023-05-31", "theme=markets&theme=smuggling"])


@settings(deadline=None, max_examples=60)
@given(reports_of, choices, choices)
def test_both_sides_add_up_to_the_reports_in_view(found, one, other):
    reports = light(*found)
    figure = FIGURES["compare"](reports, everything=reports, one=one, other=other)
    total = row(figure, "reports")
    assert total["a"] + total["b"] - row(figure, "both")["a"] + row(figure, "neither")["a"] == len(reports)
    over_time = FIGURES["compare_time"](reports, everything=reports, one=one, other=other).numbers
    for side in ("a", "b"):
        part = over_time[over_time["side"] == side]
        assert part["reports"].sum() + part["vague"].sum() == pytest.approx(total[side])


@pytest.mark.parametrize(
    "query",
    [
        pytest.param({}, id="nothing chosen"),
        pytest.param({"a_theme": "markets", "b_theme": "smuggling", "unit": "share", "rows": "actors"}, id="two themes"),
        pytest.param({"a_theme": "<script>", "a_from": "soon", "unit": "bad", "ui": "ko"}, id="unknown values"),
        pytest.param({"q": "no such words"}, id="no report"),
    ],
)
def test_the_page_opens(query):
    app = open_page("pages/7_Compare.py", **query)
    assert not app.exception and app.title[0].value in ("Compare", "비교")


def test_the_page_shows_the_sides_of_its_address():
    app = open_page("pages/7_Compare.py", a_theme="markets", b_from="2022-01-01")
    assert app.multiselect(key="c_a_theme").value == ["markets"] and str(app.date_input(key="c_b_from").value) == "2022-01-01"


def test_where_all_reports_are_in_view_the_words_are_of_crackdowns():
    reports = light(
        *[dated(f"2023-01-{d:02d}", crackdown=d > 2) for d in range(1, 9)],
        *[dated(f"2023-09-{d:02d}", crackdown=d > 6) for d in range(1, 9)],
    )
    figure = FIGURES["compare"](reports, everything=reports, one="to=2023-06-30", other="from=2023-07-01")
    assert figure.alt.startswith("Crackdown reports: 6 in A, 2 in B; per article loaded, B has 0.33 times")
