"""told_on, event_start, event_end and precision of a report, each with the words it came from."""

import re

from reports.date_grammar import find_expressions
from reports.text import Document

_SPEECH_EN = re.compile(
    r"\b(?:told|said|says|reported|explained|informed|speaking|spoke|according to|confirmed|interview|by phone|source|sources|report)\b"
)
_SPEECH_KO = re.compile(r"소식통|전했다|말했다|밝혔다|알려왔다|보도했다|전해왔다|보도에 따르면|취재협력자|통화")
_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"|‘[^’]{0,300}’")
_BACKGROUND = re.compile(
    r"\b(?:since the|covid|pandemic|party congress|law|born|founded|in the past|previously|last reported|a year earlier)\b"
    r"|당대회|코로나|채택|제정|과거|전원회의|법을|법에"
)
_ONGOING = re.compile(
    r"\b(?:since|ongoing|continu\w+|has been|have been|are being|is being|these days|recently|still|daily|every day|now)\b"
    r"|부터|계속|최근|요즘|이어지|진행|벌이고|하고 있|되고 있|지금|여전히"
)
_ORDER = ("day", "part_of_month", "month", "season", "year")


def find_dates(document: Document):
    """The dates of a report: `told_on`, `event_start`, `event_end`, `precision`, and the words each came from.

    Dates are days, `XXXX-05-31` where no year is known, or None.
    """
    published = _anchor(document.published)
    quoted = [m.span() for m in _QUOTED.finditer(document.text)]
    told, told_words = _told_on(document, published, quoted)
    anchor = told if told and told[0] else published
    event = _event(document, find_expressions(document, anchor), told_words, anchor)
    dates = {"told_on": _written(told), "event_start": None, "event_end": None, "precision": "unknown"}
    evidence = []
    if told_words:
        evidence.append(document.evidence("told_on", dates["told_on"], told_words.part, told_words.start, told_words.end))
    if event:
        sentence = document.sentence_at(event.part, event.start).words.lower()
        goes_on = event.since or (event.precision != "day" and bool(_ONGOING.search(sentence)))
        end = told if goes_on else event.last
        if end and _written(end) and _key(end) < _key(event.first):
            end = event.last
        dates |= {"event_start": _written(event.first), "event_end": _written(end), "precision": event.precision}
        for field in ("event_start", "event_end"):
            if dates[field]:
                note = "goes on until the source spoke" if field == "event_end" and goes_on else ""
                evidence.append(document.evidence(field, dates[field], event.part, event.start, event.end, note))
    return dates, evidence


def _anchor(published):
    if not published:
        return None
    numbers = [int(n) for n in published.split("-")]
    return (numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None)


def _written(date):
    if not date or date[2] is None:
        return None
    return f"{date[0] or 'XXXX'}-{date[1]:02d}-{date[2]:02d}" if date[0] else f"XXXX-{date[1]:02d}-{date[2]:02d}"


def _key(date):
    return (date[0] or 0, date[1], date[2])


def _told_on(document, published, quoted):
    """The first single day outside quotation marks that stands in a sentence with a verb of speech."""
    speech = _SPEECH_KO if document.language == "ko" else _SPEECH_EN
    for e in find_expressions(document, published):
        if e.part == "title" or e.precision != "day" or e.first != e.last or e.since:
            continue
        if any(s <= e.start < t for s, t in quoted):
            continue
        sentence = document.sentence_at("text", e.start)
        near = document.lowered["text"][max(sentence.start, e.start - 90) : e.end + 40]
        after = document.text[e.end : e.end + 3]
        if document.language == "ko" and not re.match(r"\s|,|\(|에 ", after):
            continue
        if speech.search(near):
            return e.first, e
    return None, None


def _event(document, expressions, told_words, anchor):
    """The expression that dates the event: of those neither told_on nor background, the first, the most precise first
    within the lead; None where there is none.
    """
    best = None
    for e in expressions:
        if told_words and (e.part, e.start) == (told_words.part, told_words.start):
            continue
        sentence = document.sentence_at(e.part, e.start)
        near = document.lowered[e.part][max(sentence.start, e.start - 60) : e.end + 60]
        if e.precision in ("year", "season") or _BACKGROUND.search(near):
            continue
        if anchor and e.first[0] and (anchor[0] - e.first[0]) * 12 + anchor[1] - e.first[1] > 14:
            continue
        if e.bare_day and not anchor:
            continue
        rank = (_ORDER.index(e.precision) > 1, e.part == "title", e.start)
        if best is None or rank < best[0]:
            best = (rank, e)
    return best[1] if best else None
