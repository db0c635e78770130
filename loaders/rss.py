"""Reads RSS and Atom feeds."""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

import feedparser

from loaders.decode import decode, label_in
from loaders.markup import words_of
from loaders.rows import Problem, Remark

_MOST = 20 * 2**20  # bytes of one feed
_DEPTH = 200  # elements within elements


def read(file: BinaryIO) -> Iterator[dict | Problem | Remark]:
    """One article an entry, with the fullest text the feed carries. Feeds with a DOCTYPE are refused: none needs one."""
    raw = file.read()
    if len(raw) > _MOST:
        raise ValueError(f"The feed has {len(raw) / 2**20:.0f} MB; accepted are feeds of up to {_MOST // 2**20} MB.")
    words = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(raw, label_in(raw)).strip("\ufeff \t\r\n\0"))
    if not words.strip():
        raise ValueError("The file is empty; an .xml file should be an RSS or Atom feed.")
    if re.match(r"(?>\s+|<!--.*?-->|<\?.*?\?>)*+<!(?:DOCTYPE|ENTITY)", words, re.I | re.S):
        raise ValueError("The feed declares a DOCTYPE or entities, which can do harm. Accepted are RSS and Atom feeds without them.")
    if _depth(words) > _DEPTH:
        raise ValueError(f"Elements are nested more than {_DEPTH} deep, as in no feed. Accepted are RSS and Atom feeds.")
    # as a stream: a string that looks like an address or a path would be opened
    feed = feedparser.parse(
        io.BytesIO(words.encode("utf-8", "replace")), response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False, resolve_relative_uris=False,
    )  # fmt: skip
    if not feed.entries:
        raise ValueError("It holds no entry of a feed. Accepted are RSS and Atom feeds.")
    if feed.bozo:
        yield Remark(None, f"the feed is no well-formed XML ({feed.bozo_exception}); {len(feed.entries)} entries could be read")
    for number, entry in enumerate(feed.entries, 1):
        yield _article(entry, feed.feed, number)


def _article(entry, feed, number):
    bodies = [content.get("value", "") for content in entry.get("content", [])] + [entry.get("summary", "")]
    text = words_of(max(bodies, key=len))
    title = words_of(entry.get("title", ""))
    if not text and not title:
        return Problem(number, "the entry has neither text nor title")
    # the words of the feed, not feedparser's reading of them, which is in UTC and may be another day
    dated = next((name for name in ("published", "updated") if entry.get(name)), "")
    return {
        "title": title, "text": text, "url": entry.get("link", ""), "outlet": words_of(entry.get("source", {}).get("title", "")),
        "published": entry.get(dated, ""), "published_from": f"feed: {dated}", "language": feed.get("language", ""), "row": number,
    }  # fmt: skip


def _depth(words):
    """How deep elements stand in each other; the HTML that a feed carries as mere characters (CDATA) is none of it."""
    words = re.sub(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->", "", words, flags=re.S)
    deepest = depth = 0
    for tag in re.finditer(r"<(/?)[A-Za-z][^<>]*?(/?)>", words):
        depth += -1 if tag.group(1) else 0 if tag.group(2) else 1
        deepest = max(deepest, depth)
    return deepest
