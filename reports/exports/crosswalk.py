"""The reports in the columns of ACLED and of UCDP GED (data/crosswalk.yml): a row a report, so that counts stay equal."""

import re
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import yaml

from reports.codebook import codebook
from reports.edtf import Date, parse
from reports.exports.selection import STATEMENT, Selection
from reports.exports.tables import cell, csv_writer
from reports.figures.map import layer_of
from reports.gazetteer import PROVINCE, gazetteer

FILE = Path(__file__).parent.parent.parent / "data" / "crosswalk.yml"
_FINEST = ("neighbourhood", "village", "workers_district", "town", "market", "crossing", "city", "other", "river", "county", "province")
_IN_RYANGGANG = re.compile(r"source in (?:Ryanggang|Yanggang)|(?:량강도|양강도)[^.]{0,8}소식통")

ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1",
    "actor2", "assoc_actor_2", "inter2", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
UCDP = (
    "id", "relid", "year", "code_status", "type_of_violence", "side_a", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude",
    "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "best", "high", "low",
)  # fmt: skip
# Columns of ours that the two lack, at the end: the report, its dates as they were coded, what low/best/high count.
OURS = ("report_id", "event_date_edtf", "precision", "low_best_high_count")
_COUNTED = "people acted on (taken, punished, killed, searched), not deaths"


def to_acled(selection: Selection, out: BinaryIO) -> int:
    """CSV with ACLED's columns; `event_id_cnty` is shared by reports of one story. Gives the number of reports."""
    return _written(selection, out, ACLED, acled_row)


def to_ucdp(selection: Selection, out: BinaryIO) -> int:
    """CSV with the columns of UCDP GED; `id` is the report, `relid` the story. Gives the number of reports."""
    return _written(selection, out, UCDP, ucdp_row)


def _written(selection, out, names, row_of):
    write = csv_writer(out)
    write([*names, *OURS, *STATEMENT])
    said, n = selection.statement.values(), 0
    for row in selection.rows():
        found = row_of(row) | {"report_id": row["article_id"], "event_date_edtf": row.get("event_date"), "precision": row["precision"]}
        write([*(cell(found.get(name)) for name in (*names, *OURS)), *said])
        n += 1
    return n


def acled_row(row: dict) -> dict:
    """One report in ACLED's columns: the first day of the event stands for all of it, the finest place for all of them."""
    rules, place, event = crosswalk(), _place(row), _event(row)
    first, _ = _days(row)
    actors, targets = _labels("actors", row), _labels("targets", row)
    tags = [
        f"precision: {row['precision'] or 'unknown'}",
        *(f"theme: {t}" for t in row["themes"]),
        *(f"sanction: {s}" for s in row["sanctions"]),
    ]
    tags += ["crackdown"] * row["crackdown"] + [f"also in: {name}" for name in place["others"]]
    return {
        "event_id_cnty": f"PRK{row['story_id'] or row['article_id']}",
        "event_date": str(first) if first and first.day else None,
        "year": first.year if first else None,
        "time_precision": rules["time"].get(row["precision"] or "unknown", {}).get("acled"),
        "disorder_type": event["disorder_type"],
        "event_type": event["event_type"],
        "sub_event_type": event["sub_event_type"],
        "actor1": actors[0] if actors else None,
        "assoc_actor_1": "; ".join(actors[1:]),
        "inter1": rules["inter"]["actors"] if actors else None,
        "actor2": targets[0] if targets else None,
        "assoc_actor_2": "; ".join(targets[1:]),
        "inter2": _inter(row) if targets else None,
        "civilian_targeting": "Civilian targeting" if event["event_type"].startswith("Violence") and _inter(row) == "Civilians" else None,
        "iso": rules["country"]["iso"],
        "region": rules["country"]["region"],
        "country": rules["country"]["name"],
        "admin1": place["admin1"],
        "admin2": place["admin2"],
        "admin3": place["admin3"],
        "location": place["name"],
        "latitude": place["lat"],
        "longitude": place["lon"],
        "geo_precision": place["acled"],
        "source": row["outlet"],
        "source_scale": "International",
        "notes": row["title"],
        "fatalities": None,
        "tags": "; ".join(tags),
        "timestamp": row["published"],
    }


def ucdp_row(row: dict) -> dict:
    """One report in the columns of UCDP GED; `best` only where one single figure is given, never a midpoint."""
    rules, place, event = crosswalk(), _place(row), _event(row)
    first, last = _days(row)
    low, high = row["people_low"], row["people_high"]
    said = _IN_RYANGGANG.search(row.get("text") or "")
    return {
        "id": row["article_id"],
        "relid": row["story_id"] or row["article_id"],
        "year": first.year if first else None,
        "code_status": "Not checked",
        "type_of_violence": event.get("type_of_violence"),
        "side_a": "; ".join(_labels("actors", row)),
        "side_b": "; ".join(_labels("targets", row)),
        "number_of_sources": 1,
        "source_article": row["url"],
        "source_office": row["outlet"],
        "source_date": row["published"],
        "source_headline": row["title"],
        "source_original": "source in Ryanggang Province" if said else None,
        "where_prec": place["ucdp"],
        "where_coordinates": place["name"],
        "where_description": "; ".join(p["name"] for p in row["places"] if p["role"] == "event"),
        "adm_1": place["admin1"],
        "adm_2": place["admin2"],
        "latitude": place["lat"],
        "longitude": place["lon"],
        "country": rules["country"]["name"],
        "country_id": rules["country"]["ucdp_id"],
        "region": rules["country"]["ucdp_region"],
        "event_clarity": 1 if row["precision"] == "day" else 2,
        "date_prec": rules["time"].get(row["precision"] or "unknown", {}).get("ucdp"),
        "date_start": str(first.first) if first else None,
        "date_end": str(last.last) if last else None,
        "low": low,
        "high": high,
        "best": low if low is not None and low == high else None,
        "low_best_high_count": _COUNTED if low is not None else None,
    }


@lru_cache(maxsize=None)
def crosswalk() -> dict:
    """The rules of data/crosswalk.yml."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def _days(row):
    """First and last day of the event as dates with a year; None where it is not known."""
    found = []
    for name in ("event_start", "event_end"):
        try:
            value = parse(row[name]) if row[name] else None
        except ValueError:
            value = None
        found.append(value if isinstance(value, Date) and value.year else None)
    return found


def _event(row):
    return next(e for e in crosswalk()["events"] if e["sanction"] is None or e["sanction"] in row["sanctions"])


def _inter(row):
    rules = crosswalk()["inter"]
    return rules.get(row["targets"][0], rules["targets"]) if row["targets"] else rules["targets"]


def _labels(field, row):
    known = codebook().codes(field)
    return [codebook().label(field, code) if code in known else code for code in row[field]]


def _place(row):
    """The finest place of the event: its names and levels, and its point where the report is shown by one; a county has no point."""
    book, rules = gazetteer(), crosswalk()
    known = sorted((p for p in row["event_place_ids"] if p in book), key=lambda p: _rank(book.place(p).kind))
    none = dict.fromkeys(("name", "admin1", "admin2", "admin3", "lat", "lon", "acled", "ucdp")) | {"others": []}
    if not known:
        return none
    first = book.place(known[0])
    county, points = book.county_of(first.place_id), [name for layer, name in layer_of(tuple(row["event_place_ids"])) if layer == "point"]
    others = [book.label(p) for p in known[1:] if p not in book.chain(first.place_id)]
    own_point = first.place_id in points
    province = book.province_of(first.place_id)
    codes = rules["place"].get(first.kind, rules["place"]["other"])
    return {
        "name": first.name_en,
        "admin1": rules["country"]["admin1"] if province == PROVINCE else book.label(province) if province else None,
        "admin2": book.label(county) if county else None,
        "admin3": first.name_en if first.place_id != county and county else None,
        "lat": first.lat if own_point else None,
        "lon": first.lon if own_point else None,
        "acled": codes["acled"],
        "ucdp": codes["ucdp"],
        "others": others,
    }


def _rank(kind):
    return _FINEST.index(kind) if kind in _FINEST else len(_FINEST)
