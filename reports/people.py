"""Counts of people acted on: taken, punished, expelled, killed, searched. Each with the words it came from."""

from reports.people_english import counts as english
from reports.people_korean import counts as korean
from reports.quantities import written_range
from reports.text import Document


def find_people(document: Document):
    """Counts of people acted on, as `{"min", "max", "approx", "what"}` with their evidence; counts are never added up.

    The text comes first; a headline adds only a count that the text does not give.
    """
    find = korean if document.language == "ko" else english
    people, evidence = [], []
    for part in ("text", "title"):
        told = {(p["min"], p["max"]) for p in people}
        singles = any(p["max"] == 1 for p in people)
        for count in find(document, part):
            if part == "title" and ((count.low, count.high) in told or count.high == 1 and singles):
                continue
            people.append({"min": count.low, "max": count.high, "approx": count.approx, "what": count.what})
            evidence.append(document.evidence("people", written_range(count.low, count.high), part, count.start, count.end))
    return people, evidence

