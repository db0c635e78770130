"""How much a hit of the lexicon counts: the title and the lead more, background, law and threat less."""

from collections import defaultdict

from reports.lexicon import Hit, hits_of
from reports.text import Document

THRESHOLD = 2.0
_TITLE, _LEAD, _BACKGROUND = 2.0, 1.25, 0.4
_LEAD_SENTENCES = 3  # of the body


def frames(document: Document) -> dict:
    """Sentence index -> the frames (`background`, `law`, `threat`, `negation`) its words put it in."""
    found = defaultdict(set)
    for hit in hits_of(document):
        if hit.entry.group == "frames":
            found[hit.sentence].add(hit.entry.code)
    return found


def acts(document: Document) -> dict:
    """Sentence index -> the kinds of act (`enforcement`, `measure`) its words name."""
    found = defaultdict(set)
    for hit in hits_of(document):
        if hit.entry.group == "acts":
            found[hit.sentence].add(hit.entry.code)
    return found


def weight(document: Document, hit: Hit, framed: dict) -> float:
    """What one hit counts, by where it stands."""
    value = hit.entry.weight
    if hit.part == "title":
        return value * _TITLE
    if "background" in framed.get(hit.sentence, ()) or "law" in framed.get(hit.sentence, ()):
        value *= _BACKGROUND
    return value * (_LEAD if document.sentences[hit.sentence].number < _LEAD_SENTENCES else 1)


def codes_of(document: Document, group: str, keep=lambda hit: True) -> tuple:
    """The codes of a group whose hits weigh enough, and for each code the hits that paid for it, best first."""
    framed, sums, paid = frames(document), defaultdict(float), defaultdict(list)
    for hit in hits_of(document):
        if hit.entry.group == group and keep(hit):
            value = weight(document, hit, framed)
            sums[hit.entry.code] += value
            paid[hit.entry.code].append((-value, hit.part != "title", hit.start, hit))
    codes = sorted(code for code, total in sums.items() if total >= THRESHOLD)
    return codes, {code: [h for *_, h in sorted(paid[code], key=lambda p: p[:3])] for code in codes}


def evidence_of(document: Document, field: str, paid: dict) -> list:
    """Evidence for each code: up to five of the hits that paid for it."""
    return [document.evidence(field, code, h.part, h.start, h.end) for code, hits in paid.items() for h in hits[:5]]
