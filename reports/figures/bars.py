"""Reports by the codes of one field, most frequent first."""

import pandas as pd

from reports.captions import caption, credits
from reports.codebook import codebook
from reports.codes import count
from reports.figures.value import Figure
from reports.palette import LIGHT
from reports.words import say


def by_field(reports: pd.DataFrame, language: str = "en", field_name: str = "themes", **_) -> Figure:
    """Reports by code of `field_name`; a report may carry several codes, so the bars do not add up to the reports."""
    book, found = codebook(), count(reports[field_name])
    codes = book.codes(field_name)
    order = sorted((c for c in codes if found.get(c)), key=lambda c: (-found[c], codes.index(c)))
    numbers = pd.DataFrame(
        {
            "code": order,
            "label": [book.label(field_name, c, language) for c in order],
            "reports": [found[c] for c in order],
            "share": [round(found[c] / len(reports), 4) for c in order],
        }
    )
    if len(numbers):
        alt = say("bars_alt", language, label=numbers["label"][0], n=int(numbers["reports"][0]), total=len(reports))
    else:
        alt = say("caption_none", language)
    colours = [book.colour(field_name, c) if field_name == "themes" else LIGHT.strong for c in numbers["code"]]
    return Figure(
        field_name, say(f"{field_name}_title", language), say("bars_subtitle", language, total=len(reports)), caption(reports, language),
        credits(reports, language), alt, numbers, {"kind": "bars", "colours": colours, "axis": say("reports_axis", language)},
    )  # fmt: skip
