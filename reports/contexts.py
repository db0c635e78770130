"""How stretches of a text are meant: background, law, threat, prospect, negation, and other countries' organs.

The words that open such a stretch and how far it reaches stand in data/lexicon/contexts.*.yml.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate

from reports.lexicon import hits_of
from reports.text import Document

SCOPES = ("after", "rest", "before", "sentence")
_MARK = re.compile(r"[,;:()—–…“”\"]")


class Contexts:
    """The stretches of one document, by kind; `at(part, position)` names the kinds that hold there."""

    def __init__(self, document: Document):
        spans = defaultdict(list)
        marks = {part: [m.start() for m in _MARK.finditer(document.part(part))] for part in ("title", "text")}
        for hit in hits_of(document):
            if hit.entry.group == "contexts" and hit.part != "title":
                spans[hit.entry.code].append(_reach(document, hit, marks[hit.part]))
        self._spans = {code: _merged(found) for code, found in spans.items()}

    def at(self, part: str, position: int) -> set:
        """The kinds of context that a position of the text stands in; none in a title."""
        return {code for code, spans in self._spans.items() if part != "title" and _inside(spans, position)}


def _reach(document, hit, marks):
    sentence, scope = document.sentences[hit.sentence], hit.entry.more.get("scope", "sentence")
    start, end = sentence.start, sentence.end
    if scope in ("after", "rest"):
        start = hit.start
    if scope == "before":
        end = hit.end
        at = bisect_right(marks, hit.start) - 1
        start = max(start, marks[at] if at >= 0 else start)
    if scope == "after":
        at = bisect_right(marks, hit.end - 1)
        end = min(end, marks[at] if at < len(marks) else end)
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
