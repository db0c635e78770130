"""Finds the names of places in a text: those of the gazetteer in any spelling, and others that a unit word shows to be places."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from reports.gazetteer import gazetteer
from reports.place_index import KINDS, exact_names, names, rules
from reports.place_names_en import find_english
from reports.place_names_ko import find_korean
from reports.text import Document, lower
from reports.words import say

_NEAR = 20  # namings on each side that may tell which of several places of one name is meant
_JOINED = re.compile(r",? (?:and|or|as well as) (?:the )?|, |/|·| ?(?:와|과|및|이나|나) |, ?|·")
_HOLDS = re.compile(
    r",? (?:in|of|,) (?:the )?(?:[a-z]+ )?(?:province of |city of |county of )?|\s*|[(/]|의 ?|시 |도 |군 |와 |과 |\)?, ?|\)?[과와] "
)


@dataclass(frozen=True, slots=True)
class Named:
    """A place found in a text: what it is and where it stands. `place_id` is None where the gazetteer lacks it."""

    key: str
    place_id: str | None
    kind: str
    part: str
    start: int
    end: int
    english: str = ""
    note: str = ""


def find_names(document: Document) -> list:
    """Every naming of a place in title and text, in order; countries and places beyond North Korea are left out."""
    found = []
    for part in ("title", "text"):
        words, lowered = document.part(part), document.lowered[part]
        spans = exact_names(words, lowered)
        spans = find_korean(words, spans) if document.language == "ko" else find_english(words, spans)
        found += [(part, span) for span in spans]
    named = _decide(document, found)
    named = [n for n in named if not (n.part == "title" and n.kind == "river" and _is_stretch(document, n))]
    return [n for n in named if not (_is_uncoded(n.place_id) if n.place_id else _is_called_after_uncoded(n.key))]


def _is_uncoded(place_id):
    return place_id in rules()["uncoded"] or place_id.startswith(tuple(rules()["uncoded_prefixes"]))


def _is_called_after_uncoded(key):
    """Whether a place that the gazetteer lacks begins with the name of one in another country ("장백세관", "Changbai customs house")."""
    starts = [key.partition(" ")[0]] if key.isascii() else [key[:n] for n in (4, 3, 2)]
    ids = next((names().exact[start] for start in starts if start in names().exact), ())
    return bool(ids) and all(map(_is_uncoded, ids))


def _is_stretch(document, named):
    """Whether a headline's river is only a stretch of country: "homes along the upper Yalu", "압록강 상류 국경"."""
    words = document.lowered["title"]
    return words.endswith(("upper ", "lower "), 0, named.start) or words.startswith((" 상류", " 하류", " 중류"), named.end)


def _decide(document, found):
    """One place for each span: where several carry the name, the one whose county the text names nearest by."""
    certain = {name: [(s.start, s.ids[0]) for part, s in found if part == name and len(s.ids) == 1] for name in ("title", "text")}
    named = []
    for part, span in found:
        words = document.part(part)[span.start : span.end]
        place_id, note = (span.ids[0], "") if len(span.ids) == 1 else _choose(document, part, span, certain)
        if place_id:
            english = gazetteer().label(place_id) if document.language == "ko" else ""
            kind = gazetteer().place(place_id).kind
            named.append(Named(place_id, place_id, KINDS.get(kind, kind), part, span.start, span.end, english, note))
        elif span.kind:
            named.append(
                Named(_key(words), None, span.kind, part, span.start, span.end, span.english if document.language == "ko" else "", note)
            )
    return named


def _key(words):
    return " ".join(lower(words).split())


def _choose(document, part, span, certain):
    words = document.lowered[part]
    book = gazetteer()
    ids = span.ids
    if any(book.place(p).kind == "river" for p in ids):
        river = words.endswith("the ", 0, span.start) or words[span.start : span.end + 6].rstrip().endswith(("river", "강"))
        ids = tuple(p for p in ids if (book.place(p).kind == "river") == river)
    if len(ids) < 2:
        return (ids[0] if ids else None), ""
    at = bisect_left(certain[part], (span.start, ""))
    beside = certain[part][max(0, at - _NEAR) : at + _NEAR]
    elsewhere = certain["text" if part == "title" else "title"][:_NEAR]
    for _, place in sorted(beside, key=lambda c: abs(c[0] - span.start)) + elsewhere:
        holders = set(book.chain(place)[:-1])
        inside = [p for p in ids if holders & set(book.chain(p)[1:-2])]  # the province alone decides nothing
        if inside:
            return inside[0], say("note_by_county")
    default = next((p for p in ids if book.place(p).kind in ("county", "city") and p.startswith("kp")), None)
    return default, "" if default else say("note_several_places")


def join(document: Document, one: Named, other: Named) -> bool:
    """Whether two namings stand in one run: a list, or a place and what holds it ("Hyehung in Hyesan, Yanggang Province")."""
    if one.part != other.part:
        return False
    between = document.part(one.part)[one.end : other.start]
    return len(between) < 24 and bool(_JOINED.fullmatch(between) or _HOLDS.fullmatch(between))
