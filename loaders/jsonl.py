"""Reads JSON lines, and JSON files that hold one article or a list of them."""

import json
from collections.abc import Iterator
from typing import BinaryIO

import orjson

from loaders.decode import decode
from loaders.rows import Problem, from_mapping


def read(file: BinaryIO) -> Iterator[dict | Problem]:
    """One article a line; a line that is broken or is no article comes as a Problem, the others are read."""
    raw = decode(file.read())
    if not raw.strip():
        raise ValueError("The file is empty; a .jsonl file holds one article a line.")
    whole = _whole(raw)
    if whole is not None:
        yield from (from_mapping(row, number) for number, row in enumerate(whole, 1))
        return
    for number, line in enumerate(raw.split("\n"), 1):
        if line.strip():
            try:
                row = orjson.loads(line)
            except orjson.JSONDecodeError as error:
                yield Problem(number, f"this line is not JSON ({error}); accepted is one JSON object a line")
                continue
            yield from_mapping(row, number)


def _whole(raw):
    """The rows of a file that is one JSON document, else None."""
    if raw.lstrip()[0] not in "[{":
        return None
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else value.get("articles") if isinstance(value.get("articles"), list) else [value]
