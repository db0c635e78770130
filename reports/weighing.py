"""How much a hit of the lexicon counts: the title and the lead more, background, law and threat less."""

from collections import defaultdict

from reports.contexts import contexts_of
from reports.lexicon import hits_of
from reports.text import Document

THRESHOLD = 2.0
_TITLE, _LEAD = 1.6, 1.2  # a title may speak in figures: a word that needs a second one (weight 1.2) needs it there too
_LEAD_SENTENCES = 3  # of the body

# Themes. A fifth more or less of any number moves the score by less than a hundredth, but for a higher threshold: entries of
# weight 2 would then no longer stand alone. That a sentence names a measure, or a list of offences, adds nothing.
_SAME_SENTENCE = 0.4  # further words of one code in one sentence: one sentence is one witness
_BACKGROUND = 0.35
_USUAL_SENTENCES = 12  # of the texts these limits were found on
_HINT, _HINTS = 1.2, 1.2  # words below the first only hint: together they come to the second at most, unless they run through the text
_THROUGHOUT = 4  # sentences
_ONCE = 0.9  # a code that one sentence alone speaks for, past the lead: Korean reports close on other matters in passing


def frames(document: Document) -> dict:
    """Sentence index -> the frames (`background`, `law`, `threat`, `negation`) its words put it in."""
    found = defaultdict(set)
    for hit in hits_of(document):
        if hit.entry.group == "frames":
            found[hit.sentence].add(hit.entry.code)
    return found


def weighed(document: Document, group: str) -> dict:
    """Code -> [(value, hit)], best first: each hit of a group weighed by place and context, overlapping words once."""
    contexts, found = contexts_of(document), defaultdict(list)
    for hit in hits_of(document):  # by position, the longer of two that begin alike first
        if hit.entry.group == group:
            value = hit.entry.weight
            if hit.part == "title":
                value *= _TITLE
            else:
                value *= _LEAD if document.sentences[hit.sentence].number < _LEAD_SENTENCES else 1
                value *= _BACKGROUND if contexts.inside("background", hit.part, hit.start) else 1
            found[hit.entry.code].append((value, hit))
    return {code: sorted(hits, key=lambda p: (-p[0], p[1].part != "title", p[1].start)) for code, hits in found.items()}


def total(hits: list) -> float:
    """What the weighed hits of one code come to: the best of each sentence whole, other entries in it less, each stretch once."""
    taken, sentences, said, hinted = [], set(), 0.0, 0.0
    for worth, hit in hits[:40]:
        if not any(
            h.part == hit.part and h.start < hit.end and hit.start < h.end or h.sentence == hit.sentence and h.entry is hit.entry
            for h in taken
        ):
            worth *= _SAME_SENTENCE if hit.sentence in sentences else 1
            taken.append(hit)
            sentences.add(hit.sentence)
            if hit.entry.weight < _HINT:
                hinted += worth
            else:
                said += worth
    return said + (hinted if len(sentences) >= _THROUGHOUT else min(hinted, _HINTS))


def in_passing(document: Document, hits: list) -> float:
    """What the sum of one code is multiplied by: less than 1 where only one sentence past the lead of a Korean text speaks for it."""
    said = {hit.sentence for _, hit in hits if hit.entry.weight >= _HINT}
    if document.language != "ko" or len(said) > 1:
        return 1.0
    leads = any(document.sentences[at].part == "title" or document.sentences[at].number < _LEAD_SENTENCES for at in said)
    return 1.0 if leads else _ONCE


def longer(document: Document, limit: float) -> float:
    """A limit made for texts of usual length, raised for a longer document, which says more in passing."""
    return limit * max(1.0, len(document.sentences) / _USUAL_SENTENCES) ** 0.5


def evidence_of(document: Document, field: str, paid: dict) -> list:
    """Evidence for each code: up to five of the hits that paid for it."""
    return [document.evidence(field, code, h.part, h.start, h.end) for code, hits in paid.items() for h in hits[:5]]
