"""Reports into bins of time: exact dates whole, vague ones in equal shares over all bins they may fall into."""

from collections import defaultdict

import pandas as pd

from reports.filters import spans
from reports.words import day

_COLUMNS = ["lane", "bin", "crackdown", "crackdown_vague", "other", "other_vague"]
_MONTHLY, _QUARTERLY = 36, 120  # up to so many months: bins of a month, of a quarter; beyond that of a year
_STEP = {"month": 1, "quarter": 3, "year": 12}


def spread(reports: pd.DataFrame, dates: str = "event") -> tuple:
    """The rule ("month", "quarter", "year") and a row a bin: lane, bin (its first month), reports exact and vague.

    Every bin between the first and the last is there, empty ones too. The numbers add up to the number of reports.
    """
    span = spans(reports, dates)
    ends = [(_months(f), _months(e)) for f, e in zip(span["first"], span["last"]) if isinstance(f, str)]
    rule = _rule(ends)
    step, sums = _STEP[rule], defaultdict(lambda: dict.fromkeys(_COLUMNS[2:], 0.0))
    starts = reports["event_start"].fillna("")
    for first, last, crackdown, start in zip(span["first"], span["last"], reports["crackdown"], starts):
        kind = "crackdown" if crackdown else "other"
        if isinstance(first, str):
            low, high = _months(first) // step, max(_months(first), _months(last)) // step
            for number in range(low, high + 1):
                sums["dated", number][kind + "_vague" * (high > low)] += 1 / (high - low + 1)
        elif dates == "event" and start.startswith("XXXX-"):
            sums["no_year", int(start[5:7])][kind] += 1
        else:
            sums["undated", 0][kind] += 1
    dated = [n for lane, n in sums if lane == "dated"]
    keys = [("dated", n) for n in range(min(dated), max(dated) + 1)] if dated else []
    keys += [("no_year", n) for n in range(1, 13)] + [("undated", 0)]
    rows = [{"lane": lane, "bin": _name(lane, n, step), **{c: round(v, 6) for c, v in sums[lane, n].items()}} for lane, n in keys]
    return rule, pd.DataFrame(rows, columns=_COLUMNS)


def bin_label(name: str, rule: str, language: str = "en") -> str:
    """A bin as people write it: June 2023, Q2 2023, 2023."""
    if rule == "quarter" and "-" in name:
        return f"Q{(int(name[5:7]) + 2) // 3} {name[:4]}"
    return day(name, language)


def _rule(ends):
    if not ends:
        return "month"
    length = max(e for _, e in ends) - min(f for f, _ in ends)
    return "month" if length <= _MONTHLY else "quarter" if length <= _QUARTERLY else "year"


def _months(day):
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _name(lane, number, step):
    if lane == "dated":
        months = number * step
        return f"{number:04d}" if step == 12 else f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"XXXX-{number:02d}" if lane == "no_year" else ""


def in_bin(reports: pd.DataFrame, name: str, rule: str, dates: str = "event") -> pd.DataFrame:
    """The reports that a bar stands for: those whose date, or part of it, lies in the bin."""
    if name.startswith("XXXX-"):
        return reports[reports["event_start"].fillna("").str.startswith(name)]
    span = spans(reports, dates)
    low = _months(f"{name}-01-01" if rule == "year" else f"{name}-01")
    high = low + _STEP[rule] - 1
    inside = [isinstance(f, str) and _months(f) <= high and max(_months(f), _months(e)) >= low for f, e in zip(span["first"], span["last"])]
    return reports[inside]
