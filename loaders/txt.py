"""Reads a text file: one article, its first line the title where it plainly is one."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from loaders.decode import decode

_TITLE_LENGTH = 160


def read(file: BinaryIO) -> Iterator[dict]:
    """One article with `title` and `text`. Raises ValueError where the bytes are no text or nothing but white space."""
    words = decode(file.read())
    if not words.strip():
        raise ValueError("The file is empty; a text file should hold the article.")
    title, text = split_title(words.strip())
    yield {"title": title, "text": text}


def split_title(words: str) -> tuple:
    """Title and text: a short first line with no full stop, a blank line below it and more text after that, is a title."""
    first, blank, rest = words.partition("\n")
    is_title = blank and rest.startswith(("\n", "\r\n")) and rest.strip() and len(first) <= _TITLE_LENGTH
    if is_title and not re.search(r"[.。:]\s*$|[©ⓒ]", first) and not re.match(r"\s*(FILE )?PHOTO", first, re.I):
        following = rest.strip().partition("\n")[0]
        if not re.search(r"[©ⓒ]|^\s*FILE PHOTO", following):
            return first.strip(), rest.strip()
    return "", words
