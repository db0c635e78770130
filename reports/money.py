"""Amounts of money in English and Korean, each with the words it came from."""

from reports.money_english import find_english
from reports.money_korean import find_korean
from reports.quantities import written_range
from reports.text import Document


def find_money(document: Document):
    """Amounts of money as `{"currency", "min", "max", "per", "what"}` with their evidence, each amount once.

    A headline rounds and sums up: it counts only where the text itself names no money.
    """
    find = find_korean if document.language == "ko" else find_english
    money, evidence, seen = [], [], set()
    for part in ("text", "title"):
        for currency, low, high, per, start, end in [] if money and part == "title" else find(document, part):
            if (currency, low, high) in seen:
                continue
            seen.add((currency, low, high))
            words = document.part(part)[start:end]
            money.append({"currency": currency, "min": low, "max": high, "per": per, "what": words})
            evidence.append(document.evidence("money", f"{currency} {written_range(low, high)}", part, start, end))
    return money, evidence
