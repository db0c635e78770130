"""Reads Markdown with front matter."""

import re
from collections.abc import Iterator
from typing import BinaryIO

import frontmatter
import yaml

from loaders.decode import decode
from loaders.rows import Remark, named
from loaders.txt import read_head


def read(file: BinaryIO) -> Iterator[dict | Remark]:
    """One article: its head gives title, outlet, date and address, its body the text. Without a head it is read as a .txt."""
    words = decode(file.read()).replace("\r\n", "\n").strip("\ufeff \t\n")
    if not words:
        raise ValueError("The file is empty; a Markdown file should hold the article.")
    try:
        head, body = frontmatter.parse(words)
    except (yaml.YAMLError, ValueError, RecursionError):
        head, body = _line_by_line(words)
        yield Remark(
            None, "the head between the --- lines is no YAML, as where a title holds a colon and no quotes; it was read line by line"
        )
    heading, _, rest = body.strip().partition("\n")
    title = {"title": heading[2:].strip(" #")} if heading.startswith("# ") else {}
    yield read_head((rest if title else body).strip()) | title | named(head)


def _line_by_line(words):
    """Head and body of a text whose head is no YAML: each line up to its first colon is a name, the rest its value."""
    _, head, body = (re.split(r"^---[ \t]*$", words, maxsplit=2, flags=re.M) + ["", ""])[:3]
    pairs = (line.partition(":") for line in head.split("\n") if ":" in line)
    return {name.strip(): value.strip(" \"'") for name, _, value in pairs}, body
