"""How to cite what is seen: the view (its query and the version of its data), as a sentence and for reference managers."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

import yaml

from reports.filters import Filters
from reports.words import day, say

CITATION = Path(__file__).parent.parent / "CITATION.cff"
LICENCE = "Codes: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Titles and quoted words belong to the outlets named."
STYLES = ("text", "csljson", "bibtex", "ris")


def address(filters: Filters) -> str:
    """The filters as the query of the address, which opens the same view: ?theme=waku_permits&from=2022-01-01; empty without filters."""
    query = urlencode(filters.to_query(), doseq=True)
    return f"?{query}" if query else ""


def cite(statement: Mapping, filters: Filters, language: str = "en", accessed: str = "", sentence: str = "") -> str:
    """One sentence that cites the view: who, what, which view, which data. `statement` is a Selection's."""
    about = project()
    return say(
        "cite_view",
        language,
        author=_author(about),
        title=about["title"],
        version=about["version"],
        view=sentence or statement["view"],
        data=statement["data_version"],
        date=day(statement["data_date"], language) or "?",
        query=address(filters) or say("no_query", language),
    ) + (say("cite_accessed", language, accessed=day(accessed, language)) if accessed else "")


@lru_cache(maxsize=None)
def project() -> dict:
    """What CITATION.cff says of the project."""
    return yaml.safe_load(CITATION.read_text(encoding="utf-8"))


def cite_as(style: str, statement: Mapping, filters: Filters, language: str = "en", accessed: str = "", sentence: str = "") -> str:
    """The citation of the view in one of STYLES, else ValueError; `sentence` is the filters in words in that language."""
    from reports.exports.citations import WRITERS

    if style == "text":
        return cite(statement, filters, language, accessed, sentence) + "\n"
    if style not in STYLES:
        raise ValueError(f"A view can be cited as {', '.join(STYLES)}, not as {style}.")
    item = view_item(statement, filters, accessed)
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n" if style == "csljson" else WRITERS[style](item)


def view_item(statement: Mapping, filters: Filters, accessed: str = "") -> dict:
    """The view as an item of CSL-JSON, of type dataset."""
    from reports.exports.citations import date_parts

    about = project()
    item = {
        "id": f"yanggang-monitor-{statement['data_version']}",
        "type": "dataset",
        "title": f"{about['title']}: {statement['view']}",
        "author": [{"literal": _author(about)}],
        "version": statement["data_version"],
        "language": "en",
        "note": f"query {address(filters) or 'none'}; data version {statement['data_version']}; program {about['version']}",
    }
    item |= {"issued": date_parts(statement["data_date"])} if statement["data_date"] else {}
    return item | ({"accessed": date_parts(accessed)} if accessed else {})


def _author(about):
    return about["authors"][0]["name"]
