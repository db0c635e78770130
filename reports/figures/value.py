"""A figure as a value: described once, so that page, file, table and CSV all show that one description."""

from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True, eq=False)
class Figure:
    """One figure: what it says in words, its numbers as a frame, and how they are drawn.

    `numbers` is the table behind the chart and its CSV; `marks` says kind and encodings and holds nothing that is not
    also in the numbers, but for shapes to draw on. `marks["kind"]` names the module of reports/drawing/ that draws it.
    """

    name: str
    title: str
    subtitle: str
    caption: str
    credits: str
    alt: str
    numbers: pd.DataFrame
    marks: dict = field(default_factory=dict)


def plain(number: float) -> str:
    """A number of reports as people write it: 3, 2.5, 1,204."""
    return f"{number:,.0f}" if abs(number - round(number)) < 0.05 else f"{number:,.1f}"
