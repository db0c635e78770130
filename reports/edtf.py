"""Dates as values: days, months and years that may lack their year, and intervals, written as EDTF (ISO 8601-2).

Read and written are the forms that coding needs: `2023-06-13`, `2023-06`, `2023`, `XXXX-05-31` (the year is not known),
`2023-05-21/2023-06-13`, `2023-05-21/..` (it goes on), `2023-05-21/` (its end is not known), and the same at the start.
A part of a month is an interval of days: early May is `2023-05-01/2023-05-10`.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_FORMS = "2023-06-13, 2023-06, 2023, XXXX-05-31, or two of these with / between them (.. for an open end, nothing for an unknown one)"
PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}  # the codebook's thirds of a month


@dataclass(frozen=True)
class Date:
    """A day, a month (`day` None) or a year (`month` None too); `year` None where it is not known. ValueError if there is no such date."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self):
        if self.year is None and self.month is None or self.day is not None and self.month is None:
            raise ValueError("A date needs a year or a month, and a day needs its month.")
        if self.year is not None and not 1 <= self.year <= 9999:
            raise ValueError(f"No year {self.year}: years run from 1 to 9999.")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"No month {self.month}: months run from 1 to 12.")
        if self.day is not None and not 1 <= self.day <= 28 and not 29 <= self.day <= self._days():
            raise ValueError(f"No day {self.day} in month {self.month}.")

    def _days(self):
        return calendar.monthrange(self.year or 2024, self.month)[1]  # 2024: a day without a year may be 29 February

    def __str__(self):
        numbers = [f"{self.year:04d}" if self.year else "XXXX", *(f"{n:02d}" for n in (self.month, self.day) if n)]
        return "-".join(numbers)

    @property
    def precision(self) -> str:
        """"day", "month" or "year"."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def first(self) -> "Date":
        """Its first day."""
        return self if self.day else Date(self.year, self.month or 1, 1)

    @property
    def last(self) -> "Date":
        """Its last day; February without a year ends on the 28th."""
        if self.day:
            return self
        month = self.month or 12
        return Date(self.year, month, calendar.monthrange(self.year or 2023, month)[1])

    def plus(self, days: int) -> "Date":
        """The day so many days later; the year stays unknown where it is, wherever the count leads. A month counts from its first day."""
        first = self.first
        moved = date(first.year or 2023, first.month, min(first.day, 28) if first.year is None and first.month == 2 else first.day)
        moved += timedelta(days=days)
        return Date(moved.year if first.year else None, moved.month, moved.day)

    def before(self, other: "Date") -> bool:
        """Whether its first day lies before the other's; a year that one of the two lacks is taken for the same."""
        mine, its = self.first, other.first
        known = bool(mine.year and its.year)
        return (mine.year if known else 0, mine.month, mine.day) < (its.year if known else 0, its.month, its.day)


@dataclass(frozen=True)
class Interval:
    """From `start` to `end`, both inclusive. An end is a Date, ".." where it is open, or None where it is not known."""

    start: Date | str | None
    end: Date | str | None

    def __post_init__(self):
        for side in (self.start, self.end):
            if isinstance(side, str) and side != "..":
                raise ValueError(f'An end of an interval is a date, ".." or None, not {side!r}.')
        if not (isinstance(self.start, Date) or isinstance(self.end, Date)):
            raise ValueError("An interval needs a date at one of its ends.")
        dated = isinstance(self.start, Date) and isinstance(self.end, Date) and self.start.year and self.end.year
        if dated and self.end.last.before(self.start):
            raise ValueError(f"The interval {self.start}/{self.end} ends before it starts.")

    def __str__(self):
        return "/".join("" if side is None else str(side) for side in (self.start, self.end))


def parse(words: str) -> Date | Interval:
    """The value that an EDTF string stands for; ValueError says what was found and what is accepted."""
    sides = words.split("/")
    if len(sides) == 1:
        return _date(words)
    if len(sides) != 2:
        raise ValueError(f"{words!r} is no date: accepted are {_FORMS}.")
    return Interval(*(side if side == ".." else _date(side) if side else None for side in sides))


def part_of_month(part: str, year: int | None, month: int) -> Interval:
    """"early", "mid" or "late" of a month as its days: 1-10, 11-20, 21-last."""
    low, high = PARTS[part]
    return Interval(Date(year, month, low), Date(year, month, min(high, Date(year, month).last.day)))


def of_event(event_start: str | None, event_end: str | None) -> Date | Interval | None:
    """The dates of an event as one value: a day, an interval, an interval with an unknown end, or None."""
    if not event_start:
        return None
    start, end = parse(event_start), parse(event_end) if event_end else None
    return start if start == end else Interval(start, end)


def _date(words):
    match = _DATE.fullmatch(words)
    if not match:
        raise ValueError(f"{words!r} is no date: accepted are {_FORMS}.")
    year = None if match["year"] == "XXXX" else int(match["year"])
    return Date(year, int(match["month"]) if match["month"] else None, int(match["day"]) if match["day"] else None)
