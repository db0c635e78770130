"""The words around a figure that are the view's, not the figure's."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """The filters in words, the data line (version and date), how to cite, and the language all of it is in."""

    sentence: str = ""
    data: str = ""
    cite: str = ""
    language: str = "en"
