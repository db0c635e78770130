"""The two frames: every column of articles and of reports, its type and its meaning.

Loaders build articles from these, the store casts to them, the Codebook page explains them.
"""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Column:
    """A column: its name, its pandas dtype ("list" for lists of codes, "json" for nested values as JSON) and its meaning."""

    name: str
    dtype: str
    meaning: str


_SHARED = (
    Column("article_id", "str", "stable name of the article: from its address, else from outlet, title and text"),
    Column("url", "str", "address of the original, exactly as given"),
    Column("outlet", "str", "who published it"),
    Column("title", "str", "headline"),
    Column("language", "str", "en or ko"),
    Column("published", "str", "day (2023-06-13) or month (2022-08) of publication; empty where unknown"),
)
_SOURCE = (
    Column("collection", "str", "the batch it was added with; the sample is a collection of its own"),
    Column("note", "str", "what a reader must know of the text, as that it is a summary"),
)

ARTICLES = (
    *_SHARED,
    Column("published_from", "str", "the rule that gave `published`"),
    Column("text", "str", "the article without page furniture"),
    Column("source_file", "str", "the file it came from"),
    Column("sha256", "str", "hash of title and text"),
    *_SOURCE,
)

REPORTS = (
    *_SHARED,
    Column("crackdown", "bool", "enforcement by a state organ against people or firms"),
    Column("told_on", "str", "day the source spoke; exported by month"),
    Column("event_start", "str", "first day of the event; XXXX-05-31 where the year is unknown"),
    Column("event_end", "str", "last day of the event"),
    Column("precision", "str", "of the vaguer end: day, part_of_month, month, season, year, unknown"),
    Column("themes", "list", "codes of themes"),
    Column("actors", "list", "codes of enforcers"),
    Column("targets", "list", "codes of targets"),
    Column("sanctions", "list", "codes of sanctions"),
    Column("event_place_ids", "list", "places where it happened, by gazetteer id"),
    Column("places", "json", "all places: place_id, name, kind, role"),
    Column("people", "json", "counts of people acted on: min, max, approx, what"),
    Column("money", "json", "amounts: currency, min, max, per, what"),
    Column("evidence", "json", "the words each value came from: field, code, part, start, end, words, note"),
    *_SOURCE,
)

ARTICLE_COLUMNS = tuple(c.name for c in ARTICLES)
REPORT_COLUMNS = tuple(c.name for c in REPORTS)


def frame(rows: list, columns: tuple = ARTICLES) -> pd.DataFrame:
    """Rows (mappings) as a frame with exactly `columns`, each of its type; what a row lacks is empty."""
    empty = {"list": list, "bool": bool, "json": lambda: "[]", "str": str}
    data = {}
    for column in columns:
        values = [row.get(column.name) for row in rows]
        data[column.name] = pd.Series(
            [empty[column.dtype]() if v is None else v for v in values],
            dtype={"str": "str", "json": "str", "bool": "bool", "list": "object"}[column.dtype],
        )
    return pd.DataFrame(data)
