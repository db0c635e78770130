"""Small frames of reports, light as the store gives them, written out in a test as what matters to it."""

import pandas as pd

from reports.schema import LIGHT, REPORTS, frame


def light(*rows: dict) -> pd.DataFrame:
    """The light reports frame of rows that name only what they need; each is a story of its own unless `story` says otherwise."""
    filled = [
        {"article_id": f"r{n}", "outlet": "Daily NK", "language": "en", "precision": "unknown", "collection": "mine"} | row
        for n, row in enumerate(rows)
    ]
    found = frame(filled, REPORTS)[[c.name for c in LIGHT]]
    return found.assign(story=pd.array([row.get("story", n) for n, row in enumerate(rows)], dtype="int32"))


def dated(start: str, end: str = "", precision: str = "day", **more) -> dict:
    """A row with a dated event, published on its last day."""
    return {"event_start": start, "event_end": end or start, "precision": precision, "published": end or start} | more
