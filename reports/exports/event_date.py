"""When it happened, written as EDTF (ISO 8601-2) no finer than the coded precision.

2023-06-13, 2023-06-13, day             -> 2023-06-13
2023-05-21, 2023-05-31, part_of_month   -> 2023-05-21/2023-05-31
2023-05-21, 2023-06, part_of_month      -> 2023-05-21~/2023-06      since late May, still so in June
2023-05-01, 2023-05-31, month           -> 2023-05
2023-03-01, 2023-05-31, season          -> 2023-21                  spring
2023-05-21, (none), part_of_month       -> 2023-05-21~/             its end is not known
XXXX-05-31, XXXX-05-31, day             -> XXXX-05-31               its year is not known
"""

from functools import lru_cache

from reports.edtf import Date, of_event, parse

_SEASONS = {("03-01", "05-31"): 21, ("06-01", "08-31"): 22, ("09-01", "11-30"): 23}  # winter lies in two years
_WINTER_END = ("02-28", "02-29")
_PART_STARTS, _PART_ENDS = (1, 11, 21), (10, 20)


@lru_cache(maxsize=65536)
def event_date(start: str, end: str, precision: str) -> str | None:
    """The dates of an event as one EDTF string; None where there is no start. A date that is none is given as it stands."""
    if not start:
        return None
    if whole := _whole(start, end, precision):
        return whole
    try:
        value = of_event(start, end)
    except ValueError:  # an end before its start, or a date that is none: given codes are kept as they came
        return f"{start}/{end}" if end != start else start
    if isinstance(value, Date):
        return str(value)
    whole_part = precision == "part_of_month" and end and _is_part(parse(start), parse(end))
    first = _bound(start, precision, whole_part, starts=True)
    last = _bound(end, precision, whole_part, starts=False) if end else ""
    return first if first == last else f"{first}/{last}"


def month_of(day: str) -> str:
    """The month of a day: 2023-06-13 -> 2023-06, XXXX-06-13 -> XXXX-06."""
    return day[:7]


def _whole(start, end, precision):
    """A season or a year that is given as a whole."""
    if not end or start[:4] == "XXXX":
        return None
    if precision == "season":
        if start[:4] == end[:4] and (start[5:], end[5:]) in _SEASONS:
            return f"{start[:4]}-{_SEASONS[start[5:], end[5:]]}"
        if start[5:] == "12-01" and end[5:] in _WINTER_END and int(end[:4]) == int(start[:4]) + 1:
            return f"{start[:4]}-24"
    if precision == "year" and start[5:] == "01-01" and end == f"{start[:4]}-12-31":
        return start[:4]
    return None


def _is_part(start, end):
    return isinstance(start, Date) and isinstance(end, Date) and (start.year, start.month) == (end.year, end.month) and start != end


def _bound(value, precision, whole_part, starts):
    """One end of an interval: its month or year where that is all that is meant, with ~ where it is vague."""
    day = parse(value)
    if day.precision != "day" or precision in ("day", "unknown") or whole_part:
        return str(day)
    first, last = day.day == 1, day == Date(day.year, day.month).last
    if precision == "month":
        return str(Date(day.year, day.month)) if (first if starts else last) else str(day)
    if precision == "part_of_month":
        return f"{day}~" if (day.day in _PART_STARTS if starts else last or day.day in _PART_ENDS) else str(day)
    edge = day.month in (3, 6, 9, 12) and first if starts else last and day.month in (2, 5, 8, 11)
    if precision == "year":
        edge = (day.month, day.day) == ((1, 1) if starts else (12, 31))
        return str(day.year) if edge and day.year else str(day)
    return f"{Date(day.year, day.month)}~" if edge else str(day)
