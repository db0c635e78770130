"""Amounts of money in English: "RMB 2,000 to 3,000", "half a million won", and numbers that lean on a currency named before."""

import re
from functools import lru_cache

from reports.money_amounts import CURRENCY, Amount, converted, per_ahead, per_patterns, whole, without_rate_bases

_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SPELLED = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "fifteen": 15,
    "twenty-five": 25, "thirty-five": 35, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "half a": 0.5,
}  # fmt: skip
_SPELLED_EN = "|".join(sorted(_SPELLED, key=len, reverse=True))
_NUMBER = (
    rf"(?:\d{{1,9}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,4}})?(?![\d])|(?<![\w-])(?:{_SPELLED_EN})"
    r"(?= (?:(?:or|to) [a-z]{3,7} )?(?:hundred|thousand|million|billion|yuan|won|dollar|u\.s|us |euro)))"
    r"(?:[ -](?:hundred|thousand|million|billion)\b)?"
)
_BEFORE = r"(?:kpw|krw|rmb|cny|cn¥|¥|usd|us\$|\$|€|₩|w(?=\d))"
_AFTER = (
    r"(?:(?:(?P<land{0}>north korean|n\. korean|dprk|s\. korean|south korean|chinese|u\.s\.|us|american) )?"
    r"(?P<unit{0}>yuan|won|dollars?|renminbi|euros?|kpw|krw|rmb|cny|usd)\b)"
)
_TO = r"\s?(?P<to{0}>-to-|–|—|-|~|up to|to|and|or)\s?(?:about |around |some |roughly )?"
_MONEY_EN = re.compile(
    rf"(?<![\w.])(?P<pre>{_BEFORE})\s?(?P<a>{_NUMBER})"
    rf"(?:{_TO.format(1)}(?P<pre2>{_BEFORE})?\s?(?P<b>\d{{1,9}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,4}})?(?: (?:thousand|million"
    rf"|billion))?)(?![\d,.]*\d)(?! (?:yuan|won|renminbi|euros?)\b))?"
    rf"|(?<![\w.,$¥])(?P<c>{_NUMBER})(?: {_AFTER.format(2)})?(?:{_TO.format(2)}(?P<d>{_NUMBER}))?[ -]{_AFTER.format(1)}"
)
_NOBODY = re.compile(r"\b(?:nobody|no one|none|never|not|cannot)\b[^.;]{0,60}\bmore than $")
_LEAST = re.compile(
    r"(?:\b(?<!no )(?<!not )more than|\b(?:over|at least|above|upwards? of|exceed(?:s|ed|ing)?|no less than|not less than"
    r"|no fewer than|a minimum of|beyond|passed))\s$"
)
_MOST = re.compile(
    r"\b(?:(?<!went )(?<!gone )(?<!go )(?<!goes )(?<!shot )(?<!risen )(?<!rose )(?<!going )(?<!come )(?<!came )(?<!are )(?<!is"
    r" )(?<!driven )(?<!rice )up to|at most|less than|under|below"
    r"|no more than|not more than|a maximum of|capped at|a ceiling of|an upper limit of"
    r"|the most [^.,;]{0,60}(?: is| was| pay| are| ask| fetch(?:es)?))\s$"
)
_AT_LEAST = re.compile(r"(?:,| at the| at) least\b|,? or more\b|,? and up\b|\+")
_AT_MOST = re.compile(r",? at (?:the )?most\b|,? at best\b|,? or less\b")
_HEDGE = re.compile(r"(?:about|around|roughly|some|approximately|nearly|almost|only|just|as much as)\s$")
_BETWEEN = re.compile(r"\bbetween\s$")
_FROM = re.compile(r"\bfrom\s$")
_BY = re.compile(r"\bby\s$")  # "rose by 200 won to 5,400 won"
_DAY = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? $")
_CHANGE = re.compile(
    r"\b(?:rose|risen|jumped|climbed|soared|surged|shot up|increased|raised|went up|gone up|up|fell|fallen|dropped|down|cut"
    r"|lowered|reduced|plunged|slid|changed|doubled|went|moved|eased|crept|dipped|come down|came down|gone)\b[^.;]{0,40}$"
    r"|\bfrom [^.;]{1,50} to [^.;]{1,50}, and [a-z ]{2,20} from $"
)
# numbers that lean on a currency named before them in the sentence: "from 30,000 yuan to 25,000", "between 10,000 and 12,000"
# small numbers lean only after a word that leads to a price, and where the price may end: "now costs 60", "corn 650."
_LEAD = (
    r"costs?|now|is|was|at|or|to|for|and|against|another|buys|bought|together|gets?|got|pays?|paid|fetch(?:es|ed)?|brings?|brought|reached"
    r"|receives?|received|than|from|saw|wanted|as|stands|stood|demanded|with|it['’]s|only|officially|(?<=, )(?!aged )[a-z]{3,9}"
)
_SOON_OVER = (
    r"(?=[.,;:)”\"]|\s(?:now|today|then|elsewhere|over there|on the other|across|an?|earlier|last|this|if|in|at|by|on|and|for|with|per|each"
    r"|than|as|while|when|before|after|to be)\b)"
)
_LEANING = re.compile(
    rf"(?:(?P<between>\bbetween )|(?P<from>\bfrom )|(?P<lead>\b(?:{_LEAD}) ))?(?<![\w$¥.,-])"
    r"(?P<a>\d{1,3}(?:,\d{3}){1,4}|\d{1,9}\.\d{1,4}(?: (?:thousand|million|billion))?|(?<=between )\d{2,3}|(?<=from )\d{2,3}"
    rf"|(?:(?<=costs )|(?<=cost )|(?<=gets )|(?<=against ))\d{_SOON_OVER}|(?(lead)\d{{1,5}}(?<!\b\d){_SOON_OVER}|(?!)))"
    r"(?:\s?(?:–|-|to|and)\s?(?P<b>\d{1,3}(?:,\d{3}){1,4}|\d{1,9}\.\d{1,4}))?"
    r"(?![\d%])(?!,\d)(?!\.\d)(?!\s?(?:(?!(?:and|or|an?|per|each|to|in|at|for|while|by|on|but|of|from|with|down|up|the|it"
    r"|then)\b)[a-z-]+\s)?(?!(?:as|is|was|has|this|less|its|his|always|across|besides|perhaps|sources|days|weeks|months|times)\b)"
    r"(?:[a-z]+s|people|men|women|youth|children|percent|per cent|kg|km|troops|tonnes?|tons?|kilograms?|kilos?|liters?|hectares?"
    r"|of them)\b)"
)


# "30,000 to the dollar", "8,200 for a dollar", "won into yuan at 190": a rate is in won, whoever leaves the word out
_RATE = re.compile(
    r"(?<![\w$¥.,])(?P<a>\d{1,3}(?:,\d{3}){1,2}|\d{3,5}) (?:to|for|against|per) (?:the|an?|one|each|every) "
    r"(?:u\.?s\.? |american |chinese )?(?:dollar|yuan)\b|\bwon (?:in)?(?:to|for) (?:yuan"
    r"|dollars?) at (?P<b>\d{1,3}(?:,\d{3}){1,2}|\d{2,5})\b"
)


def _rates(words):
    """Exchange rates that leave the won unsaid."""
    for m in _RATE.finditer(words):
        name = "a" if m["a"] else "b"
        yield Amount("KPW", *(_value(m[name]),) * 2, None, m.start(name), m.end(name))


def find_english(document, part) -> list:
    """The amounts of a part in order, those that lean on a currency named before included."""
    words = document.lowered[part]
    found = []
    for m in _MONEY_EN.finditer(words):
        found += _amounts_en(m, words)
    found = sorted([*found, *_rates(words)], key=lambda f: f.start)
    found = converted(without_rate_bases(_joined(found, words), words), words)
    return sorted([*found, *_leaning(document, part, found)], key=lambda f: f.start)


def _leaning(document, part, found):
    """Amounts that name no currency and lean on the one named before them, in their sentence or the one before."""
    words, ahead, taken = document.lowered[part], list(reversed(found)), bytearray(len(document.lowered[part]))
    for f in found:
        taken[f.start : f.end] = b"\1" * (f.end - f.start)
    last = None
    for m in _LEANING.finditer(words) if found else ():
        while ahead and ahead[-1].start < m.start():
            last = ahead.pop()
        if last is None or 1 in taken[m.start() : m.end()]:
            continue
        sentence = document.sentence_at(part, m.start())
        if last.start < sentence.start and not _goes_on(words, last, sentence, m):
            continue
        for last in _leaned(words, last, m):
            yield last


def _leaned(words, last, m):
    """The one or two amounts of a match of `_LEANING`, in the currency of the last amount."""
    currency, per, low, high = last.currency, last.per, _value(m["a"]), _value(m["b"] or m["a"])
    changed = m["from"] and _CHANGE.search(words[max(0, m.start("a") - 60) : m.start("a")])
    if low > high or m["b"] and (changed or not m["between"] and " and " in m.group()):  # two prices
        yield Amount(currency, low, low, per, m.start("a"), m.end("a"))
        yield Amount(currency, high, high, per, m.start("b"), m.end("b"))
        return
    before = words[max(0, m.start("a") - 24) : m.start("a")]
    low, high = None if _MOST.search(before) else low, None if _LEAST.search(before) else high
    yield Amount(currency, low, high, per, m.start("a"), m.end())


# a price in the sentence after one: "It eased to 6,500 by June 19"
_PRICED = re.compile(
    r"\b(?:to|at|for|was|is|where|against|cost|costs|gets?|reached|fetch(?:es|ed)?|paid|pay|stood|stand|price|earlier|won|only|about"
    r"|around|nearly|over|between|from|become|became|passed|exceeded) $"
)


_PRICE_VERB = re.compile(r"costs?|fetch|reached|it['’]s|brings?|brought|wanted|stands|stood")


def _goes_on(words, last, sentence, m):
    """Whether an amount without currency may lean on one of the sentence before: in the same paragraph, where a price would stand."""
    between = words[last.end : sentence.start]
    plain = "," not in m["a"] and not (m["lead"] and _PRICE_VERB.match(m["lead"]))
    if plain or len(between) > 250 or "\n" in between or re.search(r"[.!?][”\"]?\s.*[.!?][”\"]?\s", between + " x"):
        return False
    return bool(_PRICED.search(words[max(sentence.start, m.start() - 12) : m.start("a")]))


def _joined(found, words):
    """ "KPW 5,000 at the least and KPW 10,000 at the most" is one amount, from the least to the most."""
    joined = []
    for f in found:
        last = joined[-1] if joined else None
        bounds = last and last.currency == f.currency and last.high is None and f.low is None
        if bounds and f.start - last.end < 30 and " and " in words[last.end : f.start]:
            joined[-1] = last._replace(high=f.high, per=f.per, end=f.end)
        else:
            joined.append(f)
    return joined


def _amounts_en(m, words):
    """The amounts of one match: one, or an old and a new one in "from 30,000 to 25,000 yuan"."""
    if m["unit2"] and m["d"] and CURRENCY[m["unit2"]] != _currency(m):  # "100 dollars or 700 yuan"
        cut = m.start("d")
        return [
            Amount(CURRENCY[m["unit2"]], *(_value(m["c"]),) * 2, None, m.start(), m.end("unit2")),
            Amount(_currency(m), *(_value(m["d"]),) * 2, _per_en(words, m.end()), cut, m.end()),
        ]
    first, second, join = (m["a"], m["b"], m["to1"]) if m["pre"] else (m["c"], m["d"], m["to2"])
    if first == "a":  # "change a yuan", "what a dollar is worth"
        return []
    if second and not m["pre"] and join == "to" and _DAY.search(words, max(0, m.start() - 12), m.start()):  # "on July 3 to 1,150 won"
        return [Amount(_currency(m), *(_value(second),) * 2, _per_en(words, m.end()), m.start("d"), m.end())]
    currency = _currency(m)
    start, end = m.span()
    before = words[max(0, start - 120) : start]
    while hedge := _HEDGE.search(before):
        before = before[: hedge.start()]
    if second and join in ("and", "or") and not _BETWEEN.search(before) and (join == "and" or m["pre2"]):
        cut = m.end("a") if m["pre"] else m.end("c")
        later = Amount(currency, _value(second), _value(second), _per_en(words, end), m.start("b") if m["pre"] else m.start("d"), end)
        if not m["pre"]:  # "5 and 10 yuan"
            return [Amount(currency, _value(first), _value(first), None, start, cut), later]
        return [Amount(currency, _value(first), _value(first), _per_en(words, cut), start, cut)] + ([later] if m["pre2"] else [])
    low, high = _value(first, second), _value(second or first)
    per = _per_en(words, end) or _per_before_en(before)
    changed = _FROM.search(before) and (high < low or _CHANGE.search(before))  # "fell from 30,000 to 25,000 yuan"
    if second and (changed or _BY.search(before)):
        return [Amount(currency, low, low, per, start, end), Amount(currency, high, high, per, start, end)]
    if second and low > high:
        low, high = high, low
    if not second and (_LEAST.search(before) or _AT_LEAST.match(words, end)):
        high = high if _NOBODY.search(before) else None  # "nobody may carry more than 1,000 yuan"
    elif not second and (_MOST.search(before) or _AT_MOST.match(words, end)):
        low = None
    return [Amount(currency, low, high, per, start, end)]


def _currency(m):
    if m["pre"]:
        return CURRENCY[m["pre"]]
    unit = re.split(r"[ -]", m.group())[-1]
    if unit == "won":
        return "KRW" if {"south korean", "s. korean"} & {m["land1"], m["land2"]} else "KPW"
    return CURRENCY[unit]


def _value(words, partner=None):
    """A number as written, in figures or words; "2 to 3 million" lends its unit to the first."""
    words = words if words in _SPELLED else words.replace("-", " ")
    lent = (partner or "").replace("-", " ")
    scale = [_SCALE[w] for w in words.split() if w in _SCALE] or [_SCALE[w] for w in lent.split() if w in _SCALE]
    head = re.sub(r" ?(?:hundred|thousand|million|billion)$", "", words)
    value = _SPELLED[head] if head in _SPELLED else float(head.replace(",", ""))
    if not any(w in _SCALE for w in words.split()) and value >= 1000:  # "500,000 to 1 million": a full number borrows nothing
        scale = []
    return whole(value * (scale[0] if scale else 1))


@lru_cache(maxsize=None)
def _per_after():
    return [(unit, re.compile(rf",?\s(?:{terms})\b")) for unit, terms in per_patterns("en").items()]


def _per_en(words, end):
    return next((unit for unit, pattern in _per_after() if pattern.match(words, end)), None)


def _per_before_en(before):
    return next((unit for unit, pattern in per_ahead("en") if pattern.search(before)), None)
