"""What English and Korean amounts of money share: currencies, what an amount is paid by, rates and conversions."""

import re
from functools import lru_cache
from typing import NamedTuple

from reports.quantities import quantity_words

CURRENCY = {
    "kpw": "KPW", "krw": "KRW", "w": "KRW", "₩": "KRW", "rmb": "CNY", "cny": "CNY", "cn¥": "CNY", "¥": "CNY",
    "usd": "USD", "us$": "USD", "$": "USD", "€": "EUR",
    "yuan": "CNY", "won": "KPW", "dollar": "USD", "dollars": "USD", "renminbi": "CNY", "euro": "EUR", "euros": "EUR",
    "위안": "CNY", "위안화": "CNY", "인민폐": "CNY", "원": "KPW", "달러": "USD", "딸라": "USD", "유로": "EUR",
}  # fmt: skip


class Amount(NamedTuple):
    """An amount: bounds (None where open), what it is paid by, and the characters it stands on."""

    currency: str
    low: float | None
    high: float | None
    per: str | None
    start: int
    end: int


def whole(value):
    """The value without what binary fractions leave over: 8.2 million is 8,200,000."""
    value = round(value, 6)
    return int(value) if value == int(value) else value


@lru_cache(maxsize=None)
def per_patterns(language) -> dict:
    """Unit that an amount may be paid by -> pattern of its words in "en" or "ko"."""
    per = quantity_words()["money"]["per"]
    return {unit: "|".join(re.escape(t) for t in sorted(words[language], key=len, reverse=True)) for unit, words in per.items()}


@lru_cache(maxsize=None)
def per_ahead(language) -> list:
    """(unit, pattern) for words that stand before an amount: "하루 5000원", "a kilogram costs 200 yuan"."""
    edge, reach = (r"\b", 40) if language == "en" else ("", 12)
    return [(unit, re.compile(rf"{edge}(?:{terms}){edge}[^.;,]{{0,{reach}}}$")) for unit, terms in per_patterns(language).items()]


def without_rate_bases(found, words):
    """The amounts but for the "one dollar" or "100 yuan" that a rate in won is given for."""
    return [f for i, f in enumerate(found) if not _is_rate_base(f, found[max(0, i - 2) : i + 3], words)]


_BRACKETED = re.compile(r"[^().]{0,16}\((?:about|around|some|roughly|approximately|nearly|or|약|한화로?|미화로?)?\s?(?:약\s)?")


def converted(found, words):
    """A conversion in brackets is open where the amount it converts is: "400위안(약 58달러)도 못 받는"."""
    for i in range(1, len(found)):
        last, this = found[i - 1], found[i]
        if (last.low is None or last.high is None) and this.low == this.high and last.currency != this.currency:
            if _BRACKETED.fullmatch(words, last.end, this.start):
                found[i] = this._replace(low=this.low if last.low is not None else None, high=this.high if last.high is not None else None)
    return found


_BESIDE = re.compile(r"^,? (?:and|or|plus) |^, ?[가-힣 ]{1,12}[은는] ")  # "10 yuan and 5,000 won", "국경에서 10달러, 국내에서는 6만 원"


def _is_rate_base(amount, beside, words):
    if amount.currency in ("KPW", "KRW") or amount.low != amount.high or amount.low not in (1, 10, 100):
        return False
    for won in (f for f in beside if f.currency == "KPW"):
        near = 0 <= won.start - amount.end <= 60 or 0 <= amount.start - won.end <= 25
        if near and amount.low > 1 and _BESIDE.search(words[amount.end : won.start]):
            continue
        if near and not re.search(r"[.(]", words[min(amount.end, won.end) : max(amount.start, won.start)]):
            return True
    return False
