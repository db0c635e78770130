"""Which themes stand together, and beside which enforcers, targets and sanctions."""

import pandas as pd

from reports.captions import caption, credits
from reports.codebook import codebook
from reports.codes import pairs
from reports.figures.value import Figure
from reports.words import say


def theme_pairs(reports: pd.DataFrame, language: str = "en", **_) -> Figure:
    """How often two themes stand in one report: a row a pair, and each theme with itself as its own count."""
    return _matrix("theme_pairs", reports, language, "themes")


def theme_by(reports: pd.DataFrame, language: str = "en", field_name: str = "actors", **_) -> Figure:
    """How often a theme stands beside an enforcer, a target or a sanction: a row a pair."""
    return _matrix(f"theme_by_{field_name}", reports, language, field_name)


def actors_by_sanctions(reports: pd.DataFrame, language: str = "en", **_) -> Figure:
    """How often an enforcer stands beside a sanction: a row a pair (columns as for themes, the enforcer in place of the theme)."""
    return _matrix("actors_by_sanctions", reports, language, "sanctions", "actors")


def _matrix(name, reports, language, field, row_field="themes"):
    book, found = codebook(), pairs(reports[row_field], reports[field])
    rows = [r for r in book.codes(row_field) if any(t == r for t, _ in found)]
    columns = [c for c in book.codes(field) if any(code == c for _, code in found)]
    numbers = pd.DataFrame(
        [(r, book.label(row_field, r, language), c, book.label(field, c, language), found.get((r, c), 0)) for r in rows for c in columns],
        columns=["theme", "theme_label", "code", "code_label", "reports"],
    )
    off = numbers[numbers["theme"] != numbers["code"]]
    if len(off) and off["reports"].max():
        top = off.loc[off["reports"].idxmax()]
        alt = say("matrix_alt", language, a=top["theme_label"], b=top["code_label"], n=int(top["reports"]))
    else:
        alt = say("caption_none", language)
    return Figure(
        name, say(f"{name}_title", language), say("matrix_subtitle", language), caption(reports, language), credits(reports, language), alt,
        numbers, {"kind": "matrix", "field": field, "inches": 8},
    )  # fmt: skip
