"""Builds fast patterns out of many terms: alternatives are grouped by their first letter, so that most places fail at once."""

from collections import defaultdict


def one_of(terms) -> str:
    """A pattern that matches any of `terms` (regular expressions), longer ones first among those with the same letter.

    Terms that begin with a word boundary share one: `["\\\\bban", "\\\\bburn", "raid"]` -> `(?:\\\\b(?:b(?:urn|an))|(?:raid))`.
    """
    bound = [t[2:] for t in terms if t.startswith("\\b")]
    free = [t for t in terms if not t.startswith("\\b")]
    pieces = ([rf"\b{_grouped(bound)}"] if bound else []) + ([_grouped(free)] if free else [])
    return f"(?:{'|'.join(pieces)})"


def _grouped(terms):
    groups, other = defaultdict(list), []
    for term in sorted(dict.fromkeys(terms), key=lambda t: -len(t)):
        if term[:1].isalpha() and term[1:2] not in ("?", "*", "+", "{") and not _splits(term):
            groups[term[0]].append(term[1:])
        else:
            other.append(term)
    pieces = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(groups.items())]
    return f"(?:{'|'.join([*pieces, *other])})"


def _splits(term):
    """Whether a term holds an alternative outside brackets, which must not be torn apart."""
    depth = 0
    for i, c in enumerate(term):
        escaped = i and term[i - 1] == "\\"
        depth += (c in "([" and not escaped) - (c in ")]" and not escaped)
        if c == "|" and depth == 0 and not escaped:
            return True
    return False
