"""Publication dates as files give them: ISO, feeds, English, Korean, Juche years, moments in UTC; a day, or a month."""

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from loaders.address import real_day

DATES = "2023-06-13, 2023-06, June 13, 2023, 2023년 6월 13일"  # what a message says is accepted
_EARLIEST = "1990"
_RELEASED = date(2026, 11, 24)  # a clock that was set back must not make every date a date to come
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR, _DAY = r"(?P<y>(?:19|20)\d\d)", r"(?P<d>\d{1,2})"
_TAIL = r"(?![\d])"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        # 2023-06-13, 2023. 6. 13., 2023년 6월, 주체112(2023)년 6월 13일
        rf"(?:주체 ?\d+ ?)?\(?{_YEAR}\)?\s*[-./년]\s*(?P<m>\d{{1,2}})(?:\s*[-./월]\s*{_DAY}{_TAIL}|(?!\s*[-./월]?\s*\d))",
        rf"{_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?:\d{{4}}(?:\d\d)?)?{_TAIL}",  # 20230613, 20230613103000
        rf"(?:[a-z]+\.?,?\s+)?{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}{_TAIL}",  # Tuesday, June 13, 2023
        rf"(?:[a-z]+\.?,?\s+)?{_DAY}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH}[\s-]+{_YEAR}{_TAIL}",  # Tue, 13 Jun 2023
        rf"{_MONTH},?\s+{_YEAR}{_TAIL}",  # June 2023
    )
)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?!\d)")  # 06/13/2023 or 13/06/2023
_ISO_UTC = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[+-]00:?00)$")
_FEED_UTC = re.compile(r"\d\d:\d\d(?::\d\d)? (?:GMT|UTC?|Z|[+-]0000)$")


def read_date(words: str, clock: int = 0) -> str | None:
    """The day or month that `words` begin with; None where it is none, is not real, or cannot be a day of publication.

    A moment in UTC is taken to the day of an outlet whose `clock` is so many hours ahead (20:30 is the next morning in
    Seoul); with any other offset the day stands as written. 05/06/2023 could be May or June and is none.
    """
    words = words.strip()
    found = (clock and _moment(words, clock)) or _day(words)
    latest = max(date.today(), _RELEASED) + timedelta(days=1)
    return found if found and _EARLIEST <= found <= latest.isoformat() else None


def _day(words):
    for form in _FORMS:
        if match := form.match(words):
            found = match.groupdict()
            return real_day(found["y"], found.get("m") or _MONTHS[found["name"][:3].lower()], found.get("d"))
    if match := _SLASHED.match(words):
        first, second, year = map(int, match.groups())
        if first > 12 or first == second:
            return real_day(year, second, first)
        return real_day(year, first, second) if second > 12 else None
    return None


def _moment(words, clock):
    """The day of a moment in UTC by an outlet's clock; None for everything else."""
    try:
        if _ISO_UTC.match(words):
            moment = datetime.fromisoformat(words)
        elif _FEED_UTC.search(words):
            moment = parsedate_to_datetime(words)
        else:
            return None
        return (moment + timedelta(hours=clock)).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
