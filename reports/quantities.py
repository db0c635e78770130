"""Counts of people acted on, and amounts of money, each with the words it came from."""

import re

from reports.text import Document

_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_WHO_EN = (
    r"(?:[a-z-]+ ){0,3}?(?P<who>people|persons|residents|citizens|smugglers|traders|merchants|vendors|women|men|students|youths?|teenagers|"
    r"soldiers|guards|officers|officials|families|households|users|brokers|escapees|defectors|individuals|members|cart-pullers|farmers|"
    r"suspects|money changers|drivers|teens|men and women|boys|girls|couples|offenders|workers|teachers|peddlers|man|woman|person|"
    r"resident|smuggler|trader|broker|soldier|guard|officer|official|student|family|household|boy|girl|teenager|trafficker|money changer)\b"
)
_PEOPLE_EN = re.compile(
    rf"\b(?P<q>around|about|some|nearly|almost|roughly|more than|over|at least|up to|as many as)? ?\b(?P<n>{_NUMBER}|dozens of|hundreds of|scores of)"
    rf"(?P<odd>-odd| or so)?(?:(?: to |-|–| or )(?P<m>{_NUMBER}))? {_WHO_EN}"
)
_PEOPLE_KO = re.compile(
    r"(?P<q>약|최소|적어도)?\s?(?:(?P<dozens>수십|수백)|(?P<n>\d[\d,]*|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)(?:\s?[~∼,·-]\s?(?P<m>\d[\d,]*))?)"
    r"(?P<odd>여)?\s?(?P<unit>명|세대|가구|사람)(?P<post>\s?(?:남짓|가량|정도|안팎|이상|넘게|여))?"
)
_ACT_EN = re.compile(
    r"arrest|detain|seiz|caught|taken|dragged|execut|shot|killed|punish|sentenc|sent to|expel|banish|exil|search|round(?:ed)? up|nabbed|"
    r"interrogat|dismiss|held|charged|apprehend|fined|put on trial|tried|convicted|confiscat|picked up|beaten|died|locked|imprison|accused"
)
_ACT_KO = re.compile(r"체포|붙잡|끌려|단속|처형|총살|처벌|구류|구속|추방|적발|잡혀|잡힌|연행|수감|단련대|교화|압수|해임|사망|숨졌|사살|이송|조사|몰수|걸려|검거|선고|심문|압송")
_NOT_EN = re.compile(r"\b(?:troops|deployed|dispatched|audience|gathered to watch|sources?|escaped|fled|got away)\b")
_SINGLE_EN = re.compile(
    r"\b(?:an?|one) (?:[a-z-]+ ){0,4}?(?P<who>man|woman|resident|smuggler|trader|broker|soldier|guard|officer|official|student|teenager|boy|girl|"
    r"merchant|vendor|fortune-teller|farmer|worker|driver|money changer|captain|teacher|manager|user)\b[^.]{0,80}?"
    r"\b(?:was|were|had been|has been|is being|got) (?:\w+ly )?(?:arrested|detained|caught|executed|sentenced|taken|shot|seized|punished|expelled|dismissed|sent|fined|killed|beaten|held|picked up|apprehended|investigated)"
)
_SINGLE_KO = re.compile(
    r"(?:[가-힣]모(?:\s?씨)?|[A-Z가-힣]\s?씨|\d0대 (?:초반 |중반 |후반 )?(?:여성|남성|주민|여인|청년|군인|장사꾼|밀수꾼))(?:[^.]{0,60}?)(?:체포|붙잡|처형|총살|처벌|구속|연행|끌려|잡혀|해임|추방|선고|적발)"
)


def find_people(document: Document):
    """Counts of people acted on, as `{"min", "max", "approx", "what"}` with their evidence; counts are never added up."""
    find = _people_ko if document.language == "ko" else _people_en
    people, evidence, seen = [], [], set()
    for count, part, start, end in find(document):
        key = (count["min"], count["max"])
        if key in seen:
            continue
        seen.add(key)
        people.append(count)
        evidence.append(document.evidence("people", _range(count), part, start, end))
    return people, evidence


def _range(value):
    low, high = value["min"], value["max"]
    return str(low) if low == high else f"{'' if low is None else low}-{'' if high is None else high}"


def _people_en(document):
    for part in ("title", "text"):
        words = document.lowered[part]
        for match in _PEOPLE_EN.finditer(words):
            if match["who"] in ("person", "man", "woman") or match["n"] in ("a", "an"):
                continue
            sentence = document.sentence_at(part, match.start()).words.lower()
            if not _ACT_EN.search(sentence) or _NOT_EN.search(match.group()):
                continue
            low, high, approx = _bounds_en(match)
            yield {"min": low, "max": high, "approx": approx, "what": document.part(part)[match.start() : match.end()].strip()}, part, *match.span()
        for match in _SINGLE_EN.finditer(words):
            yield {"min": 1, "max": 1, "approx": False, "what": match["who"]}, part, *match.span()


def _bounds_en(match):
    number = match["n"]
    if number.endswith(" of"):
        return (200 if number.startswith("hundreds") else 24), None, True
    low = _value(number)
    high = _value(match["m"]) if match["m"] else low
    q = (match["q"] or "").strip()
    if match["odd"] == "-odd":
        return low, low + (9 if low < 100 else 99), True
    if q in ("more than", "over", "at least"):
        return low, None, False
    if q in ("up to", "as many as"):
        return None, low, False
    return low, high, bool(q) or match["odd"] is not None


def _value(word):
    return _WORDS[word] if word in _WORDS else int(word.replace(",", ""))


_NATIVE = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}


def _people_ko(document):
    for part in ("title", "text"):
        words = document.part(part)
        for match in _PEOPLE_KO.finditer(words):
            sentence = document.sentence_at(part, match.start()).words
            if not _ACT_KO.search(sentence):
                continue
            low, high, approx = _bounds_ko(match)
            what = "households" if match["unit"] in ("세대", "가구") else "people"
            yield {"min": low, "max": high, "approx": approx, "what": what}, part, *match.span()
        for match in _SINGLE_KO.finditer(words):
            yield {"min": 1, "max": 1, "approx": False, "what": "one person"}, part, *match.span()


def _bounds_ko(match):
    if match["dozens"]:
        return (24 if match["dozens"] == "수십" else 200), None, True
    low = _NATIVE.get(match["n"]) or int(match["n"].replace(",", "") or 0)
    high = int(match["m"].replace(",", "")) if match["m"] else low
    post = (match["post"] or "").strip()
    if match["odd"] or post == "여":
        return low, low + (9 if low < 100 else 99), True
    if post in ("이상", "넘게") or match["q"] in ("최소", "적어도"):
        return low, None, False
    return low, high, bool(post or match["q"])


_CURRENCY = {
    "kpw": "KPW", "krw": "KRW", "rmb": "CNY", "cny": "CNY", "usd": "USD", "us$": "USD", "$": "USD", "yuan": "CNY", "won": "KPW",
    "north korean won": "KPW", "south korean won": "KRW", "dollars": "USD", "dollar": "USD", "renminbi": "CNY", "us dollars": "USD",
    "위안": "CNY", "달러": "USD", "원": "KPW", "위안화": "CNY",
}  # fmt: skip
_AMOUNT = r"\d[\d,]*(?:\.\d+)?(?: (?:million|thousand|billion))?"
_MONEY_EN = re.compile(
    rf"(?P<q>up to|at most|at least|more than|over)? ?(?:(?P<pre>kpw|krw|rmb|cny|usd|us\$|\$) ?(?P<a>{_AMOUNT})(?:\s?(?:–|-|to)\s?(?:(?P=pre) ?)?(?P<b>{_AMOUNT}))?"
    rf"|\b(?P<c>{_AMOUNT})(?:\s?(?:–|-|to|or)\s?(?P<d>{_AMOUNT}))? (?P<post>north korean won|south korean won|chinese yuan|yuan|won|us dollars|u\.s\. dollars|dollars|renminbi|rmb)\b)"
    r"(?P<per> (?:per|a|each|an) (?:day|month|year|kilogram|kilo|kg|person|head|item|piece|car|unit|household))?"
)
_KO_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?)"
_MONEY_KO = re.compile(
    rf"(?:(?P<per>하루|한 달|월|매달|1년|연간|1?㎏당|1?kg당|한 대에|한 대당|대당|1인당|한 사람당|개당|세대당)[^.\d]{{0,12}})?(?P<south>한국 돈|남한 돈|한화)?\s?"
    rf"(?P<a>{_KO_NUMBER})\s?(?P<ua>만|천|백만|억)?\s?(?P<a2>\d{{1,4}})?(?:\s?(?:위안|달러|원)?(?:\s?[~∼-]\s?|에서 )(?P<b>{_KO_NUMBER})\s?(?P<ub>만|천|백만|억)?\s?(?P<b2>\d{{1,4}})?)?\s?"
    r"(?P<cur>위안화|위안|달러|원)(?P<post>\s?(?:이상|이하|정도|가량|이내))?(?!산|래|인|칙|수|료|자|정|동|동기)"
)
_PER = {
    "day": "day", "month": "month", "year": "year", "kilogram": "kg", "kilo": "kg", "kg": "kg", "person": "person", "head": "person",
    "item": "item", "piece": "item", "car": "item", "unit": "item", "household": "item", "하루": "day", "한 달": "month", "월": "month",
    "매달": "month", "1년": "year", "연간": "year", "kg당": "kg", "1kg당": "kg", "㎏당": "kg", "1㎏당": "kg", "한 대에": "item", "한 대당": "item",
    "대당": "item", "1인당": "person", "한 사람당": "person", "개당": "item", "세대당": "item",
}  # fmt: skip
_UNITS = {"만": 10_000, "천": 1_000, "백만": 1_000_000, "억": 100_000_000, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def find_money(document: Document):
    """Amounts of money as `{"currency", "min", "max", "per", "what"}` with their evidence."""
    find = _money_ko if document.language == "ko" else _money_en
    money, evidence, seen = [], [], set()
    for amount, part, start, end in find(document):
        key = (amount["currency"], amount["min"], amount["max"])
        if key not in seen:
            seen.add(key)
            money.append(amount)
            evidence.append(document.evidence("money", f"{amount['currency']} {_range(amount)}", part, start, end))
    return money, evidence


def _money_en(document):
    for part in ("title", "text"):
        for m in _MONEY_EN.finditer(document.lowered[part]):
            unit = (m["pre"] or m["post"]).replace("chinese ", "").replace("u.s.", "us")
            first = _amount_en(m["a"] or m["c"], m["b"] or m["d"])
            low, high = first, _amount_en(m["b"] or m["d"], None) if (m["b"] or m["d"]) else first
            if m["q"] in ("up to", "at most"):
                low = None
            elif m["q"]:
                high = None
            per = _PER.get((m["per"] or "").split(" ")[-1]) if m["per"] else None
            yield {"currency": _CURRENCY[unit], "min": low, "max": high, "per": per, "what": m.group().strip()}, part, *_trim(m)


def _trim(m):
    return m.start() + len(m.group()) - len(m.group().lstrip()), m.end()


def _amount_en(words, partner):
    """A number as written; "2 to 3 million" lends its unit to the first."""
    unit = next((u for u in ("thousand", "million", "billion") if u in words), None)
    if not unit and partner:
        unit = next((u for u in ("thousand", "million", "billion") if u in partner), None)
    value = float(words.split(" ")[0].replace(",", "")) * _UNITS.get(unit, 1)
    return int(value) if value == int(value) else value


def _money_ko(document):
    for part in ("title", "text"):
        for m in _MONEY_KO.finditer(document.part(part)):
            low = _amount_ko(m["a"], m["ua"] or (m["ub"] if m["b"] else None), m["a2"])
            high = _amount_ko(m["b"], m["ub"], m["b2"]) if m["b"] else low
            post = (m["post"] or "").strip()
            low, high = (None, high) if post in ("이하", "이내") else (low, None) if post == "이상" else (low, high)
            currency = "KRW" if m["south"] and m["cur"] == "원" else _CURRENCY[m["cur"]]
            per = _PER.get(m["per"]) if m["per"] else None
            yield {"currency": currency, "min": low, "max": high, "per": per, "what": m.group().strip()}, part, *_trim(m)


def _amount_ko(number, unit, rest):
    value = float(number.replace(",", "")) * _UNITS.get(unit, 1) + (int(rest) if rest else 0)
    return int(value) if value == int(value) else value
