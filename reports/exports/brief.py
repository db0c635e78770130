"""A brief of the view, ready to send: key figures, map, timeline, themes, the reports with their citations, method and caveats."""

import base64
import html
from dataclasses import dataclass

import pandas as pd

from reports.captions import caption, outlets_of, stories_of, without_place
from reports.codebook import codebook
from reports.drawing.file import to_bytes as drawn
from reports.drawing.frame import Frame
from reports.drawing.paper import Paper, on_paper
from reports.exports.columns import public_row
from reports.exports.selection import Selection
from reports.figures import FIGURES, Figure
from reports.gazetteer import gazetteer
from reports.reading import safe_address
from reports.spans import spans
from reports.table import ordered
from reports.words import day, say

FORMATS = {"html": "text/html", "pdf": "application/pdf"}
_FIGURES = ("map", "timeline", "themes")
MOST = 200  # reports that are listed; how many more there are is said
_STYLE = (
    "body{margin:2rem auto;max-width:60rem;padding:0 1rem;font:16px/1.55 'Source Sans 3','Noto Sans KR','Apple SD Gothic Neo','Malgun Gothic',sans-serif;"
    "background:#FBFAF7;color:#1F2933}h1{margin-bottom:.2rem}h2{margin-top:2.5rem}img{width:100%;height:auto}dl{display:grid;grid-template-columns:auto 1fr;"
    "gap:.1rem 1.5rem;font-variant-numeric:tabular-nums}dd{margin:0}li{margin-bottom:.7rem}small{color:#4A535C}a{color:#0B5A8A}"
    "@media print{img,li{break-inside:avoid}}"
)


@dataclass(frozen=True)
class Listed:
    """One report of the list: its citation, its address (empty where it is none to follow), its codes in words."""

    citation: str
    address: str
    codes: str


@dataclass(frozen=True)
class Brief:
    """All that a brief says, for page and paper alike."""

    title: str
    frame: Frame
    key_figures: tuple
    figures: tuple
    listed: tuple
    left_out: int
    method: tuple


def brief_of(selection: Selection, everything: pd.DataFrame, language: str = "en") -> Brief:
    """The brief of a selection; `everything` is all reports of the store, the ground of its figures."""
    dates = selection.filters.dates
    figures: tuple[Figure, ...] = tuple(
        FIGURES[name](selection.reports, language=language, dates=dates, everything=everything) for name in _FIGURES
    )
    records = selection.store.details(ordered(selection.reports, "newest", 0, MOST)).to_dict("records")
    method = tuple(say(f"brief_method_{n}", language) for n in (1, 2, 3)) + (caption(selection.reports, language),)
    left_out = max(0, len(selection.reports) - MOST)
    listed = tuple(_listed(public_row(record), language) for record in records)
    return Brief(
        say("brief_title", language),
        selection.frame(language),
        _key_figures(selection.reports, language),
        figures,
        listed,
        left_out,
        method,
    )


def to_html(brief: Brief) -> bytes:
    """The brief as one self-contained page: no script, no request."""
    frame, language = brief.frame, brief.frame.language
    figures = "".join(
        f'<section><h2>{html.escape(f.title)}</h2><img alt="{html.escape(f.alt)}" '
        f'src="data:image/svg+xml;base64,{base64.b64encode(drawn(f, "svg", frame)).decode()}">'
        f"<p>{html.escape(f.alt)}</p></section>\n"
        for f in brief.figures
    )
    keys = "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(value)}</dd>" for name, value in brief.key_figures)
    listed = "".join(f"<li>{_citation(r)}<br><small>{html.escape(r.codes)}</small></li>\n" for r in brief.listed)
    method = "".join(f"<p>{html.escape(words)}</p>" for words in brief.method)
    more = f"<p>{html.escape(say('brief_more', language, n=f'{brief.left_out:,}'))}</p>" * bool(brief.left_out)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{html.escape(f"{brief.title}: {frame.sentence}")}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{html.escape(brief.title)}</h1>\n<p>{html.escape(frame.sentence)}</p>\n<dl>{keys}</dl>\n{figures}"
        f"<section><h2>{html.escape(say('brief_reports', language))}</h2>\n<ol>\n{listed}</ol>{more}</section>\n"
        f"<section><h2>{html.escape(say('brief_method', language))}</h2>{method}"
        f"<p>{html.escape(frame.data)}</p><p>{html.escape(frame.cite)}</p></section>\n"
        "</main>\n</body>\n</html>\n"
    ).encode()


def to_pdf(brief: Brief) -> bytes:
    """The same brief on A4 pages."""
    language, front, back = brief.frame.language, Paper(), Paper()
    front.write(brief.title, 20, "bold")
    front.write(brief.frame.sentence, 11, after=0.15)
    for name, value in brief.key_figures:
        front.write(f"{name}: {value}", 10)
    front.write(say("brief_method", language), 14, "bold", before=0.3)
    for words in (*brief.method, brief.frame.data, brief.frame.cite):
        front.write(words, 9.5, after=0.08)
    back.write(say("brief_reports", language), 14, "bold", after=0.1)
    for number, report in enumerate(brief.listed, 1):
        back.write(f"{number}. {report.citation}", 9, before=0.06, keep=2)
        if report.address:
            back.write(report.address, 7.5, colour="#0B5A8A", link=report.address)
        back.write(report.codes, 8, colour="#4A535C")
    if brief.left_out:
        back.write(say("brief_more", language, n=f"{brief.left_out:,}"), 9.5, before=0.15)
    about = {
        "Title": f"{brief.title}: {brief.frame.sentence}",
        "Subject": " ".join(f.alt for f in brief.figures),
        "Keywords": brief.frame.cite,
    }
    return on_paper([front, *brief.figures, back], brief.frame, about)


def to_bytes(form: str, selection: Selection, everything: pd.DataFrame, language: str = "en") -> bytes:
    """The brief as "html" or "pdf"."""
    return {"html": to_html, "pdf": to_pdf}[form](brief_of(selection, everything, language))


def _key_figures(reports, language):
    event, published = spans(reports), spans(reports, "published")
    values = {
        "reports": f"{len(reports):,}",
        "stories": f"{stories_of(reports):,}",
        "crackdown": f"{int(reports['crackdown'].sum()):,}",
        "outlets": f"{len(outlets_of(reports)):,}",
        "published": _range(published, language),
        "event": _range(event, language),
        "undated": f"{int((~event.known).sum()):,}",
        "unplaced": f"{without_place(reports):,}",
    }
    return tuple((say(f"brief_{name}", language), value) for name, value in values.items())


def _range(span, language):
    if not span.known.any():
        return "–"
    first, last = (str(pd.Timestamp(int(n), unit="D").date()) for n in (span.first[span.known].min(), span.last[span.known].max()))
    return f"{day(first, language)} – {day(last, language)}"


def _listed(row, language):
    book, places = codebook(), gazetteer()
    citation = f"{row['outlet'] or '?'}, “{row['title'] or row['article_id']}”" + (
        f", {day(row['published'], language)}" if row["published"] else ""
    )
    where = ", ".join(places.label(p, language) for p in row["event_place_ids"] if p in places)
    fields = (", ".join(book.label(f, c, language) for c in row[f]) for f in ("themes", "actors", "targets", "sanctions"))
    return Listed(f"{citation}.", safe_address(row["url"] or ""), " · ".join(p for p in (row["event_date"] or "", where, *fields) if p))


def _citation(report):
    words = html.escape(report.citation)
    return (
        f'{words} <a rel="noreferrer" href="{html.escape(report.address)}">{html.escape(report.address)}</a>' if report.address else words
    )
