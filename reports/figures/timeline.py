"""The timeline as a value: crackdown reports in front of all others, or one series a code."""

import numpy as np
import pandas as pd

from reports.captions import caption, credits
from reports.codebook import codebook
from reports.codes import count, has_any
from reports.figures.value import Figure, plain
from reports.palette import CATEGORIES, LIGHT
from reports.timeline_bins import bin_label, spread
from reports.words import say

SPLITS = ("themes", "actors", "targets", "sanctions")
_MOST = len(CATEGORIES)  # series drawn by themselves; the others stand together


def timeline(
    reports: pd.DataFrame, language: str = "en", dates: str = "event", split: str | None = None, rule: str | None = None,
    exact_only: bool = False, **_,
) -> Figure:  # fmt: skip
    """Reports by bins of time (reports/timeline_bins.py): crackdown reports and others, or one series a code of `split`.

    With a split a report may count in several series; its subtitle says so.
    """
    series, labels, colours = _crackdown(reports, language) if split is None else _by_code(reports, split, language)
    rule, table = spread(reports, series, dates, rule, exact_only)
    table.insert(3, "label", [labels[name] for name in table["series"]])
    one_each = table if split is None else spread(reports, {"all": np.ones(len(reports), dtype=bool)}, dates, rule, exact_only)[1]
    totals = (one_each["reports"] + one_each["vague"]).groupby([one_each["lane"], one_each["bin"]], sort=False).sum()
    dated = totals["dated"] if "dated" in totals.index else totals.head(0)
    if len(dated) and dated.max() > 0:
        peak = dated.idxmax()
        alt = say("timeline_alt", language, bin=bin_label(peak, rule, language), n=plain(dated.max()), total=f"{len(reports):,}")
    else:
        alt = say("timeline_none", language)
    lanes = {lane: say(f"lane_{lane}", language, n=plain(totals[lane].sum())) for lane in ("no_year", "undated")}
    subtitle = say(f"timeline_subtitle_{dates}", language, rule=say(f"by_{rule}", language))
    subtitle += "".join(say(key, language) for key, on in (("several_series", split), ("exact_only_said", exact_only)) if on)
    return Figure(
        "timeline", say("timeline_title" if split is None else f"timeline_title_{split}", language), subtitle, caption(reports, language),
        credits(reports, language), alt, table,
        {"kind": "timeline", "series": list(series), "labels": labels, "colours": colours, "rule": rule, "language": language,
         "axis": say("reports_axis", language), "lanes": lanes},
    )  # fmt: skip


def _crackdown(reports, language):
    crackdown = reports["crackdown"].to_numpy()
    labels = {"crackdown": say("crackdown_reports", language), "other": say("other_reports", language)}
    return {"crackdown": crackdown, "other": ~crackdown}, labels, {"crackdown": LIGHT.strong, "other": LIGHT.quiet}


def _by_code(reports, field, language):
    book, found = codebook(), count(reports[field])
    order = sorted(found, key=lambda c: (-found[c], c))
    shown, rest = order[:_MOST], order[_MOST:]
    series = {code: has_any(reports[field], (code,)) for code in shown}
    labels = {code: book.label(field, code, language) for code in shown}
    own = [book.colour(field, code) for code in shown] if field == "themes" else []
    free = [c for c in CATEGORIES if c not in own]
    colours = {}
    for number, code in enumerate(shown):
        colours[code] = own[number] if field == "themes" and own[number] in CATEGORIES else free.pop(0)
    if rest:
        series["other"] = has_any(reports[field], rest)
        labels["other"], colours["other"] = say("other_codes", language), LIGHT.quiet
    return series, labels, colours
