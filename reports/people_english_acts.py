"""Whether people named in an English sentence are acted on: the object of an act before them, or the subject of one after."""

import re
from itertools import islice

_LIMIT = 180  # how far, in characters, an act may stand from the people it falls on

_SHORT_QUOTE = re.compile(r"[\"“]([\w' #-]{1,24}),?[\"”]")  # five grams of "ice" end no clause

# where the clause ends that follows a noun: a quotation mark, a contrast, a new subject
_CLAUSE_END = re.compile(r"[;:“”\"]|\s(?:while|whereas|but)\s|, and (?:the|a|an|his|her|their)\s|, who (?:said|told)")


def acted_on(words, match, sentence, patterns, one=False):
    """Whether the people of a match are the patient of an act: its object before, or the subject of a passive after.

    Of one person a verb in the plural says nothing, unless somebody is named beside.
    """
    if _SPEAKS.match(words, match.end()):
        return False
    stop = min(sentence.end, match.end() + _LIMIT)
    after = _SHORT_QUOTE.sub(r" \1 ", words[match.end() : stop])
    end = _CLAUSE_END.search(after)
    after = after[: end.start()] if end else after
    after = _APPOSITION.sub(" ", after)
    aside = _ASIDE.match(after)
    if aside and not patterns["passive"].search(aside.group()) and not patterns["state"].search(aside.group()):
        after = after[aside.end() - 1 :]
    low = max(sentence.start, match.start() - 60)
    before = words[low : match.start()]
    if NO_ONE.search(before):
        return False
    exempt = patterns["exempt"].search(after[:60])
    one = one and not patterns["together"].match(after) and not before.endswith(" and ")
    passive = _passive(after, patterns, one) or patterns["state"].search(after)
    after = patterns["together"].sub(" ", after)
    reduced = patterns["reduced"].match(after)
    bare = reduced and not _AUXILIARY.match(reduced.group()) and not _TWO_OBJECTS.search(reduced.group())
    if bare and _OBJECT.match(after, reduced.end()):  # "the officer seized the phones": an agent
        reduced = None
    active = list(patterns["active"].finditer(before + " "))
    if _SPLIT.match(after) and _SPLIT_VERB.search(before) or _SENT_TO.match(after) and _SENT.search(before):
        return True
    if exempt and (not passive or exempt.start() < passive.start()) and not active:
        return False
    if before.endswith("cost ") and _COST.match(after) or _FOUND_ON.search(before):
        return True
    last = active[-1] if active else None
    if last and (last.group().startswith("took") and before.endswith("it ", 0, last.start())):  # "it took an officer an hour"
        last = None
    if last and last.group().startswith("together with") and not patterns["any"].search(words, sentence.start, low + last.start()):
        last = None
    direct = last and not _NOT_DONE.search(before[: last.start()]) and _is_object((before + " ")[last.end() :], last.group())
    act = (active[-1] if direct else reduced or passive) or None
    if act and not direct and _FOR_WORK.search(after, act.start(), act.end() + 70):
        return False
    if act and _is_mishap(words, act.group(), sentence, patterns):
        return False
    if not direct and _OWNED.search(before) and (passive or reduced and _AUXILIARY.match(reduced.group())):
        return False
    if direct or reduced or patterns["by_them"].match(after):
        return True
    relative = _RELATIVE.match(after)
    governed = _GOVERNED.search(before) and not (passive and relative and passive.start() - relative.end() < 45)
    if passive and (governed or _WHOSE.match(after)):
        return False
    if not passive or _turns(after, passive):
        return False
    joined = after.endswith((" and ", " then "), 0, passive.start()) or patterns["state"].match(after, 1)
    return not _AGENT.match(after) or bool(joined)


# "handed the three over", "led two men away"
_SPLIT = re.compile(
    r"\s(?:over|away|off|down|in)\b(?! (?:the|a|an|to|his|her|their|january|february|march|april|may|june|july|august|september)\b)"
)
_SPLIT_VERB = re.compile(r"\b(?:handed|turned|took|led|sent|hauled|marched|drove|carried|dragged|brought|packed)\s$")
_JOINS = re.compile(r",? and (?:the|an?|his|her|its|their)")


def _turns(after, passive):
    """Whether a clause turns to a new subject before its passive, and does not only join one: "a seller and her husband were"."""
    new = _NEW_SUBJECT.search(after[: passive.start()])
    joins = new and _JOINS.fullmatch(new.group()) and passive.group().startswith(("were ", "are ", "have "))
    rest = after[new.end() : passive.start()].strip() if joins else ""
    return bool(new) and not (rest and len(rest) < 30 and not rest.endswith("s") and "," not in rest)


def _passive(after, patterns, one):
    """The first passive of a clause that is not denied and agrees in number."""
    for match in islice(patterns["passive"].finditer(after), 4):
        denied = _DENIED.search(after[: match.start() + 1]) and not match.group().endswith(("allowed to go", "allowed home"))
        plural = one and " and " not in after[: match.start()]
        if not denied and not (plural and match.group().startswith(("were ", "are ", "have "))):
            return match
    return None


_DENIED = re.compile(r"(?:\bnot|\bnever|\bnor|n['’]t) (?:yet )?.$")
# whom somebody led, fed or has is not the subject of what befell that somebody: "a guide who led twenty people was executed"
_OWNED = re.compile(
    r"\b(?:who|that|which|and)(?:['’]d| had| has| have)?(?: [a-z]+ly)? (?:[a-z]+ed|had|has|have|led|fed|hid|sold|met|saw"
    r"|brought|taught|bore)"
    r"(?: up| out)? $"
)
NO_ONE = re.compile(r"\b(?:no one|nobody|none of)\b[^.;,“”\"]{0,40}$")  # "no one has heard of a doctor being called to account"
# a noun that a preposition governs is the subject of no passive, unless a clause about it follows
_GOVERNED = re.compile(r"\b(?:with|by|from|for|at|about|against|like|than|under|to|between|according to) $")
_RELATIVE = re.compile(r"[^.;]{0,60}?\b(?:who|whom|that)\b")
_LIST = re.compile(
    r":\s|\b(?:among|with) them,?\s(?:were\s|was\s)?|\bincluding\s|\b(?:arrested|detained|caught|punished|executed|taken"
    r"|sentenced|held)\b[^.;,]{0,30}\binclud(?:e|ed|es)\s"
)
_TOO = re.compile(r"\b(?:along|together) with (?:the |his |her |their )?$|\bas well as (?:the |his |her |their )?$|, with $")
_KIN_TOO = re.compile(
    r"\bwith (?:(?:his|her|their|a) (?:\w+ )?(?:wife|husband|son|daughter|mother|father|child) and )?(?:his |her |their )?$"
)
_KIN = re.compile(
    r"(?:his |her |their )?(?:\w+ ){0,2}?(?:wife|husband|sons?|daughters?|children|child|mother|father|parents|brothers?|sisters?)\b"
)
_OPENED = re.compile(r"(?:: |them,? |were |was |includ\w+ )$")
_SAYS_MORE = re.compile(r"[.;]|\b(?:was|were|had|has|have|is|are|but|while|said|says|they|he|she|it)\b")
_BESIDE = re.compile(r"(?:^|, | and |, or )$")


def listed(words, match, sentence, patterns, told):
    """Whether a match stands in a list of those acted on: "took three people: a cook and two clerks", "among them a nurse"."""
    at = match.start() + len(match.group()) - len(match.group().lstrip())
    mine = any(sentence.start <= f.start < at and at - f.end < 120 and f.kind in ("person", "single") for f in told.found)
    too = _TOO.search(words, sentence.start, at) or _KIN_TOO.search(words, sentence.start, at) and _KIN.match(words, at)
    if mine and (too or match.group().endswith(" of whom") or words.startswith(" of whom", match.end())):
        return True
    if any(f.start >= sentence.start and words[f.end : at] in (" and ", ", and ") for f in told.found):
        return True
    if too and patterns["passive"].search(words, max(sentence.start, at - 120), at):
        return True
    if not _BESIDE.search(words, max(sentence.start, at - 6), at) and not _OPENED.search(words, max(sentence.start, at - 12), at):
        return False
    openers = [m for m in _LIST.finditer(words, sentence.start, match.start() + 1) if m.end() <= match.start() + 1]
    if not openers:
        return False
    opener = openers[-1]
    between = words[opener.end() : at]
    if match.group().lstrip().startswith("the ") and words[opener.start()] == ":":  # "two men: the driver and the cook" are the two
        return False
    if len(between) > 120 or _SAYS_MORE.search(between) or not _BESIDE.search(between):
        return False
    if "includ" in opener.group()[-9:] and len(opener.group()) > 10:
        return True
    if any(sentence.start <= f.start < opener.start() and f.kind == "person" for f in told.found):
        return True
    some = _SOME.search(words, sentence.start, opener.start())
    return bool(some and patterns["active"].search(words, max(sentence.start, opener.start() - 40), opener.start() + 1))


_SOME = re.compile(r"\b(?:people|persons|some|others|suspects|residents|offenders|several)$")


# "sent three people to prison", "moved 30 families out of the city"
_SENT = re.compile(
    r"\b(?:sent|sending|moved|moving|shipped|shipping|took|taking|threw|throwing|put|putting|forced|packed|packing|transferred)\s$"
)
_SENT_TO = re.compile(
    r"[^.,;]{0,30}?\s(?:to (?:the |a |an )?(?:[\w-]+ ){0,3}(?:prisons?|jails?|camps?|mines?|mountains?|countryside|labou?r"
    r"|court|trial|death|province|interior)\b"
    r"|into (?:custody|exile|detention|prison|a (?:\w+ )?cell)|out of (?:the |their )|behind bars|before (?:a|the) (?:court|crowd|firing)"
    r"|on (?:trial|probation|trucks?|a truck)|under (?:arrest|guard|house))\b"
)


# who speaks or is only called something is acted on by nobody: "a cold, the caller added", "who had been a driver"
_SPEAKS = re.compile(r",?\s(?:added|adds|recalled|recalls|explained|explains|insists|insisted|believes|remarked|said|says)\b")

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
_AUXILIARY = re.compile(r",?\s(?:were|was)\b")
_OBJECT = re.compile(
    r"\s(?:at|them|him|her|it|those|everyone|anyone|anybody|people|whoever|the|an?|his|their|its|all|some|many|several|any"
    r"|every)\b(?!\s(?:time|end|point|border|river|home|night|first|last))"
)
_TWO_OBJECTS = re.compile(r"(?:given|handed|fined|denied|made|told|asked|caught|shot|called|sent|put|brought)$")
_ASIDE = re.compile(r"^, (?:who|whose|whom|which) [^,.;]{1,90}, ")  # what is said of somebody beside the act
_COST = re.compile(
    r"\s(?:of [^.,;]{1,40} )?(?:his|her|their) (?:liberty|chairs?|seats?|desks?|places?|jobs?|posts?|li[fv]es?|uniforms?"
    r"|positions?|party|careers?|ranks?|freedom)\b"
)
_FOUND_ON = re.compile(r"\b(?:found|discovered|uncovered) [^.,;]{1,60} (?:on|in the (?:bag|home|house|luggage|pocket)s? of) $"
    r"|\b(?:search|raid|ransack|storm|burst into|turned over)\w*\b[^.,;]{0,20}\b(?:house|home|flat)s? of $")
_NOT_DONE = re.compile(r"\b(?:yet to|failed to|failing to|unable to|could not|couldn't|did not|didn't|not to|never|without|trying to"
    r"|sought to|hoping to)\s(?:\w+\s)?$")


def _is_mishap(words, act, sentence, patterns):
    """Whether an act is a death or injury that an accident or a private person brought about."""
    if not patterns["harm"].search(act) and not patterns["harm_states"].search(act):
        return False
    start = max(words.rfind("\n", 0, sentence.start), sentence.start - 160, 0)  # the accident may be told just before its dead
    return bool(patterns["mishap"].search(words, start, sentence.end))


# words after which a noun is no longer the object of the verb before it
_BLOCK = re.compile(
    r"[.;:“”\"#]|\b(?:them|him|it|by|after|before|when|that|because|while|with|to|from|for|as|in|at|on|into|over|near|outside|between|along"
    r"|across|who|of"
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
    r"(?<!from )(?<!in )(?<!of )(?<!at )(?<!on )(?<!to )\bthat (?:[a-z]+ ){1,3}$|\b(?:the|an?|his|her|their|its) [a-z]+ (?:that"
    r"|which) $|^, (?:\w+ly )?(?:the|an?|one|two|three|four|five|some|several|his|her|their) (?:(?! and )[^,.]){1,40}$|"
    r"(?:,? (?:and|but|so|when|while|after|because|that|where) |; )(?:the|a|an|its|it|they|he|she|his|her|their|no|some|many|all|few"
    r"|most|several|none|nobody|everyone|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?= (?:remain|were|are|have"
    r"|had|stay|others?)))\b"
)
