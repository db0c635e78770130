"""Codes articles: the one place where themes, roles, places, dates and quantities meet."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from reports import dates, money, people, places, roles, themes
from reports.schema import REPORT_COLUMNS, REPORTS, frame
from reports.text import Document

VERSION = "1"  # a store coded by another version is coded anew

# field of the codebook -> its coder; each gives the value and the words it came from
CODERS = {
    "themes": themes.find_themes,
    "crackdown": themes.find_crackdown,
    "places": places.find_places,
    "dates": dates.find_dates,
    "actors": roles.find_actors,
    "targets": roles.find_targets,
    "sanctions": themes.find_sanctions,
    "people": people.find_people,
    "money": money.find_money,
}


def code_article(article: Mapping) -> dict:
    """The codes of one article (`title`, `text`, `language`, `published`), in the shape of the codebook.

    Gives every field of the codebook at the top level, and `evidence`: for each value the field, the code, `title` or
    `text`, start and end in characters, and the words. Nothing else of the article is looked at.
    """
    document = Document(
        article.get("title") or "", article.get("text") or "", article.get("language") or "en", article.get("published") or None
    )
    codes, evidence = {}, []
    for field, find in CODERS.items():
        codes[field], found = find(document)
        evidence += found
    return codes | {"evidence": [asdict(e) for e in evidence]}


def code_articles(articles):
    """The reports frame of an articles frame: one row an article, in the same order (columns: reports.schema.REPORTS)."""
    rows = []
    for article in articles.to_dict("records"):
        codes = code_article(article)
        rows.append(
            {name: article.get(name) for name in REPORT_COLUMNS if name in article}
            | codes["dates"]
            | {name: codes[name] for name in ("crackdown", "themes", "actors", "targets", "sanctions")}
            | {"event_place_ids": [p["place_id"] for p in codes["places"] if p["role"] == "event" and p["place_id"]]}
            | {name: json.dumps(codes[name], ensure_ascii=False) for name in ("places", "people", "money", "evidence")}
        )
    return frame(rows, REPORTS)
