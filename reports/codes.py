"""Columns of codes: many codes a report, few different combinations of them.

A column of codes is a pandas category whose values are codes joined with `;`. Whatever is asked of it is asked of its few
combinations first and then of the rows by number, so that a million rows cost milliseconds.
"""

from functools import lru_cache

import numpy as np
import pandas as pd


def split(joined: str) -> tuple:
    """The codes of one combination: "markets;smuggling" -> ("markets", "smuggling")."""
    return tuple(joined.split(";")) if joined else ()


def combinations_of(column: pd.Series) -> list:
    """The codes of each category of the column, in the order of the categories."""
    return [split(joined) for joined in column.cat.categories]


def numbers_of(column: pd.Series) -> np.ndarray:
    """For each row the number of its category."""
    return column.cat.codes.to_numpy()


def of_rows(column: pd.Series) -> list:
    """The codes of each row."""
    found = combinations_of(column)
    return [found[number] for number in numbers_of(column)]


def has_any(column: pd.Series, wanted) -> np.ndarray:
    """For each row whether it carries one of the wanted codes."""
    wanted = frozenset(wanted)
    hit = np.array([not wanted.isdisjoint(codes) for codes in combinations_of(column)], dtype=bool)
    return hit[numbers_of(column)] if len(hit) else np.zeros(len(column), dtype=bool)


def rows_by_combination(column: pd.Series) -> list:
    """(codes, number of rows) for each combination that occurs."""
    numbers = np.bincount(numbers_of(column), minlength=len(column.cat.categories)) if len(column) else []
    return [(codes, int(n)) for codes, n in zip(combinations_of(column), numbers) if n]


def count(column: pd.Series) -> dict:
    """Code -> number of rows that carry it."""
    found = {}
    for codes, n in rows_by_combination(column):
        for code in codes:
            found[code] = found.get(code, 0) + n
    return found


def pairs(one: pd.Series, other: pd.Series, name_one=None, name_other=None) -> dict:
    """(code of one column, code of the other) -> number of rows that carry both.

    `name_one` and `name_other`, where given, turn the codes of a combination into the names they are counted under
    (as "other" for what is rare, "none" for an empty one); a row counts once for each name.
    """
    left, left_names = _flags(one, name_one)
    right, right_names = _flags(other, name_other)
    rows, columns, found = numbers_of(one), numbers_of(other), {}
    for a, flags in zip(left_names, left):
        if len(rows) and flags.any():
            beside = np.bincount(columns[flags[rows]], minlength=len(other.cat.categories))
            for b, n in zip(right_names, right @ beside):
                if n:
                    found[a, b] = int(n)
    return found


def _flags(column, name):
    """A row a name, a column a combination: whether the combination is counted under the name; and the names."""
    named = [_named(codes, name) for codes in combinations_of(column)]
    names = sorted({n for names in named for n in names})
    place = {n: i for i, n in enumerate(names)}
    flags = np.zeros((len(names), len(named)), dtype=bool)
    for number, own in enumerate(named):
        flags[[place[n] for n in own], number] = True
    return flags, names


def _named(codes, name):
    return tuple(dict.fromkeys(name(codes))) if name else codes


@lru_cache(maxsize=1 << 17)
def date_number(value: str, last: bool = False) -> int:
    """A day as days since 1970; of a month (2022-08) its first day, or its last; -1 where no year or nothing is known."""
    try:
        day = np.datetime64(value, "D") if len(value) == 10 and value[0].isdigit() else None
        if day is None and len(value) == 7 and value[0].isdigit():
            month = np.datetime64(value, "M")
            day = (month + 1).astype("datetime64[D]") - 1 if last else month.astype("datetime64[D]")
        number = int(day.astype("int64")) if day is not None else -1
    except ValueError:
        return -1
    return number if 0 < number < 100_000 else -1


def days_of(column: pd.Series, last: bool = False) -> np.ndarray:
    """For each row its date as days since 1970, -1 where it has none with a year."""
    known = np.array([date_number(value, last) for value in column.cat.categories.to_numpy(dtype=object)], dtype="int32")
    return known[numbers_of(column)] if len(known) else np.full(len(column), -1, dtype="int32")
