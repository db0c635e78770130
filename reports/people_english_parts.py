"""The parts of a group already counted: "Of the 80 sent 70 were orphans", "three of them had bought", "one deals, two own phones"."""

import re
from itertools import islice

from reports.people_english_patterns import NUMBER, number_of
from reports.quantities import Count

_PARTED = re.compile(rf"of (?:the |these |those |all )?(?P<rest>other |remaining )?(?P<whole>{NUMBER})\b")
_PART = re.compile(rf"(?<![\w.,$-])(?P<n>{NUMBER})(?=\s(?:were|was|had|have|has|came|are|is|got|went|remain|stayed)\b)")


_LET_GO = re.compile(r"[^.;,]{0,24}\b(?:sent back|sent home|returned|recovered|died|back)\b")


def tell_parts(words, sentence, told):
    """The parts of a count already told: "Of the 80 who were sent 70 were orphans", "Of the other ten, three were officials"."""
    opened = _PARTED.match(words, sentence.start, sentence.end)
    if not opened and (some := _SOME_OF.match(words, sentence.start, sentence.end)):
        _some_of(words, some, sentence, told)
    size = number_of(opened["whole"]) if opened else None
    if not size or size < 3 or not opened["rest"] and not any(size in (f.low, f.high) for f in told.found):
        return
    pieces = [*([opened] if opened["rest"] and told.found else []), *islice(_PART.finditer(words, opened.end(), sentence.end), 6)]
    for match in pieces if told.found else ():
        name = "whole" if match is opened else "n"
        number = number_of(match[name])
        if _LET_GO.match(words, match.end(name)):
            continue
        if number and number <= size and 1 not in told.taken[match.start(name) : match.end(name)]:
            told.add(Count(number, number, False, "people", match.start(name), match.end(name), "person"), (number, number, "person"))


def _some_of(words, match, sentence, told):
    """The parts of a group told of in the two sentences before: "Three of them had bought; four had been asked"."""
    near = [f for f in told.found if sentence.start - 400 < f.start < sentence.start and f.kind == "person"]
    whole = near[-1].high if near else None
    left = whole or 0
    for piece in [match, *islice(_PART.finditer(words, match.end(), sentence.end), 3)]:
        number = number_of(piece["n"])
        if not number or number > left or piece is match and number == whole:
            return
        if _LET_GO.match(words, piece.end()) or _FREE.match(words, piece.end()):
            return
        left -= number
        if 1 not in told.taken[piece.start("n") : piece.end("n")]:
            told.add(Count(number, number, False, "of them", piece.start("n"), piece.end(), "person"), (number, number, "person"))


def tell_shares(words, sentence, told):
    """The parts of a group that add up to it: five women were taken; "one deals in drugs, two own phones and two change money"."""
    whole = {f.high for f in told.found if abs(f.start - sentence.start) < 800 and f.kind == "person" and f.low == f.high > 2}
    pieces = [m for m in islice(_SHARED.finditer(words, sentence.start, sentence.end), 6) if 1 not in told.taken[m.start() : m.end()]]
    numbers = [number_of(m["n"]) for m in pieces]
    if len(pieces) < 2 or None in numbers or sum(numbers) not in whole:
        return
    for piece, number in zip(pieces, numbers):
        told.add(Count(number, number, False, "of them", piece.start("n"), piece.end("n"), "person"), (number, number, "person"))


_SHARED = re.compile(
    rf"(?<![\w.,$-])(?:(?!one\b)|(?<=\band )|(?<=[,:.;] )|(?<=\n))(?P<n>{NUMBER})(?= (?!(?:more )?(?:days?|nights?"
    rf"|weeks?|months?|years?|hours?|times?|o'clock|yuan|won|dollars?|percent|kilo\w*|tons?"
    rf"|in|by|another|after|on|at|morning|evening|night|thing|reason)\b)[a-z])"
)
_SOME_OF = re.compile(rf"\W{{0,2}}(?P<n>{NUMBER}) of (?:them|these|those|the (?:group|\w+))(?=[\s,])")
_FREE = re.compile(
    r"[^.;]{0,40}\b(?:escaped|fled|got away|ran|slipped|vanished|disappeared|managed|made it|crossed|missing|at large|hid)\b"
)
