"""Counts of people acted on in English: who is the patient of an act, how many they are, and whether they were counted before."""

import re
from dataclasses import replace
from itertools import islice

from reports.people_english_acts import acted_on, listed
from reports.people_english_parts import tell_parts, tell_shares
from reports.people_english_patterns import NO_COUNT, number_of
from reports.people_english_patterns import patterns as compiled
from reports.people_english_singles import find_singles
from reports.quantities import Count

_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens": None}


class _Told:
    """What a part has told so far, so that nobody is counted twice: counts by size and kind, single persons by sex."""

    def __init__(self, length):
        self.counts, self.sexes, self.heads, self.taken, self.found = {}, set(), [], bytearray(length), []

    def add(self, count, key):
        """Keeps a count and the characters it stands on."""
        self.counts.setdefault(key, []).append(count.what)
        self.taken[count.start : count.end] = b"\1" * (count.end - count.start)
        self.found.append(count)


def counts(document, part):
    """Each count of people acted on in a part, in order."""
    patterns, lowered = compiled(), document.lowered[part]
    sentences = [s for s in document.sentences if s.part == part]
    tell = [bool(patterns["any"].search(lowered, s.start, s.end)) for s in sentences]
    if not any(tell):
        return []
    words = NO_COUNT.sub(lambda m: "#" * len(m.group()), lowered)
    told, before, past = _Told(len(words)), None, _past(document, part)
    for sentence, tells in zip(sentences, tell):
        if tells:
            sentence = past(sentence)
            _referred(words, before, sentence, patterns, told)
            _groups(words, sentence, patterns, told)
            find_singles(words, sentence, patterns, told)
        tell_parts(words, sentence, told)
        before = sentence
    for sentence in sentences if any(f.high and f.high > 2 for f in told.found) else ():
        tell_shares(words, sentence, told)
    return sorted(told.found, key=lambda f: f.start)


_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG_AGO = re.compile(
    r"(?:^\W{0,2}|[,;:] (?:for |and |but |while |since )?)(?:(?:some |about )?(?:\w+|\d\d?) (?:years|decades) (?:ago|earlier|before)\b"
    r"|in (?:the past|former|earlier) |(?:the )?year before|in (?:the )?(?:early |late |mid-)?(?:19|20)\d0s"
    r"|(?:(?:back|as early as|already|only|as) )?in (?:\w+ (?:of )?)?(?P<year>(?:19|20)\d\d)\b)"
)


def _past(document, part):
    """Cuts a sentence off where it goes over to another time than the report's own: a year long past, "ten years ago"."""
    words = document.lowered[part]
    now = int(document.published[:4] if document.published else max(_YEAR.findall(words), default=0))

    def past(sentence):
        for match in islice(_LONG_AGO.finditer(words[sentence.start : sentence.end]), 5):
            if not match["year"] or int(match["year"]) < now - 2:
                return replace(sentence, end=sentence.start + match.start())
        return sentence

    return past


def _referred(words, before, sentence, patterns, told):
    """A group counted in the sentence before and now acted on as "they": "Four men had ... They were arrested"."""
    for they in islice(_THEY.finditer(words, sentence.start, sentence.end), 6):
        after = words[they.end() : min(sentence.end, they.end() + 60)].lstrip()
        active = they["them"] and patterns["active"].search(words[max(sentence.start, they.start() - 30) : they.start()] + " ")
        if not (active or not they["them"] and (patterns["passive"].match(after) or patterns["held"].match(after))):
            continue
        low = before.start if before else sentence.start
        if any(low <= f.start < they.start() for f in told.found):
            return
        groups = [m for m in islice(patterns["counted"].finditer(words, low, they.start()), 20) if m["noun"] and _bounds(m)]
        groups = groups or [m for m in islice(patterns["pair"].finditer(words, low, they.start()), 5)]
        if not groups:
            return
        match = groups[-1] if len(groups) == 1 or they["them"] else groups[0]
        if "pair" in match.re.groupindex:
            _add(told, sentence, (2, 2, False), match, match["pair"], "person", match.group().startswith("the "))
        elif not _NO_PATIENT.search(match["noun"]):
            _add(told, sentence, _bounds(match), match, match["noun"], _kind(match["head"]), False)
        return


_THEY = re.compile(r"\b(?:they|all of them|the (?:men|women|group|suspects|youths|boys|girls|traders|smugglers)|all (?:two|three|four"
    r"|five|six|seven|eight|nine|ten)|(?P<them>them))(?=\s)")
_NO_PATIENT = re.compile(
    r"source|official|agent|officer|police|inspector|investigator|prosecutor|contact|partner|reporter|resident|witness|soldier|troop"
    r"|guard|defector|household|people|worker|member"
)


def _groups(words, sentence, patterns, told):
    looked = bytearray(sentence.end - sentence.start)
    for match in patterns["counted"].finditer(words, sentence.start, sentence.end):
        bounds = _bounds(match)
        looked[match.start() - sentence.start : match.end() - sentence.start] = b"\1" * len(match.group())
        if match["of"] and _OF_THINGS.match(words, match.start("of")):
            continue
        if bounds and (
            _is_part(words, match, sentence, told)
            or listed(words, match, sentence, patterns, told)
            or acted_on(words, match, sentence, patterns)
            or match["noun"] and _seized(words, match, match["noun"], sentence, patterns)
        ):
            definite = bool(re.match("the|these|those|all", match["q"] or ""))
            _add(told, sentence, bounds, match, match["noun"] or match["of"], _kind(match["head"]), definite)
    for match in patterns["pronoun"].finditer(words, sentence.start, sentence.end):
        if 1 in looked[match.start() - sentence.start : match.end() - sentence.start] or not acted_on(words, match, sentence, patterns):
            continue
        if match["n"] == "both" and words.endswith(("were ", "are ", "been "), 0, match.start()):
            continue
        number = 2 if match["both"] else number_of(match["n"] or match["k"])
        if number and number >= 100 and _MONEY.search(words, sentence.start, sentence.end) or _SHARE.match(words, match.end()):
            continue
        one = match["q"] in ("the other", "another") or words.endswith((*_VICTIM, "; "), 0, match.start())
        one = one or sentence.part == "title" or match.start() == sentence.start
        if number and (number > 1 or one) and number < 1000:
            definite = bool(match["both"]) or match["q"] in ("all", "the", "these", "those")
            _add(told, sentence, _hedged(words, match, number), match, "people", "person", definite)
            if number == 1:
                told.heads.append("one")
    for match in patterns["family"].finditer(words, sentence.start, sentence.end):
        if acted_on(words, match, sentence, patterns):
            _add(told, sentence, (1, None if match["least"] else 1, False), match, "family", "household", False)
    for match in patterns["searched"].finditer(words, sentence.start, sentence.end):
        number = number_of(match["n"] or match["k"])
        if number and 1 not in told.taken[match.start() : match.end()]:
            _add(told, sentence, (number, number, False), match, match["noun"] or match["noun2"], "household", False)
    for match in patterns["bare"].finditer(words, sentence.start, sentence.end):  # "thousands will be moved"
        if acted_on(words, match, sentence, patterns):
            _add(told, sentence, (_VAGUE[match["vague"]], None, True), match, match["vague"], "person", False)
    for match in patterns["pair"].finditer(words, sentence.start, sentence.end):
        if (
            acted_on(words, match, sentence, patterns)
            or listed(words, match, sentence, patterns, told)
            or _seized(words, match, match["pair"], sentence, patterns)
        ):
            _add(told, sentence, (2, 2, False), match, match["pair"], "person", match.group().startswith("the "))


def _hedged(words, match, number):
    """The bounds of a number without a noun: "at least 30 are still being held"."""
    hedge = _HEDGE.search(words, max(0, match.start() - 12), match.start())
    if hedge and not match["q"]:
        return (number, None, False) if hedge["least"] else (number, number, True)
    return number, number, False


_OF_THINGS = re.compile(  # "all but one of these posts were taken away"
    r"of (?:these|those) (?:[a-z]+ )?(?:posts|barriers|cases|places|houses|homes|phones|sets|boats|trucks|cars|shops|stalls|units|teams"
    r"|groups|firms|companies|markets|points|checkpoints|measures|orders|attempts|incidents)\b"
)
_HEDGE = re.compile(r"\b(?:(?P<least>at least|more than|over)|around|about|some|nearly|almost) $")
_MONEY = re.compile(r"\b(?:yuan|won|dollars?)\b|#")
_SHARE = re.compile(r" for (?:his|her|the|their)\b")  # "thirteen years for the son, nine for his uncle"
_VICTIM = tuple(f"{act}{gap}" for act in ("killing", "wounding", "arresting", "shooting", "injuring", "catching") for gap in ("", " "))


_DIVIDES = re.compile(r"(?:[^.;]{0,80}[:–—(]\s?|\s?,? ?(?:and|or) |, )(?:[a-z]+ ){0,2}")


def _is_part(words, match, sentence, told):
    """Whether a count divides one told in its sentence: "fifteen were arrested: ten women and five men"."""
    last = next((f for f in reversed(told.found) if sentence.start <= f.start < match.start()), None)
    if last is None or last.high is None or last.high < 3:
        return False
    between = words[last.end : match.start()]
    return ":" in words[sentence.start : match.start()] and len(between) < 90 and bool(_DIVIDES.fullmatch(between))


def _seized(words, match, noun, sentence, patterns):
    """Whether a group is the "them" of an act further on: "The pair got as far as the river before agents seized them"."""
    return not _NO_PATIENT.search(noun) and bool(patterns["them"].search(words, match.end(), min(sentence.end, match.end() + 240)))


_COMMA = re.compile(r", ")  # "two of these, a mother and daughter,"


def words_between(told, match):
    """What stands between the count told last and a match."""
    return match.string[max(f.end for f in told.found) : match.start()]


def _kind(head):
    return "household" if head and head.startswith(("famil", "household", "home")) else "person"


def _add(told, sentence, bounds, match, what, kind, definite):
    """Adds a count unless it tells one again: the same number of the same kind, not said to be others, or with "the"."""
    what = what.strip()
    earlier = told.counts.get((*bounds[:2], kind), [])
    beside = told.counts.get((*bounds[:2], kind, sentence.number), [])
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    again = definite or len(beside) < len(earlier) and not all(_others(what, w) for w in earlier[:10])
    if earlier and (again or told.found and _COMMA.fullmatch(words_between(told, match))):
        told.taken[start : match.end()] = b"\1" * (match.end() - start)
        return
    count = Count(*bounds, what if kind == "person" else f"households: {what}", start, match.end(), kind)
    told.add(count, (*bounds[:2], kind))
    if bounds[1] == 1:
        told.sexes.add("single")
    told.counts.setdefault((*bounds[:2], kind, sentence.number), []).append(what)


_ANYBODY = re.compile(
    r"\b(?:people|persons|individuals|residents|citizens|men and women|suspects|north koreans|others|them|whom|members|offenders"
    r"|young people|students|youths?|teenagers|of the (?!two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)\w+)\b"
)


def _others(what, earlier):
    """Whether two counts of the same size are of different people: both say who, and not alike."""
    if _ANYBODY.search(what) or _ANYBODY.search(earlier):
        return False
    return what.split()[-1] not in earlier and earlier.split()[-1] not in what


_AT_LEAST = re.compile("more than|over|at least|no fewer|upwards of|in excess|not fewer|no less")
_AROUND = re.compile(
    "around|about|some|roughly|approximately|nearly|almost|estimated|close to|just under|something like|perhaps|maybe"
)


def _bounds(match):
    """min, max and whether approximate, after the codebook's table; None where no count is coded."""
    if match["vague"]:
        low = _VAGUE[match["vague"].split(" ")[-1].rstrip("s") + "s"]
        return (low, None, True) if low else None
    low = number_of(match["n"])
    if not low or low > 100_000:
        return None
    if re.fullmatch(r"(?:19|20)\d\d", match["n"]):
        return None
    high = number_of(match["m"]) if match["m"] else low
    marks = f"{match['q'] or ''} {match['q2'] or ''}"
    if match["m"] and (match["to"] == "and" and "between" not in marks or high <= low):
        return None
    odd = (match["odd"] or "").strip()
    if odd == "-odd":
        return low, low + (9 if low < 100 else 99), True
    if _AT_LEAST.search(marks) and "no more" not in marks or odd in ("or more", "plus", "-plus"):
        return low, None, False
    if re.search("up to|as many as|fewer than|at most|no more than", marks):
        return None, low, False
    return low, high, bool(_AROUND.search(marks)) or odd == "or so"
