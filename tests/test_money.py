"""Amounts of money in both languages; every sentence here is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.money import find_money
from reports.text import Document


def amounts(text, language, title=""):
    """(currency, min, max) of every amount."""
    return [(m["currency"], m["min"], m["max"]) for m in find_money(Document(title, text, language))[0]]


ENGLISH = [
    pytest.param(
        "a permit costs RMB 30,000 (USD 4,160)", [("CNY", 30000, 30000), ("USD", 4160, 4160)], id="an amount and its conversion are two"
    ),
    pytest.param("5,000 to 7,000 yuan", [("CNY", 5000, 7000)], id="a range"),
    pytest.param("between KPW 34,000 and KPW 46,000 a day", [("KPW", 34000, 46000)], id="a range with the currency twice"),
    pytest.param("1000 to 2000 KPW", [("KPW", 1000, 2000)], id="the code behind the number"),
    pytest.param("2 to 3 million won", [("KPW", 2000000, 3000000)], id="the first number borrows the unit"),
    pytest.param("500,000 South Korean won", [("KRW", 500000, 500000)], id="won of the South"),
    pytest.param("500,000 won", [("KPW", 500000, 500000)], id="won without a country"),
    pytest.param("at most 4.5 yuan", [("CNY", None, 4.5)], id="at most"),
    pytest.param("more than 20,000 won", [("KPW", 20000, None)], id="at least"),
    pytest.param("KPW 5,000 at the least and KPW 10,000 at the most", [("KPW", 5000, 10000)], id="from the least to the most"),
    pytest.param(
        "it fell from 30,000 yuan to 25,000.", [("CNY", 30000, 30000), ("CNY", 25000, 25000)], id="an old and a new price are two"
    ),
    pytest.param(
        "rice was 3.6 yuan and now it is at 4.5.", [("CNY", 3.6, 3.6), ("CNY", 4.5, 4.5)],
        id="a number that leans on the currency before it",
    ),
    pytest.param("one US dollar brought 8,050 North Korean won", [("KPW", 8050, 8050)], id="an exchange rate is the amount in won"),
    pytest.param("two thousand yuan", [("CNY", 2000, 2000)], id="a number in words"),
    pytest.param(
        "it cost 4,200 won. It eased to 3,900 by June.", [("KPW", 4200, 4200), ("KPW", 3900, 3900)], id="leaning on the sentence before"
    ),
    pytest.param("rice cost 4,200 won. Some 3,900 people came.", [("KPW", 4200, 4200)], id="people are no price"),
    pytest.param("less than 400 yuan (about $58)", [("CNY", None, 400), ("USD", None, 58)], id="a conversion is as open"),
    pytest.param("100 dollars or 700 yuan", [("USD", 100, 100), ("CNY", 700, 700)], id="two currencies"),
    pytest.param("8.2 million dollars", [("USD", 8200000, 8200000)], id="a fraction of a million"),
    pytest.param("what a yuan is worth", [], id="a yuan as a word"),
    pytest.param("on Feb. 1, to 4,000 won", [("KPW", 4000, 4000)], id="a date before an amount"),
    pytest.param("took $2,300 and 9,000 yuan", [("USD", 2300, 2300), ("CNY", 9000, 9000)], id="the second has a currency of its own"),
    pytest.param("rice went up to 14 yuan", [("CNY", 14, 14)], id="a price that went up to so much is no limit"),
    pytest.param(
        "a bed costs 30 yuan, against 25 last year", [("CNY", 30, 30), ("CNY", 25, 25)], id="a small number leans on the price before",
    ),
    pytest.param("it cost 30 yuan at 25 stalls", [("CNY", 30, 30)], id="a number of things leans on none"),
    pytest.param("the market gives 8,200 for a dollar", [("KPW", 8200, 8200)], id="a rate whose won is left unsaid"),
    pytest.param(
        "rice was 900 won on July 3 and rose by July 9 to 1,150 won", [("KPW", 900, 900), ("KPW", 1150, 1150)], id="a day is no price",
    ),
    pytest.param("500,000 to 1 million won", [("KPW", 500000, 1000000)], id="a full number borrows no unit"),
    pytest.param("nobody may carry more than 1,000 yuan", [("CNY", 1000, 1000)], id="a limit nobody may pass"),
    pytest.param("rice was 1,300 won, corn 650.", [("KPW", 1300, 1300), ("KPW", 650, 650)], id="a second ware"),
    pytest.param("they won 5 medals", [], id="won is a verb"),
    pytest.param("20,000 people", [], id="no money"),
]
KOREAN = [
    pytest.param("2~3만 위안", [("CNY", 20000, 30000)], id="the first number borrows the unit"),
    pytest.param("북한 돈 2000~3000원", [("KPW", 2000, 3000)], id="won of the North"),
    pytest.param("벌금 10만 원", [("KPW", 100000, 100000)], id="won without a country"),
    pytest.param("한국 돈 10만 원", [("KRW", 100000, 100000)], id="won of the South"),
    pytest.param("1만 5000위안", [("CNY", 15000, 15000)], id="a number in two parts"),
    pytest.param("1만5천 위안", [("CNY", 15000, 15000)], id="a number in two parts with a unit"),
    pytest.param("1만 위안이 넘는 돈", [("CNY", 10000, None)], id="more than"),
    pytest.param("최대 5만 위안", [("CNY", None, 50000)], id="at most"),
    pytest.param("1위안을 1260원에 바꿔준다", [("KPW", 1260, 1260)], id="an exchange rate is the amount in won"),
    pytest.param("100달러가 62만 원까지 떨어졌다", [("KPW", 620000, 620000)], id="a rate for a hundred dollars"),
    pytest.param("7만 위안 하던 것이 8만 5000위안이 됐다", [("CNY", 70000, 70000), ("CNY", 85000, 85000)], id="an old and a new price are two"),
    pytest.param("본래 10만 원인데 3만 원만 받겠다", [("KPW", 100000, 100000), ("KPW", 30000, 30000)], id="원인데 is money"),
    pytest.param("만 위안", [("CNY", 10000, 10000)], id="a unit alone"),
    pytest.param("옥수수 1kg에 3000원대", [("KPW", 3000, 3999)], id="in the three thousands"),
    pytest.param("400위안(약 58달러)도 못 받는다", [("CNY", None, 400), ("USD", None, 58)], id="less than"),
    pytest.param("4800원에서 1만 2000원까지 올랐다", [("KPW", 4800, 4800), ("KPW", 12000, 12000)], id="a unit is not lent across 원"),
    pytest.param("적게는 8000위안, 많게는 2만 위안", [("CNY", 8000, 20000)], id="from the least to the most"),
    pytest.param("30만 위안(약 5580만 원)", [("CNY", 300000, 300000), ("KRW", 55800000, 55800000)], id="southern won by the rate"),
    pytest.param("위안화 200원", [("CNY", 200, 200)], id="원 for yuan"),
    pytest.param("3개의 원칙", [], id="원 in another word"),
    pytest.param("최고 100만 원까지 물린다", [("KPW", None, 1000000)], id="at most, as the highest"),
    pytest.param("3천 원을 웃돈다", [("KPW", 3000, None)], id="above"),
    pytest.param("3천 원을 밑돈다", [("KPW", None, 3000)], id="below"),
    pytest.param("7·8만 원", [("KPW", 70000, 80000)], id="a range with a middle dot"),
    pytest.param("국경에서 10달러, 국내에서는 6만 원", [("USD", 10, 10), ("KPW", 60000, 60000)], id="two places, no rate"),
]


@pytest.mark.parametrize("text, expected", ENGLISH)
def test_english_amounts(text, expected):
    assert amounts(text, "en") == expected


@pytest.mark.parametrize("text, expected", KOREAN)
def test_korean_amounts(text, expected):
    assert amounts(text, "ko") == expected


@pytest.mark.parametrize(
    "text, language, per",
    [
        pytest.param("KPW 46,000 a day", "en", "day", id="a day"),
        pytest.param("a kilogram of rice cost 5,700 won", "en", "kg", id="a kilogram, before the amount"),
        pytest.param("RMB 2,000 a head", "en", "person", id="a head"),
        pytest.param("하루 2000원", "ko", "day", id="하루"),
        pytest.param("1kg에 6위안씩", "ko", "kg", id="1kg에"),
        pytest.param("한 사람당 200위안", "ko", "person", id="한 사람당"),
        pytest.param("one US dollar brought 8,050 North Korean won", "en", None, id="an exchange rate is per nothing"),
    ],
)
def test_what_an_amount_is_paid_by(text, language, per):
    assert find_money(Document("", text, language))[0][0]["per"] == per


def test_a_headline_counts_only_where_the_text_names_no_money():
    assert amounts("값은 8만 5000위안이 됐다.", "ko", "1만 5000위안 껑충") == [("CNY", 85000, 85000)]
    assert amounts("값이 뛰었다.", "ko", "1만 5000위안 껑충") == [("CNY", 15000, 15000)]


def test_an_amount_told_twice_is_one():
    assert amounts("It cost 500 yuan. Yes, 500 yuan.", "en") == [("CNY", 500, 500)]


PIECES = st.sampled_from(
    ["1,000", "5", "2.5", "million", "yuan", "won", "RMB", "KPW", "$", "to", "-", "~", "and", "between", "from",
    "at most", "a day", ".", ",", "one", "İ", "\n",
     "만", "천", "위안", "원", "달러", "에서", "최대", "이상", "하루", "한국 돈", "1만 5000위안"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=100), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)),
    st.sampled_from(["en", "ko"]),
)
def test_evidence_is_cut_from_the_text_whatever_the_input(text, language):
    document = Document(text[:40], text, language)
    money, evidence = find_money(document)
    assert len(money) == len(evidence)
    for m, e in zip(money, evidence):
        assert document.part(e.part)[e.start : e.end] == e.words
        assert m["min"] is not None or m["max"] is not None
        assert m["min"] is None or m["max"] is None or m["min"] <= m["max"]
