"""Amounts of money in Korean: "북한 돈 2~3만 원", "1만 5000위안", "3000원대"."""

import re

from reports.money_amounts import CURRENCY, Amount, converted, per_ahead, whole, without_rate_bases

_UNITS = {"천만": 10_000_000, "백만": 1_000_000, "십만": 100_000, "만": 10_000, "천": 1_000, "백": 100, "억": 100_000_000}


_K = r"\d[\d,]{0,14}(?:\.\d{1,4})?"
_U = r"(?:천만|백만|십만|만|천|백|억)"
_CUR = r"(?:위안화|위안|인민폐|달러|딸라|유로|원)"
_AMOUNT = rf"(?:{_K}\s?{_U}?(?:\s?\d[\d,]{{0,14}}\s?(?:천|백)?)?|(?<![가-힣\d])(?:십만|백만|천만|만|천|백|[이삼사오육칠팔구](?:천|만|백))(?=\s?{_CUR}))"
_MONEY_KO = re.compile(
    rf"(?<![\d.,])(?:(?P<low>[1-9])[,·]\s?(?=[1-9](?:만|천|백만)))?(?P<a>{_AMOUNT})\s?여?\s?(?P<own>{_CUR})?(?:\s?(?P<to>[~∼～–-]|에서"
    rf"|부터)\s?(?P<b>{_AMOUNT})\s?여?)?\s?(?P<cur>{_CUR})"
    r"(?!칙|산|점|형|탁|생|로원|년|주민|내각|어치기)(?P<post>\s?(?:이상|이하|이내|미만|넘게|남짓|정도|가량|안팎))?"
)
_LEAST_KO = re.compile(r"(?:최소|적어도|최소한)\s?(?:한 |약 )?$")
_MOST_KO = re.compile(r"(?:최대|최고|많아야|기껏해야|잘\s?(?:팔아|받아|쳐|줘)야|비싸야|많게는)\s?(?:약 )?$")
_SOUTH = re.compile(r"(?:한국\s?돈|남한\s?돈|한화|남조선\s?돈)[^\d.]{0,8}$")
_CHINESE = re.compile(r"(?:인민폐|중국\s?돈|중국\s?인민폐|위안화)(?:로)?[^\d.가-힣]{0,3}$")
_CHANGED = re.compile(r"(?:이|가) ?(?:됐|되|돼)|(?:으로|로|까지)\s?(?:[가-힣]+\s)?(?:뛰|뛴|올랐|오르|올라|상승|인상|치솟|떨어|내렸|내리|하락|인하|바뀌|줄|늘)")
_OVER = re.compile(r"\s?(?:이|을|를)?\s?(?:넘(?!나|보|기)|웃도|웃돌|웃돈)")
_UNDER = re.compile(r"(?:\s?\([^)]{0,24}\))?\s?(?:도|에도|조차|에|을|를)?\s?(?:채\s)?(?:안\s?(?:되|돼|된|됐|하)|못\s?(?:받|벌|미치|되|돼|한|쳐)|모자라|밑돌|밑도|밑돈)")
_CALLED = re.compile(r"\s?(?:대(?:[를로에의이가는은]|\s|[.,]|$)|대다|대였)")
_DIGITS = {d: i for i, d in enumerate("일이삼사오육칠팔구", 1)}
_PARTS = re.compile(rf"(?P<n>{_K}|[이삼사오육칠팔구](?=천|만|백))?\s?(?P<u>{_U})?(?:\s?(?P<rest>\d[\d,]{{0,14}})\s?(?P<ru>천|백)?)?")


def find_korean(document, part) -> list:
    """The amounts of a part in order."""
    words = document.part(part)
    found = [amount for m in _MONEY_KO.finditer(words) for amount in _amounts_ko(m, words)]
    return _southern(converted(without_rate_bases(_spanned(found, words), words), words), words)


_FEWEST, _AT_MOST_KO = re.compile(r"(?:적게는|적어도|최소|싸게는|낮게는)\s?(?:약 )?$"), re.compile(r"(?:많게는|최대|비싸게는|높게는|많으면)\s?(?:약 )?$")


def _spanned(found, words):
    """ "적게는 8000위안, 많게는 2만 위안" is one amount, from the least to the most."""
    joined = []
    for f in found:
        last = joined[-1] if joined else None
        near = last and last.currency == f.currency and f.start - last.end < 16
        if near and last.low is not None and f.high is not None and last.low < f.high:
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
        bracketed = re.fullmatch(r"\s?\((?:약|우리 ?돈)?\s?(?:약\s)?", words[last.end : this.start])
        if bracketed and this.currency == "KPW" and last.high and this.high and low <= this.high / last.high <= high:
            found[i] = this._replace(currency="KRW")
    return found


def _amounts_ko(m, words):
    start, end = m.span()
    before = words[max(0, start - 24) : start]
    cur = CURRENCY[m["cur"]]
    if m["cur"] == "원":
        cur = "KRW" if _SOUTH.search(before) else "CNY" if _CHINESE.search(before) else cur
    unit = _PARTS.match(m["b"])["u"] if m["b"] else None
    low = _value_ko(m["a"], unit if not m["own"] else None)
    high = _value_ko(m["b"], None) if m["b"] else low
    if m["low"]:  # "3, 4만 원"
        low = _value_ko(m["low"], _PARTS.match(m["a"])["u"])
    per = next((u for u, pattern in per_ahead("ko") if pattern.search(before)), None)
    if m["b"] and (low > high or m["to"] in ("에서", "부터") and _CHANGED.match(words, end)):  # "5만 위안에서 3만 위안으로 떨어졌다"
        return [Amount(cur, low, low, per, start, end), Amount(cur, high, high, per, start, end)]
    post = (m["post"] or "").strip()
    if not m["b"] and (post in ("이상", "넘게") or _OVER.match(words, end) or _LEAST_KO.search(before)):
        high = None
    elif not m["b"] and (post in ("이하", "이내", "미만") or _MOST_KO.search(before) or _UNDER.match(words, end)):
        low = None
    elif not m["b"] and m["cur"] == "원" and _CALLED.match(words, end):  # "3000원대"
        high = low + 10 ** (len(str(low)) - len(str(low).rstrip("0"))) - 1
    return [Amount(cur, low, high, per, start, end)]


def _value_ko(words, unit):
    """"1만 5000", "84만", "2.5만", "만"; a range lends its unit to a first number that has none."""
    m = _PARTS.match(words)
    value = _DIGITS.get(m["n"]) or float(m["n"].replace(",", "")) if m["n"] else 1
    value *= _UNITS.get(m["u"] or unit, 1)
    if m["rest"]:
        value += int(m["rest"].replace(",", "")) * _UNITS.get(m["ru"], 1)
    return whole(value)
