"""Reads CSV with a header line; comma, semicolon or tab; English or Korean header names."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from loaders.decode import decode
from loaders.rows import NAMES, Problem, column_of, from_mapping

_FIELD_LIMIT = 64 * 1024 * 1024  # characters in one cell


def read(file: BinaryIO) -> Iterator[dict | Problem]:
    """One article a row. Raises ValueError where no column holds the text, and says which headers were found."""
    words = decode(file.read())
    if not words.strip():
        raise ValueError("The file is empty; a CSV file has a header line and a row an article.")
    csv.field_size_limit(_FIELD_LIMIT)
    head = words.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter)
    header = next(rows)
    if not any(column_of(name) == "text" for name in header):
        accepted = ", ".join(NAMES["text"])
        raise ValueError(f"No column holds the text. Found: {', '.join(header)}. Accepted for the text: {accepted}.")
    for number, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            yield Problem(number, f"it has {len(row)} cells where the header has {len(header)}; perhaps a quote is not closed")
            continue
        yield from_mapping(dict(zip(header, row)), number)
