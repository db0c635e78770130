"""The words around a figure that are the view's, not the figure's."""

from dataclasses import dataclass
from unicodedata import east_asian_width


@dataclass(frozen=True)
class Frame:
    """The filters in words, the data line (version and date), how to cite, and the language all of it is in."""

    sentence: str = ""
    data: str = ""
    cite: str = ""
    language: str = "en"


def width_of(words: str, size: float) -> float:
    """About how many pixels a line of words takes in a font of `size` pixels: a letter half its height and a bit, a Hangul syllable all of it."""
    return sum(size if east_asian_width(letter) in "WF" else 0.56 * size for letter in words)
