"""Reports in view as files: no full texts, the day of telling by month, geometry no finer than the report."""

import csv
import io
import json

import pandas as pd

from reports.codes import split
from reports.filters import Filters
from reports.gazetteer import gazetteer
from reports.figures.map import areas, layer_of

PUBLIC = (
    "article_id", "url", "outlet", "title", "language", "published", "crackdown", "told_month", "event_start", "event_end", "precision",
    "themes", "actors", "targets", "sanctions", "event_place_ids", "event_places", "people", "money", "note",
)  # fmt: skip
CODE_LISTS = ("themes", "actors", "targets", "sanctions", "event_place_ids")
VIEW = ("view", "view_count", "data_version", "data_date")


def rows_of(reports: pd.DataFrame, filters: Filters, version: str) -> list:
    """One mapping a report with the public columns, then what the file must say of itself: sentence, count, version, date."""
    view = _view(reports, filters, version)
    return [_public(row) | view for row in reports.to_dict("records")]


def _view(reports, filters, version):
    newest = max(reports["published"], default="")
    return {"view": filters.describe(len(reports)), "view_count": len(reports), "data_version": version, "data_date": newest}


def _public(row):
    book = gazetteer()
    told = row["told_on"] or ""
    row = row | {name: list(split(row[name])) for name in CODE_LISTS}
    row |= {
        "told_month": told[:7] or None,
        "event_places": [book.label(p) for p in row["event_place_ids"] if p in book],
        "people": json.loads(row["people"]),
        "money": json.loads(row["money"]),
        "crackdown": bool(row["crackdown"]),
    }
    return {name: row[name] if row[name] != "" else None for name in PUBLIC}


def to_csv(reports: pd.DataFrame, filters: Filters, version: str) -> bytes:
    """CSV (UTF-8, RFC 4180), one line a report; lists are joined with `;`, nested values are JSON."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, PUBLIC + VIEW)
    writer.writeheader()
    for row in rows_of(reports, filters, version):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue().encode()


def _cell(value):
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False) if value and isinstance(value[0], dict) else ";".join(value)
    return value


def to_jsonl(reports: pd.DataFrame, filters: Filters, version: str) -> bytes:
    """JSON lines, one a report."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows_of(reports, filters, version)).encode()


def to_geojson(reports: pd.DataFrame, filters: Filters, version: str) -> bytes:
    """GeoJSON (RFC 7946), one feature a report: points and county areas as known, null where it is on no map."""
    features = [
        {"type": "Feature", "geometry": _geometry(ids), "properties": {k: v for k, v in row.items() if k not in VIEW}}
        for ids, row in zip(map(split, reports["event_place_ids"]), rows_of(reports, filters, version))
    ]
    collection = {"type": "FeatureCollection", **_view(reports, filters, version), "features": features}
    return json.dumps(collection, ensure_ascii=False).encode()


def _geometry(place_ids):
    book = gazetteer()
    shapes = {f["properties"].get("place_id"): f["geometry"] for f in areas()["features"]}
    found = []
    for layer, name in layer_of(place_ids):
        if layer == "point":
            found.append({"type": "Point", "coordinates": [book.place(name).lon, book.place(name).lat]})
        elif layer == "county":
            found.append(shapes[name])
    if len(found) > 1:
        return {"type": "GeometryCollection", "geometries": found}
    return found[0] if found else None


EXPORTS = {"csv": to_csv, "jsonl": to_jsonl, "geojson": to_geojson}
MIME = {"csv": "text/csv", "jsonl": "application/x-ndjson", "geojson": "application/geo+json"}
