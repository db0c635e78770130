"""Reads a saved web page: the article by trafilatura; title, date, outlet and language from what the page says of itself."""

from collections.abc import Iterator
from typing import BinaryIO

import trafilatura

from loaders.decode import decode, label_in
from loaders.markup import plain, tree_of
from loaders.page_facts import facts

_MOST = 10 * 2**20  # bytes of one page


def read(file: BinaryIO) -> Iterator[dict]:
    """One article. `published_from` names the rule: JSON-LD, Open Graph, a meta tag, a marked time; else the address decides."""
    raw = file.read()
    if len(raw) > _MOST:
        raise ValueError(f"The page has {len(raw) / 2**20:.0f} MB; accepted are pages of up to {_MOST // 2**20} MB.")
    markup = decode(raw, label_in(raw)).replace("\0", "") if raw.strip() else ""
    if not markup.strip("\ufeff \t\r\n"):
        raise ValueError("The file is empty; an .html file should be a saved page.")
    tree = tree_of(markup)
    if tree is None:
        raise ValueError("It is no web page. Accepted is a page saved as HTML.")
    row = facts(tree, markup)
    text = _article(tree, markup, row["title"])
    if not text:
        raise ValueError("The page holds no text; perhaps a script loads it. Copy the article into a .txt file.")
    yield row | {"text": text}


def _article(tree, markup, title):
    """The text of the article; all text of a page that is too short or too odd for trafilatura: we know no minimum length."""
    found = trafilatura.extract(tree, favor_precision=True, include_comments=False, include_tables=False, fast=True) or ""
    found = found.strip() or plain(tree_of(markup))
    first, _, rest = found.partition("\n")
    return rest.strip() if title and rest and " ".join(first.split()) == title else found
