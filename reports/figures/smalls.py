"""The sixteen themes as small multiples: how many reports each, and when."""

import numpy as np
import pandas as pd

from reports.captions import caption, credits
from reports.codebook import codebook
from reports.codes import count, has_any
from reports.figures.value import Figure
from reports.timeline_bins import spread
from reports.words import say


def theme_smalls(reports: pd.DataFrame, language: str = "en", dates: str = "event", **_) -> Figure:
    """A row a theme and bin of time: its reports in the bin (vague dates in shares), and its reports altogether, dated or not."""
    book, found = codebook(), count(reports["themes"])
    order = sorted(book.codes("themes"), key=lambda c: (-found.get(c, 0), book.codes("themes").index(c)))
    series = {code: has_any(reports["themes"], (code,)) for code in order if found.get(code)}
    axis, table = spread(reports, {"all": np.ones(len(reports), dtype=bool), **series}, dates)
    rule = axis.rule
    table = table[(table["lane"] == "dated") & (table["series"] != "all")]
    numbers = pd.DataFrame(
        {
            "theme": table["series"],
            "label": [book.label("themes", c, language) for c in table["series"]],
            "bin": table["bin"],
            "dated_reports": (table["reports"] + table["vague"]).round(3),
        }
    ).reset_index(drop=True)
    totals = {code: found.get(code, 0) for code in order}
    leader = next(iter(totals), None)
    alt = say("bars_alt", language, label=book.label("themes", leader, language), n=totals[leader], total=len(reports)) if len(reports) else say("caption_none", language)
    return Figure(
        "theme_smalls", say("smalls_title", language), say("smalls_subtitle", language, rule=say(f"by_{rule}", language)), caption(reports, language),
        credits(reports, language), alt, numbers,
        {"kind": "smalls", "totals": totals, "labels": {c: book.label("themes", c, language) for c in order},
         "colours": {c: book.colour("themes", c) for c in order}, "rule": rule, "language": language},
    )  # fmt: skip
