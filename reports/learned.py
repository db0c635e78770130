"""What all words of a text together say of its codes: a word model beside the rules, learned from coded examples (reports/learning.py).

The rules read sentences; what they were not told of they do not see. The model knows for every code which words speak for it and which
against it, of all words it saw in three and more examples. What comes of it beside the rules, reports/judge.py decides.
Nothing in it is random, nothing leaves the machine.
"""

import csv
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import yaml

from reports.text import Document
from reports.words import say

FOLDER = Path(__file__).parent.parent / "data" / "learned"
FIELDS = ("themes", "crackdown", "actors", "targets", "sanctions")
_SHOWN = 3  # words shown for a code that was added
_ENGLISH = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_KOREAN = re.compile(r"[가-힣]+|[a-z]{2,}")
_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "ed", "er", "es", "ly", "s")
_LONGEST = 4  # syllables of a Korean word that are told apart: what follows is mostly particles


@dataclass(frozen=True, eq=False)
class Model:
    """One language: row of each word, its rarity, weight by word and code, weight of each code alone.

    `names` are (field, code), one a column; of crackdown the code is "true".
    """

    rows: dict
    rarity: np.ndarray
    weights: np.ndarray
    alone: np.ndarray
    names: tuple


@lru_cache(maxsize=1)
def _plain_words() -> frozenset:
    """Words too common to tell anything."""
    return frozenset(yaml.safe_load((FOLDER / "plain_words.yml").read_text(encoding="utf-8"))["en"])


def words_of(document: Document):
    """Each word of a text as the model knows it, with part, start and end: English stems and pairs of neighbours, Korean beginnings of words."""
    for part in ("title", "text"):
        lowered = document.lowered[part]
        if document.language == "ko":
            for found in _KOREAN.finditer(lowered):
                start, word = found.start(), found.group()
                for size in range(2, min(_LONGEST, len(word)) + 1):
                    yield word[:size], part, start, found.end()
        else:
            last = None
            for found in _ENGLISH.finditer(lowered):
                word = found.group()
                if word not in _plain_words():
                    stem = _stem(word)
                    yield stem, part, found.start(), found.end()
                    if last:
                        yield f"{last[0]} {stem}", part, last[1], found.end()
                    last = (stem, found.start())


@lru_cache(maxsize=65536)
def _stem(word):
    """A word without its commonest endings; crude, but the same for all that is compared."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


@lru_cache(maxsize=4)
def model(language: str) -> Model:
    """The model of a language ("en" or "ko") from data/learned/. Raises ValueError where a file is not as `learn` writes it."""
    path = FOLDER / f"words.{language}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        head, first, *lines = reader
    if head[:2] != ["word", "rarity"] or first[0] != "":
        raise ValueError(f"{path.name}: the columns word and rarity and a first row without a word are expected; `python -m reports learn` writes them.")
    names = tuple(tuple(name.split(".")) for name in head[2:])
    values = np.array([[float(cell or 0) for cell in line[1:]] for line in lines])
    alone = np.array([float(cell or 0) for cell in first[2:]])
    return Model({line[0]: at for at, line in enumerate(lines)}, values[:, 0], values[:, 1:], alone, names)


def weigh(document: Document, known: Model) -> tuple:
    """What speaks for each code (an array, a value a name of the model), and the words found: [(row, value, part, start, end)]."""
    counts, seen = Counter(), {}
    for word, part, start, end in words_of(document):
        row = known.rows.get(word)
        if row is not None:
            counts[row] += 1
            seen.setdefault(row, (part, start, end))
    rows = np.fromiter(counts, dtype=int, count=len(counts))
    values = known.rarity[rows] * np.array([1 + math.log(n) for n in counts.values()])
    values = values / (np.linalg.norm(values) or 1.0)
    return known.alone + values @ known.weights[rows], [(row, value, *seen[row]) for row, value in zip(rows, values)]


def speaking(document: Document, found: list, known: Model, field: str, code: str) -> list:
    """Evidence of the words that weighed most for a code, none of them twice; `found` as `weigh` gives them."""
    weights = known.weights[:, known.names.index((field, code))]
    best = sorted(found, key=lambda f: (-f[1] * weights[f[0]], f[2] != "title", f[3]))
    taken = []
    for row, _, part, start, end in best:
        if len(taken) == _SHOWN or weights[row] <= 0:
            break
        if not any(p == part and s < end and start < e for p, s, e in taken):
            taken.append((part, start, end))
    return [document.evidence(field, code, part, start, end, say("note_words")) for part, start, end in taken]
