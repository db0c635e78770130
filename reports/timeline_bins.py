"""Reports into bins of time: dates known to the day whole, vague ones in equal shares over all bins they may fall into."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from reports.codes import numbers_of
from reports.filters import has_any_text
from reports.spans import spans
from reports.words import day, say

COLUMNS = ["lane", "bin", "series", "reports", "vague"]
RULES = ("month", "quarter", "year")
MOST_BARS = 1000  # a browser draws so many marks without a pause; bins are made coarser beyond it
_MONTHLY, _QUARTERLY = 36, 120  # up to so many months: bins of a month, of a quarter; beyond that of a year
_STEP = {"month": 1, "quarter": 3, "year": 12}
# The month of every day that codes.date_number gives, looked up: a million days cost milliseconds. The last entry is what -1 finds.
_MONTHS = np.append(np.arange(100_000).astype("datetime64[D]").astype("datetime64[M]").astype("int32") + 1970 * 12, np.int32(-1))
_MOST_TICKS = 9  # as many as are read side by side on a phone


@dataclass(frozen=True)
class Axis:
    """The bins of a time axis: their rule, the number of the first (counted from the year 0) and how many there are."""

    rule: str
    origin: int
    size: int

    @property
    def names(self) -> list:
        """The bins by name: 2023-06 for a month, 2023-04 for the quarter from April, 2023 for a year."""
        return [bin_name(self.origin + i, self.rule) for i in range(self.size)]

    def bins_of(self, days: np.ndarray) -> np.ndarray:
        """For each day (days since 1970) the place of its bin on the axis, counted from 0; -1 without a date, and outside."""
        places = _bins(self.rule)[np.asarray(days)] - self.origin
        return np.where((places < 0) | (places >= self.size), -1, places)

    def positions_of(self, days: np.ndarray) -> np.ndarray:
        """Where days stand on the axis: 0.5 is the middle of the first bin."""
        days = np.asarray(days)
        number = month_of(days) // _STEP[self.rule]
        first, following = _first_day(number, self.rule), _first_day(number + 1, self.rule)
        return number - self.origin + (days - first) / (following - first)

    def day_at(self, position: float) -> str:
        """The day that stands at a position, held within the axis: 0 -> the first day of the first bin."""
        place = min(max(float(position), 0.0), self.size - 1e-6)
        number = np.array([self.origin + int(place)])
        first, following = _first_day(number, self.rule)[0], _first_day(number + 1, self.rule)[0]
        return str(np.datetime64(int(first + (place - int(place)) * (following - first)), "D"))

    def ticks(self, language: str = "en", most: int = _MOST_TICKS) -> tuple:
        """(positions, labels) of the bins that are named under the axis: few enough to be read, round ones first."""
        steps = {"month": (1, 3, 6, 12, 24, 60, 120), "quarter": (1, 2, 4, 8, 20, 40), "year": (1, 2, 4, 5, 10, 20)}[self.rule]
        step = next((s for s in steps if self.size / s <= most), steps[-1] * 5)
        places = [i for i in range(self.size) if (self.origin + i) % step == 0] or [0] * bool(self.size)
        if step * _STEP[self.rule] >= 12:
            return [i + 0.5 for i in places], [self.names[i][:4] for i in places]
        return [i + 0.5 for i in places], [_short(self.names[i], self.rule, language, first=n == 0) for n, i in enumerate(places)]


def spread(reports: pd.DataFrame, series: Mapping, dates: str = "event", rule: str | None = None, exact_only: bool = False) -> tuple:
    """The axis and the table of the timeline; `rule` is "month", "quarter" or "year", or None to be chosen by the range.

    `series` maps a name to a mask over the reports. A row a lane, bin and series: `reports` known to lie in the bin,
    `vague` the shares of those that may. Lanes: `dated`, every bin between the first and the last, empty ones too;
    `no_year`, a January-to-December strip of those whose month is known; `undated`. A series adds up, over all lanes, to the
    number of its reports. An event known to the day counts in the bin where it began, however long it went on. With
    `exact_only` the reports whose date is vaguer than a day stand in a lane of their own, `left_out`. Where a rule gives
    more bars than can be drawn (MOST_BARS), the next coarser one is taken.
    """
    span = spans(reports, dates)
    exact, months = _exact(reports, span, dates), months_without_year(reports, dates)
    dated = span.known & exact if exact_only else span.known
    until = np.where(exact, span.first, span.last)
    rule = rule or rule_for(month_of(span.first[dated]), month_of(until[dated]))
    for coarser in RULES[RULES.index(rule) :]:
        low, high = _bins(coarser)[span.first], _bins(coarser)[until]
        origin, size = (int(low[dated].min()), int(high[dated].max() - low[dated].min()) + 1) if dated.any() else (0, 0)
        counts = {name: _dated(low[mask & dated], high[mask & dated], origin, size) for name, mask in series.items()}
        if sum(np.count_nonzero(c) for pair in counts.values() for c in pair) <= MOST_BARS:
            break
    axis, rows = Axis(coarser, origin, size), []
    names = axis.names
    for name, mask in series.items():
        rows += [("dated", *row) for row in zip(names, [name] * size, *counts[name])]
        strip = np.bincount(months[mask & ~span.known & (months > 0)], minlength=13)
        rows += [("no_year", f"XXXX-{month:02d}", name, float(strip[month]), 0.0) for month in range(1, 13)]
        rows.append(("undated", "", name, float((mask & ~span.known & (months <= 0)).sum()), 0.0))
        if exact_only:
            rows.append(("left_out", "vague", name, float((mask & span.known & ~exact).sum()), 0.0))
    return axis, pd.DataFrame(rows, columns=COLUMNS)


def axis_of(reports: pd.DataFrame, dates: str = "event", rule: str | None = None) -> Axis:
    """The bins from the first to the last date of the reports."""
    span = spans(reports, dates)
    first, last = month_of(span.first[span.known]), month_of(span.last[span.known])
    rule = rule or rule_for(first, last)
    origin = int(first.min()) // _STEP[rule] if len(first) else 0
    return Axis(rule, origin, int(last.max()) // _STEP[rule] - origin + 1 if len(first) else 0)


def rule_for(first: np.ndarray, last: np.ndarray) -> str:
    """The bins for events between the first and the last month (numbers of months): month, quarter or year."""
    length = int(last.max() - first.min()) if len(first) else 0
    return "month" if length <= _MONTHLY else "quarter" if length <= _QUARTERLY else "year"


def _dated(low, high, origin, size):
    """By bin: whole reports, and the shares of those over several bins as running sums of where they begin and end."""
    one = low == high
    whole = np.bincount(low[one] - origin, minlength=size)[:size].astype(float)
    share = 1 / (high[~one] - low[~one] + 1)
    begin = np.bincount(low[~one] - origin, weights=share, minlength=size + 1)
    end = np.bincount(high[~one] - origin + 1, weights=share, minlength=size + 1)
    vague = np.cumsum(begin - end)[:size]
    return whole, np.where(np.abs(vague) < 1e-9, 0.0, vague)


def _exact(reports, span, dates):
    """Which reports are dated to the day."""
    return has_any_text(reports["precision"], ("day",)) if dates == "event" else span.first == span.last


def month_of(days: np.ndarray) -> np.ndarray:
    """Numbers of days since 1970 (below 100,000) as numbers of months since the year 0; -1 stays."""
    return _MONTHS[np.asarray(days)]


@lru_cache(maxsize=None)
def _bins(rule):
    """The number of the bin of every day; what has no date is far below all bins."""
    return np.append(_MONTHS[:-1] // _STEP[rule], np.int32(-(10**6)))


def _first_day(numbers, rule):
    """The first day of bins, as days since 1970."""
    months = (np.asarray(numbers) * _STEP[rule] - 1970 * 12).astype("datetime64[M]")
    return months.astype("datetime64[D]").astype("int64")


def months_without_year(reports, dates):
    """For each row the month of an event without a year (XXXX-05-31 -> 5), else -1; publication always has its year."""
    column = reports["event_start"]
    known = np.array([int(v[5:7]) if v.startswith("XXXX-") else -1 for v in column.cat.categories.to_numpy(dtype=object)], dtype="int32")
    return known[numbers_of(column)] if len(known) and dates == "event" else np.full(len(column), -1)


def bin_name(number: int, rule: str) -> str:
    """The name of a bin by its number: 2023-06, or 2023 for a year."""
    months = number * _STEP[rule]
    return f"{number:04d}" if rule == "year" else f"{months // 12:04d}-{months % 12 + 1:02d}"


def bin_label(name: str, rule: str, language: str = "en") -> str:
    """A bin as people write it: June 2023, Q2 2023, 2023."""
    if rule == "quarter" and "-" in name and not name.startswith("X"):
        return say("quarter_named", language, quarter=(int(name[5:7]) + 2) // 3, year=name[:4])
    return day(name, language)


def _short(name, rule, language, first):
    """A bin as it is written under an axis: Jun, Q2; the year stands below where it changes, and below the first label."""
    year, month = name.split("-")
    words = say("quarter_short", language, quarter=(int(month) + 2) // 3) if rule == "quarter" else month_label(int(month), language)
    return f"{words}\n{year}" if first or month == "01" else words


def month_label(month: int, language: str = "en") -> str:
    """A month in few letters: Jun, 6월."""
    return f"{month}월" if language == "ko" else day(f"XXXX-{month:02d}")[:3]


def bin_days(name: str, rule: str) -> tuple:
    """First and last day of a bin as "2023-04-01", "2023-06-30"."""
    first = np.datetime64(f"{name}-01" if rule == "year" else name, "M")
    last = (first + _STEP[rule]).astype("datetime64[D]") - 1
    return str(first.astype("datetime64[D]")), str(last)


def in_bin(reports: pd.DataFrame, name: str, rule: str, dates: str = "event", exact_only: bool = False) -> pd.DataFrame:
    """The reports that a bar stands for: those whose date, or part of it, lies in the bin.

    "XXXX-05" are those of a month without a year, "XXXX" all such, "" the undated.
    """
    span, months = spans(reports, dates), months_without_year(reports, dates)
    if name == "XXXX":
        return reports[~span.known & (months > 0)]
    if name.startswith("XXXX-"):
        return reports[~span.known & (months == int(name[5:7]))]
    if not name:
        return reports[~span.known & (months <= 0)]
    exact = _exact(reports, span, dates)
    low, high = (np.datetime64(d, "D").astype("int64") for d in bin_days(name, rule))
    last = np.where(exact, span.first, span.last)
    return reports[span.known & (span.first <= high) & (last >= low) & (exact if exact_only else True)]
