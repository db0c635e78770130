"""Reads our own exports back: CSV (exact or for spreadsheets), JSON lines and data packages, with the codes they hold.

The private form comes back as it left. The public form comes back with its own columns; it holds no text, so its codes are
marked as given and are never coded anew.
"""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

import orjson

from reports.codebook import FIELDS, codebook
from reports.coding import GIVEN
from reports.edtf import parse
from reports.exports.columns import PRIVATE, PUBLIC
from reports.exports.selection import PRIVATE_FORM, PUBLIC_FORM
from reports.exports.tables import BOM, exact
from reports.gazetteer import gazetteer
from reports.schema import ARTICLE_COLUMNS, REPORT_COLUMNS

_FORMS = {PUBLIC_FORM: PUBLIC, PRIVATE_FORM: PRIVATE}
_OURS = "yanggang-monitor "
_CELL = 64 * 1024 * 1024  # characters of one cell, bytes of one line
_PACKED, _UNPACKED = 200, 4 * 2**30  # how tightly a file of a package may be packed, and how large it may be
_DATES, _PRECISIONS = (
    ("published", "told_on", "event_start", "event_end"),
    ("", "day", "part_of_month", "month", "season", "year", "unknown"),
)


@dataclass
class Returned:
    """What came back: for each report the row of the articles frame and that of the reports frame; problems as (row, reason)."""

    rows: list = field(default_factory=list)
    problems: list = field(default_factory=list)


def read(name: str, file: BinaryIO, collection: str = "") -> Returned | None:
    """The reports of a file that this project has exported; None for any other file, whose reading then begins at its start.

    A row that cannot be understood is a problem, the others are read; so is a file that holds fewer rows than it says.
    """
    try:
        rows = _rows_of(file)
    except Exception:  # whatever a foreign file does to a look at its head, its own reader has the word
        rows = None
    file.seek(0)
    if rows is None:
        return None
    returned, said, number = Returned(), None, 0
    try:
        for number, row in enumerate(rows, 1):
            form, said = row.get("form"), row.get("view_count", said)
            if form not in _FORMS:
                returned.problems.append((number, f"it is of the form “{form}”; this program reads {' and '.join(_FORMS)}"))
                continue
            try:
                returned.rows.append(_report(row, form, name, collection))
            except (ValueError, TypeError) as error:
                returned.problems.append((number, str(error)))
    except (ValueError, OSError, csv.Error, UnicodeDecodeError, zipfile.BadZipFile) as error:
        returned.problems.append((number + 1, f"from here on the file cannot be read ({error})"))
    if said is not None and int(said) != number:
        returned.problems.append(
            (None, f"The file says it holds {said} reports and {number} were found: it was cut or changed. Export it anew.")
        )
    return returned


def codes_of(report: dict) -> dict:
    """The codes of a row of the reports frame in the shape of the codebook, as `reports.coding.code_article` gives them."""
    codes = {name: report[name] for name in ("crackdown", "themes", "actors", "targets", "sanctions")}
    codes |= {name: json.loads(report.get(name) or "[]") for name in ("places", "people", "money", "evidence")}
    return codes | {"dates": {name: report[name] or None for name in ("told_on", "event_start", "event_end", "precision")}}


def _rows_of(file):
    """Mappings of text or of values, one a report, or None where the file is none of ours."""
    first = file.readline(_CELL)
    file.seek(0)
    if first[:4] == b"PK\x03\x04":
        return _package_rows(file)
    head, first = first, first.removeprefix(BOM)
    if first.startswith(b"{"):
        return _json_rows(file) if f'"form": "{_OURS}'.encode() in first else None
    if not first.startswith(b"article_id,"):
        return None
    return (
        _csv_rows(file, head.startswith(BOM)) if {"form", "data_version", "view_count"} <= set(first.decode().strip().split(",")) else None
    )


def _json_rows(file) -> Iterator[dict]:
    for line in file:
        if line.strip():
            yield json.loads(line)


def _csv_rows(file, for_spreadsheets):
    csv.field_size_limit(_CELL)
    words = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        for row in csv.DictReader(words, strict=True):
            if None in row or None in row.values():
                raise ValueError("a row has more or fewer cells than the header")
            yield {name: exact(value) for name, value in row.items()} if for_spreadsheets else row
    finally:
        words.detach()


def _package_rows(file):
    package = zipfile.ZipFile(file)
    held = {entry.filename: entry for entry in package.infolist()}
    if not {"datapackage.json", "reports.csv", "articles.csv"} <= held.keys():
        return None
    for name in ("datapackage.json", "reports.csv", "articles.csv"):
        if held[name].file_size > _UNPACKED or held[name].file_size > _PACKED * max(held[name].compress_size, 1000):
            return None  # packed to fill the machine: whoever reads archives says so
    about = json.loads(package.read("datapackage.json"))
    return _joined_rows(package, about) if str(about.get("form", "")).startswith(_OURS) else None


def _joined_rows(package, about):
    said = {name: about[name] for name in ("form", "view_count")}
    with package.open("reports.csv") as reports, package.open("articles.csv") as articles:
        for report, article in zip(_csv_rows(reports, False), _csv_rows(articles, False), strict=True):
            if report["article_id"] != article["article_id"]:
                raise ValueError("reports.csv and articles.csv do not stand side by side")
            yield article | report | said


def _report(row, form, name, collection):
    """The two rows of one report. Raises ValueError that says which value is not understood."""
    fields = _FORMS[form]
    if missing := [f.name for f in fields if f.name not in row]:
        raise ValueError(f"it lacks the columns {', '.join(missing)}")
    found = {f.name: _value(f, row[f.name]) for f in fields}
    _check(found)
    if form == PRIVATE_FORM:
        return {c: found[c] for c in ARTICLE_COLUMNS}, {c: found[c] for c in REPORT_COLUMNS}
    words = json.dumps({f.name: found[f.name] for f in PUBLIC}, ensure_ascii=False, sort_keys=True)
    about = {
        "published_from": "given in an export" if found["published"] else "",
        "text": "",
        "source_file": name,
        "collection": collection,
        "sha256": hashlib.sha256(words.encode()).hexdigest(),
        "coder": GIVEN,
    }
    both = found | about
    return {c: both[c] for c in ARTICLE_COLUMNS}, {c: both[c] for c in REPORT_COLUMNS if c in both}


def _value(field, value):
    """A cell, or a value of JSON, as the frames hold it."""
    if field.type == "integer":
        return -1 if value in ("", None) else int(value)
    if field.type == "boolean":
        if value not in (True, False, "true", "false"):
            raise ValueError(f"{field.name} is “{value}”; accepted are true and false")
        return value in (True, "true")
    if field.type == "codes":
        return [c for c in (value.split(";") if isinstance(value, str) else value or []) if c]
    if field.type == "json":
        found = json.loads(value) if isinstance(value, str) and value else value or []
        if not isinstance(found, list) or not all(isinstance(v, dict) for v in found):
            raise ValueError(f"{field.name} is no list of objects")
        return orjson.dumps(found).decode()
    if not isinstance(value, str | None):
        raise ValueError(f"{field.name} is no text")
    return value or ""


def _check(found):
    """Codes, places and dates must be known here: pages and figures rely on that."""
    if not found["article_id"]:
        raise ValueError("it has no article_id")
    for name in FIELDS:
        if unknown := [c for c in found[name] if c not in codebook().codes(name)]:
            raise ValueError(f"{name} holds {', '.join(unknown)}, which data/codebook.yml does not know")
    if unknown := [p for p in found["event_place_ids"] if p not in gazetteer()]:
        raise ValueError(f"event_place_ids holds {', '.join(unknown)}, which data/places.csv does not know")
    if found["precision"] not in _PRECISIONS:
        raise ValueError(f"precision is “{found['precision']}”; accepted are {', '.join(_PRECISIONS[1:])}")
    if found["language"] not in ("en", "ko", ""):
        raise ValueError(f"language is “{found['language']}”; accepted are en and ko")
    for name in _DATES:
        if found[name]:
            parse(found[name])
