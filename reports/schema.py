"""The two frames: every column of articles and of reports, its type and its meaning.

Loaders build articles from these, the store casts to them, the Codebook page explains them.

Types: "str" text; "category" text with few different values; "codes" several codes in one text, joined with `;`
(few different combinations, so a category too: reports/codes.py counts them); "json" nested values; "bool"; "int".
Text that is not known is empty, never missing; a number that is not known is -1.
"""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Column:
    """A column: its name, its type, its meaning, and whether the reports in memory hold it (`light`) or only the file."""

    name: str
    dtype: str
    meaning: str
    light: bool = True


_ID = Column("article_id", "str", "stable name of the article: from its address, else from outlet, title and text")
_URL = Column("url", "str", "address of the original, exactly as given", light=False)
_TITLE = Column("title", "str", "headline", light=False)
_OUTLET = Column("outlet", "category", "who published it")
_LANGUAGE = Column("language", "category", "en or ko")
_PUBLISHED = Column("published", "category", "day (2023-06-13) or month (2022-08) of publication; empty where unknown")
_COLLECTION = Column("collection", "category", "the batch it was added with; the sample is a collection of its own")
_NOTE = Column("note", "category", "what a reader must know of the text, as that it is a summary", light=False)

ARTICLES = (
    _ID,
    _URL,
    _OUTLET,
    _TITLE,
    _LANGUAGE,
    _PUBLISHED,
    Column("published_from", "category", "the rule that gave `published`"),
    Column("text", "str", "the article without page furniture"),
    Column("source_file", "str", "the file it came from"),
    Column("sha256", "str", "hash of title and text"),
    _COLLECTION,
    _NOTE,
)

REPORTS = (
    _ID,
    _URL,
    _OUTLET,
    _TITLE,
    _LANGUAGE,
    _PUBLISHED,
    Column("crackdown", "bool", "enforcement by a state organ against people or firms"),
    Column("told_on", "category", "day the source spoke; shown and exported by month"),
    Column("event_start", "category", "first day of the event; XXXX-05-31 where the year is unknown"),
    Column("event_end", "category", "last day of the event"),
    Column("precision", "category", "of the vaguer end: day, part_of_month, month, season, year, unknown"),
    Column("themes", "codes", "codes of themes"),
    Column("actors", "codes", "codes of enforcers"),
    Column("targets", "codes", "codes of targets"),
    Column("sanctions", "codes", "codes of sanctions"),
    Column("event_place_ids", "codes", "places where it happened, by gazetteer id"),
    Column("people_low", "int", "the largest count of people acted on, its lower bound; -1 where none is given"),
    Column("people_high", "int", "the largest count of people acted on, its upper bound; -1 where none is given or it is open"),
    Column("story_id", "str", "reports of one story share it: the article_id of the earliest", light=False),
    Column("places", "json", "all places: place_id, name, kind, role", light=False),
    Column("people", "json", "counts of people acted on: min, max, approx, what", light=False),
    Column("money", "json", "amounts: currency, min, max, per, what", light=False),
    Column("evidence", "json", "the words each value came from: field, code, part, start, end, words, note", light=False),
    Column("coder", "category", "version of the program that coded it; `given` where the codes came with the file and are kept", light=False),
    _COLLECTION,
    _NOTE,
)

ARTICLE_COLUMNS = tuple(c.name for c in ARTICLES)
REPORT_COLUMNS = tuple(c.name for c in REPORTS)
# In memory a story is a number (column `story`, from 0), which a million rows can be counted by in no time.
LIGHT = tuple(c for c in REPORTS if c.light)
_EMPTY = {"json": "[]", "bool": False, "int": -1}


def frame(rows: list, columns: tuple = ARTICLES) -> pd.DataFrame:
    """Rows (mappings) as a frame with exactly `columns`, each of its type; what a row lacks is empty.

    A column of codes takes a list of codes, or their text joined with `;`.
    """
    data = {}
    for column in columns:
        empty = empty_of(column)
        values = [empty if (v := row.get(column.name)) is None else v for row in rows]
        data[column.name] = [v if isinstance(v, str) else ";".join(v) for v in values] if column.dtype == "codes" else values
    return cast(pd.DataFrame(data, columns=[c.name for c in columns]), columns)


def empty_of(column: Column):
    """What a column holds where nothing is known."""
    return _EMPTY.get(column.dtype, "")


def cast(found: pd.DataFrame, columns: tuple) -> pd.DataFrame:
    """A frame with exactly `columns`, each of its type; categories stand in the order of their text."""
    data = {}
    for column in columns:
        values = found[column.name]
        if column.dtype in ("category", "codes"):
            values = values.astype("str").fillna("").astype("category")
        else:
            values = values.astype({"bool": "bool", "int": "int32"}.get(column.dtype, "str"))
        data[column.name] = values
    return pd.DataFrame(data, index=found.index)


def joined(frames: list, columns: tuple) -> pd.DataFrame:
    """Frames one below the other; categories are taken as text, since each frame knows only its own."""
    return cast(pd.concat([f.astype({c.name: "str" for c in columns if c.dtype in ("category", "codes")}) for f in frames], ignore_index=True), columns)
