"""Amounts of money in English and Korean, each with the words it came from."""

import re
from functools import lru_cache
from typing import NamedTuple

from reports.quantities import quantity_words, written_range
from reports.text import Document

_CURRENCY = {
    "kpw": "KPW", "krw": "KRW", "rmb": "CNY", "cny": "CNY", "cn¥": "CNY", "¥": "CNY", "usd": "USD", "us$": "USD", "$": "USD", "€": "EUR",
    "yuan": "CNY", "won": "KPW", "dollar": "USD", "dollars": "USD", "renminbi": "CNY", "euro": "EUR", "euros": "EUR",
    "위안": "CNY", "위안화": "CNY", "인민폐": "CNY", "원": "KPW", "달러": "USD", "딸라": "USD", "유로": "EUR",
}  # fmt: skip
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SPELLED = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "fifteen": 15,
    "twenty-five": 25, "thirty-five": 35, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "half a": 0.5,
}  # fmt: skip
_UNITS = {"천만": 10_000_000, "백만": 1_000_000, "십만": 100_000, "만": 10_000, "천": 1_000, "백": 100, "억": 100_000_000}


class _Amount(NamedTuple):
    currency: str
    low: float | None
    high: float | None
    per: str | None
    start: int
    end: int


def find_money(document: Document):
    """Amounts of money as `{"currency", "min", "max", "per", "what"}` with their evidence, each amount once.

    A headline rounds and sums up: it counts only where the text itself names no money.
    """
    find = _korean if document.language == "ko" else _english
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


def _whole(value):
    """The value without what binary fractions leave over: 8.2 million is 8,200,000."""
    value = round(value, 6)
    return int(value) if value == int(value) else value


# -- English

_SPELLED_EN = "|".join(sorted(_SPELLED, key=len, reverse=True))
_NUMBER = (
    rf"(?:\d{{1,9}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,4}})?(?![\d])|(?<![\w-])(?:{_SPELLED_EN})"
    r"(?= (?:hundred|thousand|million|billion|yuan|won|dollar|u\.s|us |euro)))"
    r"(?:[ -](?:hundred|thousand|million|billion)\b)?"
)
_BEFORE = r"(?:kpw|krw|rmb|cny|cn¥|¥|usd|us\$|\$|€)"
_AFTER = (
    r"(?:(?:(?P<land{0}>north korean|n\. korean|dprk|s\. korean|south korean|chinese|u\.s\.|us|american) )?"
    r"(?P<unit{0}>yuan|won|dollars?|renminbi|euros?|kpw|krw|rmb|cny|usd)\b)"
)
_TO = r"\s?(?P<to{0}>–|—|-|~|to|and|or)\s?(?:about |around |some |roughly )?"
_MONEY_EN = re.compile(
    rf"(?<![\w.])(?P<pre>{_BEFORE})\s?(?P<a>{_NUMBER})"
    rf"(?:{_TO.format(1)}(?P<pre2>{_BEFORE})?\s?(?P<b>\d{{1,9}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,4}})?(?: (?:thousand|million|billion))?))?"
    rf"|(?<![\w.,$¥])(?P<c>{_NUMBER})(?: {_AFTER.format(2)})?(?:{_TO.format(2)}(?P<d>{_NUMBER}))?[ -]{_AFTER.format(1)}"
)
_LEAST = re.compile(
    r"(?:\b(?<!no )(?<!not )more than|\b(?:over|at least|above|upwards of|exceed(?:s|ed|ing)?|no less than|not less than"
    r"|no fewer than|a minimum of|beyond))\s$"
)
_MOST = re.compile(
    r"\b(?:up to|at most|less than|under|below|no more than|not more than|a maximum of|capped at|a ceiling of|an upper limit of"
    r"|the most [^.,;]{0,60}(?: is| was| pay| are| ask| fetch(?:es)?))\s$"
)
_AT_LEAST = re.compile(r"(?:,| at the| at) least\b|,? or more\b|,? and up\b|\+")
_AT_MOST = re.compile(r",? at (?:the )?most\b|,? at best\b|,? or less\b")
_HEDGE = re.compile(r"(?:about|around|roughly|some|approximately|nearly|almost|only|just|as much as)\s$")
_BETWEEN = re.compile(r"\bbetween\s$")
_FROM = re.compile(r"\bfrom\s$")
_CHANGE = re.compile(
    r"\b(?:rose|risen|jumped|climbed|soared|surged|shot up|increased|raised|went up|gone up|up|fell|fallen|dropped|down|cut"
    r"|lowered|reduced|plunged|slid|changed|doubled|went|moved|eased|crept|dipped|come down|came down|gone)\b[^.;]{0,40}$"
)
# numbers that lean on a currency named before them in the sentence: "from 30,000 yuan to 25,000", "between 10,000 and 12,000"
_LEANING = re.compile(
    r"(?:(?P<between>\bbetween )|(?P<from>\bfrom ))?(?<![\w$¥.,-])"
    r"(?P<a>\d{1,3}(?:,\d{3}){1,4}|\d{1,9}\.\d{1,4}(?: (?:thousand|million|billion))?|(?<=between )\d{2,3}|(?<=from )\d{2,3}"
    r"|(?<=it is )\d{2,3}|(?<= now )\d{2,3}|(?<= at )\d{3}|(?<= was )\d{3}|(?<= to )\d{3}|(?<= cost )\d{3}|(?<=or up to )\d{2,3})"
    r"(?:\s?(?:–|-|to|and)\s?(?P<b>\d{1,3}(?:,\d{3}){1,4}|\d{1,9}\.\d{1,4}))?"
    r"(?![\d%])(?!,\d)(?!\.\d)(?!\s?(?:(?!(?:and|or|an?|per|each|to|in|at|for|while|by|on|but|of|from|with|down|up|the|it|then)\b)[a-z-]+\s)?(?!(?:as|is|was|has|this|less|its|his|always|across|besides|perhaps|sources|days|weeks|months|times)\b)"
    r"(?:[a-z]+s|people|men|women|youth|children|percent|per cent|kg|km|troops|tonnes?|tons?|kilograms?|kilos?|liters?|hectares?|of them)\b)"
)


def _english(document, part):
    words = document.lowered[part]
    found = []
    for m in _MONEY_EN.finditer(words):
        found += _amounts_en(m, words)
    found = _converted(_without_rate_bases(_joined(found, words), words), words)
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
        yield _Amount(currency, low, low, per, m.start("a"), m.end("a"))
        yield _Amount(currency, high, high, per, m.start("b"), m.end("b"))
        return
    before = words[max(0, m.start("a") - 24) : m.start("a")]
    low, high = None if _MOST.search(before) else low, None if _LEAST.search(before) else high
    yield _Amount(currency, low, high, per, m.start("a"), m.end())


# a price in the sentence after one: "It eased to 6,500 by June 19"
_PRICED = re.compile(
    r"\b(?:to|at|for|was|is|where|against|cost|costs|gets?|reached|fetch(?:es|ed)?|paid|pay|stood|stand|price|earlier|won|only|about|around|nearly|over|between|from) $"
)


def _goes_on(words, last, sentence, m):
    """Whether an amount without currency may lean on one of the sentence before: in the same paragraph, where a price would stand."""
    between = words[last.end : sentence.start]
    if "," not in m["a"] or len(between) > 250 or "\n" in between or re.search(r"[.!?][”\"]?\s.*[.!?][”\"]?\s", between + " x"):
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
    if m["unit2"] and m["d"] and _CURRENCY[m["unit2"]] != _currency(m):  # "100 dollars or 700 yuan"
        cut = m.start("d")
        return [_Amount(_CURRENCY[m["unit2"]], *(_value(m["c"]),) * 2, None, m.start(), m.end("unit2")), _Amount(_currency(m), *(_value(m["d"]),) * 2, _per_en(words, m.end()), cut, m.end())]
    first, second, join = (m["a"], m["b"], m["to1"]) if m["pre"] else (m["c"], m["d"], m["to2"])
    if first == "a":  # "change a yuan", "what a dollar is worth"
        return []
    currency = _currency(m)
    start, end = m.span()
    before = words[max(0, start - 60) : start]
    while hedge := _HEDGE.search(before):
        before = before[: hedge.start()]
    if second and join in ("and", "or") and not _BETWEEN.search(before) and (join == "and" or m["pre2"]):
        cut = m.end("a") if m["pre"] else m.end("c")
        later = _Amount(currency, _value(second), _value(second), _per_en(words, end), m.start("b") if m["pre"] else m.start("d"), end)
        if not m["pre"]:  # "5 and 10 yuan"
            return [_Amount(currency, _value(first), _value(first), None, start, cut), later]
        return [_Amount(currency, _value(first), _value(first), _per_en(words, cut), start, cut)] + ([later] if m["pre2"] else [])
    low, high = _value(first, second), _value(second or first)
    per = _per_en(words, end) or _per_before_en(before)
    if second and _FROM.search(before) and (high < low or _CHANGE.search(before)):  # "fell from 30,000 to 25,000 yuan"
        return [_Amount(currency, low, low, per, start, end), _Amount(currency, high, high, per, start, end)]
    if second and low > high:
        low, high = high, low
    if not second and (_LEAST.search(before) or _AT_LEAST.match(words, end)):
        high = None
    elif not second and (_MOST.search(before) or _AT_MOST.match(words, end)):
        low = None
    return [_Amount(currency, low, high, per, start, end)]


def _currency(m):
    if m["pre"]:
        return _CURRENCY[m["pre"]]
    unit = re.split(r"[ -]", m.group())[-1]
    if unit == "won":
        return "KRW" if {"south korean", "s. korean"} & {m["land1"], m["land2"]} else "KPW"
    return _CURRENCY[unit]


def _value(words, partner=None):
    """A number as written, in figures or words; "2 to 3 million" lends its unit to the first."""
    words = words if words in _SPELLED else words.replace("-", " ")
    lent = (partner or "").replace("-", " ")
    scale = [_SCALE[w] for w in words.split() if w in _SCALE] or [_SCALE[w] for w in lent.split() if w in _SCALE]
    head = re.sub(r" ?(?:hundred|thousand|million|billion)$", "", words)
    value = _SPELLED[head] if head in _SPELLED else float(head.replace(",", ""))
    return _whole(value * (scale[0] if scale else 1))


@lru_cache(maxsize=None)
def _per_patterns(language):
    per = quantity_words()["money"]["per"]
    return {unit: "|".join(re.escape(t) for t in sorted(words[language], key=len, reverse=True)) for unit, words in per.items()}


@lru_cache(maxsize=None)
def _per_after():
    return [(unit, re.compile(rf",?\s(?:{terms})\b")) for unit, terms in _per_patterns("en").items()]


@lru_cache(maxsize=None)
def _per_ahead(language):
    edge, reach = (r"\b", 40) if language == "en" else ("", 12)
    return [(unit, re.compile(rf"{edge}(?:{terms}){edge}[^.;,]{{0,{reach}}}$")) for unit, terms in _per_patterns(language).items()]


def _per_en(words, end):
    return next((unit for unit, pattern in _per_after() if pattern.match(words, end)), None)


def _per_before_en(before):
    return next((unit for unit, pattern in _per_ahead("en") if pattern.search(before)), None)


def _without_rate_bases(found, words):
    """The amounts but for the "one dollar" or "100 yuan" that a rate in won is given for."""
    return [f for i, f in enumerate(found) if not _is_rate_base(f, found[max(0, i - 2) : i + 3], words)]


_BRACKETED = re.compile(r"[^().]{0,16}\((?:about|around|some|roughly|approximately|nearly|or|약|한화로?|미화로?)?\s?(?:약\s)?")


def _converted(found, words):
    """A conversion in brackets is open where the amount it converts is: "400위안(약 58달러)도 못 받는"."""
    for i in range(1, len(found)):
        last, this = found[i - 1], found[i]
        if (last.low is None or last.high is None) and this.low == this.high and last.currency != this.currency:
            if _BRACKETED.fullmatch(words, last.end, this.start):
                found[i] = this._replace(low=this.low if last.low is not None else None, high=this.high if last.high is not None else None)
    return found


def _is_rate_base(amount, beside, words):
    if amount.currency in ("KPW", "KRW") or amount.low != amount.high or amount.low not in (1, 10, 100):
        return False
    for won in (f for f in beside if f.currency == "KPW"):
        near = 0 <= won.start - amount.end <= 60 or 0 <= amount.start - won.end <= 25
        if near and not re.search(r"[.(]", words[min(amount.end, won.end) : max(amount.start, won.start)]):
            return True
    return False


# -- Korean

_K = r"\d[\d,]{0,14}(?:\.\d{1,4})?"
_U = r"(?:천만|백만|십만|만|천|백|억)"
_CUR = r"(?:위안화|위안|인민폐|달러|딸라|유로|원)"
_AMOUNT = rf"(?:{_K}\s?{_U}?(?:\s?\d[\d,]{{0,14}}\s?(?:천|백)?)?|(?<![가-힣\d])(?:십만|백만|천만|만|천|백|[이삼사오육칠팔구](?:천|만|백))(?=\s?{_CUR}))"
_MONEY_KO = re.compile(
    rf"(?<![\d.,])(?:(?P<low>[1-9]),\s?(?=[1-9](?:만|천|백만)))?(?P<a>{_AMOUNT})\s?여?\s?(?P<own>{_CUR})?(?:\s?(?P<to>[~∼～–-]|에서"
    rf"|부터)\s?(?P<b>{_AMOUNT})\s?여?)?\s?(?P<cur>{_CUR})"
    r"(?!칙|산|점|형|탁|생|로원|년|주민|내각|어치기)(?P<post>\s?(?:이상|이하|이내|미만|넘게|남짓|정도|가량|안팎))?"
)
_LEAST_KO = re.compile(r"(?:최소|적어도|최소한)\s?(?:한 |약 )?$")
_MOST_KO = re.compile(r"(?:최대|많아야|기껏해야|잘\s?(?:팔아|받아|쳐|줘)야|비싸야|많게는)\s?(?:약 )?$")
_SOUTH = re.compile(r"(?:한국\s?돈|남한\s?돈|한화|남조선\s?돈)[^\d.]{0,8}$")
_CHINESE = re.compile(r"(?:인민폐|중국\s?돈|중국\s?인민폐|위안화)(?:로)?[^\d.가-힣]{0,3}$")
_CHANGED = re.compile(r"(?:으로|로|까지)\s?(?:[가-힣]+\s)?(?:뛰|뛴|올랐|오르|올라|상승|인상|치솟|떨어|내렸|내리|하락|인하|바뀌|줄|늘)")
_OVER = re.compile(r"\s?(?:이|을|를)?\s?(?:넘(?!나|보|기)|웃도|웃돌)")
_UNDER = re.compile(r"(?:\s?\([^)]{0,24}\))?\s?(?:도|에도|조차|에)?\s?(?:채\s)?(?:안\s?(?:되|돼|된|됐)|못\s?(?:받|벌|미치|되|돼|한|쳐)|모자라|밑돌|밑도)")
_CALLED = re.compile(r"\s?(?:대(?:[를로에의이가는은]|\s|[.,]|$)|대다|대였)")
_DIGITS = {d: i for i, d in enumerate("일이삼사오육칠팔구", 1)}
_PARTS = re.compile(rf"(?P<n>{_K}|[이삼사오육칠팔구](?=천|만|백))?\s?(?P<u>{_U})?(?:\s?(?P<rest>\d[\d,]{{0,14}})\s?(?P<ru>천|백)?)?")


def _korean(document, part):
    words = document.part(part)
    found = [amount for m in _MONEY_KO.finditer(words) for amount in _amounts_ko(m, words)]
    return _southern(_converted(_without_rate_bases(_spanned(found, words), words), words), words)


_FEWEST, _AT_MOST_KO = re.compile(r"(?:적게는|적어도|최소|싸게는|낮게는)\s?(?:약 )?$"), re.compile(r"(?:많게는|최대|비싸게는|높게는|많으면)\s?(?:약 )?$")


def _spanned(found, words):
    """ "적게는 8000위안, 많게는 2만 위안" is one amount, from the least to the most."""
    joined = []
    for f in found:
        last = joined[-1] if joined else None
        if last and last.currency == f.currency and last.low is not None and f.start - last.end < 16 and f.high is not None and last.low < f.high:
            if _FEWEST.search(words[max(0, last.start - 8) : last.start]) and _AT_MOST_KO.search(words[max(0, f.start - 8) : f.start]):
                joined[-1] = last._replace(high=f.high, end=f.end)
                continue
        joined.append(f)
    return joined


_SOUTHERN_RATE = {"CNY": (140, 250), "USD": (900, 1700)}


def _southern(found, words):
    """ "30만 위안(약 5580만 원)": a southern outlet converts into southern won, which the rate shows; northern won cost more."""
    for i in range(1, len(found)):
        last, this = found[i - 1], found[i]
        low, high = _SOUTHERN_RATE.get(last.currency, (1, 0))
        if this.currency == "KPW" and last.high and this.high and low <= this.high / last.high <= high and re.fullmatch(r"\s?\((?:약|우리 ?돈)?\s?(?:약\s)?", words[last.end : this.start]):
            found[i] = this._replace(currency="KRW")
    return found


def _amounts_ko(m, words):
    start, end = m.span()
    before = words[max(0, start - 24) : start]
    cur = _CURRENCY[m["cur"]]
    if m["cur"] == "원":
        cur = "KRW" if _SOUTH.search(before) else "CNY" if _CHINESE.search(before) else cur
    unit = _PARTS.match(m["b"])["u"] if m["b"] else None
    low = _value_ko(m["a"], unit if not m["own"] else None)
    high = _value_ko(m["b"], None) if m["b"] else low
    if m["low"]:  # "3, 4만 원"
        low = _value_ko(m["low"], _PARTS.match(m["a"])["u"])
    per = next((u for u, pattern in _per_ahead("ko") if pattern.search(before)), None)
    if m["b"] and (low > high or m["to"] in ("에서", "부터") and _CHANGED.match(words, end)):  # "5만 위안에서 3만 위안으로 떨어졌다"
        return [_Amount(cur, low, low, per, start, end), _Amount(cur, high, high, per, start, end)]
    post = (m["post"] or "").strip()
    if not m["b"] and (post in ("이상", "넘게") or _OVER.match(words, end) or _LEAST_KO.search(before)):
        high = None
    elif not m["b"] and (post in ("이하", "이내", "미만") or _MOST_KO.search(before) or _UNDER.match(words, end)):
        low = None
    elif not m["b"] and m["cur"] == "원" and _CALLED.match(words, end):  # "3000원대"
        high = low + 10 ** (len(str(low)) - len(str(low).rstrip("0"))) - 1
    return [_Amount(cur, low, high, per, start, end)]


def _value_ko(words, unit):
    """"1만 5000", "84만", "2.5만", "만"; a range lends its unit to a first number that has none."""
    m = _PARTS.match(words)
    value = _DIGITS.get(m["n"]) or float(m["n"].replace(",", "")) if m["n"] else 1
    value *= _UNITS.get(m["u"] or unit, 1)
    if m["rest"]:
        value += int(m["rest"].replace(",", "")) * _UNITS.get(m["ru"], 1)
    return _whole(value)
