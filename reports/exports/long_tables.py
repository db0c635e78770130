"""Long tables: a row a code, a row a piece of evidence, a row a count, a row an amount."""

from collections.abc import Iterator, Mapping

from reports.codebook import FIELDS, codebook
from reports.gazetteer import gazetteer

EVIDENCE = ("field", "code", "part", "start", "end", "words", "note")
PEOPLE = ("min", "max", "approx", "what")
MONEY = ("currency", "min", "max", "per", "what")
PLACES = ("place_id", "name", "kind", "role")


def code_rows(row: Mapping) -> Iterator[tuple]:
    """article_id, field, code, English label, Korean label: for each theme, enforcer, target, sanction and place of event."""
    book, places = codebook(), gazetteer()
    for field in FIELDS:
        for code in row[field]:
            known = code in book.codes(field)  # given codes may come from a later codebook
            yield row["article_id"], field, code, *((book.label(field, code, language) if known else "") for language in ("en", "ko"))
    for place in row["event_place_ids"]:
        known = place in places
        yield row["article_id"], "event_place_ids", place, *((places.label(place, language) if known else "") for language in ("en", "ko"))


def evidence_rows(article_id: str, evidence: list) -> Iterator[tuple]:
    """article_id and the parts of each piece of evidence."""
    for found in evidence:
        yield article_id, *(found[name] for name in EVIDENCE)


def value_rows(article_id: str, values: list, names: tuple) -> Iterator[tuple]:
    """article_id and the parts of each count, amount or place."""
    for value in values:
        yield article_id, *(value.get(name) for name in names)
