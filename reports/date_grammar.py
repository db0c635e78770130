"""Expressions of time as the text has them, before they are resolved, and the words they are made of.

`reports.date_english` and `reports.date_korean` find them; `reports.date_resolve` turns each into days, against the day the
source spoke or the day of publication. The words themselves stand in `data/time.yml`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from reports.patterns import one_of

MOST = 400  # expressions of time read in one part: no report has as many, and what runs on must not stall
_FILE = Path(__file__).parent.parent / "data" / "time.yml"


@lru_cache(maxsize=None)
def time_words() -> dict:
    """The words of time: months, seasons, holidays and cues, from data/time.yml."""
    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))


@lru_cache(maxsize=None)
def cue(group: str, language: str) -> re.Pattern:
    """The cues of a group of data/time.yml in one language, as one pattern over lower-case text."""
    return re.compile(one_of(time_words()["cues"][group][language]["terms"]))


@dataclass(frozen=True)
class Point:
    """One time as written. What is named is set; `*_back` counts back from the anchor (0 this, 1 last, -1 next)."""

    year: int | None = None
    year_back: int | None = None
    month: int | None = None
    month_back: int | None = None
    day: int | None = None
    day_back: int | None = None  # today 0, yesterday 1
    days_on: int | None = None  # from the day named before it: that day 0, the next day 1
    month_on: int | None = None  # from the month named before it: "the same month" 0
    year_on: int | None = None  # from the year named before it: "이듬해" 1
    part: str | None = None  # early, mid, late
    season: str | None = None
    weekday: int | None = None  # Monday 0
    week_back: int | None = None
    holiday: str | None = None
    edge: str | None = None  # only the "first" or "last" day of what is named
    shift: int = 0  # so many days from the day named: "the eve of May 1" is one back

    @property
    def bare_day(self) -> bool:
        """A day of the month with no month, as "the 17th" or "17일"."""
        return self.day is not None and self.month is None and self.month_back is None and self.month_on is None

    @property
    def named(self) -> bool:
        """Whether it names anything at all."""
        return self != Point()


@dataclass(frozen=True)
class Expression:
    """A time in the text: `point`, or from `point` to `to`; what its words say about it; where it stands."""

    point: Point
    to: Point | None
    part: str
    start: int
    end: int
    since: bool = False  # it starts here and no end is given
    until: bool = False  # it only ends here
    future: bool = False  # ahead, as "next month", "by Friday"
    after: bool = False  # a measure or event dated only as later than this
    repeated: bool = False  # every year, as a rule
    exact: bool = False  # a holiday said to be the day itself: "on the Day of the Sun"
    days: int | None = None  # how long it lasts, counted from the start


def covered(found, length: int) -> bytearray:
    """A 1 for every character that something found (with `start` and `end`) already stands on."""
    taken = bytearray(length)
    for f in found:
        taken[f.start : f.end] = b"\1" * (f.end - f.start)
    return taken


def beside_holidays(found: list, holidays: list, length: int) -> list:
    """Expressions and holidays in order, without the expressions that are part of a holiday's: "the day after" of "the day after Chuseok"."""
    taken = covered(holidays, length)
    return sorted([*(e for e in found if 1 not in taken[e.start : e.end]), *holidays], key=lambda e: e.start)
