"""The words under a figure: how many reports of how many stories, from whom, from when to when, and what they are."""

import numpy as np
import pandas as pd

from reports.codes import numbers_of
from reports.spans import spans
from reports.words import day, say

_SHOWN = 4  # outlets named in the credits


def caption(reports: pd.DataFrame, language: str = "en") -> str:
    """The line under every chart."""
    if reports.empty:
        return say("caption_none", language)
    n, outlets, stories = len(reports), outlets_of(reports), stories_of(reports)
    published = spans(reports, "published")
    first, last = (published.first[published.known].min(), published.last[published.known].max()) if published.known.any() else (None, None)
    leader, most = next(iter(outlets.items()))
    return say(
        "caption", language, n=f"{n:,}", s="" if n == 1 else "s", stories=f"{stories:,}", ies="y" if stories == 1 else "ies",
        k=len(outlets), ks="" if len(outlets) == 1 else "s", published=_period(first, last, language), outlet=leader,
        share=round(100 * most / n), undated=f"{int((~spans(reports).known).sum()):,}", unplaced=f"{without_place(reports):,}",
    )  # fmt: skip


def credits(reports: pd.DataFrame, language: str = "en") -> str:
    """The outlets whose reports the figure shows, most frequent first."""
    names = list(outlets_of(reports))
    shown = ", ".join(names[:_SHOWN]) + (say("and_more", language, n=len(names) - _SHOWN) if len(names) > _SHOWN else "")
    return say("credits", language, outlets=shown) if names else ""


def outlets_of(reports: pd.DataFrame) -> dict:
    """Outlet -> number of reports, most frequent first; an unknown outlet is "?"."""
    column = reports["outlet"]
    numbers = np.bincount(numbers_of(column), minlength=len(column.cat.categories)) if len(column) else []
    found = {name or "?": int(n) for name, n in zip(column.cat.categories, numbers) if n}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def stories_of(reports: pd.DataFrame) -> int:
    """How many different stories the reports tell."""
    return int((np.bincount(reports["story"].to_numpy()) > 0).sum()) if len(reports) else 0


def without_place(reports: pd.DataFrame) -> int:
    """How many reports name no place where it happened."""
    column = reports["event_place_ids"]
    return int((column == "").sum())


def _period(first, last, language):
    """First to last day of publication in words; one day once."""
    if first is None:
        return say("caption_undated", language)
    low, high = (day(str(np.datetime64(int(number), "D")), language) for number in (first, last))
    return say("caption_published", language, days=low if low == high else f"{low} – {high}")
