"""Reads Markdown with front matter."""

from collections.abc import Iterator
from typing import BinaryIO

import frontmatter
import yaml

from loaders.decode import decode
from loaders.rows import named
from loaders.txt import read_head


def read(file: BinaryIO) -> Iterator[dict]:
    """One article: its head gives title, outlet, date and address, its body the text. Without a head it is read as a .txt."""
    words = decode(file.read()).replace("\r\n", "\n").strip("\ufeff \t\n")
    if not words:
        raise ValueError("The file is empty; a Markdown file should hold the article.")
    try:
        head, body = frontmatter.parse(words)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        place = getattr(error, "problem_mark", None)
        where = f", line {place.line + 2}" if place else ""
        raise ValueError(f"The head between the --- lines is no YAML{where}. Accepted are lines as “title: Words of the title”.") from None
    heading, _, rest = body.strip().partition("\n")
    title = {"title": heading[2:].strip(" #")} if heading.startswith("# ") else {}
    yield read_head((rest if title else body).strip()) | title | named(head)
