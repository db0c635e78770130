"""The lexicon: entries of data/lexicon/*.yml, and the one pass over a text that finds all of them.

An entry is a mapping in a YAML list:

    - code: labour_camp            # a code of the codebook, or a role name such as `enforcement` in frames.*.yml
      terms: [labor camp, labour camp, labor-training cent*]
      weight: 1.0                  # how much one hit counts (default 1)
      near: [sent, taken]          # counts only with one of these in the same sentence
      also: [thieves, dealers]     # and one of these too
      within: 40                   # near and also: at most so many characters off (default: the whole sentence)
      also_within: 90              # another distance for also
      first: [was, were]           # counts only with one of these before it in the sentence
      then: [the goods]            # and with one of these after it
      apart: 20                    # first and then: at most so many characters off (default: the whole sentence)
      unless: [holiday camp]       # does not count with one of these in the same sentence
      not_in: [labor camp survivor] # void where the hit lies inside one of these longer words
      absent: [labor camp museum]  # void where one of these stands anywhere in the article
      present: [arrest*]           # void unless one of these stands anywhere in the article
      reason: what the rule rests on
      example: He was sent to a labor camp.
      counter: A labor camp survivor spoke.

English terms match whole words, whatever their case; a closing `*` stands for any ending, an opening one for any
beginning. A term with Hangul matches as a substring, since particles attach to nouns; one that closes with `~` is a verb
stem and stands for all its forms (`막히~` for 막힌, 막혀, 막혔: reports/korean_forms.py). File names are
`<group>.<language>.yml`; `language` may be `all`.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import accumulate
from operator import or_
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs
import yaml

from reports.korean_forms import forms
from reports.text import Document, lower

FOLDER = Path(__file__).parent.parent / "data" / "lexicon"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is ten times as fast
_ENOUGH_HITS = 30  # of one entry in one sentence; more of the same says nothing new and only costs time
_ENOUGH_CUES = 1000  # words looked at in one sentence for `near` and `also`
_LONGEST = 60  # characters of a term
CONDITIONS = ("near", "also", "unless", "absent", "present", "first", "then")
ROLES = ("terms", "not_in", *CONDITIONS)


@dataclass(frozen=True, eq=False)
class Entry:
    """One rule of the lexicon, as its file gives it."""

    group: str
    language: str
    code: str
    terms: tuple
    weight: float = 1.0
    near: tuple = ()
    also: tuple = ()
    within: int = 0
    also_within: int = 0
    first: tuple = ()
    then: tuple = ()
    apart: int = 0
    unless: tuple = ()
    not_in: tuple = ()
    absent: tuple = ()
    present: tuple = ()
    reason: str = ""
    example: str = ""
    counter: str = ""
    more: dict = field(default_factory=dict)  # keys that one group alone reads (as `when: background`)


class Hit(NamedTuple):
    """An entry found in a text: where, and in which sentence (its index in `document.sentences`)."""

    entry: Entry
    part: str
    start: int
    end: int
    sentence: int


def entries(folder: Path = FOLDER) -> tuple:
    """All entries of a lexicon folder, in the order of file and line. Raises ValueError with the file's name."""
    known = set(Entry.__dataclass_fields__) - {"group", "language", "more"}
    found = []
    for path in sorted(folder.glob("*.yml")):
        group, language = path.stem.rsplit(".", 1)
        try:
            rows = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER) or []
        except yaml.YAMLError as error:
            raise ValueError(f"{path.name} is no YAML that can be read: {error}") from None
        for number, raw in enumerate(rows, 1):
            if not isinstance(raw, dict) or not raw.get("code") or not raw.get("terms"):
                raise ValueError(f"{path.name}, entry {number}: every entry needs `code` and `terms`.")
            for role in ROLES:
                if not all(isinstance(term, str) and term.strip("*") for term in raw.get(role, [])):
                    raise ValueError(f"{path.name}, entry {number}: every one of its `{role}` must be a word (quote numbers).")
            values = {k: tuple(v) if isinstance(v, list) else v for k, v in raw.items() if k in known}
            more = {k: v for k, v in raw.items() if k not in known}
            found.append(Entry(group=group, language=language, more=more, **values))
    return tuple(found)


class Matcher:
    """One automaton over all terms of a lexicon, for one language.

    `find(document)` gives the hits of all groups in one pass over title and text, the conditions of their entries
    already applied, in the order of the text. A word may be a condition of a hundred entries; so each condition of an
    entry is a bit, each word carries the bits it meets, and a sentence the bits of its words.
    """

    def __init__(self, lexicon: tuple, language: str):
        lexicon = [entry for entry in lexicon if entry.language in (language, "all")]
        self._bits = {}  # entry, condition -> its bit
        uses = defaultdict(list)  # literal -> [(entry, role, open start, open end)]
        for entry in lexicon:
            for role in ROLES:
                for term in getattr(entry, role):
                    for form in forms(term[:-1]) if term.endswith("~") else (term,):
                        uses[lower(form.strip("*"))].append((entry, role, term.startswith("*"), term.endswith("*")))
                    if role in CONDITIONS:
                        self._bits.setdefault((entry, role), 1 << len(self._bits))
        self._literals = [self._literal(found) for found in uses.values()]
        self._asked = {entry: tuple(self._bits.get((entry, role), 0) for role in CONDITIONS) for entry in lexicon}
        self._automaton = ahocorasick_rs.AhoCorasick(list(uses)) if uses else None

    def _literal(self, uses):
        """For one literal: its uses as a term, as a longer word that covers one, and the bits it meets as a condition.

        The bits stand by whether the literal begins a word and whether it ends one.
        """
        bits = [[0, 0], [0, 0]]
        for entry, role, open_start, open_end in uses:
            for starts in (0, 1):
                for ends in (0, 1):
                    if role in CONDITIONS and (starts or open_start) and (ends or open_end):
                        bits[starts][ends] |= self._bits[entry, role]
        terms, covers = ([(e, s, n) for e, r, s, n in uses if r == role] for role in ("terms", "not_in"))
        return terms, covers, bits

    def find(self, document: Document) -> list:
        """The hits of every entry in `document`, by position."""
        if not self._automaton:
            return []
        numbers = {(s.part, s.number): i for i, s in enumerate(document.sentences)}
        terms, counted, found = [], defaultdict(int), _Found(self._asked)
        for part in ("title", "text"):
            words = document.lowered[part]
            last = (-1, -1, 0)  # the sentence of the last match: matches come nearly in order
            for number, start, end in self._automaton.find_matches_as_indexes(words, overlapping=True):
                if not last[0] <= start < last[1]:
                    sentence = document.sentence_at(part, start)
                    last = (sentence.start, sentence.end, numbers[part, sentence.number])
                starts, ends = _starts_word(words, start), _ends_word(words, end)
                as_term, as_cover, bits = self._literals[number]
                for entry, open_start, open_end in as_term:
                    if (starts or open_start) and (ends or open_end):
                        counted[entry, last[2]] += 1
                        if counted[entry, last[2]] <= _ENOUGH_HITS:
                            terms.append(Hit(entry, part, start, _word_end(words, end) if open_end else end, last[2]))
                for entry, open_start, open_end in as_cover:
                    if (starts or open_start) and (ends or open_end):
                        found.covers[entry, part].append((start, _word_end(words, end) if open_end else end))
                if bits[starts][ends]:
                    found.cues[last[2]].append((start, end, bits[starts][ends]))
        found.close()
        return sorted((h for h in terms if found.allows(h)), key=lambda h: (h.part != "title", h.start, -h.end))


class _Found:
    """What else a text holds of the entries: the words that their conditions ask for."""

    def __init__(self, asked):
        self._asked, self.cues, self.covers = asked, defaultdict(list), defaultdict(list)

    def close(self):
        """Puts all in order, once the text is read."""
        self.covers = {key: _merged(spans) for key, spans in self.covers.items()}
        self._met = {}  # sentence -> the bits of all its words
        for sentence, cues in self.cues.items():
            cues.sort()
            self._met[sentence] = reduce(or_, {bits for _, _, bits in cues})
        self._anywhere = reduce(or_, self._met.values(), 0)

    def allows(self, hit):
        """Whether the conditions of a hit's entry hold where it stands."""
        near, also, unless, absent, present, first, then = self._asked[hit.entry]
        if self._anywhere & absent or self._met.get(hit.sentence, 0) & unless or present and not self._anywhere & present:
            return False
        within, apart = hit.entry.within, hit.entry.apart
        if near and not self._stands_near(hit, near, within, within) or first and not self._stands_near(hit, first, apart, -1):
            return False
        also_within = hit.entry.also_within or within
        if also and not self._stands_near(hit, also, also_within, also_within) or then and not self._stands_near(hit, then, -1, apart):
            return False
        starts, ends = self.covers.get((hit.entry, hit.part), ((), ()))
        at = bisect_right(starts, hit.start) - 1
        return at < 0 or ends[at] < hit.end

    def _stands_near(self, hit, bit, before, after):
        """Whether a cue stands at most so many characters before or after a hit; 0 is any distance, -1 none."""
        if not self._met.get(hit.sentence, 0) & bit:
            return False
        before, after = before or 1_000_000, after or 1_000_000
        cues = self.cues[hit.sentence]
        first = bisect_left(cues, (hit.start - before - _LONGEST,))
        for start, end, bits in cues[first : first + _ENOUGH_CUES]:
            if start - hit.end > max(after, 0):
                return False
            if bits & bit and (0 <= start - hit.end <= after or 0 <= hit.start - end <= before):  # a cue that overlaps the hit is none
                return True
        return False


def _merged(spans):
    """Spans by start, each end the furthest reached so far: one look-up answers whether a hit lies inside any."""
    starts, ends = zip(*sorted(spans))
    return starts, tuple(accumulate(ends, max))


def _starts_word(words, start):
    return start == 0 or not words[start].isascii() or not (words[start - 1].isalnum() and words[start - 1].isascii())


def _ends_word(words, end):
    return end == len(words) or not words[end - 1].isascii() or not (words[end].isalnum() and words[end].isascii())


def _word_end(words, end):
    while end < len(words) and not _ends_word(words, end):
        end += 1
    return end


@lru_cache(maxsize=None)
def matcher(language: str) -> Matcher:
    """The matcher of the project's own lexicon for "en" or "ko" (any other language is read as English)."""
    return Matcher(entries(), "ko" if language == "ko" else "en")


@lru_cache(maxsize=8)
def hits_of(document: Document) -> tuple:
    """The hits of the project's lexicon in a document; all coders of one document share the one pass."""
    return tuple(matcher(document.language).find(document))
