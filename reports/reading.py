"""The reading view: an article's text with the words marked that its codes came from, as safe HTML."""

import html
import json
from urllib.parse import urlsplit

from reports.codebook import codebook

FIELD_COLOURS = {
    "themes": "#0072B2", "actors": "#D55E00", "targets": "#009E73", "sanctions": "#CC79A7", "places": "#8C6D1F", "told_on": "#56B4E9",
    "event_start": "#56B4E9", "event_end": "#56B4E9", "people": "#E69F00", "money": "#E69F00", "crackdown": "#7A7F85",
}  # fmt: skip


def evidence_of(report: dict) -> list:
    """The evidence of a row of the reports frame, as mappings in the order of the text."""
    return sorted(json.loads(report["evidence"]), key=lambda e: (e["part"] != "title", e["start"], e["end"]))


def marked(words: str, evidence: list) -> str:
    """`words` as HTML with every stretch that evidence covers underlined in its field's colour; overlaps share a mark."""
    edges = sorted({0, len(words), *(e["start"] for e in evidence), *(e["end"] for e in evidence)})
    pieces = []
    for low, high in zip(edges, edges[1:]):
        piece = html.escape(words[low:high]).replace("\n", "<br>")
        over = [e for e in evidence if e["start"] <= low and high <= e["end"]]
        if over:
            said = html.escape("; ".join(dict.fromkeys(f"{e['field']}: {e['code']}" for e in over)), quote=True)
            piece = f'<mark title="{said}" style="background:none;color:inherit;border-bottom:3px solid {FIELD_COLOURS[over[0]["field"]]}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)


def reading_html(report: dict, evidence: list) -> str:
    """Title and text of a report as one block of safe HTML, in lines of reading length."""
    title = marked(report["title"], [e for e in evidence if e["part"] == "title"])
    text = marked(report["text"], [e for e in evidence if e["part"] == "text"])
    return f'<div lang="{html.escape(report["language"])}" style="max-width:42rem;line-height:1.7"><h3>{title}</h3><p>{text}</p></div>'


def codes_table(report: dict, evidence: list, language: str = "en") -> list:
    """A row a coded value: field, code, its label, its rule, and the words it came from."""
    book, rows = codebook(), {}
    for e in evidence:
        row = rows.setdefault((e["field"], e["code"]), {"field": e["field"], "code": e["code"], "label": e["code"], "words": [], "rule": e["note"]})
        row["words"].append(e["words"])
        if e["field"] in ("themes", "actors", "targets", "sanctions"):
            row |= {"label": book.label(e["field"], e["code"], language), "rule": book.find(e["field"], e["code"]).include}
    return [row | {"words": " · ".join(dict.fromkeys(row["words"]))} for row in rows.values()]


def safe_link(url: str) -> str:
    """The address as an HTML link that tells the outlet nothing of the reader; empty where it is no web address."""
    if not safe_address(url):
        return ""
    return f'<a href="{html.escape(url, quote=True)}" target="_blank" rel="noopener noreferrer">{html.escape(urlsplit(url).hostname)}</a>'


def safe_address(url: str) -> str:
    """The address where it is one of the web, else nothing: no other scheme is ever made into a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
