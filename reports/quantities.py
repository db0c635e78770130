"""What people and money share: their words (data/quantities.yml), and how a range of numbers is written."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

_FILE = Path(__file__).parent.parent / "data" / "quantities.yml"


@lru_cache(maxsize=None)
def quantity_words() -> dict:
    """The words of people and money, from data/quantities.yml."""
    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))


class Count(NamedTuple):
    """A count of people: bounds (None where open), whether approximate, who, where it stands, and of what kind for telling it apart."""

    low: int | None
    high: int | None
    approx: bool
    what: str
    start: int
    end: int
    kind: str


def written_range(low, high) -> str:
    """"10" for 10-10, "10-19", "30-" for at least 30, "-30" for at most 30."""
    return str(low) if low == high else f"{'' if low is None else low}-{'' if high is None else high}"
