"""The two frames: every column of articles and of reports, its type and its meaning.

Loaders build articles from these, the store casts to them, the Codebook page explains them.

Types: "str" text; "category" text with few different values; "codes" several codes in one text, joined with `;`
(few different combinations, so a category too: reports/codes.py counts them); "json" nested values; "bool"; "int".
Text that is not known is empty, never missing; a number that is not known is -1.
"""

from dataclasses import dataclass

import pandas as pd

from reports.words import say


@dataclass(frozen=True)
class Column:
    """A column: its name, its type, and whether the reports in memory hold it (`light`) or only the file."""

    name: str
    dtype: str
    light: bool = True

    def meaning(self, language: str = "en") -> str:
        """What the column holds, in words (data/words/columns.yml)."""
        return say(f"meaning_{self.name}", language)


_ID = Column("article_id", "str")
_URL = Column("url", "str", light=False)
_TITLE = Column("title", "str", light=False)
_OUTLET = Column("outlet", "category")
_LANGUAGE = Column("language", "category")
_PUBLISHED = Column("published", "category")
_COLLECTION = Column("collection", "category")
_NOTE = Column("note", "category", light=False)

ARTICLES = (
    _ID,
    _URL,
    _OUTLET,
    _TITLE,
    _LANGUAGE,
    _PUBLISHED,
    Column("published_from", "category"),
    Column("text", "str"),
    Column("source_file", "str"),
    Column("sha256", "str"),
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
    Column("crackdown", "bool"),
    Column("told_on", "category"),
    Column("event_start", "category"),
    Column("event_end", "category"),
    Column("precision", "category"),
    Column("themes", "codes"),
    Column("actors", "codes"),
    Column("targets", "codes"),
    Column("sanctions", "codes"),
    Column("event_place_ids", "codes"),
    Column("people_low", "int"),
    Column("people_high", "int"),
    Column("story_id", "str", light=False),
    Column("places", "json", light=False),
    Column("people", "json", light=False),
    Column("money", "json", light=False),
    Column("evidence", "json", light=False),
    Column("coder", "category", light=False),
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
