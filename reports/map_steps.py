"""Steps of time on the map: a year, a quarter or a month, as they stand in the address ("2023", "2023-q2", "2023-06")."""

import re

import numpy as np
import pandas as pd

from reports.codes import has_any
from reports.gazetteer import PROVINCE, gazetteer
from reports.spans import spans
from reports.timeline_bins import bin_label, in_bin

UNITS = ("year", "quarter", "month")
_MONTHS = {"year": 12, "quarter": 3, "month": 1}
_STEP = re.compile(r"(?P<year>\d{4})(?:-(?:q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?")


def unit_of(step: str | None) -> str | None:
    """The unit of a step: "2023-q2" -> "quarter"; None where it is no step."""
    found = _STEP.fullmatch(step or "")
    return None if not found else "quarter" if found["quarter"] else "month" if found["month"] else "year"


def steps_of(reports: pd.DataFrame, unit: str, dates: str = "event") -> list:
    """Every step between the first and the last date of the reports, by `dates`; empty where none has a date."""
    span = spans(reports, dates)
    if not span.known.any():
        return []
    first, last = (
        int(np.datetime64(int(d), "D").astype("datetime64[M]").astype(int)) for d in (span.first[span.known].min(), span.last.max())
    )
    size = _MONTHS[unit]
    return [_name(number * size, unit) for number in range(first // size, last // size + 1)]


def last_on_map(reports: pd.DataFrame, unit: str, dates: str = "event") -> str:
    """The latest step with something on the map; where nothing is, the latest step."""
    inside = gazetteer().inside(PROVINCE) - {PROVINCE}
    on_map = reports[has_any(reports["event_place_ids"], inside)]
    return (steps_of(on_map, unit, dates) or steps_of(reports, unit, dates))[-1]


def step_label(step: str, language: str = "en") -> str:
    """A step as people write it: June 2023, Q2 2023, 2023."""
    return bin_label(_bin(step), unit_of(step), language)


def in_step(reports: pd.DataFrame, step: str | None, dates: str = "event") -> pd.DataFrame:
    """The reports whose date, or part of it, lies in the step; all of them where there is no step.

    The rule is that of the timeline's bars: a date known to the day counts where the event began, a vague one wherever it may lie.
    """
    return in_bin(reports, _bin(step), unit_of(step), dates) if unit_of(step) else reports


def vague_in(reports: pd.DataFrame, step: str, dates: str = "event") -> int:
    """How many of the reports of a step may as well lie outside it."""
    span = spans(reports, dates)
    vague = (reports["precision"] != "day").to_numpy() if dates == "event" else span.first != span.last
    month = np.datetime64(_bin(step), "M")
    low, high = (int(m.astype("datetime64[D]").astype(int)) for m in (month, month + _MONTHS[unit_of(step)]))
    return int((vague & ((span.first < low) | (span.last >= high))).sum())


def _bin(step):
    """The name of the timeline's bin: a quarter by its first month."""
    found = _STEP.fullmatch(step)
    return f"{found['year']}-{3 * int(found['quarter']) - 2:02d}" if found["quarter"] else step


def _name(months, unit):
    year, month = 1970 + months // 12, months % 12 + 1
    return f"{year}" if unit == "year" else f"{year}-q{(month + 2) // 3}" if unit == "quarter" else f"{year}-{month:02d}"
