"""The words of the interface: one catalogue, data/words/*.yml, a file a room, each key once, in English and Korean."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent.parent / "data" / "words"
_SEVERAL = re.compile(r"; (?=year inferred)")  # a note may have the year lent to a date added to it
MONTHS = "January February March April May June July August September October November December".split()


@lru_cache(maxsize=None)
def catalogue() -> dict:
    """Key -> {"en": words, "ko": words}. Raises ValueError where two files hold one key."""
    found = {}
    for path in sorted(FOLDER.glob("*.yml")):
        words = yaml.safe_load(path.read_text(encoding="utf-8"))
        if both := found.keys() & words.keys():
            raise ValueError(f"{path.name}: {', '.join(sorted(both))} stand in another file too.")
        found |= words
    return found


def say(key: str, language: str = "en", **values) -> str:
    """The words under `key`, with {names} filled in; English where Korean is missing. Raises KeyError for an unknown key."""
    words = catalogue()[key]
    return (words.get(language) or words["en"]).format(**values)


def noted(note: str, language: str = "en") -> str:
    """A note of the evidence, stored in English, in the language of the reader; what is no note of the catalogue stays as it is."""
    return "; ".join(_note(part, language) for part in _SEVERAL.split(note))


def _note(words, language):
    for pattern, key in _notes():
        if found := pattern.fullmatch(words):
            return say(key, language, **found.groupdict())
    return words


@lru_cache(maxsize=1)
def _notes():
    """(pattern of its English words, key) of every note."""
    keys = [key for key in catalogue() if key.startswith("note_")]
    return [(re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(catalogue()[key]["en"]))), key) for key in keys]


def day(value: str | None, language: str = "en") -> str:
    """A date as people write it: 2023-06-13 -> 13 June 2023, 2023-06 -> June 2023, XXXX-06-13 -> 13 June."""
    if not value:
        return ""
    year, month, number = (value.split("-") + [None, None])[:3]
    known = year if year != "XXXX" else ""
    if language == "ko":
        return " ".join(p for p in (f"{known}년" * bool(known), f"{int(month)}월" if month else "", f"{int(number)}일" if number else "") if p)
    return " ".join(p for p in (str(int(number)) if number else "", MONTHS[int(month) - 1] if month else "", known) if p)
