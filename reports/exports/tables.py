"""Tables as text: CSV exactly (RFC 4180), CSV for spreadsheets, JSON lines. Written row by row, in bounded memory."""

import csv
import io
import json
import re
from typing import BinaryIO

from reports.exports.columns import columns
from reports.exports.selection import STATEMENT, Selection

# What a spreadsheet takes for a formula: the signs themselves, their full-width twins (Numbers folds them), the pipe and
# the percent of older lists, tab and line breaks before any of them. Apostrophes in front count too, so that taking one
# off again gives back exactly what was there.
_FORMULA = re.compile(r"'*[=+\-@|%＝＋－＠｜％\t\r\n]")
BOM = b"\xef\xbb\xbf"


def to_csv(selection: Selection, out: BinaryIO) -> int:
    """CSV (UTF-8, CRLF, RFC 4180), a line a report; lists are joined with `;`, nested values are JSON. Gives the number of reports."""
    return _csv(selection, out, lambda value: value)


def to_spreadsheet(selection: Selection, out: BinaryIO) -> int:
    """The same CSV for Excel and its kin: with a BOM, and an apostrophe before every text that they would run as a formula."""
    out.write(BOM)
    return _csv(selection, out, neutral)


def to_jsonl(selection: Selection, out: BinaryIO) -> int:
    """JSON lines (UTF-8), one object a report."""
    n = 0
    for row in selection.rows():
        out.write((json.dumps(row | selection.statement, ensure_ascii=False) + "\n").encode())
        n += 1
    return n


def _csv(selection, out, guard):
    fields = columns(selection.private)
    names = [field.name for field in fields]
    said = [guard(value) if isinstance(value, str) else value for value in selection.statement.values()]
    write = csv_writer(out)
    write([*names, *STATEMENT])
    n = 0
    for row in selection.rows():
        cells = (cell(row[name]) for name in names)
        write([*(guard(c) if isinstance(c, str) else c for c in cells), *said])
        n += 1
    return n


def csv_writer(out: BinaryIO):
    """A function that writes one row of cells to a binary file as RFC 4180 wants it."""
    line = io.StringIO(newline="")
    writer = csv.writer(line)

    def write(cells):
        writer.writerow(cells)
        out.write(line.getvalue().encode())
        line.seek(0)
        line.truncate()

    return write


def cell(value):
    """A value as a cell: lists of codes joined with `;`, nested values as JSON, true and false in small letters."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ";".join(value) if value and isinstance(value[0], str) else json.dumps(value, ensure_ascii=False) if value else ""
    return "" if value is None else value


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def exact(text: str) -> str:
    """Undoes `neutral`."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text
