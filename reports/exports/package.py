"""A Frictionless data package: one .zip with every table, what each column means, and the hash of each file."""

import hashlib
import json
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import BinaryIO

from reports.cite import LICENCE, project
from reports.codebook import FIELDS, codebook
from reports.exports.columns import Field, columns
from reports.exports.long_tables import EVIDENCE, MONEY, PEOPLE, code_rows, evidence_rows, value_rows
from reports.exports.selection import Selection
from reports.exports.tables import cell, csv_writer
from reports.gazetteer import gazetteer
from reports.schema import ARTICLES

_EPOCH = (1980, 1, 1, 0, 0, 0)  # every file of the .zip bears this day: the same data gives the same bytes
_ARTICLES = tuple(c.name for c in ARTICLES)
_PUBLIC_ARTICLES = ("article_id", "url", "outlet", "title", "language", "published", "note")
_PRECISIONS = ("day", "part_of_month", "month", "season", "year", "unknown")
_ENUMS = {"precision": _PRECISIONS, "language": ("en", "ko"), "part": ("title", "text")}
_MEANINGS = {
    "article_id": "the report (reports.csv)",
    "field": "column of reports.csv the value belongs to",
    "code": "the code; the gazetteer id or the printed name of a place",
    "label_en": "English label",
    "label_ko": "Korean label",
    "part": "title or text of the article",
    "start": "first character, from 0",
    "end": "the character after the last",
    "words": "the words the code came from",
    "note": "how the words were read",
    "min": "lower bound; empty where there is none",
    "max": "upper bound; empty where it is open",
    "approx": "whether the count is approximate",
    "what": "what is counted or paid for, in the words of the report",
    "currency": "ISO 4217",
    "per": "day, month, year, kg, item, person, once; empty where none is given",
    "include": "what the code includes",
    "exclude": "what it does not",
    "place_id": "stable id of the place",
    "name_en": "English name",
    "name_ko": "Korean name as in the North",
    "kind": "kind of place",
    "parent_id": "the place that holds it",
    "lat": "latitude, WGS84",
    "lon": "longitude, WGS84",
    "coord_precision": "how good the point is",
}
_TYPES = {"start": "integer", "end": "integer", "min": "number", "max": "number", "approx": "boolean", "lat": "number", "lon": "number"}


def to_datapackage(selection: Selection, out: BinaryIO) -> int:
    """Writes the package; tables are put together on disk, so memory stays bounded. Gives the number of reports."""
    with tempfile.TemporaryDirectory() as folder:
        tables = _tables(selection, Path(folder))
        n = _fill(selection, tables)
        resources = [table.close() for table in tables.values()]
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            _put(package, "datapackage.json", _description(selection, resources))
            _put(package, "README.md", _readme(selection, resources))
            for table in tables.values():
                with table.path.open("rb") as held, package.open(_entry(table.path.name), "w", force_zip64=True) as entry:
                    shutil.copyfileobj(held, entry)
    return n


class _Table:
    """One CSV file of the package, hashed while it is written."""

    def __init__(self, folder, name, fields, title, keys=None):
        self.path, self.fields, self.title, self.keys = folder / f"{name}.csv", fields, title, keys or {}
        self.hash, self.rows = hashlib.sha256(), -1
        self.file = self.path.open("wb")
        self._write = csv_writer(self)
        self.put([f.name for f in fields])

    def write(self, content):
        self.hash.update(content)
        self.file.write(content)

    def put(self, cells):
        self._write([cell(value) for value in cells])
        self.rows += 1

    def close(self):
        """Closes the file and describes it as a resource."""
        self.file.close()
        schema = {"fields": [_described(f, self.path.stem) for f in self.fields], "missingValues": [""], **self.keys}
        return {
            "profile": "tabular-data-resource",
            "name": self.path.stem,
            "type": "table",
            "title": self.title,
            "path": self.path.name,
            "scheme": "file",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": self.path.stat().st_size,
            "hash": f"sha256:{self.hash.hexdigest()}",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
            "schema": schema,
            "rows": self.rows,
        }


def _fields(*names):
    return tuple(Field(name, _TYPES.get(name, "string"), _MEANINGS[name]) for name in names)


def _tables(selection, folder):
    of_report = {"foreignKeys": [{"fields": ["article_id"], "reference": {"resource": "reports", "fields": ["article_id"]}}]}
    reports = columns(selection.private)
    known = {c.name: Field(c.name, "string", c.meaning()) for c in ARTICLES}
    articles = tuple(known[name] for name in (_ARTICLES if selection.private else _PUBLIC_ARTICLES))
    if selection.private:
        reports = tuple(f for f in reports if f.name not in known or f.name in _PUBLIC_ARTICLES)
    return {
        "reports": _Table(
            folder, "reports", reports, "One row a report: what was done, by whom, to whom, where and when", {"primaryKey": ["article_id"]}
        ),
        "articles": _Table(
            folder,
            "articles",
            articles,
            "One row an article" + ("" if selection.private else ", without its text"),
            {"primaryKey": ["article_id"], **of_report},
        ),
        "codes": _Table(
            folder, "codes", _fields("article_id", "field", "code", "label_en", "label_ko"), "One row a code of a report", of_report
        ),
        "evidence": _Table(folder, "evidence", _fields("article_id", *EVIDENCE), "One row a piece of evidence", of_report),
        "people": _Table(
            folder, "people", _fields("article_id", *PEOPLE), "One row a count of people acted on; counts are never added up", of_report
        ),
        "money": _Table(folder, "money", _fields("article_id", *MONEY), "One row an amount", of_report),
        "codebook": _Table(
            folder,
            "codebook",
            _fields("field", "code", "label_en", "label_ko", "include", "exclude"),
            "What every code means",
            {"primaryKey": ["field", "code"]},
        ),
        "places": _Table(
            folder,
            "places",
            _fields("place_id", "name_en", "name_ko", "kind", "parent_id", "lat", "lon", "coord_precision"),
            "The gazetteer: names and points by GeoNames (CC BY 4.0) and Who's On First",
            {"primaryKey": ["place_id"]},
        ),
    }


def _fill(selection, tables):
    names = {name: [f.name for f in table.fields] for name, table in tables.items()}
    n = 0
    for row, evidence in selection.rows_with_evidence():
        for name in ("reports", "articles"):
            tables[name].put(row[column] for column in names[name])
        for found in code_rows(row):
            tables["codes"].put(found)
        for found in evidence_rows(row["article_id"], evidence):
            tables["evidence"].put(found)
        for name, parts in (("people", PEOPLE), ("money", MONEY)):
            for found in value_rows(row["article_id"], row[name], parts):
                tables[name].put(found)
        n += 1
    for field in FIELDS:
        for code in getattr(codebook(), field):
            tables["codebook"].put((field, code.code, code.label["en"], code.label["ko"], code.include["en"], code.exclude.get("en", "")))
    for p in gazetteer():
        tables["places"].put((p.place_id, p.name_en, p.name_ko, p.kind, p.parent_id, p.lat, p.lon, p.coord_precision))
    return n


def _described(field, table):
    kind = {"codes": "string", "json": "array"}.get(field.type, field.type)
    found = {"name": field.name, "type": kind, "description": field.meaning + ("; codes joined with ;" if field.type == "codes" else "")}
    constraints = {}
    if field.name == "article_id" and table in ("reports", "articles"):
        constraints = {"required": True, "unique": True}
    elif field.name in _ENUMS and field.type == "string":
        constraints = {"enum": list(_ENUMS[field.name])}
    elif field.name in FIELDS and field.type == "codes":
        one = f"({'|'.join(codebook().codes(field.name))})"
        constraints = {"pattern": f"({one}(;{one})*)?"}
    if kind == "boolean":
        found |= {"trueValues": ["true"], "falseValues": ["false"]}
    return found | ({"constraints": constraints} if constraints else {})


def _description(selection, resources):
    about = selection.about()
    described = {
        "profile": "tabular-data-package",
        "name": f"yanggang-monitor-{about['data_version']}",
        "title": f"Yanggang Monitor: {about['view']}",
        "description": f"{about['caveats']} {about['cite']}",
        "version": about["data_version"],
        "homepage": "",
        **about,
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": LICENCE}],
        "sources": [{"title": outlet} for outlet in selection.outlets],
        "contributors": [{"title": project()["authors"][0]["name"], "role": "author"}],
        "resources": resources,
    }
    return json.dumps({name: value for name, value in described.items() if value != ""}, ensure_ascii=False, indent=1) + "\n"


def _readme(selection, resources):
    about = selection.about()
    files = "\n".join(f"- `{r['path']}`: {r['title']} ({r['rows']:,} rows)" for r in resources)
    return (
        f"# {about['view']}\n\n{about['caveats']}\n\n{files}\n\n`datapackage.json` says what every column means. Empty cells are values that are not known.\n"
        f"Dates are EDTF (ISO 8601-2): `XXXX-05-31` lacks its year.\n\n{about['cite']}\n\n{about['licence']}\n"
    )


def _entry(name):
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return entry


def _put(package, name, words):
    package.writestr(_entry(name), words)
