"""The reports in view as citations: CSL-JSON, BibTeX (biblatex) and RIS; Korean titles and names as they are printed."""

import json
import re
from collections.abc import Mapping
from typing import BinaryIO

from reports.exports.selection import Selection

_LANGID = {"ko": "korean", "en": "english"}
_TEX = {c: f"\\{c}" for c in "&%$#_{}"} | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}


def to_csljson(selection: Selection, out: BinaryIO) -> int:
    """A CSL-JSON list (Zotero, pandoc, citeproc). Gives the number of reports."""
    out.write(b"[")
    n = 0
    for item in _items(selection):
        out.write(f"{',' * (n > 0)}\n{json.dumps(item, ensure_ascii=False)}".encode())
        n += 1
    out.write(b"\n]\n")
    return n


def to_bibtex(selection: Selection, out: BinaryIO) -> int:
    """BibTeX for biblatex, `@online` entries with `langid`. Gives the number of reports."""
    about = selection.statement
    said = "; ".join(f"{name}: {value}" for name, value in about.items()).replace("@", " at ")
    out.write(f"% {_line(said)}\n".encode())
    return _each(selection, out, bibtex)


def to_ris(selection: Selection, out: BinaryIO) -> int:
    """RIS (EndNote, Mendeley, Zotero), `TY  - NEWS` records. Gives the number of reports."""
    return _each(selection, out, ris)


def _each(selection, out, write):
    n = 0
    for item in _items(selection):
        out.write(write(item).encode())
        n += 1
    return n


def _items(selection):
    accessed = selection.accessed or selection.statement["data_date"]
    said = selection.statement
    note = f"{said['view']}; data version {said['data_version']} of {said['data_date'] or 'unknown date'}"
    for row in selection.rows():
        yield item_of(row, accessed, note)


def item_of(row: Mapping, accessed: str = "", note: str = "") -> dict:
    """One report as an item of CSL-JSON; the day of access is a day, a month or empty."""
    item = {
        "id": row["article_id"],
        "type": "article-newspaper",
        "title": _line(row["title"] or row["url"] or row["article_id"]),
        "container-title": _line(row["outlet"] or ""),
        "publisher": _line(row["outlet"] or ""),
        "language": row["language"] or "",
        "URL": row["url"] or "",
        "note": _line("; ".join(p for p in (row["note"] or "", note) if p)),
    }
    item = {name: value for name, value in item.items() if value}
    item |= {"issued": date_parts(row["published"])} if row["published"] else {}
    return item | ({"accessed": date_parts(accessed)} if accessed else {})


def date_parts(value: str) -> dict:
    """A day or a month as CSL-JSON has it: 2023-06-13 -> {"date-parts": [[2023, 6, 13]]}."""
    return {"date-parts": [[int(part) for part in value.split("-")]]}


def bibtex(item: Mapping) -> str:
    """An item of CSL-JSON as an entry for biblatex."""
    fields = {
        "title": item["title"],
        "author": item.get("author", [{}])[0].get("literal", ""),
        "organization": item.get("publisher", ""),
        "date": _iso(item.get("issued")),
        "url": item.get("URL", ""),
        "urldate": _iso(item.get("accessed")),
        "langid": _LANGID.get(item.get("language"), ""),
        "language": _LANGID.get(item.get("language"), ""),
        "version": item.get("version", ""),
        "note": item.get("note", ""),
    }
    kind = "dataset" if item["type"] == "dataset" else "online"
    verbatim, literal = ("url", "date", "urldate"), ("author",)
    lines = [f"@{kind}{{{item['id']}"]
    for name, value in fields.items():
        if value:
            written = _address(value) if name in verbatim else f"{{{_tex(value)}}}" if name in literal else _tex(value)
            lines.append(f"  {name} = {{{written}}}")
    return ",\n".join(lines) + "\n}\n\n"


def ris(item: Mapping) -> str:
    """An item of CSL-JSON as a RIS record."""
    year, month, day = (_iso(item.get("issued")).split("-") + ["", ""])[:3] if item.get("issued") else ("", "", "")
    accessed = _iso(item.get("accessed")).replace("-", "/")
    fields = (
        ("TY", "DATA" if item["type"] == "dataset" else "NEWS"),
        ("ID", item["id"]),
        ("AU", item.get("author", [{}])[0].get("literal", "")),
        ("TI", item["title"]),
        ("T2", item.get("container-title", "")),
        ("PB", item.get("publisher", "")),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("LA", item.get("language", "")),
        ("UR", item.get("URL", "")),
        ("Y2", accessed),
        ("ET", item.get("version", "")),
        ("N1", item.get("note", "")),
    )
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in fields if value) + "ER  - \r\n\r\n"


WRITERS = {"bibtex": bibtex, "ris": ris}


def _iso(date):
    return "-".join(f"{part:02d}" for part in date["date-parts"][0]) if date else ""


def _line(text):
    return " ".join(re.sub(r"[\x00-\x1f\x7f\u2028\u2029\x85]", " ", str(text)).split())


def _tex(text):
    return "".join(_TEX.get(c, c) for c in _line(text))


def _address(url):
    """An address inside braces: what would close them is written as the address itself may have it written."""
    return re.sub(r"[{}\\%\s]", lambda c: c[0] if c[0] == "%" else "".join(f"%{b:02X}" for b in c[0].encode()), url)
