"""How well the program codes, as a value: its scores beside what two trained people reach."""

import pandas as pd

from reports.figures.value import Figure
from reports.quality import quality
from reports.words import say


def measured(reports: pd.DataFrame | None = None, language: str = "en", **_) -> Figure:
    """A row a field and language of report: F1 against hand-made codes (dates: share exactly right) with its 95% interval, the
    agreement of two people, and the score on reports that nobody had read while the rules were written.

    It is measured on the hand-coded reports of the project (reports/quality.py), never on those in view.
    """
    known = quality()
    numbers = known.scores.copy()
    numbers.insert(1, "label", [say(f"measured_{field}", language) for field in numbers["field"]])
    short = numbers[numbers["high"] < numbers["agreement"]]
    fields = ", ".join(f"{row['label']} ({say('language_' + row['language'], language)})" for row in short.to_dict("records"))
    alt = say("quality_alt" if len(short) else "quality_alt_none", language, n=len(numbers), short=len(short), fields=fields)
    n = {code: int(group["reports"].max()) for code, group in numbers.groupby("language")}
    unread = {f"unread_{code}": int(numbers.loc[numbers["language"] == code, "first_sight_reports"].max()) for code in ("en", "ko")}
    return Figure(
        "quality", say("quality_title", language), say("quality_subtitle", language, en=n.get("en", 0), ko=n.get("ko", 0)),
        say("quality_caption", language, **unread), "", alt, numbers,
        {"kind": "dots", "language": language, "legend": {k: say(f"quality_{k}", language) for k in ("open", "interval", "first", "people")},
         "languages": {c: say(f"language_{c}", language) for c in ("en", "ko")}},
    )  # fmt: skip
