"""The reports in view as files: one table of formats, one way to write them, and a count that must come out.

Each format is one function `(selection, out) -> number of reports written`; a file whose number is not the view's is not made.
"""

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reports.exports.citations import to_bibtex, to_csljson, to_ris
from reports.exports.crosswalk import to_acled, to_ucdp
from reports.exports.geo import to_geojson, to_kml
from reports.exports.package import to_datapackage
from reports.exports.parquet import to_parquet
from reports.exports.selection import ExportError, Selection
from reports.exports.tables import to_csv, to_jsonl, to_spreadsheet
from reports.exports.workbook import to_xlsx


@dataclass(frozen=True)
class Format:
    """A format: the function that writes it, the ending of its files, its media type."""

    write: Callable
    ending: str
    mime: str


EXPORTS = {
    "csv": Format(to_csv, ".csv", "text/csv"),
    "spreadsheet": Format(to_spreadsheet, "_spreadsheet.csv", "text/csv"),
    "xlsx": Format(to_xlsx, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "jsonl": Format(to_jsonl, ".jsonl", "application/x-ndjson"),
    "parquet": Format(to_parquet, ".parquet", "application/vnd.apache.parquet"),
    "geojson": Format(to_geojson, ".geojson", "application/geo+json"),
    "kml": Format(to_kml, ".kml", "application/vnd.google-earth.kml+xml"),
    "datapackage": Format(to_datapackage, ".zip", "application/zip"),
    "acled": Format(to_acled, "_acled.csv", "text/csv"),
    "ucdp": Format(to_ucdp, "_ucdp.csv", "text/csv"),
    "csljson": Format(to_csljson, "_csl.json", "application/vnd.citationstyles.csl+json"),
    "bibtex": Format(to_bibtex, ".bib", "application/x-bibtex"),
    "ris": Format(to_ris, ".ris", "application/x-research-info-systems"),
}

__all__ = ["EXPORTS", "ExportError", "Selection", "to_bytes", "to_file"]


def to_file(form: str, selection: Selection, path: str) -> int:
    """Writes the file whole or not at all ("-": to standard output); gives the number of reports in it.

    Raises ExportError where a file of that format cannot hold what the view holds, or would hold another number of reports.
    """
    if path == "-":
        with tempfile.TemporaryFile() as whole:
            n = _written(form, selection, whole)
            whole.seek(0)
            shutil.copyfileobj(whole, sys.stdout.buffer)
        return n
    target = Path(path).absolute()
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}")
    try:
        with os.fdopen(handle, "w+b") as file:
            n = _written(form, selection, file)
        if not selection.private:  # a private file stays readable by its owner alone
            os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, target)
    except BaseException:
        os.unlink(beside)
        raise
    return n


def to_bytes(form: str, selection: Selection) -> bytes:
    """The file as bytes; raises ExportError as `to_file` does."""
    out = io.BytesIO()
    _written(form, selection, out)
    return out.getvalue()


def _written(form, selection, out):
    n = EXPORTS[form].write(selection, out)
    if n != len(selection.reports):
        raise ExportError(
            f"The file would hold {n:,} of the {len(selection.reports):,} reports in view; it was not made. "
            "Read the view anew and try again."
        )
    return n


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask
