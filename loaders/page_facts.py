"""What a page says of itself: JSON-LD first, then Open Graph, other meta tags, marked times; the address last."""

import json
import re
from html import unescape
from urllib.parse import urljoin

from loaders.address import canonical, host_of, korean_version
from loaders.days import read_date
from loaders.outlets import clock_at, outlet_at

_ARTICLES = {
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "Report",
    "WebPage",
}
_META_DATES = (
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "datepublished",
    "sailthru.date",
    "parsely-pub-date",
    "dd:published_time",
    "og:regdate",
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)")


def facts(tree, markup: str) -> dict:
    """`title`, `url`, `outlet`, `language`, `published`, `published_from` and `korean_url` of a page; empty where it does not say."""
    meta, ld = _meta(tree), _json_ld(tree)
    saved = _SAVED_FROM.search(markup[:2000])
    links = (
        _first(tree, "//link[@rel='canonical']/@href"),
        meta.get("og:url"),
        ld.get("url"),
        ld.get("mainEntityOfPage"),
        saved and saved.group(1),
    )
    # some pages name the front page of their site as their address; it would make all articles of the site one
    url = next((link for link in links if link and re.search("[/?]", canonical(link))), "")
    published, rule = _published(tree, meta, ld, clock_at(host_of(url)))
    titles = (
        ld.get("headline"),
        meta.get("og:title"),
        meta.get("twitter:title"),
        meta.get("title"),
        _heading(tree),
        ld.get("name"),
    )
    languages = (ld.get("inLanguage"), meta.get("og:locale"), meta.get("content-language"), tree.get("lang"))
    outlet = outlet_at(host_of(url)) or ld.get("publisher") or meta.get("og:site_name") or meta.get("publisher") or ""
    return {
        "title": _without_site(next((" ".join(t.split()) for t in titles if t and t.strip()), ""), meta.get("og:site_name") or outlet),
        "url": url,
        "outlet": outlet,
        "language": next((language for language in languages if language), ""),
        "published": published,
        "published_from": rule,
        "korean_url": _joined(url, _korean_link(tree) or korean_version(markup)),
    }


def _heading(tree):
    """The heading that the title of the window begins with, else that title; the first heading may be the name of the site."""
    window = _first(tree, "//title")
    headings = [" ".join(node.text_content().split()) for node in tree.xpath("//h1")]
    return next((words for words in headings if words and window.startswith(words)), window or next(iter(headings), ""))


def _joined(url, link):
    try:
        return urljoin(url, link)
    except ValueError:
        return ""


def _without_site(title, site):
    """A title without the name of the site that many pages put behind it ("… - Daily NK English")."""
    return re.sub(rf"\s+[|–—:-]\s+{re.escape(site)}.{{0,30}}$", "", title) if site else title


def _published(tree, meta, ld, clock):
    given = [(ld.get("datePublished"), "JSON-LD datePublished"), (ld.get("dateCreated"), "JSON-LD dateCreated")]
    given += [(meta.get(name), f"Open Graph {name}") for name in ("article:published_time", "og:article:published_time")]
    given += [(meta.get(name), f"meta tag {name}") for name in _META_DATES]
    given += [(_first(tree, "//time[@itemprop='datePublished' or @pubdate]/@datetime"), "time marked as published")]
    return next(((found, rule) for words, rule in given if words and (found := read_date(words, clock))), ("", ""))


def _meta(tree):
    names = {}
    for node in tree.xpath("//meta[@content]"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv")
        if name and node.get("content").strip():
            names.setdefault(name.strip().lower(), node.get("content").strip())
    return names


def _json_ld(tree):
    """The words of the JSON-LD object that describes the article, the surest type first; {} where there is none."""
    items = []
    for words in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            value = json.loads(words.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        for part in value if isinstance(value, list) else [value]:
            graph = part.get("@graph") if isinstance(part, dict) else None
            items += graph if isinstance(graph, list) else [part]
    items = [item for item in items if isinstance(item, dict)]
    named = {item["@id"]: item for item in items if isinstance(item.get("@id"), str)}
    found = {}
    for item in sorted((i for i in items if _types(i) & _ARTICLES), key=lambda i: _types(i) == {"WebPage"}):
        for key, value in item.items():
            found.setdefault(key, _said(value, named))
    return {key: value for key, value in found.items() if value}


def _types(item):
    kind = item.get("@type")
    return {k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)}


def _said(value, named):
    """A JSON-LD value as words: the name or address of an object, also where only its @id is given; the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        whole = named.get(value.get("@id"), value) if isinstance(value.get("@id"), str) else value
        value = next((whole[key] for key in ("name", "@id", "url") if isinstance(whole.get(key), str)), None)
    return unescape(value) if isinstance(value, str) else None


def _korean_link(tree):
    """The address behind a link whose words are "Read in Korean", or that declares itself the Korean version in the head."""
    for link in tree.xpath("//a[@href][contains(., 'orean') or contains(., 'OREAN') or contains(., '한')]"):
        if korean_version(f"[{link.text_content().strip()}]({link.get('href')})"):
            return link.get("href")
    return _first(tree, "//link[@rel='alternate'][starts-with(@hreflang, 'ko')]/@href")


def _first(tree, path):
    found = tree.xpath(path)
    if not found:
        return ""
    return (found[0] if isinstance(found[0], str) else found[0].text_content()).strip()
