"""Rates of what was loaded, their intervals, and bursts against a trailing baseline."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.figures import FIGURES
from reports.statistics import at_least, rate_ratio, wilson
from tests.frames import light


@pytest.mark.parametrize(
    ("n", "of", "low", "high"),
    [
        pytest.param(0, 10, 0.0, 0.2775, id="none of ten"),
        pytest.param(5, 10, 0.2366, 0.7634, id="half of ten"),
        pytest.param(81, 263, 0.2553, 0.3662, id="Newcombe's example"),
        pytest.param(0, 0, 0.0, 1.0, id="nothing known"),
    ],
)
def test_wilson_interval(n, of, low, high):
    assert [float(v) for v in wilson(n, of)] == pytest.approx([low, high], abs=1e-4)


@pytest.mark.parametrize(("n", "of", "before", "before_of"), [(3, 10, 2, 30), (8, 12, 9, 60), (1, 5, 0, 40), (12, 12, 3, 50)])
def test_tail_is_the_binomial_one(n, of, before, before_of):
    total, share = n + before, of / (of + before_of)
    expected = sum(math.comb(total, k) * share**k * (1 - share) ** (total - k) for k in range(n, total + 1))
    assert at_least(n, of, before, before_of) == pytest.approx(min(1, expected))


def test_ratio_takes_what_was_loaded_into_account():
    ratio, low, high = rate_ratio(20, 200, 10, 50)
    assert ratio == pytest.approx(0.5) and low < 0.5 < high
    assert rate_ratio(3, 0, 4, 10) is None and rate_ratio(0, 5, 0, 5) is None
    assert rate_ratio(4, 10, 0, 10)[2] == math.inf


@settings(deadline=None, max_examples=80)
@given(st.integers(0, 60), st.integers(1, 200), st.integers(0, 60), st.integers(1, 200))
def test_ratio_lies_in_its_interval_and_turns_over_with_the_sides(n, of, other, other_of):
    found, turned = rate_ratio(n, of, other, other_of), rate_ratio(other, other_of, n, of)
    if found:
        assert found[1] - 1e-9 <= found[0] <= found[2] + 1e-9
        if 0 < n and 0 < other:
            assert found[0] * turned[0] == pytest.approx(1) and found[1] * turned[2] == pytest.approx(1)


def loaded(months, outlet="Daily NK", **more):
    """Articles of an outlet, so many in each month of 2023."""
    return [
        {"published": f"2023-{month:02d}-{1 + n % 28:02d}", "outlet": outlet} | more
        for month, many in enumerate(months, 1)
        for n in range(many)
    ]


def change(reports, others, **options):
    """The figure of `reports` among `others`."""
    everything = light(*reports, *others)
    return FIGURES["change"](everything.iloc[: len(reports)], everything=everything, rule="month", **options)


def bins(figure):
    """The dated rows by bin."""
    return figure.numbers[figure.numbers["lane"] == "dated"].set_index("bin")


def test_more_reports_of_more_articles_are_no_rise():
    figure = change(loaded([2, 2, 2, 2, 2, 20], themes=["waku_permits"]), loaded([8, 8, 8, 8, 8, 80]))
    table = bins(figure)
    assert list(table["rate"]) == pytest.approx([0.2] * 6) and not table["burst"].any()
    assert "nothing stands out" in figure.title


def test_more_reports_of_as_many_articles_are_a_burst():
    figure = change(loaded([1, 1, 1, 1, 1, 12]), loaded([20] * 6))
    assert list(bins(figure).query("burst").index) == ["2023-06"] and bins(figure).loc["2023-06", "one_outlet"]
    assert "June 2023 (one outlet only)" in figure.title


def test_a_burst_of_two_outlets_carries_no_badge():
    figure = change(loaded([1, 1, 1, 1, 1, 6]) + loaded([1, 0, 0, 0, 0, 6], "RFA"), loaded([20] * 6) + loaded([20] * 6, "RFA"))
    assert list(bins(figure).query("burst")["one_outlet"]) == [False]


def test_reprints_of_one_story_are_no_burst():
    reprints = [row | {"story": 500} for row in loaded([0, 0, 0, 0, 0, 12])]
    figure = change(loaded([1] * 6) + reprints, loaded([20] * 6))
    assert bins(figure).loc["2023-06", "reports"] == 13 and not bins(figure)["burst"].any()


def test_a_month_of_which_nothing_is_loaded_has_no_rate():
    table = bins(change(loaded([3, 0, 3]), loaded([5, 0, 5])))
    assert table["rate"].isna().tolist() == [False, True, False]


def test_below_five_reports_there_is_no_rate():
    figure = change(loaded([1, 1, 2]), loaded([20] * 3))
    assert figure.marks["few"] and bins(figure)["rate"].isna().all() and "listed" in figure.alt


def test_outlet_left_out_is_left_out_of_both_sides_of_the_rate():
    figure = change(loaded([2] * 3) + loaded([5] * 3, "RFA"), loaded([8] * 3) + loaded([1] * 3, "RFA"), without="RFA")
    assert list(bins(figure)["articles"]) == [10, 10, 10] and list(bins(figure)["reports"]) == [2, 2, 2]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["Daily NK", "RFA"]), st.booleans()), min_size=1, max_size=20),
    st.integers(0, 20),
)
def test_lanes_add_up_to_the_reports(found, others):
    rows = [{"published": f"2023-{m:02d}-05" if m else "", "outlet": o, "crackdown": c} for m, o, c in found]
    figure = change(rows, loaded([others]))
    assert figure.numbers["reports"].sum() == len(rows)
    rates = figure.numbers.dropna(subset=["rate"])
    assert ((rates["low"] - 1e-9 <= rates["rate"]) & (rates["rate"] <= rates["high"] + 1e-9)).all()


def test_where_all_reports_are_in_view_their_crackdown_reports_are_counted():
    everything = light(*loaded([2, 2, 2], crackdown=True), *loaded([4, 4, 4]))
    figure = FIGURES["change"](everything, everything=everything, rule="month")
    assert list(bins(figure)["rate"]) == pytest.approx([1 / 3] * 3) and figure.title.startswith("Crackdown reports per article loaded")
    asked = FIGURES["change"](everything.iloc[:3], everything=everything, rule="month", subject="crackdown")
    assert list(bins(asked)["reports"]) == [2, 1] and asked.numbers["reports"].sum() == 3
