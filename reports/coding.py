"""Codes articles: the one place where themes, roles, places, dates and quantities meet."""

from collections.abc import Mapping

import orjson

from reports import dates, judge, money, people, places, roles, themes
from reports.schema import REPORT_COLUMNS, REPORTS, frame, joined
from reports.side_by_side import code_side_by_side
from reports.text import Document

VERSION = "7"  # a store coded by another version is coded anew
_AT_ONCE = 20_000  # articles whose codes are held as they come, before they are packed into rows
GIVEN = "given"  # stands for a version where the codes came with the file: they are never coded anew

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
    codes, evidence = judge.settle(document, codes, evidence)
    return codes | {"evidence": [dict(vars(e)) for e in evidence]}


def code_articles(articles, given=None):
    """The reports frame of an articles frame: one row an article, in the same order (columns: reports.schema.REPORTS).

    `given` holds rows of the reports frame for articles whose codes came with them: these are kept and not coded. Many articles are
    coded in several processes (reports/side_by_side.py).
    """
    if given is not None and len(given):
        others = code_articles(articles[~articles["article_id"].isin(given["article_id"])])
        both = joined([others, given], REPORTS).drop_duplicates("article_id").set_index("article_id", drop=False)
        return both.loc[list(articles["article_id"])].reset_index(drop=True)
    rows = []
    for start in range(0, len(articles), _AT_ONCE):
        some = articles.iloc[start : start + _AT_ONCE].to_dict("records")
        rows += [row_of(article, codes) | {"coder": VERSION} for article, codes in zip(some, code_side_by_side(some, code_article))]
    return frame(rows, REPORTS)


def row_of(article: Mapping, codes: Mapping) -> dict:
    """One row of the reports frame from an article and its codes (the shape of `code_article`, or of hand-made codes)."""
    low, high = _people_range(codes["people"])
    return (
        {name: article.get(name) for name in REPORT_COLUMNS if name in article}
        | codes["dates"]
        | {name: codes[name] for name in ("crackdown", "themes", "actors", "targets", "sanctions")}
        | {"event_place_ids": [p["place_id"] for p in codes["places"] if p["role"] == "event" and p.get("place_id")]}
        | {"people_low": low, "people_high": high, "story_id": article.get("article_id")}
        | {name: orjson.dumps(codes[name]).decode() for name in ("places", "people", "money", "evidence")}
    )


def _people_range(people):
    """The largest count of a report: counts are never added up, since a whole and its parts stand side by side."""
    counts = [(p["min"] if p["min"] is not None else 0, p["max"]) for p in people]
    if not counts:
        return None, None
    return max(low for low, _ in counts), None if any(high is None for _, high in counts) else max(high for _, high in counts)
