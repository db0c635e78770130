"""Which of a report's times date the event: rank by frame (lead, verb of a measure, background), then start and end."""

import re
from dataclasses import dataclass
from datetime import date

from reports.date_grammar import Expression, cue
from reports.date_resolve import ORDER, Resolved
from reports.date_signs import clause, weigh
from reports.edtf import Date

_ENOUGH = 1.8  # what a time must weigh to date the event at all
_ALONE = 1.0  # what a day must weigh where it is the only one that might
_ALONE_SINCE = 0.4  # and what something has gone on since
_ALONE_VAGUE = 1.3  # and a part of a month, or a month with an act in its clause
_BESIDE = 1.5  # how much less an act of the same days may weigh and still move the start
_LATER = 2.6  # the same for the end, where nothing competes but what came after, and for the start of what came "three days later"
_APART = 1.0  # the same for the start, where the acts lie more than a week apart
_AGAINST = {  # what keeps a lone day from dating the event
    "background", "circumstance", "price", "aside", "led to it", "steps back",
    "feast", "names its year", "elsewhere", "example", "plan", "contrast", "6 months back",
}  # fmt: skip
_CASE_OPENED = 2.2  # the same where an arrest came before the trial
_SENTENCE = 60  # characters within which a trial and what followed it are told in one breath
_WEEK = 7
_LEAD = ("title", "sentence 0", "sentence 1")
_MANY = 40  # no report dates more acts than this; of what runs on, the first times are looked at
_SPAN = 45  # days within which two acts are taken for the same event
_CASE = 240  # the same for a case, from its arrest to its punishment
_SHARPENS = 0.5  # what a day must weigh to sharpen a vague time that it lies within
_BEING = re.compile(r"\bare (?:now |again |still |once again |once more )?being (?!held|asked|told|said|questioned)\w+")
_EVER_SINCE = re.compile(r"\b(?:ever since|since then|has not stopped|have not stopped)\b")
_BEGAN_KO = re.compile(r"시작(?:한|된) 것[은이]\s$")
# "밭을 갈아엎는 일은 지금도 이어진다": told wherever, the measure is not over
_STILL_KO = re.compile(r"(?:지금도|아직도|여전히|요즘도|오늘도|여태|이 시각에도)\s[^.“”]{0,40}(?:이어[지진]|계속|끝나지 않|멈추지 않|그치지 않|돌고 있|다니[고며])")
_HOUR = re.compile(r"\d시(?: ?(?:반|\d{1,2}분))?부터")
_SINCE = re.compile(r"\b(?:ever )?since (?:the|an?|its|their|this|these|new) [^.;]{1,60}$")  # "since the new rules came in on Feb. 15"


@dataclass(frozen=True)
class Event:
    """Start, end (None where not known) and precision of the event, the words of both, and whether it still goes on."""

    start: Date
    end: Date | None
    precision: str
    start_words: Expression
    end_words: Expression
    goes_on: bool


def find_event(document, times: list, told: Resolved | None, anchor: Date | None) -> Event | None:
    """The dates of the event among the resolved times of a document, or None where none dates it."""
    weighed = [c for t in times[: 5 * _MANY] if (c := weigh(document, t, anchor))]
    ends = [c for c in weighed if c.has("only its end")]
    weighed = sorted((c for c in weighed if not c.has("only its end")), key=lambda c: -c.weight)[:_MANY]
    candidates = [c for c in weighed if c.weight >= _ENOUGH] or _lone_day(weighed)
    if not candidates:
        return None
    best = max(candidates, key=lambda c: c.weight)
    case = best.has("enforcement")
    near = [c for c in candidates if _apart(c.time, best.time) <= (_CASE if case and c.has("enforcement", "one_act") else _SPAN)]
    days = [c for c in weighed if c.time.precision == "day" and c.weight >= _SHARPENS]
    near = [c for c in near if not _holds_sharper(c, [*near, *days])] or [_sharpest(best, days)]
    best = max(near, key=lambda c: c.weight)
    first = min((c for c in near if _moves_start(c, best)), key=lambda c: (_days(c.time.first), not c.time.expression.since))
    last = max((c for c in [*near, *ends] if _moves_end(c, best, first)), key=lambda c: (_ends(c, first), _days(c.time.last)))
    if best.has("ended") and (began := [c for c in weighed if _led_up_to(c, best, first)]):
        first = min(began, key=lambda c: _days(c.time.first))
    over = last.has("ended") and first.time.first.before(last.time.first)
    goes_on = not over and (_goes_on(document, first) or last is not first and _last_goes_on(document, last, best))
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
    """The only day, part of a month, month with an act or "since May" that might date the event, where nothing speaks loudly."""
    open_ = [c for c in weighed if c.marks.isdisjoint(_AGAINST)]
    lone = [c for c in open_ if c.weight >= _ALONE]
    since = [c for c in open_ if c.time.expression.since and c.time.precision != "year" and c.weight >= _ALONE_SINCE]
    if not lone and len(since) == 1:
        return since
    if len(lone) != 1:
        return []
    precision = lone[0].time.precision
    vague = precision == "part_of_month" or precision == "month" and lone[0].has("enforcement", "measure")
    return lone if precision == "day" or vague and lone[0].weight >= _ALONE_VAGUE else []


def _moves_start(candidate, best):
    """Whether the event may start with a candidate: the best, an act of the same days, or the arrest that a case began with."""
    if candidate is not best and candidate.has("no act in Korean") and best.has("enforcement", "measure"):
        return False  # what is found or breaks out before the measure
    if candidate is not best and candidate.has("steps back", "cause") and not candidate.has("arrest"):
        return False
    lasting = candidate.has("since in the lead") and candidate.has("sentence 0") and not candidate.has("held", *_AGAINST)
    if lasting and not best.has("arrest", "one_act"):  # what the first sentence says has gone on since then began then
        return not best.time.first.before(candidate.time.first)
    if candidate is not best and candidate.has("relative"):
        return False
    vaguer = ORDER.index(candidate.time.precision) > ORDER.index(best.time.precision)
    if vaguer and _told_after(candidate, best):
        return False
    if vaguer and not candidate.has("enforcement", "began") and not best.has("ended"):
        return False
    if _apart(candidate.time, best.time) <= _WEEK:
        return best.weight - candidate.weight <= (_LATER if best.has("follow-up") else _BESIDE)
    acts = candidate.has("enforcement", "" if best.has("enforcement") else "measure")
    if candidate is not best and not acts and candidate.time.precision != "day":
        return False  # a day that is told as loudly may be of words that no list has
    if best.has("one_act") and not candidate.has("arrest", "one_act"):
        return False  # what went before a meeting or an accident does not begin it
    opened_the_case = candidate.has("arrest") and best.has("enforcement") and not best.has("arrest")
    return best.weight - candidate.weight <= (_CASE_OPENED if opened_the_case else _APART)


def _told_after(vague, sharp):
    """Whether a vague time holds the sharp one and is told after it: the trial on the 4th, the execution early in the month."""
    holds = not sharp.time.first.before(vague.time.first) and not vague.time.last.before(sharp.time.last)
    return holds and vague.time.expression.start > sharp.time.expression.start


def _moves_end(candidate, best, first):
    """Whether the event may end with a candidate: the best, or another act that is told nearly as loudly."""
    if candidate is best:
        return True
    if candidate.has("only its end"):
        return not candidate.time.last.before(first.time.first) and _apart(candidate.time, first.time) <= _SPAN
    if best.has("one_act") and not candidate.has("one_act", "enforcement"):
        return False  # what is done after an accident or a trial is not the accident
    return candidate is first or not candidate.has("follow-up", "price") and best.weight - candidate.weight <= _LATER


def _ends(candidate, first):
    """Whether a sharp time says when what had begun before it came to an end."""
    sharper = ORDER.index(candidate.time.precision) < ORDER.index(first.time.precision)
    return sharper and candidate.has("ended") and first.has("began") and first.time.first.before(candidate.time.first)


def _led_up_to(candidate, best, first):
    """Whether a time says since when the measure had been in force that the best time saw come to an end."""
    e = candidate.time.expression
    lasted = candidate.has(*_LEAD) and bool(e.since or e.to or e.days)
    return lasted and candidate.time.first.before(first.time.first) and _apart(candidate.time, best.time) <= _CASE


def _sharpest(candidate, days):
    """The day that lies within a vague time and sharpens it; the vague time itself where there is none."""
    return next((d for d in days if _holds_sharper(candidate, [d])), candidate)


def _apart(a, b):
    return abs(_days(a.first) - _days(b.first)) if bool(a.first.year) == bool(b.first.year) else _SPAN + 1


def _days(day):
    """A number for a day, for days apart; without a year those of a leap year."""
    return date(day.year or 2000, day.month, day.day).toordinal()


def _holds_sharper(candidate, acts):
    """Whether a sharper time among the acts lies within this vague one: the same act, told twice."""
    low, high = _days(candidate.time.first), _days(candidate.time.last)
    sharper = [a for a in acts if ORDER.index(a.time.precision) < ORDER.index(candidate.time.precision)]
    within = [a for a in sharper if low <= _days(a.time.first) and _days(a.time.last) <= high and not _next_act(candidate, a)]
    if candidate.time.expression.to:  # "at the end of July, and again on Aug. 1"
        return False
    if candidate.has("began") and candidate.has("title", "sentence 0"):  # "last month they began ...; one of them was called on the 16th"
        within = [a for a in within if a.has("began", *_LEAD)]
    lasting = candidate.has("since in the lead")  # what the lead says goes on is not sharpened by an example further down
    louder = any(a.weight > candidate.weight and not (lasting and a.has("sentence 3", "further down")) for a in within)
    return louder or any(a.has("began") or not candidate.has("began") for a in within)


def _next_act(vague, sharp):
    """Whether the sharp time is that of a later act: the sentence after the arrest, the end after the beginning."""
    tried = vague.has("arrest") and sharp.has("enforcement") and not sharp.has("arrest")
    after = 0 < vague.time.expression.start - sharp.time.expression.end < _SENTENCE and vague.has("enforcement") and sharp.has("one_act")
    return tried or after or sharp.has("ended") and vague.has("began")


def _goes_on(document, first):
    """Whether the measure is under way when the source speaks."""
    e = first.time.expression
    if e.to or e.days:
        return False
    sentence = document.sentence_at(e.part, e.start)
    before, after = clause(document, e, sentence)
    if first.has("held"):
        return False
    if e.since:  # "밤 8시 반부터 검열이 들어왔다" tells of one night
        hour = document.language == "ko" and _HOUR.search(document.lowered[e.part], e.start, e.end)
        return not hour or bool(cue("lasting", "ko").search(after))
    if document.language == "ko" and cue("sets_in", "ko").search(document.lowered[e.part], max(e.end, sentence.end - 14), sentence.end):
        return True  # "지난달 중순 도당이 회의를 열면서 시작된 일이다"
    if _BEGAN_KO.search(before):  # "걷기 시작한 것이 10월 중순인데"
        return True
    if _SINCE.search(before) or document.language == "en" and _EVER_SINCE.search(document.lowered[e.part], e.end, sentence.end):
        return True
    said = after if document.language == "ko" else before + after
    if cue("lasting", document.language).search(said) or cue("sets_in", document.language).search(said):
        return True
    ruled = document.language == "en" and first.has("measure") and not first.has("arrest")
    if ruled and cue("forbids", "en").search(document.lowered[e.part], sentence.start, sentence.end):
        return True
    if cue("one_act", document.language).search(said):
        return False
    if document.language == "en" and first.has("measure") and not first.has("enforcement") and _obliges(document):
        return True
    if _further(document, e):
        return True
    if document.language == "ko" and not first.has("arrest") and (_STILL_KO.search(document.text) or _lasting_lead(document)):
        return True
    if sentence.number > 1 and not first.has("began") and not _leads(document, first.has("arrest")):  # an example further down
        return False
    if cue("further", document.language).search(document.lowered["text"]):
        return True
    pattern = cue("goes_on", document.language)
    lead = [s for s in document.sentences if s.part == "title" or s.number < 3]
    told = (document.lowered[s.part][s.start : s.end] for s in [*lead, sentence])
    held = document.language == "en" or first.has("arrest")
    return any(pattern.search(cue("custody", document.language).sub("", words) if held else words) for words in told)


def _lasting_lead(document):
    """Whether the Korean lead says that something was closed, banned or halted: it lasts until it is said to be lifted."""
    lead = next((s for s in document.sentences if s.part == "text"), None)
    if not lead or cue("ended", "ko").search(document.text):
        return False
    return bool(cue("lasting", "ko").search(document.lowered["text"], max(lead.start, lead.end - 30), lead.end))


def _last_goes_on(document, last, best):
    """Whether the measure is said to be under way where its last act is told, not where its first is."""
    e = last.time.expression
    return e.since or _further(document, e) or last is best and _goes_on(document, best)


def _further(document, e):
    """Whether the sentence of a time says that its act was not the last."""
    sentence = document.sentence_at(e.part, e.start)
    return bool(cue("further", document.language).search(document.lowered[e.part], sentence.start, sentence.end))


def _obliges(document):
    """Whether the first two sentences tell of what people must do, or have been doing, and of no single act."""
    words = " ".join(document.lowered["text"][s.start : s.end] for s in document.sentences if s.part == "text" and s.number < 2)
    return bool(cue("obliges", "en").search(words)) and not cue("one_act", "en").search(words)


def _leads(document, arrest):
    """Whether one of the first two sentences says that the measure is under way; of an arrest, that people are being taken."""
    if document.language != "en":
        return False
    pattern = _BEING if arrest else cue("under_way", "en")
    first = [s for s in document.sentences if s.part == "text" and s.number < 2]
    words = (document.lowered["text"][s.start : s.end] for s in first)
    return any(pattern.search(cue("custody", "en").sub("", told)) for told in words)
