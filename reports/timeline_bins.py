"""Reports into bins of time: dates known to the day whole, vague ones in equal shares over all bins they may fall into."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from reports.codes import numbers_of
from reports.filters import has_any_text
from reports.spans import spans
from reports.words import day

COLUMNS = ["lane", "bin", "series", "reports", "vague"]
RULES = ("month", "quarter", "year")
_MONTHLY, _QUARTERLY = 36, 120  # up to so many months: bins of a month, of a quarter; beyond that of a year
_STEP = {"month": 1, "quarter": 3, "year": 12}


def spread(reports: pd.DataFrame, series: Mapping, dates: str = "event", rule: str | None = None, exact_only: bool = False) -> tuple:
    """The rule ("month", "quarter", "year"; chosen by the range where None) and the table of the timeline.

    `series` maps a name to a mask over the reports. A row a lane, bin and series: `reports` known to lie in the bin,
    `vague` the shares of those that may. Lanes: `dated`, every bin between the first and the last, empty ones too;
    `no_year`, a January-to-December strip of those whose month is known; `undated`. A series adds up, over all lanes, to the
    number of its reports. An event known to the day counts in the bin where it began, however long it went on. With
    `exact_only` the reports whose date is vaguer than a day are left out of the lane `dated`.
    """
    span = spans(reports, dates)
    if dates == "event":
        exact = has_any_text(reports["precision"], ("day",))
        months = _months_without_year(reports["event_start"])
    else:
        exact, months = span.first == span.last, np.full(len(reports), -1)
    dated = span.known & exact if exact_only else span.known
    first, last = _month(span.first), _month(np.where(exact, span.first, span.last))
    rule = rule or rule_for(first[dated], last[dated])
    low, high = first // _STEP[rule], last // _STEP[rule]
    origin, size = (int(low[dated].min()), int(high[dated].max() - low[dated].min()) + 1) if dated.any() else (0, 0)
    rows = []
    for name, mask in series.items():
        rows += _dated_rows(name, low[mask & dated], high[mask & dated], origin, size, rule)
        strip = np.bincount(months[mask & ~span.known & (months > 0)], minlength=13)
        rows += [("no_year", f"XXXX-{month:02d}", name, float(strip[month]), 0.0) for month in range(1, 13)]
        rows.append(("undated", "", name, float((mask & ~span.known & (months <= 0)).sum()), 0.0))
    return rule, pd.DataFrame(rows, columns=COLUMNS)


def rule_for(first: np.ndarray, last: np.ndarray) -> str:
    """The bins for events between the first and the last month (numbers of months): month, quarter or year."""
    length = int(last.max() - first.min()) if len(first) else 0
    return "month" if length <= _MONTHLY else "quarter" if length <= _QUARTERLY else "year"


def _dated_rows(name, low, high, origin, size, rule):
    """Whole reports by bin, and the shares of those over several bins as running sums of where they begin and end."""
    one = low == high
    whole = np.bincount(low[one] - origin, minlength=size).astype(float)
    share = 1 / (high[~one] - low[~one] + 1)
    begin = np.bincount(low[~one] - origin, weights=share, minlength=size + 1)
    end = np.bincount(high[~one] - origin + 1, weights=share, minlength=size + 1)
    vague = np.cumsum(begin - end)[:size]
    return [("dated", _name(origin + i, rule), name, whole[i], round(abs(vague[i]), 6)) for i in range(size)]


def _month(days):
    """Numbers of days since 1970 as numbers of months since the year 0; -1 stays."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype("int64") + 1970 * 12
    return np.where(days < 0, -1, months)


def _months_without_year(column):
    """For each row the month of a date without a year (XXXX-05-31 -> 5), else -1."""
    known = np.array([int(v[5:7]) if v.startswith("XXXX-") else -1 for v in column.cat.categories], dtype="int64")
    return known[numbers_of(column)] if len(known) else np.full(len(column), -1)


def _name(number, rule):
    months = number * _STEP[rule]
    return f"{number:04d}" if rule == "year" else f"{months // 12:04d}-{months % 12 + 1:02d}"


def bin_label(name: str, rule: str, language: str = "en") -> str:
    """A bin as people write it: June 2023, Q2 2023, 2023."""
    if rule == "quarter" and "-" in name and not name.startswith("X"):
        quarter = (int(name[5:7]) + 2) // 3
        return f"{name[:4]}년 {quarter}분기" if language == "ko" else f"Q{quarter} {name[:4]}"
    return day(name, language)


def bin_days(name: str, rule: str) -> tuple:
    """First and last day of a bin as "2023-04-01", "2023-06-30"."""
    first = np.datetime64(f"{name}-01" if rule == "year" else name, "M")
    last = (first + _STEP[rule]).astype("datetime64[D]") - 1
    return str(first.astype("datetime64[D]")), str(last)


def in_bin(reports: pd.DataFrame, name: str, rule: str, dates: str = "event") -> pd.DataFrame:
    """The reports that a bar stands for: those whose date, or part of it, lies in the bin."""
    if name.startswith("XXXX-"):
        return reports[_months_without_year(reports["event_start"]) == int(name[5:7])]
    if not name:
        return reports[~spans(reports, dates).known & (_months_without_year(reports["event_start"]) < 0)]
    span = spans(reports, dates)
    low, high = (np.datetime64(d, "D").astype("int64") for d in bin_days(name, rule))
    last = np.where(has_any_text(reports["precision"], ("day",)), span.first, span.last) if dates == "event" else span.last
    return reports[span.known & (span.first <= high) & (last >= low)]
