"""English expressions of time: "since late May", "from Oct. 1 to Oct. 10", "the 23rd of last month", "the following day"."""

import re
from dataclasses import replace
from functools import lru_cache

from reports.date_english_patterns import (
    ANY_SUCH,
    BARE_MAY,
    BEFORE,
    DAYS_AFTER,
    EDGE,
    FIRST_DAYS,
    FORMS,
    FROM_OR_TO,
    IN_FORCE,
    JOIN,
    LASTED,
    LASTS,
    MONTHS,
    MONTH_BACK,
    NAMED_BY,
    NAMES,
    OFF,
    OFF_WORD,
    OF_A_KIND,
    ON,
    ONE,
    ORDINALS,
    ORDINAL_ENDS,
    PART_WORD,
    SHORT,
    TODAY,
    TRIGGER,
    TWO_PARTS,
    WEEKDAYS,
    YEAR_BACK,
)
from reports.date_grammar import MOST, Expression, Point, beside_holidays, covered, time_words


@lru_cache(maxsize=None)
def _holidays():
    names = {words: h["name"] for h in time_words()["holidays"] for words in h["en"]}
    pattern = "|".join(re.escape(words) for words in sorted(names, key=len, reverse=True))
    return names, re.compile(rf"\b(?=[{''.join({words[0] for words in names})}])(?:{pattern})\b")


def scan(words: str, lowered: str) -> list:
    """The expressions of an English text in order (all with `part` "text")."""
    found, position = [], 0
    while len(found) < MOST and (match := TRIGGER.search(lowered, position)):
        expression = _read(words, lowered, match.start())
        if expression:
            if found and expression.start < found[-1].end:  # "two days before" of "two days before May 1"
                found.pop()
            found.append(expression)
        position = max(match.end(), expression.end if expression else 0)
    return _with_holidays(found, lowered)


def _with_holidays(found, lowered):
    names, pattern = _holidays()
    taken, holidays = covered(found, len(lowered)), []
    for match in pattern.finditer(lowered):
        if 1 not in taken[match.start() : match.end()]:
            low = max(0, match.start() - 40)
            how = BEFORE.search(lowered, low, match.start())["how"]
            before, after = OFF.search(lowered, low, match.start()), DAYS_AFTER.search(lowered, low, match.start())
            off = before or after
            point = Point(holiday=names[match.group()], shift=_shift(before) if before else -_shift(after) if after else 0)
            holiday = _framed(point, None, off.start() if off else match.start(), match.end(), None if off else how)
            holidays.append(replace(holiday, exact=how == "on" or off is not None))
    return beside_holidays(found, holidays, len(lowered))


def _read(words, lowered, at):
    if lowered.startswith(("last ", "same ", "previous ", "following ", "current "), at) and lowered.endswith("the ", 0, at):
        at -= 4
    point, end, day2 = _point(lowered, at)
    if point is None:
        return None
    before = BEFORE.search(lowered, max(0, at - 56), at)
    how, part = before["how"], PART_WORD.match(before["part"] or "")
    part = part and part.group()
    if _no_time(words, lowered, at, end, point, how, part):
        return None
    if lowered.endswith("new year", at, end) and how in FROM_OR_TO:  # "since the New Year" is since its first day
        point = replace(point, day=1)
    point = _with_part(point, part)
    if part and how in ("toward", "towards"):  # "toward the end of August" is a time
        how = "at"
    some_days = _some_days(lowered, at, end, point, part, before.start()) if not (point.day or day2) else None
    if isinstance(some_days, Expression):
        return some_days
    point = some_days or point
    off = OFF.search(lowered, max(0, at - 80), at) if point.day and OFF_WORD.search(lowered, max(0, at - 80), at) else None
    if off:
        how, part, before, point = None, "off", off, replace(point, shift=_shift(off))
    start = before.start() if how or part else at
    start += len(lowered[start:at]) - len(lowered[start:at].lstrip())
    if day2:
        return _framed(point, replace(point, day=day2), start, end, None if how in ("since", "from", "between", None) else how)
    join = JOIN.match(lowered, end)
    if join:
        second, last, _ = _point(lowered, join.end())
        paired = how in ("from", "between", "since") or not join["join"].startswith("and") or _a_pair(point, second, join)
        if second and paired and not (second.days_on is not None or second.day_back is not None):
            second = _with_part(second, join["part"])
            if second.day and second.month is None and second.month_back is None:
                second = replace(second, month=point.month, month_back=point.month_back)
            return _framed(point, second, start, last, None)
    lasts = LASTS.match(lowered, end)
    days = None
    lasts = lasts or (LASTED.search(lowered, max(0, start - 30), start) if (how or "").startswith(("from", "starting", "beginning")) else None)
    if lasts:
        days, end = _count(lasts["n"]) * {"day": 1, "week": 7, "month": 30}[lasts["unit"]], max(end, lasts.end())
    expression = _framed(point, None, start, end, how)
    if how == "from" and not days:  # "a case from early this month" only dates the case
        opens = not re.search(r"[a-z] $", lowered[max(0, start - 2) : start]) or IN_FORCE.search(lowered, max(0, start - 24), start)
        expression = replace(expression, since=bool(opens) or bool(re.match(r",? on(?:wards?)?\b", lowered[end : end + 9])))
    return replace(expression, days=days)


def _no_time(words, lowered, at, end, point, how, part):
    """Whether what reads like a time is none: "it may", "Lee Jun", "Saturday's study", "tickets of the 25th", "what the new year holds"."""
    word = lowered[at:end]
    if word in ("may", "march"):
        return not (words[at].isupper() and (part or how in BARE_MAY or lowered.endswith(" day of ", 0, at)))
    if point.weekday is not None:
        return bool(ANY_SUCH.search(lowered, max(0, at - 12), at)) or lowered.startswith(("'s", "’s"), end)
    if point.day and (word.endswith(ORDINAL_ENDS) or lowered.endswith(NAMED_BY, 0, at)) and NAMES.match(lowered, end):
        return True
    if point.bare_day:
        return bool(OF_A_KIND.search(lowered, max(0, at - 24), at))
    return (word in SHORT or word.endswith("new year")) and not (how or part)


def _some_days(lowered, at, end, point, part, start):
    """What narrows a month: two parts of it or its first days (an expression), its first or last day (a point), or None."""
    pair = TWO_PARTS.search(lowered, max(0, start - 30), start) if point.part else None
    if pair:
        return _framed(replace(point, part=pair["part"]), point, pair.start(), end, None)
    if part:
        return None
    if not lowered.endswith((" of ", " of the ", " in ", " in the "), 0, at):
        return None
    opening = FIRST_DAYS.search(lowered, max(0, at - 40), at)
    count = _count(opening["count"]) if opening else None
    if count and count < 29:
        return _framed(replace(point, day=1), replace(point, day=count), opening.start(), end, None)
    edge = EDGE.search(lowered, max(0, at - 24), at)
    return replace(point, edge=edge["edge"]) if edge else None


def _shift(off):
    """How many days before the day named: "the eve" is one."""
    return -(_count(off["count"] or "one") or 1)


def _count(word):
    """A small number in digits or words; None where it is none."""
    return int(word) if word.isdigit() else time_words()["numbers_en"].get(word)


def _a_pair(point, second, join):
    """Whether two times joined by "and" are of a kind: "Thursday and Friday", "late April and early May", "the 3rd and 4th"."""
    if second is None:
        return False
    if point.bare_day or point.weekday is not None:
        return second.bare_day if point.bare_day else second.weekday is not None
    if "again" in join["join"]:
        return True
    months = [p.month and not p.day and p.year is None for p in (point, second)]
    return all(months) and bool(point.part) == bool(join["part"])


def _framed(point, to, start, end, how):
    how = (how or "").split(" ")[0]
    return Expression(
        point, to, "text", start, end,
        since=to is None and how in ("since", "from", "starting", "beginning", "effective"),
        until=to is None and how in ("up", "until", "till", "through", "by", "before", "ahead", "toward", "towards"),
        future=point.month_back == -1 or point.year_back == -1 or point.week_back == -1,
        after=to is None and how in ("after", "following"),
        repeated=how in ("every", "each"),
    )  # fmt: skip


def _with_part(point, word):
    """The point narrowed to a part of its month; the beginning of a year is its January, its end December."""
    if not word or point.day or point.weekday is not None:
        return point
    part = ONE.get(word)
    if word.startswith(("first", "opening", "early ")):
        part = "early"
    elif word.startswith("third") or word in ("second week", "second ten days", "second third"):
        part = "mid"
    elif word.startswith(("second", "last", "latter", "final", "closing")):
        part = "late"
    if part is None:  # "earlier this month" says no more than the month
        return point
    if point.month is not None or point.month_back is not None or point.month_on is not None:
        return replace(point, part=part)
    if (point.year is not None or point.year_back is not None) and point.season is None and part != "mid":
        month = 1 if part == "early" else 7 if word == "second half" else 12
        return replace(point, month=month, part=part if word.endswith(("days", "week")) else None)
    return point


def _point(lowered, at):
    """The point that stands at `at`, where it ends, and the second day of "Nov. 22-23"; (None, at, None) if none does."""
    for form in FORMS:
        match = form.match(lowered, at)
        if match:
            groups = match.groupdict()
            return _built(groups), match.end(), _number(groups.get("day2"))
    return None, at, None


def _built(g):
    month = g.get("month")
    point = Point(
        year=int(g["year"]) if g.get("year") else None,
        year_back=YEAR_BACK.get(g.get("relyear")),
        year_on=ON.get(g.get("relyear")),
        month=next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month.strip(".")[:3])) if month else None,
        day=ORDINALS.index(g["ordinal"]) + 1 if g.get("ordinal") else _number(g.get("day")),
        season=g.get("season"),
    )
    if g.get("newyear"):
        return replace(point, year_back=0, month=1)
    if g.get("unit") == "week":
        return replace(point, week_back=MONTH_BACK.get(g["back"], 0))
    if g.get("season") and g.get("back"):
        return replace(point, year_back=None)
    if g.get("weekday") and g.get("back") == "the same":  # "fell on the same Saturday": which one is not said
        return None
    if g.get("weekday"):
        back = 1 if "last" in (g.get("week") or "") else 0 if g.get("week") else -1 if g.get("back") == "next" else None
        return replace(point, weekday=WEEKDAYS.index(g["weekday"]), week_back=back)
    if g.get("back"):
        return replace(point, month_back=MONTH_BACK.get(g["back"]), month_on=ON.get(g["back"]))
    if g.get("today"):
        return replace(point, day_back=TODAY.get(g["today"].removeprefix("the "), 0))
    if g.get("next"):
        back, same = re.search("before|previous", g["next"]), re.search("same|that", g["next"])
        return replace(point, days_on=-1 if back else 0 if same else 1)
    if g.get("count"):
        count = _count(g["count"])
        if count is None or g["way"] == "ago" and g["step"] == "week":
            return None
        count *= 7 if g["step"] == "week" else 1
        if g["way"] == "ago":
            return replace(point, day_back=count)
        return replace(point, days_on=count if g["way"] in ("later", "after") else -count)
    return point


def _number(words):
    return int(re.match(r"\d+", words).group()) if words else None
