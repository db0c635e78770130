"""Columns of codes, and days from texts of dates."""

import pandas as pd
import pytest

from reports.codes import count, date_number, days_of, has_any, of_rows, pairs, split

THEMES = pd.Series(["markets;smuggling", "", "markets", "markets;smuggling"], dtype="category")
TARGETS = pd.Series(["smugglers", "", "street_vendors", "smugglers;officials"], dtype="category")


def test_codes_are_split_counted_and_found():
    assert of_rows(THEMES) == [("markets", "smuggling"), (), ("markets",), ("markets", "smuggling")]
    assert count(THEMES) == {"markets": 3, "smuggling": 2}
    assert list(has_any(THEMES, ["smuggling", "drugs"])) == [True, False, False, True]
    assert count(THEMES[has_any(THEMES, ["smuggling"])]) == {"markets": 2, "smuggling": 2}


def test_pairs_count_rows_that_carry_both():
    assert pairs(THEMES, TARGETS)["markets", "smugglers"] == 2
    assert ("smuggling", "street_vendors") not in pairs(THEMES, TARGETS)
    named = pairs(THEMES, TARGETS, name_other=lambda codes: ["other" for _ in codes] or ["none"])
    assert named["smuggling", "other"] == 2, "a row counts once however many of its codes are called alike"


def test_nothing_of_an_empty_column():
    none = pd.Series([], dtype="category")
    assert (count(none), pairs(none, none), list(has_any(none, ["markets"])), split("")) == ({}, {}, [], ())


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        pytest.param("2023-06-13", "2023-06-13", "2023-06-13", id="a day is itself"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="a month in a leap year"),
        pytest.param("XXXX-05-31", None, None, id="no year, no day"),
        pytest.param("2023-02-30", None, None, id="no such day"),
        pytest.param("9999-01-01", None, None, id="beyond any report"),
        pytest.param("", None, None, id="nothing"),
    ],
)
def test_dates_as_numbers_of_days(value, first, last):
    def number(day):
        return -1 if day is None else (pd.Timestamp(day) - pd.Timestamp("1970-01-01")).days

    assert (date_number(value), date_number(value, last=True)) == (number(first), number(last))
    assert list(days_of(pd.Series([value, value], dtype="category"))) == [number(first)] * 2
