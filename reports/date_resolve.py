"""Turns an expression of time into days, against the day the source spoke or the day of publication; never the clock."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from reports.date_grammar import Expression, Point, time_words
from reports.edtf import Date, part_of_month

ORDER = ("day", "part_of_month", "month", "season", "year")  # from sharp to vague
_NEAR = 160  # characters within which "the 20th" may belong to the month named before it


@dataclass(frozen=True)
class Resolved:
    """An expression and the days it stands for: `first` to `last`, and how vague the vaguer of them is."""

    expression: Expression
    first: Date
    last: Date
    precision: str


def resolve(expression: Expression, anchor: Date | None, spoken: Date | None, before: "Resolved | None") -> Resolved | None:
    """The days of an expression, or None where nothing fixes it.

    `anchor` is the day or month that dates without a year must not lie after, and that "last month" counts from; `spoken` the
    one that "yesterday" and weekdays count from; `before` the expression resolved before it, for "the next day".
    """
    span = _span(expression.point, anchor, spoken, before, expression)
    span = span and _narrowed(expression.point, *span)
    if span is None:
        return None
    first, last, precision = span
    if expression.to:
        to = expression.to
        if to.year is not None and expression.point.year is None and expression.point.month:
            first = replace(first, year=to.year - (to.month is not None and expression.point.month > to.month))
        end = _end_of_range(to, first, anchor, spoken, expression)
        if end is None:
            return None
        last, precision = end[1], max(precision, end[2], key=ORDER.index)
        if last.before(first):
            return None
    elif expression.days:
        try:
            last = first.plus(expression.days - 1)
        except OverflowError:  # past the year 9999
            return None
    return Resolved(expression, first, last, precision)


def _narrowed(point, first, last, precision):
    """The first or last day of the month named, or a day so many days from the one named; None past the calendar."""
    if point.edge and precision == "month":
        day = first if point.edge == "first" else last
        return day, day, "day"
    if point.shift and precision == "day":
        try:
            return first.plus(point.shift), last.plus(point.shift), "day"
        except (ValueError, OverflowError):
            return None
    return first, last, precision


def _end_of_range(to, first, anchor, spoken, expression):
    """First day, last day and precision of the end of a range, which takes its month and its year from the start."""
    if to.month and not (to.year or to.year_back is not None or to.year_on is not None) and first.year:
        to = replace(to, year=first.year + (to.month < first.month))
    if to.bare_day:
        try:
            day = Date(first.year, first.month, to.day)
        except ValueError:
            return None
        return day, day, "day"
    return _span(to, anchor, spoken, None, expression)


def _span(point: Point, anchor, spoken, before, expression):
    """First day, last day and precision of a point; None where it cannot be known or is no day of the calendar."""
    try:
        if point.holiday:
            day = _holiday(point.holiday, anchor)
        elif point.days_on is not None:
            day = before.last.plus(point.days_on) if before and before.precision == "day" else None
        elif point.day_back is not None:
            day = spoken.plus(-point.day_back) if spoken and spoken.day else None
        elif point.weekday is not None:
            day = _weekday(point, spoken)
        else:
            return _calendar(point, anchor, before, expression)
    except (ValueError, OverflowError):  # 31 June, 29 February of a common year
        return None
    return (day, day, "day") if day else None


def _calendar(point, anchor, before, expression):
    year, month = _year_and_month(point, anchor, before, expression)
    if year is None and month is None and (point.year_back is not None or point.year_on is not None):
        return None  # "last year", and nothing says which
    if point.season:
        return _season(point.season, year, anchor)
    if month is None:
        return (Date(year, 1, 1), Date(year, 12, 31), "year") if year and point.day is None and 1940 <= year <= 2100 else None
    if year is None and month and not (anchor and anchor.year) and before and _names_its_year(before):
        held = before.first.year is not None and not Date(before.first.year, month).last.before(before.first)
        if held and not before.last.before(Date(before.first.year, month).first):  # "in November 2011 ... on Nov. 9"
            year = before.first.year
    if year is None and anchor and anchor.year:
        year = anchor.year
        day = point.day or {"early": 1, "mid": 11, "late": 21}.get(point.part, 1)
        ahead = (month, day) > (anchor.last.month, anchor.last.day)
        if ahead and not (expression.future or expression.until):
            year -= 1
    if point.day:
        return Date(year, month, point.day), Date(year, month, point.day), "day"
    if point.part:
        days = part_of_month(point.part, year, month)
        return days.start, days.end, "part_of_month"
    whole = Date(year, month)
    return whole.first, whole.last, "month"


def _names_its_year(before):
    return before.expression.point.year is not None and before.precision != "year"


def _year_and_month(point, anchor, before, expression):
    """Year and month of a point, as far as its words and what it leans on give them."""
    year, month = point.year, point.month
    if point.year_back is not None and anchor and anchor.year:
        year = anchor.year - point.year_back
    if point.year_on is not None and before:
        year = before.first.year + point.year_on if before.first.year else None
    if point.month_on is not None:
        return _moved(before.first, point.month_on) if before else (None, None)
    if point.month_back is not None:
        return _moved(anchor, -point.month_back) if anchor and anchor.month else (None, None)
    if point.bare_day:
        return _month_of_bare_day(point.day, anchor, before, expression)
    return year, month


def _month_of_bare_day(day, anchor, before, expression):
    """The month of "the 17th": that of a day named shortly before it, else the latest that does not lie ahead."""
    fixed = anchor and anchor.month
    beside = before and before.expression.part == expression.part and (not fixed or expression.start - before.expression.end < _NEAR)
    if beside and before.precision == "day":
        named = before.expression.point
        if day >= before.first.day and (not fixed or named.month is not None or named.month_back is not None):
            later = Date(before.first.year, before.first.month, day)
            if not (anchor and anchor.day and anchor.before(later)):
                return later.year, later.month
    if not fixed:  # "in November ... on the 9th": the month named beside it
        borrowed = beside and before.expression.since and before.expression.point.month and day >= before.first.day
        return (before.first.year, before.first.month) if borrowed else (None, None)
    return _moved(anchor, -1 if anchor.day and day > anchor.day and not expression.future else 0)


def _moved(day, months):
    count = (day.year or 0) * 12 + day.month - 1 + months
    return (count // 12 if day.year else None), count % 12 + 1


def _season(season, year, anchor):
    month = time_words()["seasons"][season]
    if year is None:
        if not anchor or not anchor.year:
            return None
        year = anchor.year - (anchor.month is not None and month > anchor.month)
    return Date(year, month, 1), Date(year + (month == 12), (month + 1) % 12 + 1).last, "season"


def _weekday(point, spoken):
    """The latest such weekday up to the day that is spoken; "last week" the one of the calendar week before."""
    if not spoken or not spoken.day or not spoken.year:
        return None
    today = date(spoken.year, spoken.month, spoken.day)
    if point.week_back is None:
        day = today - timedelta(days=(today.weekday() - point.weekday) % 7)
    else:
        day = today - timedelta(days=today.weekday() + 7 * point.week_back - point.weekday)
    return Date(day.year, day.month, day.day)


@lru_cache(maxsize=None)
def _holiday_table():
    return {h["name"]: h.get("days") or h["day"] for h in time_words()["holidays"]}


def _holiday(name, anchor):
    """The holiday up to the anchor; without a year a fixed one has month and day, a lunar one nothing."""
    days = _holiday_table()[name]
    if not anchor or not anchor.year:
        return None if isinstance(days, dict) else Date(None, *map(int, days.split("-")))
    limit = anchor.last
    for year in (limit.year, limit.year - 1):
        words = days.get(year) if isinstance(days, dict) else days
        if words and not limit.before(day := Date(year, *map(int, words.split("-")))):
            return day
    return None
