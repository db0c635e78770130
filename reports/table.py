"""The table of reports, a page at a time, newest first."""

import numpy as np
import pandas as pd

from reports.codebook import codebook
from reports.codes import numbers_of, split
from reports.gazetteer import gazetteer

PAGE_ROWS = 100


def newest(reports: pd.DataFrame, start: int = 0, stop: int | None = None) -> pd.DataFrame:
    """The reports from `start` to `stop`, newest publication first, unknown last."""
    return reports.iloc[np.argsort(-numbers_of(reports["published"]).astype("int32"), kind="stable")[start:stop]]


def table_of(rows: pd.DataFrame, language: str = "en") -> pd.DataFrame:
    """Rows of `Store.details` as the table people read: labels for codes, names for places."""
    book, places = codebook(), gazetteer()
    return pd.DataFrame(
        {
            "article_id": list(rows["article_id"]),
            "published": list(rows["published"]),
            "outlet": list(rows["outlet"]),
            "title": list(rows["title"]),
            "event": [f"{s} – {e}" if e and e != s else s for s, e in zip(rows["event_start"], rows["event_end"])],
            "places": [", ".join(places.label(p, language) for p in split(ids)) for ids in rows["event_place_ids"]],
            "themes": [", ".join(book.label("themes", c, language) for c in split(codes)) for codes in rows["themes"]],
            "crackdown": list(rows["crackdown"]),
        }
    )
