"""Reads a saved web page: the article by trafilatura; title, date, outlet and language from what the page says of itself."""

import re
from collections.abc import Iterator
from typing import BinaryIO

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from loaders.decode import decode, label_in
from loaders.page_facts import facts

_MOST = 10 * 2**20  # bytes of one page
_DEPTH = 250  # elements within elements: as deep as the parser itself goes
_BLOCKS = "p|div|br|h1|h2|h3|h4|li|tr|blockquote|figure|figcaption|section|article|ul|ol|table"


def read(file: BinaryIO) -> Iterator[dict]:
    """One article. `published_from` names the rule: JSON-LD, Open Graph, a meta tag, a marked time; else the address decides."""
    raw = file.read()
    if len(raw) > _MOST:
        raise ValueError(f"The page has {len(raw) / 2**20:.0f} MB; accepted are pages of up to {_MOST // 2**20} MB.")
    markup = decode(raw, label_in(raw)).replace("\0", "") if raw.strip() else ""
    if not markup.strip("\ufeff \t\r\n"):
        raise ValueError("The file is empty; an .html file should be a saved page.")
    tree = _tree(markup)
    if tree is None:
        raise ValueError("It is no web page. Accepted is a page saved as HTML.")
    row = facts(tree, markup)
    text = _article(tree, markup, row["title"])
    if not text.strip():
        raise ValueError("The page holds no text; perhaps a script loads it. Copy the article into a .txt file.")
    yield row | {"text": text}


def _tree(markup):
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    try:
        tree = lxml_html.document_fromstring(markup, parser=lxml_html.HTMLParser(encoding=None, recover=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree


def words_of(markup: str) -> str:
    """The words of a piece of HTML, a line a paragraph; without tags it is as it was but for character references."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return markup.strip()
    return _plain(tree)


def _article(tree, markup, title):
    """The text of the article; all text of a page that is too short or too odd for trafilatura: we know no minimum length."""
    if _too_deep(tree):
        raise ValueError(f"Elements are nested more than {_DEPTH} deep, as on no page with an article. Copy the article into a .txt file.")
    found = trafilatura.extract(tree, favor_precision=True, include_comments=False, include_tables=False, fast=True) or ""
    if not found.strip():
        found = _plain(_tree(markup))
    first, _, rest = found.strip().partition("\n")
    return rest.strip() if title and rest and " ".join(first.split()) == " ".join(title.split()) else found


def _too_deep(tree):
    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > _DEPTH


def _plain(tree):
    """All words of a tree but those of scripts, styles and the frame of a page, a line a block."""
    for node in tree.xpath(".//script|.//style|.//nav|.//footer|.//header|.//noscript|.//head|.//comment()"):
        if node.getparent() is not None:
            node.drop_tree()
    for node in tree.xpath(" | ".join(f".//{name}" for name in _BLOCKS.split("|"))):
        node.text = "\n" + (node.text or "")
        node.tail = "\n" + (node.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
