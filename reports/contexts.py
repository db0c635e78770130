"""How stretches of a text are meant: background, law, threat, prospect, negation, other countries' organs, and years gone by.

The words that open such a stretch and how far it reaches stand in data/lexicon/contexts.*.yml.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate

from reports.gazetteer import COUNTRY, PROVINCE, UNITS, gazetteer
from reports.lexicon import hits_of
from reports.patterns import one_of
from reports.text import Document

SCOPES = ("after", "rest", "before", "clause", "sentence")
_YEAR = re.compile(r"\b(?:in|from|until) (?:\w+ |the (?:year|spring|summer|autumn|fall|winter) of )?((?:19|20)\d\d)\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONG_AGO = 2  # years before publication: a sentence set in such a year and in no later one tells of another case
_SCENE = 3  # sentences of the body that, with the title, name the places a report is about
_BEFORE_YEAR = 60  # characters: what stands before such a year in its sentence, as far as it belongs to it
_MARKS = {"soft": re.compile(r"[,;:()—–…“”\"]"), "hard": re.compile(r"[;—“”\"]")}


class Contexts:
    """The stretches of one document, by kind; `at(part, position)` names the kinds that hold there."""

    def __init__(self, document: Document):
        spans = defaultdict(list)
        marks = {kind: [m.start() for m in pattern.finditer(document.text)] for kind, pattern in _MARKS.items()}
        for hit in hits_of(document):
            if hit.entry.group == "contexts" and hit.part != "title":
                spans[hit.entry.code].append(_reach(document, hit, marks))
        spans["long ago"] = _years_gone_by(document)
        spans["elsewhere"] = _elsewhere(document)
        self._spans = {code: _merged(found) for code, found in spans.items() if found}

    def at(self, part: str, position: int) -> set:
        """The kinds of context that a position of the text stands in; none in a title."""
        return {code for code, spans in self._spans.items() if part != "title" and _inside(spans, position)}

    def inside(self, code: str, part: str, position: int) -> bool:
        """Whether one kind of context holds at a position; none does in a title."""
        return part != "title" and code in self._spans and _inside(self._spans[code], position)


def _years_gone_by(document):
    """What an English text sets in a year long before it was published: a little before the year, and on to the end of the sentence."""
    published = str(document.published)[:4]
    if not published.isdigit() or document.language != "en":
        return []
    last, found = int(published) - _LONG_AGO, []
    for year in _YEAR.finditer(document.text):
        sentence = document.sentence_at("text", year.start())
        if all(int(y.group()) <= last for y in _ANY_YEAR.finditer(document.text, sentence.start, sentence.end)):
            found.append((max(sentence.start, year.start() - _BEFORE_YEAR), sentence.end))
    return found


@lru_cache(maxsize=1)
def _places():
    """Patterns of "In <a city or county of another province>" at the head of a sentence, and of any name of Yanggang's own."""
    units = [p for p in gazetteer() if p.kind in UNITS and COUNTRY in gazetteer().chain(p.place_id)]
    home = {p.place_id for p in units if gazetteer().in_yanggang(p.place_id)} | {PROVINCE}
    own = [re.escape(n) for place_id in home for n in gazetteer().place(place_id).names if n.isascii()]
    other = [re.escape(n) for p in units if p.place_id not in home for n in p.names if n.isascii()]
    opens = "But in|And in|Only in|Over in|Down in|Elsewhere, in|In|At|Around|Near"
    away = re.compile(rf"(?:{opens}) (?:neighbou?ring |nearby )?({one_of(other)})\b")
    return away, re.compile(rf"\b{one_of(own)}\b")


def _elsewhere(document):
    """The sentences of an English text that open with a town of another province which title and lead do not name: examples to compare."""
    if document.language != "en":
        return []
    away, own = _places()
    body = [s for s in document.sentences if s.part == "text"]
    scene = document.title + " " + " ".join(s.words for s in body[:_SCENE])
    return [
        (s.start, s.end)
        for s in body[_SCENE:]
        if (found := away.match(document.text, s.start)) and found[1] not in scene and not own.search(document.text, s.start, s.end)
    ]


def _reach(document, hit, marks):
    sentence, scope = document.sentences[hit.sentence], hit.entry.more.get("scope", "sentence")
    start, end = sentence.start, sentence.end
    reach = hit.entry.more.get("reach", end - start)
    if scope == "before":
        at = bisect_right(marks["soft"], hit.start) - 1
        return max(start, hit.start - reach, marks["soft"][at] if at >= 0 else start), hit.end
    if scope in ("after", "rest"):
        ends = marks["soft" if scope == "after" else "hard"]
        at = bisect_right(ends, hit.end - 1)
        return hit.start, min(end, hit.end + reach, ends[at] if at < len(ends) else end)
    if scope == "clause":
        at, ends = bisect_right(marks["hard"], hit.start) - 1, bisect_right(marks["hard"], hit.end - 1)
        start = max(start, marks["hard"][at] if at >= 0 else start)
        return start, min(end, marks["hard"][ends] if ends < len(marks["hard"]) else end)
    return start, end


def _merged(spans):
    starts, ends = zip(*sorted(spans))
    return starts, tuple(accumulate(ends, max))


def _inside(spans, position):
    starts, ends = spans
    at = bisect_right(starts, position) - 1
    return at >= 0 and position < ends[at]


@lru_cache(maxsize=8)
def contexts_of(document: Document) -> Contexts:
    """The contexts of a document; all coders of one document share them."""
    return Contexts(document)
