"""Context of a time axis: laws, congresses, the border, outlets that closed. From data/markers.yml, each with a public source."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from reports.codes import date_number
from reports.words import day

FILE = Path(__file__).parent.parent / "data" / "markers.yml"


@dataclass(frozen=True)
class Marker:
    """One dated fact: its stable name, its day, what happened in both languages, and who said so in public."""

    name: str
    day: str
    what: dict
    source: dict

    @property
    def number(self) -> int:
        """The day as days since 1970."""
        return date_number(self.day)

    def sentence(self, language: str = "en") -> str:
        """The marker in words: day, what happened, source."""
        return f"{day(self.day, language)}: {self.what[language]} ({self.source[language]})"


@lru_cache(maxsize=None)
def markers(file: Path = FILE) -> tuple:
    """All markers in the order of their days. A broken entry raises ValueError that names it."""
    found = []
    for number, entry in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), 1):
        try:
            marker = Marker(**entry)
        except TypeError as error:
            raise ValueError(f"{file.name}, entry {number}: {error}") from None
        dated = isinstance(marker.day, str) and len(marker.day) == 10 and marker.number > 0
        wordless = [f for f in ("what", "source") if set(getattr(marker, f)) != {"en", "ko"} or not all(getattr(marker, f).values())]
        if not dated or wordless:
            wrong = f"{', '.join(wordless)} needs en and ko" if wordless else f"day is {marker.day!r}, accepted is year-month-day in quotes"
            raise ValueError(f"{file.name}, {marker.name}: {wrong}.")
        found.append(marker)
    return tuple(sorted(found, key=lambda m: m.number))


def on_axis(axis, language: str = "en") -> list:
    """The markers that fall on an axis, numbered from 1: mappings of numeral, position and words."""
    inside = [m for m in markers() if axis.size and 0 <= axis.positions_of(m.number) < axis.size]
    return [{"numeral": n, "at": float(axis.positions_of(m.number)), "words": m.sentence(language)} for n, m in enumerate(inside, 1)]
