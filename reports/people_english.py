"""Counts of people acted on in English: who is the patient of an act, how many they are, and whether they were counted before."""

import re
from functools import lru_cache

from reports.quantities import Count, quantity_words

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a dozen": 12, "half a dozen": 6, "two dozen": 24, "three dozen": 36,
    "a hundred": 100, "one hundred": 100, "both": 2,
}  # fmt: skip
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|(?:{_TENS})-(?:{_ONES})|half a dozen|(?:a|two|three) dozen|a hundred|{'|'.join(sorted((w for w in _WORDS if ' ' not in w), key=len, reverse=True))})"
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens": None}
_SEX = {w: "m" for w in ("man", "boy", "husband", "father", "son", "brother", "schoolboy")} | {
    w: "f" for w in ("woman", "girl", "wife", "mother", "daughter", "sister", "housewife", "widow", "schoolgirl")
}
_LIMIT = 130  # how far, in characters, an act may stand from the people it falls on


def _any(words):
    return "|".join(sorted((w.replace(" ", r"\s") for w in words), key=len, reverse=True))


@lru_cache(maxsize=None)
def _patterns():
    words = quantity_words()["people"]["en"]
    one = _any(words["persons"])
    many = _any([*(w + "s" for w in words["persons"] if not w.endswith(("man", "woman", "person", "y", "donju"))), *words["plurals"], "parties", "secretaries", "go-betweens", "youth"])
    adjectives = r"(?:(?!(?:of|in|at|to|for|with|by|who|from|on|and|or|the|a|an|was|were|is|are|that|as|per|days?|weeks?|months?|years?|hours?|times|years?-old|percent|yuan|won|kilograms?|tons?|kpw|rmb|usd|o'clock)\b)[a-z][\w'’-]*\s){0,4}?"
    return {
        "counted": re.compile(
            rf"(?<![\w.,$-])(?:(?P<q>around|about|some|roughly|approximately|nearly|almost|more than|over|at least|up to|as many as|no fewer than|fewer than|between|an estimated|the|these|those|all|all the|another|the other|other|the remaining|remaining|a further|a total of)\s)?"
            rf"(?:(?P<q2>around|about|some|other|remaining|more than|over|at least|roughly|nearly|first|last)\s)?"
            rf"(?:(?P<n>{_NUMBER})(?P<odd>-odd|-plus| or so| or more| plus)?(?:\s?(?P<to>to|–|-|or|and)\s?(?P<m>{_NUMBER}))?|(?P<vague>dozens|scores|hundreds|thousands)(?:\sof)?)\s"
            rf"(?:(?P<of>of (?:the |these |those |its |their |his |her )?(?:\d+ |{_ONES}\s)?{adjectives}(?:them|whom|{many}|{one})|others|more|additional|other)\b|(?P<noun>(?:more |other |further |additional )?{adjectives}(?P<head>{many}|households|families))\b)"
        ),
        "pronoun": re.compile(rf"(?<![\w.,$-])(?P<q>the other|another|all|the|the remaining|these|those|)\s?\b(?P<n>{_NUMBER})(?=\s(?:was|were|have|had|of them|got|are|who|will|men\b|ended|stood|could|others)\b|[,;.]|\sof\swhom)|\b(?P<both>both|the pair)(?=\s(?:of them\s)?(?:was|were|have|had|got|are|will)\b)"),
        "single": re.compile(
            rf"\b(?P<art>an?|one|another|a second|a third|the other|the third|the second|the last|the fourth|the supposed|the alleged|the)\s(?P<np>{adjectives}(?P<head>{one}))\b(?!\s(?:of|in) the (?:province|city|country|area|region) (?:said|told)|'s|’s|-)"
        ),
        "he": re.compile(r"\b(?:he|she)\b"),
        "named": re.compile(r"\b(?:surnamed|named|called|identified (?:only )?as|by the name of)\s[a-z]"),
        "pair": re.compile(rf"\b(?:an?|the|his|her)\s?(?:[a-z-]+\s)?(?P<pair>{_any(words['pairs'])})\b"),
        "passive": re.compile(
            rf"\b(?:was|were|is|are|be|been|being|has been|have been|had been|got|get|getting)\s(?:\w+ly\s|also\s|then\s|later\s|all\s|both\s|since\s|reportedly\s|each\s|now\s|still\s|there\s|first\s|either\s|believed to have been\s|said to have been\s|said to be\s|to be\s|to have been\s|being\s|to\s|made to\s){{0,3}}(?:{_any(words['acted'])})\b"
        ),
        "reduced": re.compile(rf",?\s(?:were\s|was\s)?(?:{_any(words['acted'])})\b"),
        "state": re.compile(rf"\b(?:{'|'.join(words['states'])})\b"),
        "active": re.compile(rf"\b(?:{_any(words['acting'])})\s"),
        "exempt": re.compile(rf"\b(?:{'|'.join(words['exempt'])})\b"),
        "any": re.compile(rf"\b(?:{_any(words['acted'])}|{_any(words['acting'])}|{'|'.join(words['states'])})\b"),
        "many": re.compile(rf"(?:{many}|{one})"),
    }


def counts(document, part):
    """Each count of people acted on in a part: (min, max, approximate, what, start, end), in order."""
    words, patterns, found = document.lowered[part], _patterns(), []
    for sentence in document.sentences:
        if sentence.part == part and patterns["any"].search(words, sentence.start, sentence.end):
            found += _groups(words, sentence, patterns, found)
            found += _singles(words, sentence, patterns, found)
    return sorted(found, key=lambda f: f.start)


def _groups(words, sentence, patterns, before):
    found = []
    spans = []
    for match in patterns["counted"].finditer(words, sentence.start, sentence.end):
        bounds = _bounds(match)
        spans.append(match.span())
        if bounds and _acted_on(words, match, sentence, patterns):
            _add(found, before, bounds, match, match["noun"] or match["of"], _kind(match["head"]), bool(re.match("the|these|those|all", match["q"] or "")))
    for match in patterns["pronoun"].finditer(words, sentence.start, sentence.end):
        if any(s < match.end() and match.start() < e for s, e in spans) or not _acted_on(words, match, sentence, patterns):
            continue
        number = 2 if match["both"] else _number(match["n"])
        if number and (number > 1 or match["q"] in ("the other", "another")) and number < 1000:
            _add(found, before, (number, number, False), match, "people", "person", bool(match["both"]) or match["q"] in ("all", "the", "these", "those"))
    for match in patterns["pair"].finditer(words, sentence.start, sentence.end):
        if _acted_on(words, match, sentence, patterns):
            _add(found, before, (2, 2, False), match, match["pair"], "person", match.group().startswith("the "))
    return found


def _kind(head):
    return "household" if head and head.startswith(("famil", "household", "home")) else "person"


def _add(found, before, bounds, match, what, kind, definite):
    """Adds a count unless it tells one again: the same number of the same kind, in another sentence or with "the"."""
    same_sentence = any((f.low, f.high) == bounds[:2] and f.kind == kind for f in found)
    earlier = any((f.low, f.high) == bounds[:2] and f.kind == kind for f in before)
    if earlier or same_sentence and definite:
        return
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    found.append(Count(*bounds, f"{what.strip()}" if kind == "person" else f"households: {what.strip()}", start, match.end(), kind))


def _bounds(match):
    """min, max and whether approximate, after the codebook's table; None where no count is coded."""
    if match["vague"]:
        low = _VAGUE[match["vague"]]
        return (low, None, True) if low else None
    low = _number(match["n"])
    if not low or low > 100_000:
        return None
    if re.fullmatch(r"(?:19|20)\d\d", match["n"]):
        return None
    high = _number(match["m"]) if match["m"] else low
    marks = f"{match['q'] or ''} {match['q2'] or ''}"
    if match["m"] and (match["to"] == "and" and "between" not in marks or high <= low):
        return None
    odd = (match["odd"] or "").strip()
    if odd == "-odd":
        return low, low + (9 if low < 100 else 99), True
    if re.search("more than|over|at least|no fewer", marks) or odd in ("or more", "plus", "-plus"):
        return low, None, False
    if re.search("up to|as many as|fewer than", marks):
        return None, low, False
    return low, high, bool(re.search("around|about|some|roughly|approximately|nearly|almost|estimated", marks)) or odd == "or so"


def _number(words):
    words = words.strip()
    if words in _WORDS:
        return _WORDS[words]
    if "-" in words and words.split("-")[0] in _WORDS:
        tens, ones = words.split("-")
        return _WORDS[tens] + _WORDS[ones]
    return int(words.replace(",", "")) if words[0].isdigit() else None


def _clause_end(words, start, stop):
    """Where the clause ends that follows a noun: at a full stop, a semicolon, a quotation mark, or a new subject."""
    end = re.compile(r"[;:“”\"]|\s(?:while|whereas|but)\s|, and (?:the|a|an|his|her|their)\s|, who (?:said|told)").search(words, start, stop)
    return end.start() if end else stop


def _acted_on(words, match, sentence, patterns):
    """Whether the people of a match are the patient of an act: its object before, or the subject of a passive after."""
    stop = _clause_end(words, match.end(), min(sentence.end, match.end() + _LIMIT))
    after = words[match.end() : stop]
    exempt = patterns["exempt"].search(after[:60])
    passive = patterns["passive"].search(after) or patterns["state"].search(after)
    reduced = patterns["reduced"].match(after)
    low = max(sentence.start, match.start() - 60)
    before = words[low : match.start()]
    active = [m for m in patterns["active"].finditer(before + " ")]
    if exempt and (not passive or exempt.start() < passive.start()) and not active:
        return False
    if active and not re.search(r"[.;:“”\"]|\b(?:by|after|before|when|that|because|while|with)\b", before[active[-1].end() :]):
        return True
    if reduced:
        return True
    if passive and not _other_subject(after[: passive.start()], patterns):
        return True
    return False


_NEW_SUBJECT = re.compile(r"(?:,? (?:and|but|so|when|while|after|because|that|where) |; )(?:the|a|an|his|her|their|its|it|they|he|she|no|some|many|all)\b")


def _other_subject(between, patterns):
    """Whether another subject comes between the people and the passive verb."""
    return bool(_NEW_SUBJECT.search(between))


def _singles(words, sentence, patterns, before):
    """Single persons without a number; each told once, another only where the text says another, or the sex differs."""
    found = []
    for match in patterns["single"].finditer(words, sentence.start, sentence.end):
        article, head = match["art"], match["head"]
        known = [f for f in [*before, *found] if f.high == 1]
        fresh = article in ("another", "a second", "a third", "the other", "the third", "the last", "the fourth")
        if article == "the" and known or not _acted_on(words, match, sentence, patterns):
            continue
        sex = _SEX.get(head.split(" ")[-1])
        if known and not fresh and not _differs(sex, head, known, found):
            continue
        found.append(Count(1, 1, False, match["np"].strip(), match.start(), match.end(), sex or "single"))
    if not found and not any(f.high == 1 for f in before):
        for match in patterns["he"].finditer(words, sentence.start, sentence.end):
            if patterns["passive"].match(words[match.end() :].lstrip()[:60]) and match.end() < sentence.end:
                return [Count(1, 1, False, "one person", match.start(), match.end(), "single")]
    return found


def _differs(sex, head, known, same_sentence):
    """Whether a single person is another than those known: of the other sex, or beside them in one sentence."""
    sexes = {f.kind for f in known}
    if sex and sexes - {"single"} and sex not in sexes:
        return True
    return any(f in same_sentence for f in known) and all(head not in f.what for f in known)
