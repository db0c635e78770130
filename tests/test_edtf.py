"""Dates as values: reading and writing EDTF, and what a date knows of itself."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reports.edtf import Date, Interval, of_event, parse, part_of_month

years = st.one_of(st.none(), st.integers(1, 9999))
days = st.builds(lambda y, m, d: Date(y, m, d), years, st.integers(1, 12), st.integers(1, 28))
months = st.builds(lambda y, m: Date(y, m), years, st.integers(1, 12))
dates = st.one_of(days, months, st.builds(Date, st.integers(1, 9999)))


@given(dates)
def test_a_date_written_and_read_is_the_same(date):
    assert parse(str(date)) == date


@given(dates, st.sampled_from([None, ".."]))
def test_an_interval_with_one_end_written_and_read_is_the_same(date, end):
    assert parse(str(Interval(date, end))) == Interval(date, end)
    assert parse(str(Interval(end, date))) == Interval(end, date)


@given(days, days)
def test_an_interval_written_and_read_is_the_same(a, b):
    low, high = (b, a) if b.before(a) else (a, b)
    assert parse(str(Interval(low, high))) == Interval(low, high)


@given(days, st.integers(0, 300))
def test_days_later_lie_later_or_in_the_next_year(date, count):
    assume(date.year != 9999)  # the calendar ends with that year
    later = date.plus(count)
    assert (later.year is None) == (date.year is None)
    if date.year and later.year:
        assert not later.before(date)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("2023-13-01", id="no thirteenth month"),
        pytest.param("2023-02-30", id="no 30 February"),
        pytest.param("XXXX", id="neither year nor month"),
        pytest.param("../..", id="open at both ends says nothing"),
        pytest.param("2023-06-13/2023-06-01", id="ends before it starts"),
        pytest.param("2023-06-13/2023-06-14/2023-06-15", id="three ends"),
        pytest.param("June 13", id="not EDTF"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_date_is_refused(words):
    with pytest.raises(ValueError):
        parse(words)


def test_the_message_says_what_was_found_and_what_is_accepted():
    with pytest.raises(ValueError, match="'June 13'.*XXXX-05-31"):
        parse("June 13")


def test_a_leap_day_may_lack_its_year():
    assert parse("XXXX-02-29") == Date(None, 2, 29)


@pytest.mark.parametrize(
    "part, expected",
    [("early", "2023-02-01/2023-02-10"), ("mid", "2023-02-11/2023-02-20"), ("late", "2023-02-21/2023-02-28")],
)
def test_parts_of_a_month_are_intervals_of_days(part, expected):
    assert str(part_of_month(part, 2023, 2)) == expected


@pytest.mark.parametrize(
    "start, end, expected",
    [
        pytest.param("2023-06-13", "2023-06-13", "2023-06-13", id="one day"),
        pytest.param("2023-05-21", "2023-06-13", "2023-05-21/2023-06-13", id="an interval"),
        pytest.param("XXXX-05-31", None, "XXXX-05-31/", id="the end is not known"),
        pytest.param("2015-06-01", "XXXX-07-19", "2015-06-01/XXXX-07-19", id="only one end has a year"),
    ],
)
def test_the_dates_of_an_event_as_one_value(start, end, expected):
    assert str(of_event(start, end)) == expected


def test_no_start_no_value():
    assert of_event(None, None) is None
