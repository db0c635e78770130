"""The table of reports, a page at a time: sorted on the few values of a column, so that a million rows are no burden."""

import numpy as np
import pandas as pd

from reports.codebook import codebook
from reports.codes import numbers_of, split
from reports.gazetteer import gazetteer
from reports.spans import spans
from reports.words import day, say

PAGE_ROWS = 100
ORDERS = ("newest", "oldest", "event_newest", "event_oldest", "outlet", "story")
COLUMNS = ("published", "outlet", "title", "event", "places", "themes", "crackdown", "actors", "targets", "sanctions", "people", "language")
SHOWN = COLUMNS[:7]  # unless the reader chooses others


def ordered(reports: pd.DataFrame, order: str = "newest", start: int = 0, stop: int | None = None) -> pd.DataFrame:
    """The reports from `start` to `stop` in one of ORDERS; what the order needs and a report lacks puts it last."""
    return reports.iloc[_rows(reports, order)[start:stop]]


def _rows(reports, order):
    """The numbers of the rows in an order."""
    if order in ("newest", "oldest"):
        key = numbers_of(reports["published"]).astype("int64")
        empty = (reports["published"] == "").to_numpy()
    elif order in ("event_newest", "event_oldest"):
        span = spans(reports)
        key, empty = span.first.astype("int64"), ~span.known
    else:
        key = numbers_of(reports["outlet"]).astype("int64") if order == "outlet" else reports["story"].to_numpy().astype("int64")
        empty = np.zeros(len(reports), dtype=bool)
    key = -key if order in ("newest", "event_newest") else key
    return np.argsort(np.where(empty, np.iinfo("int64").max, key), kind="stable")


def neighbours(reports: pd.DataFrame, article_id: str) -> tuple:
    """Where a report stands among the reports, newest first (from 0), and the ids before and after it; None for what there is not."""
    ids = reports["article_id"]
    rows = _rows(reports, "newest")
    found = np.flatnonzero((ids == article_id).to_numpy()[rows])
    if not len(found):
        return None, None, None
    at = int(found[0])
    return at, ids.iloc[rows[at - 1]] if at else None, ids.iloc[rows[at + 1]] if at + 1 < len(rows) else None


def table_of(rows: pd.DataFrame, language: str = "en", columns: tuple = SHOWN) -> pd.DataFrame:
    """Rows of `Store.details` as the table people read: labels for codes, names for places, dates in words."""
    book, places = codebook(), gazetteer()
    makers = {
        "published": lambda r: [day(p, language) for p in r["published"]],
        "event": lambda r: [event_dates(s, e, language) for s, e in zip(r["event_start"], r["event_end"])],
        "places": lambda r: [", ".join(places.label(p, language) for p in split(ids)) for ids in r["event_place_ids"]],
        "people": lambda r: [_people(low, high) for low, high in zip(r["people_low"], r["people_high"])],
        "crackdown": lambda r: [say("yes", language) if c else "" for c in r["crackdown"]],
        "language": lambda r: [say(f"language_{c}", language) if c in ("en", "ko") else c for c in r["language"]],
    }
    for field in ("themes", "actors", "targets", "sanctions"):
        makers[field] = lambda r, field=field: [", ".join(book.label(field, c, language) for c in split(codes)) for codes in r[field]]
    data = {say(f"column_{name}", language): makers[name](rows) if name in makers else list(rows[name]) for name in columns}
    return pd.DataFrame(data)


def event_dates(start: str, end: str, language: str = "en") -> str:
    """When the event was, in words; a range with an en dash."""
    return f"{day(start, language)} – {day(end, language)}" if end and end != start else day(start, language)


def _people(low, high):
    if low < 0:
        return ""
    return str(low) if low == high else f"{low}–{high}" if high >= 0 else f"{low}+"
