"""An article's text as the coders read it: a title, a body, their sentences, and the words a code came from."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

# A sentence ends at . ! ? (and Korean/Chinese full stops), taking closing quotes along, or at a line break.
# Abbreviations and initials that carry a full stop do not end one.
_END = re.compile(r"""[.!?。！？]+["'”’»)\]]*(?=\s|$)|\n+|(?<=[다요죠까])\.(?=[가-힣])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|Nos|Gen|Col|Lt|Maj|Sgt|Rev|vs|cf|ca|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\b[ap]\.m)$"
)
# What runs on for longer than any sentence is cut at a space, so that work done a sentence at a time stays linear.
_LONGEST = 1000
_APOSTROPHE = re.compile(r"(?<=[a-z])’(?=[a-z])")
_OPENERS, _CLOSERS = "“‘", "”’"


@dataclass(frozen=True)
class Evidence:
    """The words one coded value came from.

    `field` and `code` name the value; `part` is "title" or "text"; `start` and `end` count characters in that part,
    so that `part[start:end] == words`. `note` says what was inferred, where the words alone do not say it.
    """

    field: str
    code: str
    part: str
    start: int
    end: int
    words: str
    note: str = ""


@dataclass(frozen=True)
class Sentence:
    """One sentence of one part; `start` and `end` count characters in the part, `number` counts sentences in it."""

    part: str
    number: int
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Document:
    """What the coders may look at: nothing but title, text, language ("en" or "ko") and the day or month of publication.

    `published` is "2023-06-13", "2022-08" or None, as in the articles frame.
    """

    title: str
    text: str
    language: str
    published: str | None = None
    _parts: dict = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self):
        self._parts.update(title=self.title or "", text=self.text or "")

    def part(self, name: str) -> str:
        """The characters of "title" or "text"."""
        return self._parts[name]

    @property
    def grammar(self) -> str:
        """The language by whose rules it is read: "ko", and "en" for all others."""
        return "ko" if self.language == "ko" else "en"

    @cached_property
    def lowered(self) -> dict:
        """Each part in lower case, of the very same length, so that offsets hold in both."""
        return {name: lower(words) for name, words in self._parts.items()}

    @cached_property
    def sentences(self) -> list:
        """All sentences, those of the title first."""
        return [s for name in ("title", "text") for s in split_sentences(name, self._parts[name])]

    @cached_property
    def _starts(self) -> dict:
        return {name: [s.start for s in self.sentences if s.part == name] for name in self._parts}

    @cached_property
    def _by_part(self) -> dict:
        return {name: [s for s in self.sentences if s.part == name] for name in self._parts}

    def sentence_at(self, part: str, position: int) -> Sentence:
        """The sentence of `part` that holds the character at `position`."""
        return self._by_part[part][max(0, bisect_right(self._starts[part], position) - 1)]

    def evidence(self, field_name: str, code: str, part: str, start: int, end: int, note: str = "") -> Evidence:
        """Evidence for a code, its words cut from the text itself."""
        return Evidence(field_name, code, part, start, end, self._parts[part][start:end], note)


def lower(words: str) -> str:
    """Lower case letter by letter; a letter whose lower case is longer (as İ) stays, so that the length never changes.

    A curved apostrophe inside a word becomes a straight one, as the words of the lexicon are written.
    """
    lowered = words.lower()
    lowered = lowered if len(lowered) == len(words) else "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
    return _APOSTROPHE.sub("'", lowered) if "’" in lowered else lowered


def split_sentences(part: str, words: str) -> list:
    """The sentences of `words` in order, covering every character that is not white space."""
    sentences, start = [], 0
    for match in _END.finditer(words):
        if match.group()[0] == "." and _ABBREVIATION.search(words[max(0, match.start() - 8) : match.start()]):
            continue
        _append(sentences, part, words, start, match.end())
        start = match.end()
    _append(sentences, part, words, start, len(words))
    return sentences


def _append(sentences, part, words, start, end):
    while end - start > _LONGEST:
        space = words.rfind(" ", start, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        _append_one(sentences, part, words, start, cut)
        start = cut
    _append_one(sentences, part, words, start, end)


def _append_one(sentences, part, words, start, end):
    inside = words[start:end]
    if inside.strip():
        start += len(inside) - len(inside.lstrip())
        end = start + len(inside.strip())
        sentences.append(Sentence(part, len(sentences), start, end, words[start:end]))
