"""The reading view: an article's text with the words marked that its codes came from, its codes beside it, as safe HTML."""

import html
import json
from urllib.parse import urlsplit

from reports.codebook import FIELDS, codebook
from reports.gazetteer import gazetteer
from reports.words import day, noted, say

# One colour a field of the codebook, of Okabe and Ito; several date fields share one, and so do people and money.
FIELD_COLOURS = {
    "themes": "#0072B2", "crackdown": "#8A9199", "actors": "#D55E00", "targets": "#009E73", "sanctions": "#CC79A7", "places": "#8C6D1F",
    "told_on": "#56B4E9", "event_start": "#56B4E9", "event_end": "#56B4E9", "people": "#E69F00", "money": "#E69F00",
}  # fmt: skip
_DATES = ("told_on", "event_start", "event_end")


def evidence_of(report: dict) -> list:
    """The evidence of a row of the reports frame, as mappings in the order of the text."""
    return sorted(json.loads(report["evidence"]), key=lambda e: (e["part"] != "title", e["start"], e["end"]))


def fields_of(evidence: list) -> list:
    """The fields that evidence names, in the order of the codebook."""
    return [field for field in FIELD_COLOURS if any(e["field"] == field for e in evidence)]


def marked(words: str, evidence: list, numbers: dict) -> str:
    """`words` as HTML with every stretch that evidence covers underlined in its field's colour; overlaps share a mark.

    `numbers` gives each (field, code) the number by which its line among the codes is found.
    """
    edges = sorted({0, len(words), *(e["start"] for e in evidence), *(e["end"] for e in evidence)})
    pieces = []
    for low, high in zip(edges, edges[1:]):
        piece = html.escape(words[low:high]).replace("\n", "<br>")
        over = [e for e in evidence if e["start"] <= low and high <= e["end"]]
        if over:
            said = html.escape("; ".join(dict.fromkeys(f"{e['field']}: {e['code']}" for e in over)), quote=True)
            names = " ".join(dict.fromkeys(f"w{numbers[e['field'], e['code']]}" for e in over))
            piece = f'<mark class="{names}" title="{said}" style="--field:{FIELD_COLOURS[over[0]["field"]]}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)


def reading_html(report: dict, evidence: list, language: str = "en", told_by_day: bool = False) -> str:
    """One report as a block of safe HTML: title and text with marks, and beside them every code, its words and its rule.

    Pointing at a code lights its words up. The day the source spoke shows as a month unless `told_by_day`.
    """
    shown = evidence if told_by_day else [e for e in evidence if e["field"] != "told_on"]
    numbers = {key: i for i, key in enumerate(dict.fromkeys((e["field"], e["code"]) for e in evidence))}
    title = marked(report["title"], [e for e in shown if e["part"] == "title"], numbers)
    text = marked(report["text"], [e for e in shown if e["part"] == "text"], numbers)
    lit = ",".join(f".reading:has(.c{i}:hover) mark.w{i}" for i in numbers.values())
    style = f"<style>{lit}{{background:rgba(230,159,0,0.28)}}</style>" if lit else ""
    return (
        f'{style}<div class="reading"><article lang="{html.escape(report["language"], quote=True)}"><h2>{title}</h2><p>{text}</p></article>'
        f"<dl>{_codes(evidence, numbers, language, told_by_day)}</dl></div>"
    )


def _codes(evidence, numbers, language, told_by_day):
    pieces = []
    for field in fields_of(evidence):
        pieces.append(f'<dt style="--field:{FIELD_COLOURS[field]}">{html.escape(say(f"field_{field}", language))}</dt>')
        for code in dict.fromkeys(e["code"] for e in evidence if e["field"] == field):
            own = [e for e in evidence if (e["field"], e["code"]) == (field, code)]
            hidden = field == "told_on" and not told_by_day
            words = "" if hidden else " · ".join(f"<q>{html.escape(w)}</q>" for w in dict.fromkeys(e["words"] for e in own))
            notes = "; ".join(dict.fromkeys(noted(e["note"], language) for e in own if e["note"]))
            rule = codebook().rule(field, code, language) if field in FIELDS else ""
            rule = f"<details><summary>{html.escape(say('rule', language))}</summary>{html.escape(rule)}</details>" if rule else ""
            note = f" <small>({html.escape(notes)})</small>" if notes else ""
            label = html.escape(label_of(field, code, language, told_by_day))
            pieces.append(f'<dd class="code c{numbers[field, code]}">{label}{": " if words else ""}{words}{note}{rule}</dd>')
    if not any(e["field"] == "event_start" for e in evidence):
        head = f'<dt style="--field:{FIELD_COLOURS["event_start"]}">{html.escape(say("field_event_start", language))}</dt>'
        pieces.append(f"{head}<dd>{html.escape(say('no_event_date', language))}</dd>")
    return "".join(pieces)


def label_of(field: str, code: str, language: str = "en", told_by_day: bool = False) -> str:
    """A coded value as people read it: labels for codes, names for places, dates in words (the day of telling as its month)."""
    if field in FIELDS:
        return codebook().label(field, code, language)
    if field == "places" and code in gazetteer():
        return gazetteer().label(code, language)
    if field in _DATES:
        return day(code[:7] if field == "told_on" and not told_by_day else code, language)
    return say("yes", language) if field == "crackdown" else code


def codes_table(report: dict, evidence: list, language: str = "en") -> list:
    """A row a coded value: field, value, and the words it came from."""
    rows = {}
    for e in evidence:
        rows.setdefault((e["field"], e["code"]), []).append(e["words"])
    return [
        {"field": say(f"field_{field}", language), "value": label_of(field, code, language), "words": " · ".join(dict.fromkeys(words))}
        for (field, code), words in rows.items()
        if field != "told_on"
    ]


def safe_link(url: str) -> str:
    """The address as an HTML link that tells the outlet nothing of the reader; empty where it is no web address."""
    if not safe_address(url):
        return ""
    host = urlsplit(url).hostname.encode("idna").decode()
    return f'<a href="{html.escape(url, quote=True)}" target="_blank" rel="noopener noreferrer">{html.escape(host)}</a>'


def safe_address(url: str) -> str:
    """The address where it is one of the web, else nothing: no other scheme is ever made into a link."""
    try:
        parts = urlsplit(url)
        host = parts.hostname.encode("idna").decode() if parts.hostname else ""
    except (ValueError, UnicodeError):
        return ""
    return url if parts.scheme in ("http", "https") and host else ""
