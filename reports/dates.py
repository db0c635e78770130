"""told_on, event_start, event_end and precision of a report, each with the words it came from."""

import re
from bisect import bisect_right
from dataclasses import replace

from reports import date_english, date_korean
from reports.date_grammar import cue
from reports.date_resolve import Resolved, resolve
from reports.edtf import parse
from reports.event_dates import find_event
from reports.text import Document

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
                note = "goes on until the source spoke" if field == "event_end" and event.goes_on else ""
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
    found, before = [], None
    for e in expressions:
        if told and e == told.expression:
            before = told
            continue
        inside = e.part == "text" and _within(e.start, quoted)
        beside = told and e.part == told.expression.part and document.sentence_at(e.part, told.expression.start).start <= e.start
        beside = beside and e.start < document.sentence_at(e.part, told.expression.start).end  # somebody speaks once in a sentence
        if e.part == "text" and not inside and (_nowadays(document, e) or not (e.since or beside) and _spoken(document, e) == "source"):
            continue
        speaker = anchor if inside or not published else published
        counted = e.since and e.point.day_back is not None  # "보름째", up to the day the source spoke
        spoken = told.first if told and (counted or inside and told.first.year) else published
        time = resolve(e, speaker, spoken, before)
        if time and told and speaker != anchor and told.first.before(time.first):
            time = resolve(e, anchor, spoken, before)  # "early this month", written in the next one
        if time:
            found.append(time)
            before = time
    return found


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
        on_its_own = e.to is None and not (e.since or e.until or e.future or e.repeated or e.days)
        time = resolve(e, published, published, before if e.point.days_on is not None or not published else None)
        if time and time.precision == "day" and on_its_own and (how := _spoken(document, e)):
            if how == "source":
                return time
            first = first or time
        before = time or before
    return first


def _spoken(document, e):
    """Whether a time is that of somebody's words: "source" where it is a source or an outlet that speaks, "somebody", or ""."""
    return _spoke_ko(document, e) if document.language == "ko" else _spoke_en(document, e)


_VERB_BETWEEN = re.compile(r"[.;:!?“”\"]|\b(?:was|were|had|been|be|is|are|who|which|when|after|that|as|because|but)\b|, (?!a |an |the |most recently )")
_SPEAKER = re.compile(
    r"\b(?:sources?|partners?|residents?|contacts?|insiders?|rfa|radio free asia|daily ?nk|asiapress|nk news|yonhap|newspaper"
    r"|paper|agency|station|correspondent|according to|phone"
    r"|interview(?:ed)?|reached by|gave asiapress|prices? checked|(?:state media|state television|state radio|kcna|ministry) announced)\b"
)
_SPEAKER_AFTER = re.compile(
    r",? (?:[\w'’-]+ ){0,6}?(?:sources?|partners?|residents?|officials?|contacts?|insiders?|rfa|radio free asia|daily ?nk"
    r"|asiapress|outlet|agency|newspaper|paper"
    r"|correspondent|person|trader|broker|defector|chosun ilbo|yonhap)\b[^.;“”]{0,50}?\b(?:said|told|reported|explained|confirmed"
    r"|spoke|described|recounted|counted|photographed|filmed|observed)\b(?!,)"
)


def _spoke_en(document, e):
    """A verb of speech shortly before the day with nothing but its object between; or the day opens a sentence of speech."""
    words = document.lowered["text"]
    sentence = document.sentence_at("text", e.start)
    low = max(sentence.start, e.start - 90)
    verbs = list(cue("speech", "en").finditer(words, low, e.start))
    if verbs:
        between = words[verbs[-1].end() : e.start]
        if not _VERB_BETWEEN.search(between) and not cue("enforcement", "en").search(between):
            speaker = _SPEAKER.search(words, max(sentence.start, verbs[-1].start() - 90), e.start)
            return "source" if speaker else "somebody"
    return "source" if e.start - sentence.start < 6 and _SPEAKER_AFTER.match(words, e.end) else ""


_QUOTE_NEXT = re.compile(r"(?:\([^)“]{0,20}\))?\s?(?:오전|오후)?,?\s?(?:[가-힣A-Za-z]+\s){0,4}[“\"‘]")
_SPEAKER_BEFORE = re.compile(
    r"(?:소식통|협력자|관계자|주민|간부|씨|대표|단체|데일리NK|데일리엔케이|방송|신문|통신)[가-힣A-Z]{0,4}(?:\([^)]{0,30}\))?(?:은|는|이|가|도|에 따르면"
    r"|에 의하면)\s?,?\s?(?:지난\s)?$"
)
_TOLD_AT_END = re.compile(r"(?:전했|말했|밝혔|알려 ?왔|전해 ?왔|보도했|설명했|소개했|증언했|덧붙였|귀띔했)다[.]?$")
_SPEAKER_NEXT = re.compile(
    r",?\s?(?:[가-힣A-Z‘’·()]+\s){0,5}?(?:소식통|취재\s?협력자|협력자|관계자|보도|전한|전했|말한|말했|밝힌|밝혔|(?:알려|전해) ?[온왔]|설명했|보도했|증언했|덧붙였|인용|이야기|통화|전화|인터뷰|증언|제보)"
)


_TELLER_NEXT = re.compile(
    r",?\s?(?:[가-힣A-Z‘’·()]+\s){0,6}?[가-힣A-Z]{0,6}(?:소식통|협력자|관계자|주민|간부|인사|상인|장사꾼|무역업자|탈북민|탈북자|여성|남성|씨|단체|매체|방송|신문|통신)(?:이|가|은|는)\s"
    r"(?:[가-힣A-Z]+에게?\s)?(?:전한|전해 ?온|말한|밝힌|알려 ?온|들려준|털어놓은|귀띔한|설명한|증언한)\s?(?:데|바|말|내용|이야기|소식|것)"
)


def _spoke_ko(document, e):
    """The day stands before a source, a verb of speech or the opening quotation mark, with no verb of a measure between."""
    words = document.text
    if not re.match(r"[\s,(]|에\s|자\s", words[e.end : e.end + 2]):
        return ""
    if _TELLER_NEXT.match(words, e.end):
        return "source"
    after = _SPEAKER_NEXT.match(words, e.end)
    if after and not re.search(r"[이가을를]\s|에서(?:는)?\s|에는\s|[가-힣]다고\s|[했됐왔었]다|[.]", words[e.end : after.end() - 2]):
        return "source"
    if not _SPEAKER_BEFORE.search(words, max(0, e.start - 60), e.start):
        return ""
    if _QUOTE_NEXT.match(words, e.end):
        return "source"
    vague = e.point.part or e.point.season or not (e.point.day or e.point.weekday is not None or e.point.days_on is not None)
    return "source" if not vague and _TOLD_AT_END.search(document.sentence_at("text", e.start).words[-8:]) else ""
