"""told_on, event_start, event_end and precision of a report, each with the words it came from."""

import re
from bisect import bisect_right
from dataclasses import replace

from reports import date_english, date_korean
from reports.date_resolve import Resolved, resolve
from reports.date_told import spoken
from reports.edtf import parse
from reports.event_dates import find_event
from reports.text import Document
from reports.words import say

_LENDS = 4  # months to each side that a month named with its year lends it to
_SAID = re.compile(r"\b(?:said|says) (?:on )?$")  # "an activist said Wednesday", whoever told it first
_HOUR_KO = re.compile(r"\s(?:새벽|아침|오전|오후|낮|저녁|밤)")
_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"|‘[^’]{0,300}’|「[^」]{0,300}」")


def find_dates(document: Document):
    """The dates of a report: `told_on`, `event_start`, `event_end`, `precision`, and the words each came from.

    Dates are days, `XXXX-05-31` where no year is known, or None (EDTF, see `reports.edtf`).
    """
    published = _published(document.published)
    quoted = [m.span() for m in _QUOTED.finditer(document.text)]
    expressions = find_expressions(document)
    told = _told_on(document, expressions, published, quoted)
    anchor = _anchor(told, published)
    times = _resolved(document, expressions, told, anchor, published, quoted)
    event = find_event(document, times, told, anchor)
    dates = {"told_on": str(told.first) if told else None, "event_start": None, "event_end": None, "precision": "unknown"}
    evidence = []
    if told:
        evidence.append(document.evidence("told_on", dates["told_on"], told.expression.part, told.expression.start, told.expression.end))
    if event:
        dates |= {"event_start": str(event.start), "event_end": str(event.end) if event.end else None, "precision": event.precision}
        for field, words in (("event_start", event.start_words), ("event_end", event.end_words)):
            if dates[field]:
                note = say("note_goes_on") if field == "event_end" and event.goes_on else ""
                evidence.append(document.evidence(field, dates[field], words.part, words.start, words.end, note))
    return dates, evidence


def _published(words):
    """The day or month of publication as a date; the loaders vouch for its form, and what is no date fixes nothing."""
    try:
        return parse(words) if words else None
    except ValueError:
        return None


def find_expressions(document: Document) -> list:
    """All expressions of time of a document, not yet resolved: those of the title first, each part in order."""
    scan = date_korean.scan if document.language == "ko" else date_english.scan
    title = [replace(e, part="title") for e in scan(document.title or "", document.lowered["title"])]
    return title + scan(document.part("text"), document.lowered["text"])


def _anchor(told, published):
    """What dates in the text count from: the day the source spoke where its year is known, else the publication."""
    if told and (told.first.year or not published):
        return told.first
    return published


def _resolved(document, expressions, told, anchor, published, quoted):
    """Every expression but that of told_on, resolved in order: within quotation marks as the source spoke, else as the outlet wrote."""
    found, before, act, lender = [], None, None, None
    for e in expressions:
        if told and e == told.expression:
            before = told
            continue
        inside = e.part == "text" and _within(e.start, quoted)
        if e.part == "text" and not inside and (_nowadays(document, e) or _of_words(document, e, told)):
            continue
        speaker = anchor if inside or not published else published
        counted = e.since and e.point.day_back is not None  # "보름째", up to the day the source spoke
        today = told.first if told and (counted or inside and told.first.year) else published
        onward = e.point.days_on or e.point.days_on == 0 and document.language == "en"  # "the same day", "two days later": than the event
        time = resolve(e, speaker, today, act or before if onward else before)
        if time and told and speaker != anchor and told.first.before(time.first):  # "early this month", written in the next one
            time = resolve(e, anchor, anchor if e.point.weekday is not None else today, before)
        if time and not (anchor and anchor.year):
            time, lender = _with_lent_year(time, lender)
        if time:
            found.append(time)
            before = act = time
    return found


def _with_lent_year(time, lender):
    """A month or day without a year takes that of the month named with one before it, where nothing else gives a year.

    Returns the time and the month that may lend its year to the next: "In June 2012 the price went up. On June 19 ...".
    """
    first, last = time.first, time.last
    if first.year and (e := time.expression).point.year and e.point.month:
        return time, first
    if first.year or last.year or not lender:
        return time, lender
    months = first.month - lender.month
    if not -_LENDS <= months <= _LENDS:
        return time, lender
    try:
        over = last.month < first.month
        return replace(time, first=replace(first, year=lender.year), last=replace(last, year=lender.year + over)), lender
    except ValueError:  # 29 February of a common year
        return time, lender


def _of_words(document, e, told):
    """Whether a time is that of somebody's words; beside told_on it is not, since somebody speaks once in a sentence."""
    sentence = document.sentence_at("text", told.expression.start) if told else None
    if e.since or sentence and sentence.start <= e.start < sentence.end:
        return False
    return spoken(document, e) in ("source", "media") or bool(_SAID.search(document.lowered["text"], max(0, e.start - 12), e.start))


def _nowadays(document, e):
    """Whether "today" outside quotation marks means nowadays; "this afternoon" does not."""
    words = document.lowered["text"]
    return e.point.day_back == 0 and not e.since and not words.startswith("this ", e.start) and not _HOUR_KO.match(words, e.end)


def _within(position, spans):
    """Whether a position lies in one of some spans, which are in order and apart."""
    index = bisect_right(spans, (position, float("inf"))) - 1
    return index >= 0 and position < spans[index][1]


def _told_on(document, expressions, published, quoted) -> Resolved | None:
    """The first single day outside quotation marks by which a source or outlet is said to have spoken."""
    before, first = None, None
    for e in expressions:
        if e.part == "title" or _within(e.start, quoted):
            continue
        on_its_own = not (e.since or e.until or e.future or e.repeated or e.days or (e.point.days_on or 0) < 0)
        time = resolve(e, published, published, before if e.point.days_on is not None or not published else None)
        if time and time.precision == "day" and on_its_own and (how := spoken(document, e)):
            if how == "source":  # of "told ASIAPRESS between February 14 and 18" the last
                return replace(time, first=time.last)
            first = first or (time if how == "somebody" and not e.to else None)
        before = time or before
    return first
