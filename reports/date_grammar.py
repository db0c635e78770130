"""Expressions of time in English and Korean, and the days they stand for.

An expression resolves to an interval of days; where its year is not known, month and day stand alone (`year` None).
Nothing here asks the clock: "last month" is resolved against the day the source spoke, "June 13" against publication.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_MONTHS = "january february march april may june july august september october november december".split()
_M = r"(?P<{}>(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?|" + "|".join(_MONTHS) + ")"
_PART = r"(?:(?P<part>early|mid|middle of|late|the beginning of|the start of|the end of|beginning of|end of)[ -](?:the month of )?)?"
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_SINCE = r"(?P<since>(?:since|starting|beginning|from|as of)(?: (?:on|in|from))? (?:the )?)?"

_ENGLISH = (
    # May 21 to June 13, 2023
    rf"{_SINCE}\b{_M.format('m1')} {_DAY.format('d1')}\s*(?:–|-|to|through|until|and)\s*(?:{_M.format('m2')} )?{_DAY.format('d2')}\b(?!,? ?(?:p\.m|a\.m|o'clock))(?:,? (?P<y>(?:19|20)\d\d))?",
    rf"{_SINCE}\b{_M.format('m1')} {_DAY.format('d1')}\b(?!\d)(?:,? (?P<y>(?:19|20)\d\d))?",
    rf"{_SINCE}\b{_DAY.format('d1')} {_M.format('m1')}\b(?:,? (?P<y>(?:19|20)\d\d))?",
    rf"{_SINCE}\b{_PART}{_M.format('m1')}(?: of)?,? (?P<y>(?:19|20)\d\d)\b",
    rf"{_SINCE}\b{_PART}{_M.format('m1')}\b(?:(?: of)? (?P<rel>this|last) year)?",
    rf"{_SINCE}\b{_PART}(?P<relmonth>last|this|next|the same) month\b",
    rf"{_SINCE}\b(?P<the>the) {_DAY.format('d1')}(?<=st|nd|rd|th)\b(?! (?:century|time|party|plenary|congress|corps|brigade|grade|anniversary|floor))",
    rf"{_SINCE}\b(?:(?P<part>early|late|mid|the beginning of|the start of|the end of|end of)[ -])?(?:the )?(?:(?P<season>spring|summer|autumn|fall|winter) (?:of )?)?(?P<y>(?:19|20)\d\d)\b",
    r"\b(?:on|this|last) (?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?P<yesterday>yesterday)\b",
    rf"{_SINCE}\b(?P<season>spring|summer|autumn|fall|winter)(?: of)? (?P<rel>this|last) year\b",
)
_KO_PART = r"(?P<part>초순|중순|하순|초|중|말)?(?:경|께|쯤)?(?P<since>\s?부터)?"
_KO_DAY = r"(?P<d1>[0-3]?\d)일?(?:\s*[~∼–-]\s*(?P<d2>[0-3]?\d))?일(?!\s?(?:간|동안|만|치|분|째|당|에 한))"
_KOREAN = (
    rf"(?:(?P<y>(?:19|20)\d\d)년|(?P<rel>지난해|작년|올해|재작년))?\s?(?P<m1>1?\d)월\s?{_KO_DAY}(?P<since>\s?부터)?",
    rf"(?:(?P<y>(?:19|20)\d\d)년|(?P<rel>지난해|작년|올해|재작년))\s?(?P<m1>1?\d)월\s?{_KO_PART}",
    rf"(?<![\d.])(?P<m1>1?\d)월(?!\d)\s?{_KO_PART}",
    r"(?P<yesterday>어제)",
    rf"(?P<relmonth>지난달|이달|이번 달|지난 달)\s?{_KO_DAY}(?P<since>\s?부터)?",
    rf"(?P<relmonth>지난달|이달|이번 달|지난 달)\s?{_KO_PART}",
    rf"(?<![\d.,~-])(?:지난\s)?{_KO_DAY}(?P<since>\s?부터)?",
    r"(?P<y>(?:19|20)\d\d)년(?!대)\s?(?P<season>봄|여름|가을|겨울)?(?P<part>\s?초|\s?말)?(?P<since>\s?부터)?",
    r"(?P<rel>지난해|작년|올해)\s?(?P<season>봄|여름|가을|겨울)?(?P<part>\s?초|\s?말)?(?P<since>\s?부터)?",
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SEASONS = {"spring": 3, "봄": 3, "summer": 6, "여름": 6, "autumn": 9, "fall": 9, "가을": 9, "winter": 12, "겨울": 12}
_EARLY, _LATE = ("early", "the beginning of", "the start of", "beginning of", "초순", "초"), ("late", "the end of", "end of", "하순", "말")


@dataclass(frozen=True)
class Found:
    """An expression: first and last (year or None, month, day), how precise, whether it says "since", and where it stands."""

    first: tuple
    last: tuple
    precision: str
    since: bool
    part: str
    start: int
    end: int
    bare_day: bool = False  # a day of the month with no month named


@lru_cache(maxsize=None)
def _patterns(language):
    return [re.compile(p, re.I) for p in (_KOREAN if language == "ko" else _ENGLISH)]


def find_expressions(document, anchor: tuple | None) -> list:
    """All expressions of a text in order, resolved against `anchor` = (year, month, day or None), the day before which
    a date without a year must lie; with no anchor such dates keep no year, and relative ones are left out.
    """
    found = []
    for part in ("title", "text"):
        words, taken = document.lowered[part], []
        for pattern in _patterns(document.language):
            for match in pattern.finditer(words):
                if any(s < match.end() and match.start() < e for s, e in taken):
                    continue
                resolved = _resolve(match.groupdict(), anchor, found, match.group())
                if resolved:
                    taken.append(match.span())
                    found.append(Found(*resolved, part, *match.span(), bare_day=_is_bare(match.groupdict())))
    return sorted(found, key=lambda f: (f.part != "title", f.start))


def _is_bare(g):
    return bool(g.get("d1")) and not g.get("m1") and not g.get("relmonth")


def _resolve(g, anchor, found, words):
    since = bool(g.get("since"))
    if g.get("weekday") or g.get("yesterday"):
        return _days_before(g, anchor)
    month, year = _month(g.get("m1")), int(g["y"]) if g.get("y") else None
    if g.get("m1") and not month or words == "may":
        return None
    if g.get("rel") and anchor:
        year = anchor[0] - {"last": 1, "지난해": 1, "작년": 1, "재작년": 2}.get(g["rel"], 0)
    elif g.get("rel"):
        return None
    if g.get("relmonth") or _is_bare(g):
        if not anchor:
            return None
        year, month = anchor[:2]
        if (g.get("relmonth") or "").startswith(("last", "지난")):
            year, month = (year - 1, 12) if month == 1 else (year, month - 1)
        if _is_bare(g) and anchor[2] and int(g["d1"]) > anchor[2]:
            year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    if not month:
        return _year_or_season(g, year, since)
    if year is None and anchor:
        year = anchor[0] - (month > anchor[1] or (month == anchor[1] and bool(anchor[2]) and int(g.get("d1") or 1) > anchor[2]))
    if g.get("d1"):
        last_month = _month(g.get("m2")) or month
        first, last = (year, month, int(g["d1"])), (year, last_month, int(g.get("d2") or g["d1"]))
        return (first, last, "day", since) if _is_day(first) and _is_day(last) and first[1:] <= last[1:] else None
    days = calendar.monthrange(year or 2023, month)[1]
    part = (g.get("part") or "").strip()
    if not part:
        return (year, month, 1), (year, month, days), "month", since
    low, high = (1, 10) if part in _EARLY else (21, days) if part in _LATE else (11, 20)
    return (year, month, low), (year, month, high), "part_of_month", since


def _days_before(g, anchor):
    """A weekday is the latest one up to the anchor, "yesterday" the day before it; the anchor must be a day."""
    if not anchor or not anchor[2]:
        return None
    day = date(*anchor) - timedelta(days=0 if g.get("weekday") else 1)
    while g.get("weekday") and day.weekday() != _WEEKDAYS.index(g["weekday"]):
        day -= timedelta(days=1)
    return (day.year, day.month, day.day), (day.year, day.month, day.day), "day", False


def _year_or_season(g, year, since):
    if not year or not 1990 <= year <= 2100:
        return None
    if g.get("season"):
        month = _SEASONS[g["season"]]
        end = month + 2 if month < 12 else 2
        end_year = year if month < 12 else year + 1
        return (year, month, 1), (end_year, end, calendar.monthrange(end_year, end)[1]), "season", since
    part = (g.get("part") or "").strip()
    if part in _EARLY + _LATE:
        first, last = ((year, 1, 1), (year, 3, 31)) if part in _EARLY else ((year, 10, 1), (year, 12, 31))
        return first, last, "season", since
    return (year, 1, 1), (year, 12, 31), "year", since


def _month(word):
    if not word:
        return None
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(word.strip(".")[:3]))


def _is_day(day):
    return 1 <= day[2] <= calendar.monthrange(day[0] or 2024, day[1])[1]
