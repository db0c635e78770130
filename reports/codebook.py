"""The codebook: data/codebook.yml as frozen objects. Menus, labels, colours and the Codebook page read it here."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from reports.words import say

FILE = Path(__file__).parent.parent / "data" / "codebook.yml"
FIELDS = ("themes", "actors", "targets", "sanctions")
GREY = "#7A7F85"  # fields other than themes are drawn in one grey


@dataclass(frozen=True)
class Code:
    """One code: its stable name, its label by language, its colour, what it includes and what it does not, by language."""

    code: str
    label: dict
    include: dict
    exclude: dict = field(default_factory=dict)
    colour: str = GREY


@dataclass(frozen=True)
class Codebook:
    """All codes of the four coded fields, in the order of the file."""

    themes: tuple
    actors: tuple
    targets: tuple
    sanctions: tuple

    def codes(self, field: str) -> tuple:
        """The stable names of a field's codes."""
        return tuple(c.code for c in getattr(self, field))

    def find(self, field: str, code: str) -> Code:
        """The code named so; raises KeyError where the field has none of that name."""
        return next((c for c in getattr(self, field) if c.code == code), None) or _unknown(field, code)

    def label(self, field: str, code: str, language: str = "en") -> str:
        """The code's label in "en" or "ko"."""
        return self.find(field, code).label.get(language) or self.find(field, code).label["en"]

    def rule(self, field: str, code: str, language: str = "en") -> str:
        """What the code includes, and after "not:" what it does not."""
        found = self.find(field, code)
        include = found.include.get(language) or found.include["en"]
        exclude = found.exclude.get(language) or found.exclude.get("en", "")
        include = include[0].upper() + include[1:]
        return f"{include}. {say('not_included', language)}: {exclude}." if exclude else f"{include}."

    def colour(self, field: str, code: str) -> str:
        """The code's colour, the same on every page."""
        return self.find(field, code).colour


def _unknown(field, code):
    raise KeyError(f"data/codebook.yml has no code {code!r} among its {field}.")


@lru_cache(maxsize=None)
def codebook(file: Path = FILE) -> Codebook:
    """The project's codebook. A broken file raises ValueError that names the entry."""
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    fields = {}
    for name in FIELDS:
        codes = []
        for number, entry in enumerate(raw.get(name) or [], 1):
            try:
                codes.append(Code(**entry))
            except TypeError as error:
                raise ValueError(f"{file.name}, {name}, entry {number}: {error}") from None
        fields[name] = tuple(codes)
    return Codebook(**fields)
