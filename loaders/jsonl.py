"""Reads JSON lines, and JSON files that hold one article or a list of them."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from loaders.decode import decode
from loaders.rows import Problem, Remark, from_mapping, listed, named


def read(file: BinaryIO) -> Iterator[dict | Problem | Remark]:
    """One article a line, or a list of articles; a row that is broken or is no article comes as a Problem, the others are read.

    Numbers are taken as they are written, so that none is too large. Raises ValueError where the whole file is no JSON.
    """
    words = decode(file.read()).strip("\ufeff \t\r\n")
    if not words:
        raise ValueError("The file is empty; a .jsonl file holds one article a line.")
    twice = Counter()
    parse = _parser(twice)
    try:
        rows = [(number, row) for number, row in enumerate(_articles(parse.decode(words)), 1)]
    except (ValueError, RecursionError) as error:
        rows = _lines(words, parse, error)
    for number, row in rows:
        yield row if isinstance(row, Problem) else from_mapping(row, number)
    if twice:
        yield Remark(None, f"the same name stands more than once in one object ({listed(twice)}); the first value is read")


def _parser(twice):
    """A JSON decoder that notes names given twice, keeps the first, and takes NaN and the like for nothing."""

    def pairs(items):
        row = {}
        for key, value in items:
            if key in row:
                twice[key] += 1
            row.setdefault(key, value)
        return row

    return json.JSONDecoder(object_pairs_hook=pairs, parse_constant=lambda _: None, parse_int=str, parse_float=str, strict=False)


def _articles(value):
    """The articles in a JSON document: a list, an object that holds one list of them, or one article."""
    if isinstance(value, dict) and "text" not in named(value):
        inside = [v for v in value.values() if isinstance(v, list) and v and all(isinstance(row, dict) and named(row) for row in v)]
        value = inside[0] if len(inside) == 1 else value
    return value if isinstance(value, list) else [value]


def _lines(words, parse, whole_error):
    """The rows of JSON lines, numbered by line; raises ValueError where not one line is an object by itself."""
    rows, objects = [], 0
    for number, line in enumerate(words.split("\n"), 1):
        if line.strip():
            try:
                rows.append((number, parse.decode(line.strip())))
                objects += isinstance(rows[-1][1], dict)
            except (ValueError, RecursionError) as error:
                rows.append((number, Problem(number, f"this line is no JSON ({_why(error)}); accepted is one JSON object a line")))
    if not objects:
        raise ValueError(f"It is no JSON ({_why(whole_error)}). Accepted are one JSON object a line, or a list of objects.")
    return rows


def _why(error):
    if isinstance(error, RecursionError):
        return "brackets are nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')}: {f'line {error.lineno}, ' * (error.lineno > 1)}character {error.colno}"
    return str(error)
