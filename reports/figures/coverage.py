"""What was loaded, and from whom: the ground against which a number of reports is read.

A month without reports of an event may be a month of which nothing was loaded. The band under every time chart shows, outlet by
bin, how many articles of any kind the store holds by their date of publication; a cell without any is "nothing loaded", never zero.
"""

import numpy as np
import pandas as pd

from reports.captions import caption, credits
from reports.codes import numbers_of
from reports.figures.value import Figure, plain
from reports.spans import spans
from reports.timeline_bins import Axis, axis_of, bin_label
from reports.words import say

COLUMNS = ["lane", "bin", "series", "label", "articles"]
MOST = 5  # outlets with a row of their own; the others share one
OTHERS = "other outlets"
GROUND = ("outlet", "language", "published", "collection", "story")  # what is asked of articles of any kind


def coverage(reports: pd.DataFrame, language: str = "en", everything: pd.DataFrame | None = None, rule: str | None = None, **_) -> Figure:
    """Articles loaded by outlet and bin of publication, from the first to the last; cells of nothing loaded are named in the alt text."""
    ground = reports if everything is None else everything
    axis = axis_of(ground, "published", rule)
    numbers = band(ground, axis, language)
    total = numbers.groupby("bin", sort=False)["articles"].sum()
    without = int((total == 0).sum())
    unknown = int((~spans(ground, "published").known).sum())
    if axis.size:
        most = total.idxmax()
        alt = say(
            "coverage_alt",
            language,
            bin=bin_label(most, axis.rule, language),
            n=plain(total.max()),
            total=plain(len(ground)),
            without=without,
        )
    else:
        alt = say("coverage_none", language)
    subtitle = say("coverage_subtitle", language, rule=say(f"by_{axis.rule}", language), unknown=plain(unknown))
    return Figure(
        "coverage", say("coverage_title", language), subtitle,
        caption(ground, language), credits(ground, language), alt, numbers,
        {"kind": "coverage", "axis": axis, "language": language, "band": band_words(language)},
    )  # fmt: skip


def band(everything: pd.DataFrame, axis: Axis, language: str = "en", most: int = MOST) -> pd.DataFrame:
    """A row an outlet and bin: how many articles of any kind are loaded, by date of publication. Outlets with most articles on the axis
    come first; those beyond the first `most` share a row.
    """
    if not axis.size or not len(everything):
        return pd.DataFrame(columns=COLUMNS)
    published, column = spans(everything, "published").first, everything["outlet"]
    places, names = axis.bins_of(published), list(column.cat.categories)
    on = places >= 0
    cells = np.bincount(numbers_of(column)[on].astype("int64") * axis.size + places[on], minlength=len(names) * axis.size).reshape(
        len(names), axis.size
    )
    totals = cells.sum(axis=1)
    order = sorted(np.flatnonzero(totals), key=lambda i: (-totals[i], names[i]))
    shown, rest = (order, []) if len(order) <= most + bool(most) else (order[:most], order[most:])
    rows = [(names[i] or "?", names[i] or "?", cells[i]) for i in shown]
    if rest:
        rows.append((OTHERS, say("other_outlets" if shown else "all_outlets", language, n=len(rest)), cells[rest].sum(axis=0)))
    found = [("coverage", b, series, label, int(n)) for series, label, counts in rows for b, n in zip(axis.names, counts)]
    return pd.DataFrame(found, columns=COLUMNS)


def band_words(language: str) -> dict:
    """The words that stand at the band: what it shows, what its hatching means, what its numbers are."""
    return {"title": say("band_title", language), "hover": say("band_hover", language)}


def same_outlets(reports: pd.DataFrame, everything: pd.DataFrame) -> pd.DataFrame:
    """The articles of any kind by the outlets, and in the languages, of the reports: what their number is a share of.

    With the columns of GROUND only.
    """
    keep = np.ones(len(everything), dtype=bool)
    for name in ("outlet", "language"):
        used = np.bincount(numbers_of(reports[name]), minlength=len(reports[name].cat.categories)) > 0 if len(reports) else []
        wanted = [value for value, on in zip(reports[name].cat.categories, used) if on]
        hit = np.isin(everything[name].cat.categories.to_numpy(dtype=object), wanted)
        keep &= hit[numbers_of(everything[name])] if len(hit) else False
    everything = everything[list(GROUND)]
    return everything if keep.all() else everything[keep]


def without_outlet(reports: pd.DataFrame, outlet: str | None) -> pd.DataFrame:
    """The reports of all outlets but one; all of them where none is named."""
    names = list(reports["outlet"].cat.categories)
    if not outlet or outlet not in names:
        return reports
    return reports[numbers_of(reports["outlet"]) != names.index(outlet)]
