"""The gazetteer's names as they are looked up in a text, and the rulings on names that mean more than one thing."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import ahocorasick_rs
import yaml

from reports.gazetteer import gazetteer
from reports.romanise import skeleton
from reports.text import lower

RULES = Path(__file__).parent.parent / "data" / "place_rules.yml"
KINDS = {"crossing": "other", "market": "other"}  # kinds of the gazetteer that the codebook calls `other`
_BARE_KINDS = ("province", "city", "county")  # known by their bare name in any spelling


@dataclass(frozen=True, slots=True)
class Span:
    """Characters that name a place: one of `ids`, or one that the gazetteer lacks, of `kind`."""

    start: int
    end: int
    ids: tuple
    kind: str = ""
    english: str = ""


@lru_cache(maxsize=None)
def rules() -> dict:
    """The rulings of data/place_rules.yml."""
    return yaml.safe_load(RULES.read_text(encoding="utf-8"))


class _Names:
    """All names of the gazetteer: exact ones in one automaton, Latin ones by their skeleton, with and without unit word."""

    def __init__(self):
        self.exact, self.bare, self.stems, self.by_stem = {}, {}, {}, {}
        units = re.compile(r"[- ]?(?:" + "|".join(sorted(map(re.escape, rules()["units_en"]), key=len, reverse=True)) + r")$", re.I)
        for place in gazetteer():
            for name in place.names:
                self._add(self.exact, lower(name), place.place_id)
                if name.isascii() and not name.isupper():
                    stem = units.sub("", name)
                    self._add(self.stems, (skeleton(stem), place.kind), place.place_id)
                    self._add(self.by_stem, skeleton(stem), place.place_id)
                    if place.kind in _BARE_KINDS and stem == name:
                        self._add(self.bare, skeleton(name), place.place_id)
        self.literals = list(self.exact)
        self.automaton = ahocorasick_rs.AhoCorasick(self.literals)
        self.voids = [(frozenset(r["names"]), tuple(r["after"]), tuple(r.get("before", ()))) for r in rules()["void"]]
        self.cues = {name: tuple(r["cues_after"]) for r in rules()["needs_cue"] for name in r["names"]}
        self.shy = {skeleton(name) for name in self.cues if name.isascii()}

    @staticmethod
    def _add(index, key, place_id):
        if place_id not in index.setdefault(key, ()):
            index[key] += (place_id,)


@lru_cache(maxsize=None)
def names() -> _Names:
    """The gazetteer's names, prepared once."""
    return _Names()


def exact_names(words: str, lowered: str) -> list:
    """Names exactly as the gazetteer writes them, homonyms ruled out."""
    book = names()
    spans = []
    for number, start, end in book.automaton.find_matches_as_indexes(lowered, overlapping=True):
        name = book.literals[number]
        if _whole(words, start, end) and _allowed(name, lowered, start, end) and not words.endswith(_ANY, start, end):
            if lowered[start].isascii() and end < len(words):
                end = with_unit(words, end)
            kind = gazetteer().place(book.exact[name][0]).kind
            spans.append(Span(start, end, book.exact[name], KINDS.get(kind, kind)))
    return spans


_ANY = (" market", " bridge", " town", " station", " up", " customs")  # in small letters any market of the town, not one of that name


def _whole(words, start, end):
    """A Latin name has a capital and stands between word ends; a Hangul one of two syllables does not continue a word."""
    before, after = words[start - 1 : start], words[end : end + 1]
    if words[start].isascii():
        return (words[start].isupper() or words[start].isdigit()) and not before.isalnum() and not (after.isalnum() and after.isascii())
    if words[end - 1] == "동" and words.startswith(("천 ", "천의", "천이", "천에", "천을"), end):  # a stream named after a dong
        return False
    return not ("가" <= before <= "힣") or end - start > 2


def _allowed(name, lowered, start, end):
    book = names()
    after, before = lowered[end : end + 24], lowered[max(0, start - 24) : start]
    for void, void_after, void_before in book.voids:
        if name in void and (after.startswith(void_after) or before.endswith(void_before)):
            return False
    if name in book.cues:
        return after.startswith(book.cues[name])
    return len(name) > 3 or not name.isascii()


_UNIT_AFTER = re.compile(
    r"(?: (?:Province|City|County|Town|Special Economic Zone|Special City|province|city|county)|-(?:do|si|gun))(?![\w-])"
)


def with_unit(words: str, end: int) -> int:
    """The end of a name with the unit word that follows it ("Hyesan" -> "Hyesan City")."""
    match = _UNIT_AFTER.match(words, end)
    return match.end() if match else end


def longest(spans: list) -> list:
    """The spans that do not overlap; of two that begin alike the longer, one with a known place before one without."""
    kept = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end, not s.ids)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
