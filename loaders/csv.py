"""Reads CSV with a header line; comma, semicolon, tab or bar; English or Korean header names."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from loaders.decode import decode
from loaders.rows import NAMES, Problem, Remark, column_of, from_mapping, listed

_CELL = 1_000_000  # characters: a longer cell is a quote that was never closed
_RETRIES = 200  # rows with a broken quote after which the rest of a file is set aside
_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def read(file: BinaryIO) -> Iterator[dict | Problem | Remark]:
    """One article a row. Raises ValueError where no column holds the text, and says which headers were found.

    Rows are counted as a spreadsheet counts them, the header being row 1. A row with more or fewer cells than the header
    is a Problem; so is one with a quote that is not closed, and the lines it would swallow are read as rows of their own.
    """
    lines = decode(file.read()).replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip() and not line.lower().startswith("sep=")), None)
    if start is None:
        raise ValueError("The file is empty; a CSV file has a header line and a row an article.")
    delimiter = max(_DELIMITERS, key=lambda mark: _likeness(lines[start], mark))
    records = _records(lines[start:], delimiter)
    header = next(records)
    if isinstance(header, str):
        raise ValueError(f"The header line cannot be read: {header}.")
    header = [name.strip() for name in header]
    if not any(column_of(name) == "text" for name in header):
        raise ValueError(
            f"No column holds the text. Found ({_DELIMITERS[delimiter]} between columns): {listed(header)}. "
            f"Accepted for the text: {', '.join(NAMES['text'])}."
        )
    if twice := {name for name in header if name and header.count(name) > 1}:
        yield Remark(1, f"the header names {listed(sorted(twice))} more than once; the first such column that holds something is read")
    seen = False
    for number, record in enumerate(records, 2):
        seen = seen or any(record)
        if isinstance(record, str):
            yield Problem(number, record)
        elif any(cell.strip() for cell in record):
            yield _article(record, header, number, delimiter)
    if not seen:
        raise ValueError("There is a header line and no row below it; a CSV file has a row an article.")


def _likeness(line, mark):
    """How well a mark divides the header: first the names we know, then the number of cells."""
    cells = next(_records([line], mark))
    return (0, 0) if isinstance(cells, str) else (sum(column_of(cell) is not None for cell in cells), len(cells))


def _article(record, header, number, delimiter):
    while len(record) > len(header) and not record[-1].strip():
        record = record[:-1]
    if len(record) != len(header):
        cells = "1 cell" if len(record) == 1 else f"{len(record)} cells"
        return Problem(
            number, f"it has {cells} where the header has {len(header)}; a cell that holds a {_DELIMITERS[delimiter]} goes in quotes"
        )
    row = {}
    for name, cell in zip(header, record):
        if not row.get(name, "").strip():
            row[name] = cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
    return from_mapping(row, number)


def _records(lines, delimiter):
    """The records of CSV lines: lists of cells, or what is wrong with one, as words; after that, reading goes on at its next line."""
    csv.field_size_limit(_CELL)
    at = retries = 0
    while at < len(lines):
        reader = csv.reader((line + "\n" for line in lines[at:]), delimiter=delimiter, strict=True)
        done = 0
        try:
            for cells in reader:
                yield cells
                done = reader.line_num
            return
        except csv.Error as error:
            retries += 1
            reason = _reason(error, lines[at + done])
            at += done + 1
            if retries > _RETRIES:
                yield f"more than {_RETRIES} rows have a broken quote; this row and the {len(lines) - at} lines below it are set aside"
                return
            yield reason


def _reason(error, line):
    if len(line) > _CELL:
        return f"it has {len(line):,} characters; accepted are cells of up to {_CELL:,}"
    if "unexpected end of data" in str(error) or "field larger than" in str(error):
        return "a quote opens here and is not closed; close it (a quote inside quotes is written twice)"
    return f"a quote stands where none can be ({error}); a quote inside quotes is written twice"
