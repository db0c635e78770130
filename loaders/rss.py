"""Reads RSS and Atom feeds."""

import re
from collections.abc import Iterator
from typing import BinaryIO

import feedparser
from lxml import html as lxml_html

from loaders.rows import Problem


def read(file: BinaryIO) -> Iterator[dict | Problem]:
    """One article an entry, with the fullest text the feed carries. Feeds with a DOCTYPE are refused: none needs one."""
    raw = file.read()
    if re.search(rb"<!(DOCTYPE|ENTITY)", raw[:100_000], re.I):
        raise ValueError("The feed declares a DOCTYPE or entities, which no feed needs and which can do harm; it is refused.")
    feed = feedparser.parse(raw)
    if not feed.entries:
        raise ValueError("No entry was found; accepted are RSS and Atom feeds.")
    for number, entry in enumerate(feed.entries, 1):
        bodies = [c.get("value", "") for c in entry.get("content", [])] + [entry.get("summary", "")]
        text = _text(max(bodies, key=len))
        title = _text(entry.get("title", ""))
        if not text and not title:
            yield Problem(number, "the entry has neither text nor title")
            continue
        moment = entry.get("published_parsed") or entry.get("updated_parsed")
        rule = "feed published" if entry.get("published_parsed") else "feed updated"
        published = f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}" if moment else None
        yield {
            "title": title, "text": text, "url": entry.get("link", ""), "outlet": _text(entry.get("source", {}).get("title", "")),
            "published": published, "published_from": rule,
        }  # fmt: skip


def _text(markup):
    if not markup.strip():
        return ""
    tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    for node in tree.xpath(".//p|.//br"):
        node.tail = "\n" + (node.tail or "")
    return re.sub(r"\n{2,}", "\n\n", tree.text_content()).strip()
