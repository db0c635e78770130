"""The patterns by which English counts of people are found: numbers, nouns for persons, acts on either side, single persons."""

import re
from functools import lru_cache

from reports.patterns import one_of
from reports.quantities import quantity_words

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "a dozen": 12, "another dozen": 12, "half a dozen": 6, "two dozen": 24, "three dozen": 36,
    "four dozen": 48, "five dozen": 60, "six dozen": 72, "both": 2,
}  # fmt: skip
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SIMPLE = "|".join(sorted((w for w in WORDS if " " not in w), key=len, reverse=True))
SCALES = {"hundred": 100, "thousand": 1000}
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,5}}|(?:(?:{_TENS})-(?:{_ONES})|{_SIMPLE}|a) (?:hundred|thousand)(?! (?:yuan|won|and))"
    rf"|(?:{_TENS})-(?:{_ONES})|half a dozen|(?:an?other|a|two|three|four|five|six) dozen|{_SIMPLE})"
)


def number_of(words):
    """The number that words or figures name, None where they name none."""
    words = words.strip()
    if words in WORDS:
        return WORDS[words]
    head, _, scale = words.rpartition(" ")
    if scale in SCALES:
        return SCALES[scale] * (1 if head == "a" else number_of(head))
    if "-" in words and words.split("-")[0] in WORDS:
        tens, ones = words.split("-")
        return WORDS[tens] + WORDS[ones]
    return int(words.replace(",", "")) if words[0].isdigit() else None


_NO_ADJECTIVE = (
    "among|him|them|of|in|at|to|for|with|by|who|from|on|and|or|the|a|an|was|were|is|are|that|as|per"
    "|said|says|told|sources?|had|have|has|will|been|not"
    "|days?|weeks?|months?|years?|hours?|times|years?-old|percent|yuan|won|kilograms?|tons?|kpw|rmb|usd|o'clock"
)


def _any(words):
    return one_of([w.replace(" ", r"\s") for w in words])


def _spread(term):
    """A term that opens with alternatives as one term each, so that most places fail at its first letter."""
    opening = re.match(r"\(\?:([a-z|]+)\)(?![?*+{])", term)
    return [word + term[opening.end() :] for word in opening[1].split("|")] if opening else [term]


@lru_cache(maxsize=None)
def patterns() -> dict:
    """All patterns by name, made of data/quantities.yml; they read lower-case text."""
    words = quantity_words()["people"]["en"]
    no_thing = rf"(?!(?:{_any(words['things'])})s?\b)[a-z]{{3,}}"
    states = one_of([word for state in words["states"] for word in _spread(state)])
    one = rf"(?:{_any(words['persons'])}|{no_thing}(?:{words['endings']['one']}))"
    regular = [w for w in words["persons"] if not re.search("(?:man|person|[^aeou]y|donju)$", w)]
    regular = [w + ("es" if w.endswith(("s", "ch", "sh", "x")) else "s") for w in regular]
    wives = [w[:-2] + "ves" for w in words["persons"] if w.endswith("wife") and w != "wife"]
    in_y = [w[:-1] + "ies" for w in words["persons"] if re.search("[^aeou]y$", w)]
    many = _any([*regular, *in_y, *wives, *words["plurals"], "go-betweens", "youth", "donju"])
    many = rf"(?:{many}|{no_thing}(?:{words['endings']['many']}))"
    adjectives = rf"(?:(?!(?:{_NO_ADJECTIVE})\b)[a-z][\w'’-]*\s){{0,4}}?"
    return {
        "counted": re.compile(
            rf"(?<![\w.,$-])(?<!\bnot )(?<!\bone in )(?:(?P<q>around|about|some|roughly|approximately|nearly|almost|more than|over|at least"
            rf"|up to|as many as"
            rf"|no fewer than|fewer than|between|an estimated|upwards of|in excess of|well over|just over|not fewer than|no less than"
            rf"|close to|just under|something like|perhaps|maybe|at most|no more than|the|these|those|all|all the|another|the other|other"
            rf"|the remaining"
            rf"|remaining|a further|a total of)\s)?"
            rf"(?:(?P<q2>around|about|some|other|remaining|more than|over|at least|roughly|nearly|first|last)\s)?"
            rf"(?:(?P<n>{NUMBER})(?P<odd>-odd|-plus| or so| or more| plus)?(?:\s?(?P<to>to|–|-|or|and)\s?(?P<m>{NUMBER}))?"
            rf"|(?P<vague>dozens|scores|hundreds|thousands|(?:several|a few|some) (?:dozen|hundred|thousand)(?!s))(?:\sof)?)\s"
            rf"(?:(?P<of>of (?:those (?:arrested|detained|caught|executed|taken|held|sentenced|seized|punished)|(?:the |these "
            rf"|those |its |their |his |her )?(?:(?:{NUMBER})\b(?!\s{adjectives}(?:{many}))"
            rf"|(?:(?:{NUMBER})\s)?{adjectives}(?:them|whom|those|these|{many}|{one})))|others|more(?!\s(?:days|nights|weeks"
            rf"|months|years|hours|times)\b)|additional|other)\b|(?P<noun>(?:more "
            rf"|other |further |additional )?{adjectives}(?P<head>(?!heads\b(?! of)){many}|households|families))\b)"
        ),
        "pronoun": re.compile(
            rf"(?<![\w.,$-])(?<!\bnot )(?<!mother of )(?<!father of )(?<!some of )(?<!none of )(?<!most of )(?<!many of )(?<!of"
            rf" the )(?<!age"
            rf" of )(?<!out of )"
            rf"(?P<q>the other|another|all|the|the remaining|these|those|)\s?\b(?P<n>{NUMBER})"
            rf"(?=\s(?:in all|was|were|have|had|of them|got|are|who|will|ended|stood|fell|others|remain|remained|face|faced|received"
            rf"|died|went|is|has|must|broke|lost|vanished|disappeared|landed|spent|served|sit|sat|await|drew|stand|faces"
            rf"|and wound\w+|{_any(words['acted'])})\b"
            rf"|[,;:.](?!\d)|\sof\swhom|\s(?:because|off|away|over|down|back|after|as|on|at|from|for|when|while)\b)"
            rf"|\b(?P<rest>the other|the remaining)\s(?P<k>{NUMBER})(?=[\s,.;])|\b(?P<both>both|the pair)(?=\s(?:of them\s)?(?:was"
            rf"|were|have|had|got|are|will)\b)"
        ),
        "single": re.compile(
            rf"\b(?:(?P<art>another|a second|a third|a fourth|the other|the third|the second|the last|the fourth|the supposed"
            rf"|the alleged|the first|an?|one|the|(?P<whose>his|her|its|their|whose|(?<!\bthe )(?<!\ba )[a-z]+['’]s)(?! own\b))\s"
            rf"(?:\d\d-(?:year-old|something)\s)?(?P<np>{adjectives}(?P<head>{one}))\b(?!\s(?:{one})\b)"
            rf"(?!\s(?:of|in) the (?:province|city|country|area|region) (?:said|told)|'s|’s|-"
            rf"|\s(?:per|a (?:day|month))\b|\s(?:league|union|hall|brigade|committee|office|department|commission|corps|club"
            rf"|college|school|association|unit)\b)"
            rf"|(?P<alone>another|a second|a third|the other|the first|the second|the third|the fourth|the fifth|a fourth"
            rf"|a fifth|the (?:youngest|eldest|oldest)"
            rf"|(?:an?|the) [\w-]+-year-old)(?=,?\s(?:who|was|had|has|is|got|were)\b|, an?\s))"
        ),
        "beside": re.compile(rf"\s(?:and|or)\s(?P<head>{one})\b(?!'s|’s|-)"),
        "objects": re.compile(
            rf"(?P<with>(?!))?(?P<verb>\b(?:{_any(words['acting'])})\s)(?:him|her)\b"
            rf"(?!\s(?!(?:and|on|in|at|by|with|for|to|after|from|the|last)\b)[a-z])"
        ),
        "searched": re.compile(
            rf"(?:\b(?:search(?:ed|ing)|raid(?:ed|ing)|ransack(?:ed|ing)|turn(?:ed|ing) over|burst into|storm(?:ed|ing)|comb(?:ed|ing)"
            rf"|rummag(?:ed|ing) through|descended on|went through|swept through) (?:about |some |around |more than |over |at least )?)"
            rf"(?P<n>{NUMBER}) (?:private |other |more )?(?P<noun>houses|homes|households|flats|apartments|dwellings)\b"
            rf"|(?<![\w.,$-])(?P<k>{NUMBER}) (?:private |other |more )?(?P<noun2>houses|homes|households|flats|apartments|dwellings)\b"
            rf"(?: [^.;,]{{0,40}})?(?: were| was| had been| have been)? (?:searched|raided|ransacked|turned over"
            rf"|turned upside down|gone through|combed)\b"
        ),
        "let_go": re.compile(
            r"\blet (?P<a>him|her) (?:go|off|out)\b|\b(?:confiscated|seized|impounded|took away|carried off) (?P<b>his"
            r"|her) (?!husband|wife|son|daughter)[a-z]+"
            r"|\b(?P<c>his|her) (?:[a-z]+ ){1,3}(?:was|were|is|are|had been|has been) (?:confiscated|seized|impounded"
            r"|taken away|searched|carried off)\b"
        ),
        "them": re.compile(
            rf"\b(?:{_any(words['acting'])})\s(?:them|both)\b(?!\s(?:to|a|the|with)\b)"
            r"|\b(?:sent|put|led|handed|turned|hauled|marched|drove|carried|dragged|brought|packed|pulled)\sthem\s(?:away|off|down|out|in"
            r"|over|back|before|behind)\b|\btook\sthem\s(?:away|off|out|back)\b"
        ),
        "by_them": re.compile(
            rf"\s(?:whom\s|that\s)?(?:they|police|agents|guards|officers|inspectors|the authorities|the police)\s(?:had\s|have\s)?"
            rf"(?:{_any(words['acting'])})\b(?!\s(?:the|an?|his|her|their|some)\b)"
        ),
        "away": re.compile(
            r"(?P<verb>\b(?:carried|marched|led|drove|dragged|took|sent|hauled|walked|bundled)\s)(?:him|her)"
            r"\s(?:away|off|out|in|back|home|down|over)\b"
            r"|(?P<with>\b(?:held|taken|arrested|detained|seized|caught|sentenced|punished|shot|executed) (?:along"
            r"|together) with )(?:him|her)\b"
        ),
        "together": re.compile(
            rf"^(?:\sof\s(?:the\s|an?\s)?[\w' -]{{1,24}}?)?,?\s(?:and|together with|along with)\s(?:an?|the|his|her|its|their)\s"
            rf"(?:(?:two|three|four|five|six)\s)?{adjectives}(?:{one}|{many})\b(?!'s|’s)"
        ),
        "he": re.compile(r"\b(?:he|she)\b(?: (?:himself|herself)\b)?"),
        "mister": re.compile(
            r"\b(?:(?:mr|ms|mrs)\.? [a-z]+|(?:kim|pak|park|ri|lee|choe|choi|jong|jung|kang|han|cho|yun|yoon|rim|lim|seo|sin|shin|kwon"
            r"|hwang|ahn|song"
            r"|ryu|hong|mun|moon|paek|baek|jang|chang)(?! (?:jong|il|yo)\b)(?: [a-z]+(?:[ -][a-z]+)?)?(?:,? #+,"
            r"|, [^.;]{1,90},)?)(?=\s(?:was|has been|had been|is being|got|is in|was in)\b)"
        ),
        "pair": re.compile(
            rf"\b(?:(?:an?|the|his|her)\s?(?:[a-z-]+\s)?|(?=[a-z]+ and [a-z]+ (?:were|have|had)\b))"
            rf"(?P<pair>{_any(words['pairs'])})\b(?!['’])"
        ),
        "passive": re.compile(
            rf"\b(?:was|were|is|are|be|been|being|has been|have been|had been|got|get|getting)\s(?:\w+ly\s|themselves\s"
            rf"|himself\s|herself\s|also\s|then\s|later\s"
            rf"|all\s|both\s|since\s|reportedly\s|each\s|now\s|still\s|there\s|first\s|either\s|afterwards\s|only\s|soon\s"
            rf"|again\s|once\s|in turn\s|so far\s|at once\s|believed to have been\s"
            rf"|said to have been\s|said to be\s|to be\s|to have been\s|being\s|to\s|made to\s){{0,3}}(?:{_any(words['acted'])})\b"
        ),
        "reduced": re.compile(rf",?\s(?:were\s|was\s)?(?:{_any(words['acted'])})\b"),
        "state": re.compile(rf"\b(?:{states})\b"),
        "active": re.compile(
            rf"\b(?:{_any(words['acting'])}|(?:arrest|detention|execution|trial|capture|death|killing|dismissal)s? (?:in|at|on"
            rf"|near) [^.,;]{{1,30}}? of|among (?:those|the people|the) (?:\w+ly )?(?:{_any(words['acted'])}) (?:was|were|is|are)"
            rf"|(?:public )?trials? (?:was |were |is )?(?:held |took place )?(?:for|against)"
            rf"|(?:confiscat|seiz)\w+ [^.,;]{{1,40}}? (?:from|of)"
            rf"|(?:br[eo]ak|broke|broken|bust|smash|roll|uncover|expos)\w* (?:up )?[^.;,]{{0,40}}?"
            rf"(?:ring|gang|group|band|network|crew|team|family) of)\s"
        ),
        "exempt": re.compile(rf"\b(?:{'|'.join(words['exempt'])})\b"),
        "harm": re.compile(rf"(?:{_any(words['harm'])})\s?$"),
        "harm_states": re.compile(rf"\b(?:{words['harm_states']})"),
        "mishap": re.compile(rf"\b{one_of(words['mishap'])}"),
        "family": re.compile(rf"\b(?P<least>at least )?(?<!of )one\s{adjectives}(?:family|household)\b(?! of)"),
        "bare": re.compile(
            rf"(?<!of )\b(?P<vague>dozens|hundreds|thousands)(?=\s(?:more )?(?:were|have|had|are|will|would|{_any(words['acted'])})\b)"
        ),
        "held": re.compile(rf"(?:(?:is|was|has|had|now|still|been|already) ){{0,3}}(?:{states})\b"),
        "any": re.compile(
            rf"\b(?:{_any(words['acted'])}|{_any(words['acting'])}|{states}"
            rf"|cost|trial|(?:sent|moved|shipped|threw|transferred) |fell from grace|carried out|imposed|confiscat\w+|search\w*"
            rf"|raid\w*|comb(?:ed|ing)|seized|impounded|carried off|let (?:him|her)|(?:broke|broken|breaking) up|smash\w*"
            rf"|uncover\w*|(?:led|took|carried|marched|dragged|hauled|drove|walked"
            rf"|bundled) (?:him|her|them))\b"
        ),
    }


# numbers that count no people: dates, years, articles of law, ordinals, ages, times, measures
NO_COUNT = re.compile(
    r"\b(?:aged? \d{1,2} (?:to|and|or) \d{1,2}\b"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?\b(?:, \d{4})?"
    r"|(?:section|article|no\.|bureau|group|unit|command|route|chapter|aged?|past"
    r"|(?<!group )(?<!family )(?<!party )(?<!gang )(?<!ring )(?<!band )(?<!team )(?<!total )(?<!out )of)"
    r" (?:\d{1,9}\b(?! (?:people|them|whom|men|women|(?!(?:years|months|days|weeks|hours|minutes|times|was|has|is)\b)[a-z]+s)\b)"
    rf"|(?:(?:{_TENS})(?:-(?:{_ONES}))?|[a-z]{{3,5}}teen|twelve)\b(?! (?!was\b|has\b|is\b)(?:[a-z]+s|people|men|women)\b))"
    rf"|(?:staircase|entrance|room|block|gate|grade|floor|page|pit|phase|shaft|ward|cell|number) (?:{_SIMPLE})\b"
    r"|(?:kpw|krw|rmb|cny|usd) ?\d[\d,.]{0,14}|one \d\d\b(?! \w)|then \d\d?(?=[,)])"
    r"|(?=\d)(?:(?:19|20)\d\d\b|\d{1,5}(?:st|nd|rd|th)\b|\d\d\b(?:(?<=who is ..)|(?<=man of about ..)|(?<=man of around ..))"
    r"|\d[\d,]{0,12} (?:years?|months?|days?|weeks?|hours?|minutes?|p\.m|a\.m|kilo|kg|tons?|percent|meters?|km|yuan|won|kpw|rmb)))"
    r"|[$¥€] ?\d[\d,.]{0,14}|(?<=[a-z]), \d\d(?: and \d\d)?(?=, )"
)
