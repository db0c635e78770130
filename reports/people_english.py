"""Counts of people acted on in English: who is the patient of an act, how many they are, and whether they were counted before."""

import re
from functools import lru_cache
from itertools import chain, islice

from reports.people_english_patterns import NO_COUNT, SCALES, WORDS
from reports.people_english_patterns import patterns as compiled
from reports.quantities import Count, quantity_words

_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens": None}
_SEX = {w: "m" for w in ("man", "boy", "husband", "father", "son", "brother", "schoolboy")} | {
    w: "f" for w in ("woman", "girl", "wife", "mother", "daughter", "sister", "housewife", "widow", "schoolgirl")
}
_LIMIT = 180  # how far, in characters, an act may stand from the people it falls on


class _Told:
    """What a part has told so far, so that nobody is counted twice: counts by size and kind, single persons by sex."""

    def __init__(self, length):
        self.counts, self.sexes, self.heads, self.taken, self.found, self.sentence = {}, set(), [], bytearray(length), [], -9

    def add(self, count, key):
        """Keeps a count and the characters it stands on."""
        self.counts.setdefault(key, []).append(count.what)
        self.taken[count.start : count.end] = b"\1" * (count.end - count.start)
        self.found.append(count)


def counts(document, part):
    """Each count of people acted on in a part, in order."""
    words, patterns = NO_COUNT.sub(lambda m: "#" * len(m.group()), document.lowered[part]), compiled()
    told, before = _Told(len(words)), None
    for sentence in document.sentences:
        if sentence.part == part and patterns["any"].search(words, sentence.start, sentence.end):
            _referred(words, before, sentence, patterns, told)
            _groups(words, sentence, patterns, told)
            _singles(words, sentence, patterns, told)
        before = sentence if sentence.part == part else None
    return sorted(told.found, key=lambda f: f.start)


def _referred(words, before, sentence, patterns, told):
    """A group counted in the sentence before and now acted on as "they": "Four men had ... They were arrested"."""
    if not before:
        return
    for they in islice(_THEY.finditer(words, sentence.start, sentence.end), 6):
        after = words[they.end() : min(sentence.end, they.end() + 60)].lstrip()
        active = they["them"] and patterns["active"].search(words[max(sentence.start, they.start() - 30) : they.start()] + " ")
        if not (active or not they["them"] and (patterns["passive"].match(after) or patterns["held"].match(after))):
            continue
        groups = [m for m in islice(patterns["counted"].finditer(words, before.start, before.end), 20) if m["noun"] and _bounds(m)]
        if not groups or any(before.start <= f.start for f in told.found):
            return
        match = groups[-1] if len(groups) == 1 or they["them"] else groups[0]
        if not _NO_PATIENT.search(match["noun"]):
            _add(told, before, _bounds(match), match, match["noun"], _kind(match["head"]), False)
        return


_THEY = re.compile(r"\b(?:they|all of them|the (?:men|women|group|suspects|youths|boys|girls|traders|smugglers)|all (?:two|three|four|five|six|seven|eight|nine|ten)|(?P<them>them))(?=\s)")
_NO_PATIENT = re.compile(
    r"source|official|agent|officer|police|inspector|investigator|prosecutor|contact|partner|reporter|resident|witness|soldier|troop|guard|defector|household|people|worker|member"
)


def _groups(words, sentence, patterns, told):
    looked = bytearray(sentence.end - sentence.start)
    for match in patterns["counted"].finditer(words, sentence.start, sentence.end):
        bounds = _bounds(match)
        looked[match.start() - sentence.start : match.end() - sentence.start] = b"\1" * len(match.group())
        if bounds and _acted_on(words, match, sentence, patterns):
            definite = bool(re.match("the|these|those|all", match["q"] or ""))
            _add(told, sentence, bounds, match, match["noun"] or match["of"], _kind(match["head"]), definite)
    for match in patterns["pronoun"].finditer(words, sentence.start, sentence.end):
        if 1 in looked[match.start() - sentence.start : match.end() - sentence.start] or not _acted_on(words, match, sentence, patterns):
            continue
        if match["n"] == "both" and words.endswith(("were ", "are ", "been "), 0, match.start()):
            continue
        number = 2 if match["both"] else _number(match["n"] or match["k"])
        one = match["q"] in ("the other", "another") or words.endswith(_VICTIM, 0, match.start()) or sentence.part == "title" or match.start() == sentence.start
        if number and (number > 1 or one) and number < 1000:
            definite = bool(match["both"]) or match["q"] in ("all", "the", "these", "those")
            _add(told, sentence, (number, number, False), match, "people", "person", definite)
    for match in patterns["family"].finditer(words, sentence.start, sentence.end):
        if _acted_on(words, match, sentence, patterns):
            _add(told, sentence, (1, None if match["least"] else 1, False), match, "family", "household", False)
    for match in patterns["bare"].finditer(words, sentence.start, sentence.end):  # "thousands will be moved"
        if _acted_on(words, match, sentence, patterns):
            _add(told, sentence, (_VAGUE[match["vague"]], None, True), match, match["vague"], "person", False)
    for match in patterns["pair"].finditer(words, sentence.start, sentence.end):
        if _acted_on(words, match, sentence, patterns):
            _add(told, sentence, (2, 2, False), match, match["pair"], "person", match.group().startswith("the "))


_VICTIM = ("killing", "wounding", "arresting", "shooting", "injuring", "catching", "killing ", "wounding ", "arresting ", "shooting ", "injuring ", "catching ")


def _kind(head):
    return "household" if head and head.startswith(("famil", "household", "home")) else "person"


def _add(told, sentence, bounds, match, what, kind, definite):
    """Adds a count unless it tells one again: the same number of the same kind, not said to be others, or with "the"."""
    what = what.strip()
    earlier = told.counts.get((*bounds[:2], kind), [])
    beside = told.counts.get((*bounds[:2], kind, sentence.number), [])
    if earlier and (definite or len(beside) < len(earlier) and not all(_others(what, w) for w in earlier[:10])):
        return
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    count = Count(*bounds, what if kind == "person" else f"households: {what}", start, match.end(), kind)
    told.add(count, (*bounds[:2], kind))
    if bounds[1] == 1:
        told.sexes.add("single")
    told.counts.setdefault((*bounds[:2], kind, sentence.number), []).append(what)


_ANYBODY = re.compile(
    r"\b(?:people|persons|individuals|residents|citizens|men and women|suspects|north koreans|others|them|whom|members|offenders"
    r"|young people|students|youths?|teenagers|of the \w+)\b"
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
    if _AT_LEAST.search(marks) and "no more" not in marks or odd in ("or more", "plus", "-plus"):
        return low, None, False
    if re.search("up to|as many as|fewer than|at most|no more than", marks):
        return None, low, False
    return low, high, bool(_AROUND.search(marks)) or odd == "or so"


def _number(words):
    words = words.strip()
    if words in WORDS:
        return WORDS[words]
    head, _, scale = words.rpartition(" ")
    if scale in SCALES:
        return SCALES[scale] * (1 if head == "a" else _number(head))
    if "-" in words and words.split("-")[0] in WORDS:
        tens, ones = words.split("-")
        return WORDS[tens] + WORDS[ones]
    return int(words.replace(",", "")) if words[0].isdigit() else None


# where the clause ends that follows a noun: a quotation mark, a contrast, a new subject
_CLAUSE_END = re.compile(r"[;:“”\"]|\s(?:while|whereas|but)\s|, and (?:the|a|an|his|her|their)\s|, who (?:said|told)")


def _acted_on(words, match, sentence, patterns):
    """Whether the people of a match are the patient of an act: its object before, or the subject of a passive after."""
    stop = min(sentence.end, match.end() + _LIMIT)
    end = _CLAUSE_END.search(words, match.end(), stop)
    after = words[match.end() : end.start() if end else stop]
    after = _APPOSITION.sub(" ", after)
    exempt = patterns["exempt"].search(after[:60])
    passive = patterns["passive"].search(after) or patterns["state"].search(after)
    after = patterns["together"].sub(" ", after)
    reduced = patterns["reduced"].match(after)
    low = max(sentence.start, match.start() - 60)
    before = words[low : match.start()]
    active = list(patterns["active"].finditer(before + " "))
    if exempt and (not passive or exempt.start() < passive.start()) and not active:
        return False
    if before.endswith("cost ") and _COST.match(after) or _FOUND_ON.search(before):
        return True
    direct = active and not _NOT_DONE.search(before[: active[-1].start()]) and _is_object((before + " ")[active[-1].end() :], active[-1].group())
    act = (active[-1] if direct else reduced or passive) or None
    if act and not direct and _FOR_WORK.search(after, act.start(), act.end() + 70):
        return False
    if act and _is_mishap(words, act.group(), sentence, patterns):
        return False
    if direct or reduced:
        return True
    if passive and _WHOSE.match(after):
        return False
    if not passive or _NEW_SUBJECT.search(after[: passive.start()]):
        return False
    return not _AGENT.match(after) or after.endswith((" and ", " then "), 0, passive.start()) or patterns["state"].match(after, 1) is not None


# verbs with many objects: "had taken bribes, the soldier said" is no arrest
_LIGHT = re.compile(r"\b(?:took|taken|taking|kept|held|holding|holds|hold|beat|put away|searched|searching)\s$")

_NOTHING = re.compile(r"\s*(?:(?:away|off|in|out|down|captive|prisoner|also|back|and [a-z]+ed)\s)?")


def _is_object(between, verb):
    """Whether what stands between a verb and a noun lets the noun be its object."""
    return not _BLOCK.search(between) and (not _LIGHT.search(verb) or bool(_NOTHING.fullmatch(between)))


# people brought to look on or to work are no count of people punished
_FOR_WORK = re.compile(
    r"\b(?:brought|moved|summoned|called|taken|sent|transferred|marched|led|driven|fetched|drafted|conscripted|ordered)\b[^.;,]{0,40}?"
    r"\bto (?:watch|witness|attend|look on|listen|help|dig|build|repair|harvest|plant|see|clear|guard|inspect|investigate|reinforce)\b"
)
_APPOSITION = re.compile(
    r"^, (?:(?:an?|the|all|both) [^,.;]{1,60}(?: and [^,.;]{1,40})?|[a-z]+(?: [a-z-]+){1,2}), (?=(?:was|were|has|had|have|is|are)\b)"
    r"|^, (?:an?|the|all|both) [^,.;]{1,60}(?: and [^,.;]{1,40})?, "
)
_COST = re.compile(r"\s(?:his|her|their) (?:jobs?|posts?|li[fv]es?|uniforms?|positions?|party|careers?|ranks?|freedom)\b")
_FOUND_ON = re.compile(r"\b(?:found|discovered|uncovered) [^.,;]{1,60} (?:on|in the (?:bag|home|house|luggage|pocket)s? of) $")
_NOT_DONE = re.compile(r"\b(?:yet to|failed to|failing to|unable to|could not|couldn't|did not|didn't|not to|never|without|trying to|sought to|hoping to)\s(?:\w+\s)?$")


def _is_mishap(words, act, sentence, patterns):
    """Whether an act is a death or injury that an accident or a private person brought about."""
    if not patterns["harm"].search(act) and not patterns["harm_states"].search(act):
        return False
    return bool(patterns["mishap"].search(words, sentence.start, sentence.end))


# words after which a noun is no longer the object of the verb before it
_BLOCK = re.compile(
    r"[.;:“”\"#]|\b(?:by|after|before|when|that|because|while|with|to|from|for|as|in|at|on|into|over|near|outside|between|along|across|who|of"
    r"|was|were|virus)\b"
)
# what follows is said of the person after "of": "the brother of a woman who was taken"
_WHOSE = re.compile(r"\sof\s(?:an?|one|another)\s[^,.;]{1,40}\s(?:who|whom|that)\s")
# an active verb right after the noun makes it the agent
_AGENT = re.compile(
    r"\s(?:may|can|could|will(?! be)|would(?! be)|must(?! be)|should(?! be)|did|does|do|say|says|said|told|came|went|ran|ask|asked"
    r"|took|made|gave|told|reported|added|explained)\b"
)
_NEW_SUBJECT = re.compile(
    r"(?:,? (?:and|but|so|when|while|after|because|that|where) |; )(?:the|a|an|its|it|they|he|she|his|her|their|no|some|many|all|few|most|several|none|nobody|everyone|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?= (?:remain|were|are|have|had|stay|others?)))\b"
)


_AGED = re.compile(r"\b[a-z]{2,15}####,\s")  # "Kim, 43, was taken": the age stands masked
_FRESH = ("another", "a second", "a third", "a fourth", "the other", "the second", "the third", "the last", "the fourth", "the first")
_ALONGSIDE = re.compile(r"(?: (?:of|in) [\w# ']{1,20})?,?(?: #+,?)?,? (?:and|or|together with|along with|as well as|with) $")
_VISITED = re.compile(r"\b(?:see|visit|meet|feed|help|support|find|join|seeing|visiting) $")  # "to see his mother": nobody acted on
_ALONG = re.compile(r"\b(?:along|together) with $")


def _singles(words, sentence, patterns, told):
    """Single persons without a number; each told once, another only where the text says another, or who it is differs."""
    alone, last, last_sentence = not told.sexes, None, told.sentence
    for match in patterns["single"].finditer(words, sentence.start, sentence.end):
        if len(told.heads) > 40 or 1 in told.taken[match.start() : match.end()]:  # "a" of "a father and son"
            continue
        if last and match.start() - last.end <= 3:  # "the father, a discharged soldier, was shot"
            continue
        if match["whose"] and _VISITED.search(words, max(sentence.start, match.start() - 12), match.start()):
            continue
        head = match["head"] or "one"
        if _BELONGS.search(words, max(sentence.start, match.start() - 16), match.start()) and not words.startswith(" who", match.end()):
            continue
        if _RUMOUR.search(words, max(sentence.start, match.start() - 24), match.start()):
            continue
        if head == "head" and match["whose"] and words[match.end() : match.end() + 1] != "," or _in_apposition(words, match, told):
            continue
        alongside = bool(last) and bool(
            _ALONGSIDE.fullmatch(words[last.end : match.start()]) or _ALONG.search(words, last.end, match.start())
        )
        if told.sexes and not alongside and not _somebody_else(match, head, told, last_sentence >= sentence.number - 1):
            continue
        if not (alongside and not _relates(match) or _acted_on(words, match, sentence, patterns)):
            continue
        if sentence.part == "text" and _PRACTICE.match(words, match.end()):
            continue
        last = _add_single(told, match, match["np"] or head, head)
        told.sentence = sentence.number
        if beside := patterns["beside"].match(words, match.end(), sentence.end):  # "its manager and bookkeeper"
            last = _add_single(told, beside, beside["head"], beside["head"])
    if alone and not told.sexes:
        _pronoun(words, sentence, patterns, told)


# what is done to whoever is caught, not to somebody: "their owner is sent to a camp"
_PRACTICE = re.compile(
    r"[^.,;]{0,60}?\s(?:is|are|gets?|will be|can be|may be|would be|must be|should be)\s(?!(?:\w+ing|now|still|being|already|currently|believed|said|reported|understood|thought"
    r"|held|detained|awaiting|under|in|on|to|accused|wanted|known|being)\b)"
)


# "the mother of a defector was questioned": nothing happened to the defector
_BELONGS = re.compile(
    r"\b(?:mother|father|wife|widow|husband|son|daughter|sister|brother|relatives?|family|families|parents?|friend|neighbou?r|house|home|name|body|children) of $"
)


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
def _anybody():
    return frozenset(quantity_words()["people"]["en"]["anybody"])


def _somebody_else(match, head, told, near):
    """Whether a single person is another than those told of: said to be, of the other sex, or called what none of them can be."""
    if match["alone"] or match["art"] in _FRESH:
        return True
    if any(head == h or head.endswith(f" {h}") or h.endswith(f" {head}") for h in told.heads):
        return False
    sex, known = _SEX.get(head.split(" ")[-1]) or _sex_after(match), told.sexes - {"single"}
    if sex and known and sex not in known and (match["art"] != "the" or head not in _SEX):
        return True
    if match["whose"] or match["art"] in ("a", "an") and bool(told.heads):
        return True
    return head not in _anybody() and bool(told.heads) and not any(h in _anybody() for h in told.heads)


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
    for match in chain(patterns["mister"].finditer(words, sentence.start, sentence.end), patterns["he"].finditer(words, sentence.start, sentence.end)):
        after = words[match.end() + 1 : min(sentence.end, match.end() + 61)]
        if patterns["passive"].match(after) or patterns["held"].match(after):
            told.sexes.add("single")
            told.add(Count(1, 1, False, "one person", match.start(), match.end(), "single"), (1, 1, "single"))
            return
    match = patterns["objects"].search(words, sentence.start, sentence.end) or patterns["away"].search(words, sentence.start, sentence.end)
    if match:
        told.sexes.add("single")
        told.add(Count(1, 1, False, "one person", match.end("verb"), match.end(), "single"), (1, 1, "single"))
        other = patterns["single"].search(words, match.end(), min(sentence.end, match.end() + 70))
        if other and other["head"] and _WITH.search(words[match.end() : other.start() + 1]):
            _add_single(told, other, other["np"], other["head"])


_WITH = re.compile(r",? (?:together |along )?with .$")
