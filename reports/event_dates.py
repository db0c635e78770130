"""Which of a report's times date the event: rank by frame (lead, verb of a measure, background), then start and end."""

import re
from dataclasses import dataclass

from reports.date_grammar import Expression, cue
from reports.date_resolve import ORDER, Resolved
from reports.edtf import Date

_ENOUGH = 1.6  # what a time must weigh to date the event at all
_ALONE = 1.0  # what a day must weigh where it is the only one that might
_BESIDE = 1.5  # how much less an act of the same days may weigh and still move the start or the end
_APART = 0.8  # the same for the start, where the acts lie more than a week apart
_WEEK = 7
_MANY = 40  # no report dates more acts than this; of what runs on, the first times are looked at
_FAR = 300  # characters to each side that count as the sentence, where it runs on
_SPAN = 45  # days within which two acts are taken for the same event
_CASE = 240  # the same for a case, from its arrest to its punishment
_SHARPENS = 0.5  # what a day must weigh to sharpen a vague time that it lies within
_BREAK_EN = re.compile(r"[;:()—!?]|, (?!(?:19|20)\d\d)| (?:and|but|while|after|when|who|which|because|as) ")
_BREAK_KO = re.compile(r"[;“”\".!?…]|(?<=[며고])\s|(?:지만|는데|으나|면서|[는은]데|(?<![기통위대향])해|[어아]|뒤|후)[\s,]")
_UNDER_WAY = re.compile(r"\b(?:is|are) (?:now |again |still |once again |once more )?being (?!held)\w+")
_HAD = re.compile(r",? (?:[\w-]+ ){1,5}had (?:already )?been ")  # "by May 15 eight of them had been arrested" tells of an act
_SINCE = re.compile(r"\b(?:ever )?since (?:the|an?|its|their|this|these|new) [^.;,]{1,60}$")  # "since the new rules came in on Feb. 15"


# what speaks for a time to date the event, and what against it
_WEIGHT = {
    "day": 1.0, "part_of_month": 0.7, "month": 0.1, "season": -0.5, "year": -2.0,  # a sharp time was meant to date something
    "enforcement": 2.2, "measure": 1.6, "act beside": 0.3, "no act": -0.5,  # the act in its clause, only in its sentence, nowhere
    "title": 0.8, "sentence 0": 1.5, "sentence 1": 1.2, "sentence 2": 0.7,  # the lead tells the event
    "since in the lead": 0.8, "extent": 0.4, "dates it": 1.5,
    "background": -2.5, "aside": -1.5, "3 months back": -0.7, "6 months back": -2.0,
}  # fmt: skip


@dataclass(frozen=True)
class Event:
    """Start, end (None where not known) and precision of the event, the words of both, and whether it still goes on."""

    start: Date
    end: Date | None
    precision: str
    start_words: Expression
    end_words: Expression
    goes_on: bool


@dataclass(frozen=True)
class _Candidate:
    time: Resolved
    weight: float
    began: bool
    enforcement: bool
    arrest: bool
    ended: bool


def find_event(document, times: list, told: Resolved | None, anchor: Date | None) -> Event | None:
    """The dates of the event among the resolved times of a document, or None where none dates it."""
    weighed = [c for t in times[: 5 * _MANY] if (c := _weigh(document, t, anchor))]
    weighed = sorted(weighed, key=lambda c: -c.weight)[:_MANY]
    candidates = [c for c in weighed if c.weight >= _ENOUGH] or _lone_day(weighed)
    if not candidates:
        return None
    best = max(candidates, key=lambda c: c.weight)
    near = [c for c in candidates if _apart(c.time, best.time) <= (_CASE if best.enforcement and c.enforcement else _SPAN)]
    days = [c for c in weighed if c.time.precision == "day" and c.weight >= _SHARPENS]
    near = [c for c in near if not _holds_sharper(c, [*near, *days])] or [_sharpest(best, days)]
    best = max(near, key=lambda c: c.weight)
    first = min((c for c in near if _moves_start(c, best)), key=lambda c: (_days(c.time.first), not c.time.expression.since))
    last = max((c for c in near if best.weight - c.weight <= _BESIDE), key=lambda c: _days(c.time.last))
    goes_on = not (last.ended and first.time.first.before(last.time.first)) and (
        _goes_on(document, first) or last is not first and (last.time.expression.since or _further(document, last.time.expression))
    )
    if goes_on:
        end, end_words = (told.first, told.expression) if told else (None, first.time.expression)
        if end and end.before(first.time.first):
            end = first.time.last
        precision = first.time.precision
    else:
        end, end_words = last.time.last, last.time.expression
        precision = max(first.time.precision, last.time.precision, key=ORDER.index)
        if told and told.first.before(end):
            end = told.first if not told.first.before(first.time.first) else end
    return Event(first.time.first, end, precision, first.time.expression, end_words, goes_on)


def _lone_day(weighed):
    """The only day of the text that might date the event, where nothing speaks loudly for any time."""
    days = [c for c in weighed if c.weight >= _ALONE]
    return days if len(days) == 1 and days[0].time.precision == "day" else []


def _moves_start(candidate, best):
    """Whether the event may start with a candidate: the best, an act of the same days, or the arrest that a case began with."""
    if _apart(candidate.time, best.time) <= _WEEK:
        return best.weight - candidate.weight <= _BESIDE
    return best.weight - candidate.weight <= (_BESIDE if candidate.arrest and best.enforcement and not best.arrest else _APART)


def _sharpest(candidate, days):
    """The day that lies within a vague time and sharpens it; the vague time itself where there is none."""
    return next((d for d in days if _holds_sharper(candidate, [d])), candidate)


def _apart(a, b):
    return abs(_days(a.first) - _days(b.first)) if bool(a.first.year) == bool(b.first.year) else _SPAN + 1


def _days(day):
    return (day.year or 0) * 365 + day.month * 30 + day.day


def _holds_sharper(candidate, acts):
    """Whether a sharper time among the acts lies within this vague one: the same act, told twice."""
    low, high = _days(candidate.time.first), _days(candidate.time.last)
    sharper = [a for a in acts if ORDER.index(a.time.precision) < ORDER.index(candidate.time.precision)]
    within = [a for a in sharper if low <= _days(a.time.first) and _days(a.time.last) <= high]
    return any(a.began or not candidate.began or a.weight > candidate.weight for a in within)


def _weigh(document, time, anchor):
    """How much speaks for a time to date the event; None where it cannot."""
    e = time.expression
    if e.until and not _HAD.match(document.lowered[e.part], e.end):
        return None
    if e.future or e.repeated or (e.point.holiday and not (e.since or e.exact)) or (e.point.days_on or 0) < 0:
        return None
    if anchor and anchor.last.before(time.first):
        return None
    language = document.language
    sentence = document.sentence_at(e.part, e.start)
    before, after = _clause(document, e, sentence)
    near = before + document.lowered[e.part][e.start : e.end] + after
    weight = _WEIGHT[time.precision]
    if e.point.holiday and not e.since and not (cue("enforcement", language).search(near) or cue("measure", language).search(near)):
        return None  # what people did on the holiday
    weight += _acts(near, document.lowered[e.part][max(sentence.start, e.start - _FAR) : min(sentence.end, e.end + _FAR)], language)
    weight += _WEIGHT["title"] if e.part == "title" else _WEIGHT.get(f"sentence {sentence.number}", 0.0)
    weight += _WEIGHT["dates it"] if cue("dates_it", language).search(near) else 0.0
    if cue("background", language).search(near):
        weight += _WEIGHT["background"]
    elif _aside(near, after, language):
        weight += _WEIGHT["aside"]
    elif e.since or e.to or e.days:
        weight += _WEIGHT["since in the lead" if e.since and sentence.number < 2 else "extent"]
    months = _months_back(time, anchor)
    if months > 9 and not (e.point.year or e.point.year_back is not None):
        return None  # a month and day without a year that lie ahead
    weight += _WEIGHT["6 months back"] if months > 5 else _WEIGHT["3 months back"] if months > 2 else 0.0
    return _Candidate(
        time, weight, bool(e.since or cue("began", language).search(near)),
        bool(cue("enforcement", language).search(near)), bool(cue("arrest", language).search(after if language == "ko" else near)),
        bool(cue("ended", language).search(after if language == "ko" else near)),
    )  # fmt: skip


def _acts(near, whole, language):
    if cue("enforcement", language).search(near):
        return _WEIGHT["enforcement"]
    if cue("measure", language).search(near):
        return _WEIGHT["measure"]
    beside = cue("enforcement", language).search(whole) or cue("measure", language).search(whole)
    return _WEIGHT["act beside" if beside else "no act"]


def _aside(near, after, language):
    """A price or the crime in the clause; in Korean only where it comes before the verb of the measure."""
    aside = cue("aside", language).search(near)
    if not aside or language != "ko":
        return bool(aside)
    act = cue("enforcement", "ko").search(after) or cue("measure", "ko").search(after)
    later = cue("aside", "ko").search(after)
    return not (act and later and act.start() < later.start())


def _months_back(time, anchor):
    if not (anchor and anchor.year and time.first.year):
        return 0
    return (anchor.year - time.first.year) * 12 + anchor.last.month - time.first.month


def _clause(document, e, sentence):
    """The clause of a time, before it and after it, in lower case. English verbs may stand on either side; a Korean one follows.

    Where the time stands alone between commas ("on Oct. 8, for example, a woman ..."), the next clauses belong to it.
    """
    words = document.lowered[e.part]
    if document.language == "ko":
        high = min(sentence.end, e.end + 60)
        stop = _BREAK_KO.search(words, e.end + 8, high)
        starts = [m.end() for m in re.finditer(r"[“”.]", words[max(sentence.start, e.start - 30) : e.start])]
        low = max(sentence.start, e.start - 30) + (starts[-1] if starts else 0)
        return words[low : e.start], words[e.end : stop.end() if stop else high]
    low, high = max(sentence.start, e.start - 110), min(sentence.end, e.end + 110)
    starts = [m.end() for m in _BREAK_EN.finditer(words, low, e.start)]
    stops = [m.start() for m in _BREAK_EN.finditer(words, e.end, high)]
    start, stop = starts[-1] if starts else low, stops[0] if stops else high
    while stops and stop - start < e.end - e.start + 16:
        stops.pop(0)
        stop = stops[0] if stops else high
    if stop - start < e.end - e.start + 16 and len(starts) > 1:
        start = starts[-2]
    return words[start : e.start], words[e.end : stop]


def _goes_on(document, first):
    """Whether the measure is under way when the source speaks."""
    e = first.time.expression
    if e.to or e.days:
        return False
    if e.since:
        return True
    sentence = document.sentence_at(e.part, e.start)
    before, after = _clause(document, e, sentence)
    if _SINCE.search(before):
        return True
    if cue("lasting", document.language).search(before + after) or cue("sets_in", document.language).search(before + after):
        return True
    if cue("one_act", document.language).search(after if document.language == "ko" else before + after):
        return False
    if _further(document, e):
        return True
    if sentence.number > 1 and not first.began and not _leads(document):  # an example further down
        return False
    if cue("further", document.language).search(document.lowered["text"]):
        return True
    pattern = cue("goes_on", document.language)
    lead = [s for s in document.sentences if s.part == "title" or s.number < 3]
    return any(pattern.search(document.lowered[s.part], s.start, s.end) for s in [*lead, sentence])


def _further(document, e):
    """Whether the sentence of a time says that its act was not the last."""
    sentence = document.sentence_at(e.part, e.start)
    return bool(cue("further", document.language).search(document.lowered[e.part], sentence.start, sentence.end))


def _leads(document):
    """Whether the first sentence says that the measure is under way."""
    first = [s for s in document.sentences if s.part == "text" and s.number == 0]
    return any(_UNDER_WAY.search(document.lowered["text"], s.start, s.end) for s in first)
