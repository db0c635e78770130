"""Reads a saved web page: the article by trafilatura; title, date, outlet and language from what the page says of itself."""

import json
from collections.abc import Iterator
from typing import BinaryIO

import trafilatura
from lxml import html as lxml_html

from loaders.normalise import date_in_address, outlet_of, read_date

_LD_TYPES = {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "WebPage"}


def read(file: BinaryIO) -> Iterator[dict]:
    """One article. `published_from` names the rule: JSON-LD, Open Graph, a meta tag or the address."""
    raw = file.read()
    if not raw.strip():
        raise ValueError("The file is empty; an .html file should be a saved page.")
    tree = trafilatura.load_html(raw)
    if tree is None:
        raise ValueError("No page could be read from it; save the page anew as HTML.")
    text = trafilatura.extract(raw, favor_precision=True, include_comments=False, include_tables=False) or _plain(tree)
    if not text.strip():
        raise ValueError("The page holds no text; perhaps it is loaded by script. Copy the article into a .txt file.")
    meta, ld = _meta(tree), _json_ld(tree)
    url = meta.get("og:url") or _canonical_link(tree) or ld.get("url") or ""
    published, rule = _published(meta, ld, url)
    yield {
        "title": ld.get("headline") or meta.get("og:title") or meta.get("title") or _first(tree, "//title/text()") or "",
        "text": text,
        "url": url,
        "outlet": outlet_of(url) if url else ld.get("publisher") or meta.get("og:site_name") or "",
        "language": (ld.get("inLanguage") or tree.get("lang") or meta.get("og:locale") or "")[:2].lower(),
        "published": published,
        "published_from": rule,
    }


def _plain(tree):
    """All text of a page too short for trafilatura: we know no minimum length."""
    for node in tree.xpath("//script|//style|//nav|//footer|//header"):
        node.drop_tree()
    return "\n".join(line.strip() for line in tree.text_content().splitlines() if line.strip())


def _meta(tree):
    names = {}
    for node in tree.xpath("//meta[@content]"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        if name:
            names.setdefault(name.strip().lower(), node.get("content").strip())
    return names


def _json_ld(tree):
    for node in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            value = json.loads(node)
        except (ValueError, RecursionError):
            continue
        items = value if isinstance(value, list) else value.get("@graph", [value]) if isinstance(value, dict) else []
        for item in items:
            if isinstance(item, dict) and item.get("@type") in _LD_TYPES and item.get("headline"):
                publisher = item.get("publisher")
                flat = {k: v for k, v in item.items() if isinstance(v, str)}
                return flat | ({"publisher": publisher["name"]} if isinstance(publisher, dict) and isinstance(publisher.get("name"), str) else {})
    return {}


def _published(meta, ld, url):
    if stamp := date_in_address(url):
        return stamp, "date in the address"
    if found := read_date(ld.get("datePublished", "")):
        return found, "JSON-LD datePublished"
    if found := read_date(meta.get("article:published_time", "")):
        return found, "Open Graph article:published_time"
    for name in ("date", "dc.date", "dcterms.date", "pubdate", "datepublished", "publish-date"):
        if found := read_date(meta.get(name, "")):
            return found, f"meta tag {name}"
    return None, ""


def _canonical_link(tree):
    return _first(tree, "//link[@rel='canonical']/@href")


def _first(tree: lxml_html.HtmlElement, path: str):
    found = tree.xpath(path)
    return str(found[0]).strip() if found else None
