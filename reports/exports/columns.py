"""Which columns leave the house: the allow-list of the public form, and the private form, which is everything.

The public form gives the day of telling by its month and leaves out texts, collections, places of sources and every
evidence that names one: a table that joins them could point to one caller though no single article does.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from reports.codes import split
from reports.exports.event_date import event_date, month_of
from reports.gazetteer import gazetteer
from reports.schema import ARTICLES, REPORTS

SOURCE_WORDS = Path(__file__).parent.parent.parent / "data" / "source_words.yml"


@dataclass(frozen=True)
class Field:
    """A column of a file: its name, its type ("string", "boolean", "integer", "codes", "json"), its meaning."""

    name: str
    type: str
    meaning: str


_TYPES = {"bool": "boolean", "int": "integer", "codes": "codes", "json": "json"}
_KNOWN = {c.name: Field(c.name, _TYPES.get(c.dtype, "string"), c.meaning()) for c in (*ARTICLES, *REPORTS)}
_SAID_ANEW = {
    "told_on": "month in which the source spoke (EDTF); the day is in the private form alone",
    "event_end": "last day of the event; its month where the last day known is the day of telling",
    "places": "places where it happened: place_id, name as printed, kind, role; places merely mentioned are left out",
    "people_low": "the largest count of people acted on, its lower bound; empty where none is given",
    "people_high": "the largest count of people acted on, its upper bound; empty where none is given or it is open",
}
_OWN = {
    "event_date": Field(
        "event_date", "string", "when it happened, as EDTF (ISO 8601-2): a day, month, season, year or interval, ~ where a bound is vague"
    ),
    "event_places": Field("event_places", "codes", "the English names of event_place_ids"),
}
PUBLIC_NAMES = (
    "article_id", "url", "outlet", "title", "language", "published", "crackdown", "told_on", "event_date", "event_start", "event_end", "precision",
    "themes", "actors", "targets", "sanctions", "event_place_ids", "event_places", "people_low", "people_high", "people", "money", "places",
    "story_id", "note",
)  # fmt: skip
PUBLIC = tuple(_OWN.get(n) or Field(n, _KNOWN[n].type, _SAID_ANEW.get(n, _KNOWN[n].meaning)) for n in PUBLIC_NAMES)
ARTICLE_ONLY = tuple(c.name for c in ARTICLES if c.name not in {r.name for r in REPORTS} and c.name != "text")
PRIVATE = (*(_KNOWN[c.name] for c in REPORTS), *(_KNOWN[name] for name in ("text", *ARTICLE_ONLY)))
_COUNTS = {c.name for c in REPORTS if c.dtype == "int"}


def columns(private: bool) -> tuple:
    """The fields of one form."""
    return PRIVATE if private else PUBLIC


def private_row(record: Mapping) -> dict:
    """A row of store and article as it is: lists for codes, values for JSON, None for what is not known."""
    return {field.name: _value(field, record[field.name]) for field in PRIVATE}


def public_row(record: Mapping) -> dict:
    """The same row in the public form."""
    row = {name: _value(_KNOWN[name], record[name]) for name in PUBLIC_NAMES if name in _KNOWN}
    told, start, end = record["told_on"], record["event_start"], record["event_end"]
    row["told_on"] = month_of(told) or None
    row["event_end"] = public_end(told, start, end) or None
    row["event_date"] = event_date(start, row["event_end"] or "", record["precision"])
    row["event_places"] = [gazetteer().label(p) for p in row["event_place_ids"] if p in gazetteer()]
    row["places"] = [p for p in row["places"] if p["role"] == "event"]
    for name in ("people", "money"):
        row[name] = [v | {"what": ""} if names_source(v.get("what") or "") else v for v in row[name]]
    return {name: row[name] for name in PUBLIC_NAMES}


def public_end(told: str, start: str, end: str) -> str:
    """The last day of an event; where it is only the day on which its source spoke, the month of it."""
    return month_of(end) if end and end == told and end != start else end


def public_evidence(record: Mapping) -> list:
    """The evidence that may leave: none of the telling, none of places merely mentioned, none whose words name a source."""
    evidence = json.loads(record["evidence"])
    told = [e for e in evidence if e["field"] == "told_on"]
    happened = {p["place_id"] or p["name"] for p in json.loads(record["places"]) if p["role"] == "event"}
    telling_day = public_end(record["told_on"], record["event_start"], record["event_end"]) != record["event_end"]
    return [
        e for e in evidence
        if e["field"] != "told_on" and not any(_overlap(e, t) for t in told) and not (e["field"] == "event_end" and telling_day)
        and (e["field"] != "places" or e["code"] in happened) and not names_source(e["words"]) and not names_source(e["note"])
    ]  # fmt: skip


def names_source(words: str) -> bool:
    """Whether words speak of whom a report has its news from (data/source_words.yml)."""
    return bool(_sources().search(words))


@lru_cache(maxsize=None)
def _sources():
    words = yaml.safe_load(SOURCE_WORDS.read_text(encoding="utf-8"))
    return re.compile("|".join([rf"\b(?:{'|'.join(map(re.escape, words['en']))})\b", *map(re.escape, words["ko"])]), re.I)


def _overlap(one, other):
    return one["part"] == other["part"] and one["start"] < other["end"] and other["start"] < one["end"]


def _value(field, value):
    if field.type == "codes":
        return list(split(value))
    if field.type == "json":
        return json.loads(value)
    if field.type == "boolean":
        return bool(value)
    if field.name in _COUNTS:
        return int(value) if value >= 0 else None
    return value if value != "" else None
