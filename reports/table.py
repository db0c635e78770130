"""The table of reports, a page at a time, newest first."""

import pandas as pd

from reports.codebook import codebook
from reports.gazetteer import gazetteer

PAGE_ROWS = 100


def page_of(reports: pd.DataFrame, number: int, language: str = "en") -> pd.DataFrame:
    """Page `number` (from 1) of the reports, newest first, with labels for codes and months for days of telling."""
    newest = reports.sort_values("published", ascending=False, kind="stable")
    rows = newest.iloc[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]
    book, places = codebook(), gazetteer()
    return pd.DataFrame(
        {
            "article_id": list(rows["article_id"]),
            "published": list(rows["published"]),
            "outlet": list(rows["outlet"]),
            "title": list(rows["title"]),
            "event": [f"{s} – {e}" if e and e != s else s for s, e in zip(rows["event_start"].fillna(""), rows["event_end"].fillna(""))],
            "places": [", ".join(places.label(p, language) for p in ids) for ids in rows["event_place_ids"]],
            "themes": [", ".join(book.label("themes", c, language) for c in codes) for codes in rows["themes"]],
            "crackdown": list(rows["crackdown"]),
        }
    )
