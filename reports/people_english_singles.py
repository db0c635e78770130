"""Single persons acted on in English, named without a number: who is another than those told of before."""

import re
from functools import lru_cache
from itertools import chain, islice

from reports.people_english_acts import NO_ONE, acted_on, listed
from reports.quantities import Count, quantity_words

_SEX = {w: "m" for w in ("man", "boy", "husband", "father", "son", "brother", "schoolboy")} | {
    w: "f" for w in ("woman", "girl", "wife", "mother", "daughter", "sister", "housewife", "widow", "schoolgirl")
}
_KIN = frozenset(
    {"aunt", "uncle", "cousin", "niece", "nephew", "grandmother", "grandfather", "brother-in-law", "sister-in-law", "son-in-law", "stepson"}
)
_AGED = re.compile(r"\b[a-z]{2,15}####,\s")  # "Kim, 43, was taken": the age stands masked
_FRESH = ("another", "a second", "a third", "a fourth", "the other", "the second", "the third", "the last", "the fourth", "the first")
_ALONGSIDE = re.compile(r"(?: (?:of|in) [\w# ']{1,20})?,?(?: #+,?)?,? (?:and|or|together with|along with|as well as|with) $")
_VISITED = re.compile(r"\b(?:see|visit|meet|feed|help|support|find|join|seeing|visiting) $")  # "to see his mother": nobody acted on
_PREDICATE = re.compile(r"\b(?:been|became|become|becoming|be) $")  # "who had been a driver": what somebody is
_CALLED = re.compile(  # "a trader, known locally as a donju": one person, told twice
    r"\b(?:known|identified|referred to|described|posing|disguised|dressed|work(?:ed|ing)|serv(?:ed|ing)|acting|listed|hired|employed)"
    r"(?: [a-z]+){0,2} as $"
)
_LISTED = re.compile(r"(?: (?:of|in|at|from) [\w# ']{1,30})?, $")  # "the manager, his wife and a clerk"
_MORE = re.compile(r",? and (?:his|her|the|their|an?|one|two|three|four|five) ")
_ALONG = re.compile(r"\b(?:along|together) with $")


def find_singles(words, sentence, patterns, told):
    """Single persons without a number; each told once, another only where the text says another, or who it is differs."""
    alone, last = not told.sexes, None
    for match in patterns["single"].finditer(words, sentence.start, sentence.end):
        if len(told.heads) > 40 or 1 in told.taken[match.start() : match.end()]:  # "a" of "a father and son"
            continue
        if last and match.start() - last.end <= 3:  # "the father, a discharged soldier, was shot"
            continue
        if _VISITED.search(words, max(sentence.start, match.start() - 12), match.start()):
            continue
        if _PREDICATE.search(words, max(sentence.start, match.start() - 12), match.start()):
            continue
        if _CALLED.search(words, max(sentence.start, match.start() - 50), match.start()):
            continue
        head = match["head"] or "one"
        related = _BELONGS.search(words, max(sentence.start, match.start() - 16), match.start())
        raided = related and _RAIDED.search(words, max(sentence.start, match.start() - 50), match.start())
        if related and not raided and not words.startswith(" who", match.end()) and not patterns["by_them"].match(words, match.end()):
            continue
        if words.startswith(" after another", match.end()) or words.endswith("after ", 0, match.start()) and match["alone"]:
            continue
        if _RUMOUR.search(words, max(sentence.start, match.start() - 24), match.start()):
            continue
        if head == match["np"] == "head" and match["art"] in ("a", "an") and not words.startswith(" of", match.end()):  # so much a head
            continue
        if head == "head" and match["whose"] and words[match.end() : match.end() + 1] != "," or _in_apposition(words, match, told):
            continue
        alongside = bool(last) and bool(
            _ALONGSIDE.fullmatch(words[last.end : match.start()])
            or _ALONG.search(words, last.end, match.start())
            or _LISTED.fullmatch(words[last.end : match.start()]) and _MORE.match(words, match.end())
        )
        within = listed(words, match, sentence, patterns, told)
        if told.sexes and not alongside and not within and not _somebody_else(match, head, told):
            continue
        if not (within or alongside and not _relates(match) or acted_on(words, match, sentence, patterns, one=True)):
            continue
        if sentence.part == "text" and not within and _PRACTICE.match(words, match.end()):
            continue
        last = _add_single(told, match, match["np"] or head, head)
        if beside := patterns["beside"].match(words, match.end(), sentence.end):  # "its manager and bookkeeper"
            last = _add_single(told, beside, beside["head"], beside["head"])
    _titled(words, sentence, patterns, told)
    if alone:
        _he_and(words, sentence, patterns, told)
    if alone and not told.sexes:
        _pronoun(words, sentence, patterns, told)


# what is done to whoever is caught, not to somebody: "their owner is sent to a camp"
_PRACTICE = re.compile(
    r"(?:(?!\s(?:was|were|has|had|been|got|whose|which)\s)[^.,;]){0,60}?\s(?:is|are|(?<!to )gets?|(?:will|would|must|can|could|may"
    r"|should)(?= (?!have\b|spend\b)))\s(?!(?:\w+ing|now|still|being|already"
    r"|currently|believed|said|reported|understood|thought"
    r"|held|detained|awaiting|under|in|on|to|accused|wanted|known|being)\b)"
)


# "the mother of a defector was questioned": nothing happened to the defector
_BELONGS = re.compile(
    r"\b(?:mother|father|wife|widow|husband|son|daughter|sister|brother|relatives?|family|families|parents?|friend|neighbou?r|house"
    r"|home|name|body|children) of $"
)


_RAIDED = re.compile(r"\b(?:search|raid|ransack|storm|burst into)\w*\b[^.;,]{0,20}\b(?:house|home|flat)s? of $")
_RUMOUR = re.compile(r"\b(?:talk|rumou?rs?|story|stories|tales?|word) (?:(?:is|was|were|are|goes|went) )?(?:of|about) $")


def _in_apposition(words, match, told):
    """Whether a single person only says who a count before is: "two men, the driver and the conductor"."""
    if not told.found:
        return False
    last = max(told.found, key=lambda f: f.end)
    return last.high in (2, 3) and 0 <= match.start() - last.end <= 50 and bool(
        re.fullmatch(r",? (?:(?:the|an?|one|his|her|their) [a-z' -]{2,30}(?:, | and |, and ))?", words[last.end : match.start()] + " ")
        or re.fullmatch(r", (?:(?:the|an?) [a-z' -]{2,30}(?:, | and |, and ))?", words[last.end : match.start()])
    )


def _relates(match):
    return match["whose"] == "whose"


def _add_single(told, match, what, head):
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    count = Count(1, 1, False, what.strip(), start, match.end(), "single")
    told.heads.append(head)
    told.sexes.add(_SEX.get(head.split(" ")[-1]) or _sex_after(match) or "single")
    told.add(count, (1, 1, "single"))
    return count


@lru_cache(maxsize=None)
def _office_and_civil():
    words = quantity_words()["people"]["en"]
    return frozenset(words["office"]), frozenset(words["civil"])


@lru_cache(maxsize=None)
def _anybody():
    return frozenset(quantity_words()["people"]["en"]["anybody"])


def _somebody_else(match, head, told):
    """Whether a single person is another than those told of: said to be, of the other sex, or called what none of them can be."""
    if match["alone"] or match["art"] in _FRESH:
        return True
    if match["art"] == "the" and head in ("mother", "father") and "'s" not in match["np"] and "’s" not in match["np"]:
        return False  # "the mother" is one told of before
    if match["art"] == "the" and (head in _KIN or "'s " in match["np"] or "’s " in match["np"]):
        return True
    if any(head == h or head.endswith(f" {h}") or h.endswith(f" {head}") for h in told.heads):
        return False
    sex, known = _SEX.get(head.split(" ")[-1]) or _sex_after(match), told.sexes - {"single"}
    if sex and known and sex not in known and (match["art"] != "the" or head not in _SEX):
        return True
    if match["whose"] or match["art"] in ("a", "an") and bool(told.heads):
        return True
    office, civil = _office_and_civil()
    if told.heads and any(head in mine and all(h in others for h in told.heads) for mine, others in ((office, civil), (civil, office))):
        return True
    return head not in _anybody() and bool(told.heads) and not any(h in _anybody() for h in told.heads)


_TITLED = re.compile(
    r"\b(?<!called )(?<!named )(?<! as )(?:mr|ms|mrs)\.? (?P<name>[a-z]+)\b(?:, [^.;,]{1,60},)?(?= (?:was|has|had|got|received|is)\b)"
)


def _titled(words, sentence, patterns, told):
    """Whoever is named with a title beside others told of: "Mrs. Ri, who owned the squid, got a rebuke"."""
    for match in islice(_TITLED.finditer(words, sentence.start, sentence.end), 4):
        new = told.heads and match["name"] not in told.heads and not words.count(f"surnamed {match['name']}")
        if new and words.find(match["name"]) == match.start("name") and 1 not in told.taken[match.start() : match.end()]:
            if acted_on(words, match, sentence, patterns):
                _add_single(told, match, match["name"], match["name"])


_AND = re.compile(r"\b(?:he|she)(?= and (?:his|her|the|an?|one|two|three|four) )")


def _he_and(words, sentence, patterns, told):
    """Somebody told of by a pronoun beside others, where nobody else was before: "He and his father were sent to a camp"."""
    match = _AND.search(words, sentence.start, sentence.end)
    if match and acted_on(words, match, sentence, patterns):
        told.sexes.add("single")
        told.add(Count(1, 1, False, "one person", match.start(), match.end(), "single"), (1, 1, "single"))


_HIS, _HER = re.compile(r"[^.;]{0,60}?\b(?:his|him|himself|he)\b"), re.compile(r"[^.;]{0,60}?\b(?:her|herself|she)\b")


def _sex_after(match):
    """What the next pronoun shows a person to be: "the prosecutor himself", "an officer of his post"."""
    his, her = _HIS.match(match.string, match.end()), _HER.match(match.string, match.end())
    if not his and not her:
        return None
    return "m" if his and (not her or his.end() < her.end()) else "f"


def _pronoun(words, sentence, patterns, told):
    """Somebody told of only by age ("Kim, 43, was taken") or by a pronoun, where nobody else is."""
    if aged := _AGED.search(words, sentence.start, sentence.end):
        if patterns["passive"].match(words[aged.end() : min(sentence.end, aged.end() + 60)]):
            told.sexes.add("single")
            told.add(Count(1, 1, False, "one person", aged.start(), aged.end() - 2, "single"), (1, 1, "single"))
            return
    for match in chain(*(patterns[name].finditer(words, sentence.start, sentence.end) for name in ("mister", "he"))):
        after = words[match.end() + 1 : min(sentence.end, match.end() + 61)]
        if patterns["passive"].match(after) or patterns["held"].match(after):
            told.sexes.add("single")
            told.add(Count(1, 1, False, "one person", match.start(), match.end(), "single"), (1, 1, "single"))
            return
    match = patterns["objects"].search(words, sentence.start, sentence.end) or patterns["away"].search(words, sentence.start, sentence.end)
    if match and not NO_ONE.search(words, max(sentence.start, match.start() - 60), match.start()):
        told.sexes.add("single")
        start = max(match.end("verb"), match.end("with"))
        told.add(Count(1, 1, False, "one person", start, match.end(), "single"), (1, 1, "single"))
        other = patterns["single"].search(words, match.end(), min(sentence.end, match.end() + 70))
        if other and other["head"] and _WITH.search(words[match.end() : other.start() + 1]):
            _add_single(told, other, other["np"], other["head"])


    elif match := patterns["let_go"].search(words, sentence.start, sentence.end):
        name = next(n for n in ("a", "b", "c") if match[n])
        told.sexes.add("single")
        told.add(Count(1, 1, False, "one person", match.start(name), match.end(name), "single"), (1, 1, "single"))


_WITH = re.compile(r",? (?:together |along )?with .$")
