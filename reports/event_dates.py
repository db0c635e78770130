"""Which of a report's times date the event: rank by frame (lead, verb of a measure, background), then start and end."""

import re
from dataclasses import dataclass

from reports.date_grammar import Expression, cue
from reports.date_resolve import ORDER, Resolved
from reports.edtf import Date

_ENOUGH = 2.0  # what a time must weigh to date the event at all
_BESIDE = 1.5  # how much less another act of the same event may weigh
_SPAN = 45  # days within which two acts are taken for the same event
_BREAK_EN = re.compile(r"[;:“”\"()—.!?]|, (?!(?:19|20)\d\d)| (?:and|but|while|after|when|who|which|because|as) ")
_BREAK_KO = re.compile(r"[;“”\".!?…]|(?<=[며고자])\s|(?:지만|는데|으나|면서|[는은]데|[해어아]|뒤|후)[\s,]")


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


def find_event(document, times: list, told: Resolved | None, anchor: Date | None, quoted: list) -> Event | None:
    """The dates of the event among the resolved times of a document, or None where none dates it."""
    candidates = [c for t in times if (c := _weigh(document, t, anchor)) and c.weight >= _ENOUGH]
    if not candidates:
        return None
    best = max(candidates, key=lambda c: c.weight)
    acts = [c for c in candidates if c.weight >= best.weight - _BESIDE and _near(c.time, best.time)]
    acts = [c for c in acts if c.began or not _holds_sharper(c, acts)]
    first = min(acts, key=lambda c: (c.time.first.year or 0, c.time.first.month, c.time.first.day))
    last = max(acts, key=lambda c: (c.time.last.year or 0, c.time.last.month, c.time.last.day))
    goes_on = _goes_on(document, first)
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


def _near(a, b):
    if bool(a.first.year) != bool(b.first.year):
        return False
    return abs(_days(a.first) - _days(b.first)) <= _SPAN


def _days(day):
    return (day.year or 0) * 365 + day.month * 30 + day.day


def _holds_sharper(candidate, acts):
    """Whether a sharper time among the acts lies within this vague one: the same act, told twice."""
    low, high = _days(candidate.time.first), _days(candidate.time.last)
    return candidate.time.precision != "day" and any(a.time.precision == "day" and low <= _days(a.time.first) <= high for a in acts)


def _weigh(document, time, anchor):
    """How much speaks for a time to date the event; None where it cannot."""
    e = time.expression
    if e.future or e.until or e.repeated or (e.point.holiday and not e.since):
        return None
    language = document.language
    sentence = document.sentence_at(e.part, e.start)
    near = _clause(document, e, sentence)
    whole = document.lowered[e.part][sentence.start : sentence.end]
    weight = {"day": 1.0, "part_of_month": 0.7, "month": 0.3, "season": -0.5, "year": -2.0}[time.precision]
    weight += 2.0 if cue("measure", language).search(near) else 0.5 if cue("measure", language).search(whole) else -1.0
    weight += 0.8 if e.part == "title" else (1.5, 1.2, 0.7)[sentence.number] if sentence.number < 3 else 0.0
    weight += 0.4 if e.since or e.to or e.days else 0.0
    weight -= 2.5 if cue("background", language).search(near) else 0.0
    if anchor and anchor.year and time.first.year:
        months = (anchor.year - time.first.year) * 12 + anchor.month - time.first.month
        weight -= 0.0 if months <= 2 else 0.7 if months <= 5 else 2.0
        if anchor.last.before(time.first):
            return None
    return _Candidate(time, weight, bool(e.since or cue("began", language).search(near)))


def _clause(document, e, sentence):
    """The clause a time stands in, in lower case: to both sides in English, where the verb may stand first; onwards in Korean."""
    words = document.lowered[e.part]
    if document.language == "ko":
        high = min(sentence.end, e.end + 60)
        stop = _BREAK_KO.search(words, e.end + 4, high)
        return words[max(sentence.start, e.start - 12) : stop.end() if stop else high]
    low, high = max(sentence.start, e.start - 110), min(sentence.end, e.end + 90)
    starts = [m.end() for m in _BREAK_EN.finditer(words, low, e.start)]
    stop = _BREAK_EN.search(words, e.end, high)
    return words[starts[-1] if starts else low : stop.start() if stop else high]


def _goes_on(document, first):
    """Whether the measure is under way when the source speaks."""
    e = first.time.expression
    if e.to or e.days:
        return False
    if e.since:
        return True
    if first.time.precision == "day" and not first.began:
        return False
    pattern = cue("goes_on", document.language)
    lead = [s for s in document.sentences if s.part == "title" or s.number < 2]
    return any(pattern.search(document.lowered[s.part], s.start, s.end) for s in [*lead, document.sentence_at(e.part, e.start)])
