"""English expressions of time: "since late May", "from Oct. 1 to Oct. 10", "the 23rd of last month", "the following day"."""

import re
from dataclasses import replace
from functools import lru_cache

from reports.date_grammar import MOST, Expression, Point, covered, time_words

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d| ?(?:p\.m|a\.m|pm\b|am\b|o'clock|percent|kilo|won|yuan))"
_YEAR = r"(?:19[4-9]\d|20\d\d)"
_OF_YEAR = rf"(?:(?:,| of|, of)? (?P<year>{_YEAR})\b|,? (?:of )?(?P<relyear>last|this|the same|that|the previous) year\b)?"
_TAIL = rf"(?:\s?(?:–|—|-|to|through|until|and|or)\s?(?:the )?(?P<day2>{_DAY})\b(?! (?:{_MONTH}|people|others|other)))?"
_NAMED = (  # "the October 18th General Farm"
    r"(?! (?:(?:general|youth|united|cooperative|combined) )?"
    r"(?:shock|brigade|factory|mine|farm|enterprise|works|movement|division|unit))"
)
_MONTH_DAY = rf"(?P<month>{_MONTH})\s(?:the )?(?P<day>{_DAY})\b{_NAMED}{_TAIL}{_OF_YEAR}"
_DAY_MONTH = rf"(?P<day>{_DAY})(?:\s?(?:–|-|to|and|until|through)\s?(?:the )?(?P<day2>{_DAY}))? (?:of )?(?P<month>{_MONTH})\b{_OF_YEAR}"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"
    " eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh"
    " twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_ORDINAL = rf"(?P<ordinal>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_BACK = r"(?P<back>last|this|next|the same|that|the previous|the following|the|the current)"

# what an expression may begin with; where one of these stands, the forms below are tried in turn
_TRIGGER = re.compile(
    r"\b(?=[acdefjlmnopstwy\d])"  # first letters, so that most words fail at once
    rf"(?:{_MONTH}|(?:{_DAY} (?:and|to) )?{_DAY} (?:of )?{_MONTH}|new year\b(?!'s)"
    r"|(?<=since )(?:spring|summer|autumn|fall|winter)\b(?! (?:set|began|came|started))"
    rf"|{_ORDINAL} of (?:{_MONTH}|(?:last|this|the) month\b)|(?:3[01]|[12]?\d)(?:st|nd|rd|th)\b|{_YEAR}\b|(?:last|this|next|same|that|previous|following|current|the) "
    r"(?:month|year|week|day|morning|evening|night|afternoon|spring|summer|autumn|fall|winter|new year|(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day)\b"
    r"|(?:spring|summer|autumn|fall|winter) (?:of )?(?:this|last|(?:19|20)\d\d)|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|yesterday|today\b|tonight|(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:day|week)s? (?:later|earlier"
    r"|after|ago|before)\b"
    r"|the day (?:before|after)\b)"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        _MONTH_DAY,
        _DAY_MONTH,
        rf"{_ORDINAL} of (?P<month>{_MONTH})\b{_OF_YEAR}",
        rf"{_ORDINAL} of {_BACK} month\b",
        rf"(?P<month>{_MONTH}){_OF_YEAR}(?![a-z])",
        rf"(?:the )?(?P<day>{_DAY})(?<=st|nd|rd|th)\b(?! (?:(?!the )[a-z]+ ){{0,2}}(?:century|time|party|plenary|congress|corps"
        rf"|brigade|grade|anniversary|floor|regiment|battalion"
        rf"|company|bureau|department|year|day|birthday|session|division|group|command|supreme|conference|parallel|largest"
        rf"|round)\b)(?: (?:of )?{_BACK} month\b)?",
        rf"{_BACK} (?P<unit>month|week)\b(?:'s)?",
        rf"(?:the )?(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?:(?P<relyear>this|last) year|(?P<year>{_YEAR}))\b",
        rf"{_BACK} (?P<season>spring|summer|autumn|fall|winter)\b",
        r"(?<=since )(?P<season>spring|summer|autumn|fall|winter)\b(?! (?:set|began|came|started))",
        rf"(?:(?P<back>last|this|next|the previous|the same|the) )?(?P<weekday>{'|'.join(_WEEKDAYS)})(?: (?P<week>last|of last"
        rf"|this) week)?\b(?! (?:market|{_MONTH}|{_DAY})|,? \(?(?:{_MONTH} \d|the \d))",
        r"(?:the )?(?P<newyear>new year)\b(?!'s| (?:fortune|address|speech|message|holiday|greeting))",
        r"(?P<today>(?:the )?day before yesterday|yesterday|today|tonight|last night|this (?:morning|afternoon|evening))\b",
        r"(?P<next>(?:the )?(?:next|following) (?:day|morning|evening|afternoon)|the day after|that (?:same )?(?:day|evening|night"
        r"|morning)|the same (?:day|night|evening)|the day before|the previous (?:day|night|evening))\b",
        r"(?P<count>\w+) (?P<step>day|week)s? (?P<way>(?:later|earlier|ago)|(?:after|before)(?! (?:the|an?|his|her|their|its"
        r"|he|she|they|it|kim)\b))\b",
        r"(?P<relyear>last|this|the same|that|the previous|next|the) year\b(?:'s)?(?!-)",
        rf"(?P<year>{_YEAR})\b(?![-–]\w|,\d|(?:st|nd|rd|th)| (?:people|cows|won|yuan|kilo|kg|tons|residents|households|soldiers|law"
        rf"|act|kpw|rmb|usd|dollars))",
    )
)
_PART = (
    r"(?:\b(?P<part>(?:early|earlier|mid|late|later)(?:-| (?:in|of|on) (?:the )?(?:month of )?| )"
    r"|end-|(?:beginning|start|first (?:half|third|ten days|few days|days|week)|opening days|turn"
    r"|middle|second (?:week|ten days|third)|third week|latter (?:half|part)|end|close"
    r"|(?:last|final|closing) (?:half|third|ten days|few days|days|week)|second half) (?:in|of) (?:the )?(?:month of )?)?)"
)
_BEFORE = re.compile(
    rf"(?:\b(?P<how>since|from|between|(?:starting|beginning|effective)(?: on| from| in)?|as of|until|till|through|by|before"
    rf"|ahead of|after|following|toward|towards"
    rf"|up to|throughout|all through|at|on|in|during|around|about|over|every|each|of)\s)?(?:about |around )?(?:the )?(?:(?:night|morning|evening|afternoon"
    rf"|day) of )?(?:(?:the )?{_PART})?(?:the |last |this )?$"
)
_JOIN = re.compile(
    r"\s?(?P<join>–|—|-|to|through|until|till|,? and again(?: (?:on|in|at))?|and(?: ended)?(?: (?:on"
    r"|in))?)\s?(?:the )?(?P<part>early|mid|middle|late|end"
    r"|beginning)?(?: of |-| )?(?:the |this |last )?"
)
_LASTS = re.compile(
    r" (?:for|over|lasting) (?:about |around |some )?(?P<n>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty"
    r"|thirty) (?P<unit>day|week|month)s?\b"
)
_IN_FORCE = re.compile(
    r"\b(?:closed|shut|sealed|locked|banned|forbidden|barred|suspended|halted|stopped|cut|off|down|effect|force|midnight"
    r"|noon)[ ,]+$"
)
_LASTED = re.compile(_LASTS.pattern.removeprefix(" ") + r"[, ]*$")  # "for ten days from June 3"
_FROM_OR_TO = {"since", "from", "until", "till", "by", "before", "after"}
_PART_WORD = re.compile(r"[a-z]+(?: (?!in\b|of\b|on\b|the\b)[a-z]+)*")
_ANY_SUCH = re.compile(r"\b(?:for|an?|normal|usual|his|her|their|its|regular|weekly|to) $")
_SHORT = set("jan feb mar apr jun jul aug sep sept oct nov dec".split())
# "tickets of the 25th" names a unit; "the night of the 25th" a day
_OF_A_KIND = re.compile(r"(?<!night)(?<!morning)(?<!evening)(?<!afternoon)(?<!hours)(?<!dawn)(?<!as)(?<!eve)(?<!that) of the $")
_EDGE = re.compile(r"\b(?P<edge>first|last|final) day (?:of|in) (?:the )?(?:month of )?$")
_TWO_PARTS = re.compile(r"(?:\b(?:in|from|between) )?\b(?P<part>early|mid|late)-? (?:and|to|or|through) (?:the )?$")  # "in early and mid-May"
_FIRST_DAYS = re.compile(r"\b(?:(?:for|in|over|during) )?the first (?P<count>[a-z]{3,9}|\d{1,2}) days of $")
_OFF = re.compile(  # "two days ahead of the vote on Nov. 26", "on the eve of May 1"
    r"\b(?:(?:on|by) )?(?:the )?(?:(?P<count>\w+) days? (?:before|ahead of)|(?P<eve>eve of|day before))"
    r" (?:the (?:[a-z' -]{1,40} (?:on|of) )?|[a-z]+ on )?$"
)
_ONE = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "late", "close": "late",
    "turn": "early",
}  # fmt: skip
_BARE_MAY = {"throughout", "all through", "up to", "in", "since", "of", "from", "until", "by", "during", "between", "through", "around", "after", "before", "till", "as of"}
_YEAR_BACK = {"last": 1, "this": 0, "the previous": 1, "next": -1, "the": 0}
_MONTH_BACK = {"last": 1, "this": 0, "the": 0, "the previous": 1, "next": -1, "the current": 0}
_TODAY = {"day before yesterday": 2, "yesterday": 1, "last night": 1}
_ON = {"the same": 0, "that": 0, "the following": 1}


@lru_cache(maxsize=None)
def _holidays():
    names = {words: h["name"] for h in time_words()["holidays"] for words in h["en"]}
    pattern = "|".join(re.escape(words) for words in sorted(names, key=len, reverse=True))
    return names, re.compile(rf"\b(?=[{''.join({words[0] for words in names})}])(?:{pattern})\b")


def scan(words: str, lowered: str) -> list:
    """The expressions of an English text in order (all with `part` "text")."""
    found, position = [], 0
    while len(found) < MOST and (match := _TRIGGER.search(lowered, position)):
        expression = _read(words, lowered, match.start())
        if expression:
            found.append(expression)
        position = max(match.end(), expression.end if expression else 0)
    return _with_holidays(found, lowered)


def _with_holidays(found, lowered):
    names, pattern = _holidays()
    taken = covered(found, len(lowered))
    for match in pattern.finditer(lowered):
        if 1 not in taken[match.start() : match.end()]:
            how = _BEFORE.search(lowered, max(0, match.start() - 40), match.start())["how"]
            eve = _OFF.search(lowered, max(0, match.start() - 40), match.start())
            point = Point(holiday=names[match.group()], shift=_shift(eve) if eve else 0)
            holiday = _framed(point, None, eve.start() if eve else match.start(), match.end(), how)
            found.append(replace(holiday, exact=how == "on" or eve is not None))
    return sorted(found, key=lambda e: e.start)


def _read(words, lowered, at):
    if lowered.startswith(("last ", "same ", "previous ", "following ", "current "), at) and lowered.endswith("the ", 0, at):
        at -= 4
    point, end, day2 = _point(lowered, at)
    if point is None:
        return None
    before = _BEFORE.search(lowered, max(0, at - 56), at)
    how, part = before["how"], _PART_WORD.match(before["part"] or "")
    part = part and part.group()
    month_word = lowered[at:end]
    if month_word in ("may", "march") and not (words[at].isupper() and (part or how in _BARE_MAY or lowered.endswith(" day of ", 0, at))):
        return None
    if point.weekday is not None and _ANY_SUCH.search(lowered, max(0, at - 12), at) or lowered.startswith(("'s", "’s"), end) and point.weekday is not None:
        return None  # "Saturday's study", "a normal thing for a Friday"
    if month_word.endswith("new year") and not (how or part):  # "what the new year holds"
        return None
    if month_word.endswith("new year") and how in _FROM_OR_TO:  # "since the New Year" is since its first day
        point = replace(point, day=1)
    if month_word in _SHORT and not (how or part):  # "Lee Jun"
        return None
    if point.bare_day and _OF_A_KIND.search(lowered, max(0, at - 24), at):
        return None
    point = _with_part(point, part)
    if part and how in ("toward", "towards"):  # "toward the end of August" is a time
        how = "at"
    edge = _EDGE.search(lowered, max(0, at - 24), at)
    if edge and part is None and point.day is None:
        point = replace(point, edge=edge["edge"])
    pair = _TWO_PARTS.search(lowered, max(0, before.start() - 30), before.start()) if point.part else None
    if pair and not day2:
        return _framed(replace(point, part=pair["part"]), point, pair.start(), end, None)
    opening = _FIRST_DAYS.search(lowered, max(0, at - 40), at)
    if opening and part is None and point.day is None and (count := _count(opening["count"])) and count < 29:
        return _framed(replace(point, day=1), replace(point, day=count), opening.start(), end, None)
    off = _OFF.search(lowered, max(0, at - 80), at)
    if off and point.day:
        how, before, point = None, off, replace(point, shift=_shift(off))
    start = before.start() if how or part else at
    start += len(lowered[start:at]) - len(lowered[start:at].lstrip())
    if day2:
        return _framed(point, replace(point, day=day2), start, end, None if how in ("since", "from", "between", None) else how)
    join = _JOIN.match(lowered, end)
    if join:
        second, last, _ = _point(lowered, join.end())
        paired = how in ("from", "between", "since") or not join["join"].startswith("and") or _a_pair(point, second, join)
        if second and paired and not (second.days_on is not None or second.day_back is not None):
            second = _with_part(second, join["part"])
            if second.day and second.month is None and second.month_back is None:
                second = replace(second, month=point.month, month_back=point.month_back)
            return _framed(point, second, start, last, None)
    lasts = _LASTS.match(lowered, end)
    days = None
    lasts = lasts or (_LASTED.search(lowered, max(0, start - 30), start) if how in ("from", "starting", "beginning") else None)
    if lasts:
        days, end = _count(lasts["n"]) * {"day": 1, "week": 7, "month": 30}[lasts["unit"]], max(end, lasts.end())
    expression = _framed(point, None, start, end, how)
    if how == "from" and not days:  # "a case from early this month" only dates the case
        opens = not re.search(r"[a-z] $", lowered[max(0, start - 2) : start]) or _IN_FORCE.search(lowered, max(0, start - 24), start)
        expression = replace(expression, since=bool(opens) or bool(re.match(r",? on(?:wards?)?\b", lowered[end : end + 9])))
    return replace(expression, days=days)


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
    part = _ONE.get(word)
    if word.startswith(("first", "opening")):
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
        return replace(point, month=1 if part == "early" else 7 if word == "second half" else 12)
    return point


def _point(lowered, at):
    """The point that stands at `at`, where it ends, and the second day of "Nov. 22-23"; (None, at, None) if none does."""
    for form in _FORMS:
        match = form.match(lowered, at)
        if match:
            groups = match.groupdict()
            return _built(groups), match.end(), _number(groups.get("day2"))
    return None, at, None


def _built(g):
    month = g.get("month")
    point = Point(
        year=int(g["year"]) if g.get("year") else None,
        year_back=_YEAR_BACK.get(g.get("relyear")),
        year_on=_ON.get(g.get("relyear")),
        month=next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month.strip(".")[:3])) if month else None,
        day=_ORDINALS.index(g["ordinal"]) + 1 if g.get("ordinal") else _number(g.get("day")),
        season=g.get("season"),
    )
    if g.get("newyear"):
        return replace(point, year_back=0, month=1)
    if g.get("unit") == "week":
        return replace(point, week_back=_MONTH_BACK.get(g["back"], 0))
    if g.get("season") and g.get("back"):
        return replace(point, year_back=None)
    if g.get("weekday") and g.get("back") == "the same":  # "fell on the same Saturday": which one is not said
        return None
    if g.get("weekday"):
        back = 1 if "last" in (g.get("week") or "") else 0 if g.get("week") else -1 if g.get("back") == "next" else None
        return replace(point, weekday=_WEEKDAYS.index(g["weekday"]), week_back=back)
    if g.get("back"):
        return replace(point, month_back=_MONTH_BACK.get(g["back"]), month_on=_ON.get(g["back"]))
    if g.get("today"):
        return replace(point, day_back=_TODAY.get(g["today"].removeprefix("the "), 0))
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
