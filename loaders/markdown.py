"""Reads Markdown with front matter."""

from collections.abc import Iterator
from typing import BinaryIO

import frontmatter
import yaml

from loaders.decode import decode
from loaders.rows import column_of
from loaders.txt import split_title


def read(file: BinaryIO) -> Iterator[dict]:
    """One article: its head gives title, outlet, date and address, its body the text."""
    words = decode(file.read())
    if not words.strip():
        raise ValueError("The file is empty; a Markdown file should hold the article.")
    try:
        head, body = frontmatter.parse(words)
    except yaml.YAMLError as error:
        raise ValueError(f"The head between the --- lines is not valid YAML: {error}") from None
    row = {name: str(value) for key, value in head.items() if (name := column_of(key)) and value is not None}
    first, _, rest = body.strip().partition("\n")
    if first.startswith("# ") and "title" not in row:
        row["title"], body = first[2:].strip(), rest
    elif "title" not in row:
        row["title"], body = split_title(body.strip())
    yield row | {"text": body.strip()}
