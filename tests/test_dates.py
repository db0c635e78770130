"""When the source spoke and when the event was, in both languages; every sentence here is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.date_grammar import cue, time_words
from reports.date_resolve import resolve
from reports.dates import find_dates, find_expressions
from reports.edtf import parse
from reports.text import Document


def times(text, language, published):
    """First and last day and precision of every expression of a text, resolved against the day of publication."""
    anchor, before, found = parse(published) if published else None, None, []
    for e in find_expressions(Document("", text, language, published)):
        time = resolve(e, anchor, anchor, before)
        if time:
            found.append((str(time.first), str(time.last), time.precision))
            before = time
    return found


ENGLISH = [
    pytest.param("on June 13", "2023-06-20", ("2023-06-13", "2023-06-13", "day"), id="a day takes the year of publication"),
    pytest.param("on December 29", "2023-01-04", ("2022-12-29", "2022-12-29", "day"), id="the year crosses into January"),
    pytest.param("on May 31", None, ("XXXX-05-31", "XXXX-05-31", "day"), id="no year is known"),
    pytest.param("since late May", "2023-06-20", ("2023-05-21", "2023-05-31", "part_of_month"), id="late is 21 to last"),
    pytest.param("in mid-February", "2023-06-20", ("2023-02-11", "2023-02-20", "part_of_month"), id="mid is 11 to 20"),
    pytest.param("at the end of last month", "2023-01-20", ("2022-12-21", "2022-12-31", "part_of_month"), id="last month of January"),
    pytest.param("the 23rd of last month", "2023-06-20", ("2023-05-23", "2023-05-23", "day"), id="a day of last month"),
    pytest.param("from Oct. 1 to Oct. 10", "2023-10-20", ("2023-10-01", "2023-10-10", "day"), id="from to"),
    pytest.param("Nov. 22-23", "2023-12-01", ("2023-11-22", "2023-11-23", "day"), id="a dash between days"),
    pytest.param("May 21 to June 13, 2019", "2023-12-01", ("2019-05-21", "2019-06-13", "day"), id="the year after the second day"),
    pytest.param("between November and this February", "2023-03-01", ("2022-11-01", "2023-02-28", "month"), id="months across January"),
    pytest.param("for 20 days from Nov. 2 for 20 days", "2023-12-01", ("2023-11-02", "2023-11-21", "day"), id="a start and how long"),
    pytest.param("on the 17th", "2023-06-20", ("2023-06-17", "2023-06-17", "day"), id="a bare day of this month"),
    pytest.param("on the 27th", "2023-06-20", ("2023-05-27", "2023-05-27", "day"), id="a bare day that would lie ahead is last month's"),
    pytest.param("on Wednesday", "2024-03-14", ("2024-03-13", "2024-03-13", "day"), id="the latest Wednesday"),
    pytest.param("yesterday", "2024-03-01", ("2024-02-29", "2024-02-29", "day"), id="yesterday in a leap year"),
    pytest.param(
        "since the beginning of the year", "2025-02-21", ("2025-01-01", "2025-01-31", "month"), id="the beginning of a year is January"
    ),
    pytest.param("in November last year", "2020-02-01", ("2019-11-01", "2019-11-30", "month"), id="a month of last year"),
    pytest.param("last winter", "2023-06-20", ("2022-12-01", "2023-02-28", "season"), id="winter crosses the year"),
    pytest.param("17 July 2020", None, ("2020-07-17", "2020-07-17", "day"), id="day before month"),
    pytest.param("since the Day of the Sun", "2023-06-20", ("2023-04-15", "2023-04-15", "day"), id="a holiday stands for its date"),
    pytest.param("on the last day of May", "2023-06-20", ("2023-05-31", "2023-05-31", "day"), id="the last day of a month"),
    pytest.param("for the first twenty days of May", "2023-06-20", ("2023-05-01", "2023-05-20", "day"), id="the first days of a month"),
    pytest.param("two days ahead of the vote on June 9", "2023-06-20", ("2023-06-07", "2023-06-07", "day"), id="days ahead of a day"),
    pytest.param("on the eve of the Day of the Sun", "2023-06-20", ("2023-04-14", "2023-04-14", "day"), id="the eve of a holiday"),
    pytest.param("on the fifth of June", "2023-06-20", ("2023-06-05", "2023-06-05", "day"), id="a day in words"),
    pytest.param("the day before yesterday", "2023-06-20", ("2023-06-18", "2023-06-18", "day"), id="two days back"),
    pytest.param("in early and in mid-May", "2023-06-20", ("2023-05-01", "2023-05-20", "part_of_month"), id="two parts of a month"),
    pytest.param("in the second ten days of May", "2023-06-20", ("2023-05-11", "2023-05-20", "part_of_month"), id="the second ten days"),
    pytest.param("toward the end of May", "2023-06-20", ("2023-05-21", "2023-05-31", "part_of_month"), id="toward the end is a time"),
    pytest.param("since the New Year", "2023-06-20", ("2023-01-01", "2023-01-01", "day"), id="since New Year is since its first day"),
    pytest.param("on June 8 or 9", "2023-06-20", ("2023-06-08", "2023-06-09", "day"), id="one of two days"),
    pytest.param("the day after Chuseok", "2023-12-20", ("2023-09-30", "2023-09-30", "day"), id="a day counted from a feast"),
    pytest.param("under a decree of the 8th", "2023-12-20", ("2023-12-08", "2023-12-08", "day"), id="the day of a decree"),
    pytest.param("beginning on May 9", "2023-06-20", ("2023-05-09", "2023-05-09", "day"), id="the start alone"),
    pytest.param("for ten days beginning on May 9", "2023-06-20", ("2023-05-09", "2023-05-18", "day"), id="how long, then the start"),
    pytest.param("since the last days of 2025", "2026-01-20", ("2025-12-21", "2025-12-31", "part_of_month"), id="the last days of a year"),
    pytest.param("in the early days of May", "2023-06-20", ("2023-05-01", "2023-05-10", "part_of_month"), id="the early days"),
    pytest.param("since Chuseok", "2023-12-20", ("2023-09-29", "2023-09-29", "day"), id="a lunar holiday by its year"),
]
KOREAN = [
    pytest.param("당 창건일 이틀 전", "2023-12-20", ("2023-10-08", "2023-10-08", "day"), id="days before a feast"),
    pytest.param("추석 전날", "2023-12-20", ("2023-09-28", "2023-09-28", "day"), id="the eve of a feast"),
    pytest.param("지난 일요일인 12일", "2023-11-20", ("2023-11-12", "2023-11-12", "day"), id="a weekday told by its day"),
    pytest.param("지난달 마지막 날", "2023-11-20", ("2023-10-31", "2023-10-31", "day"), id="the last day of a month"),
    pytest.param("10월이 저물 무렵", "2023-11-20", ("2023-10-21", "2023-10-31", "part_of_month"), id="a month that draws to its close"),
    pytest.param("지난 12일부터", "2023-06-20", ("2023-06-12", "2023-06-12", "day"), id="지난 with a day"),
    pytest.param("17~19일", "2023-06-20", ("2023-06-17", "2023-06-19", "day"), id="two days"),
    pytest.param("이달 초", "2023-06-20", ("2023-06-01", "2023-06-10", "part_of_month"), id="early this month"),
    pytest.param("지난달 말.", "2023-01-20", ("2022-12-21", "2022-12-31", "part_of_month"), id="last month of January"),
    pytest.param("5월 중순", "2023-06-20", ("2023-05-11", "2023-05-20", "part_of_month"), id="mid"),
    pytest.param("4월 하순", "2023-06-20", ("2023-04-21", "2023-04-30", "part_of_month"), id="late"),
    pytest.param("3월 상순", "2023-06-20", ("2023-03-01", "2023-03-10", "part_of_month"), id="early, northern"),
    pytest.param("주체112(2023)년 5월 3일", None, ("2023-05-03", "2023-05-03", "day"), id="a Juche year with its year"),
    pytest.param("주체112년 5월 3일", None, ("2023-05-03", "2023-05-03", "day"), id="a Juche year alone"),
    pytest.param("9일부터 일주일 동안", "2026-01-21", ("2026-01-09", "2026-01-15", "day"), id="a start and how long"),
    pytest.param("25일부터 31일까지", "2025-01-28", ("2025-01-25", "2025-01-31", "day"), id="an end that lies ahead"),
    pytest.param("지난달 24일", "2021-07-02", ("2021-06-24", "2021-06-24", "day"), id="a day of last month"),
    pytest.param("지난해 11월 말", "2020-02-01", ("2019-11-21", "2019-11-30", "part_of_month"), id="last year"),
    pytest.param("작년 말,", "2020-02-01", ("2019-12-01", "2019-12-31", "month"), id="the end of a year is December"),
    pytest.param("올봄 이후", "2023-06-13", ("2023-03-01", "2023-05-31", "season"), id="this spring"),
    pytest.param("9월 14일 당국이", "2023-10-13", ("2023-09-14", "2023-09-14", "day"), id="the authorities are no 당 of a day"),
    pytest.param("7월 한 달간", "2023-08-13", ("2023-07-01", "2023-07-31", "month"), id="a whole month"),
    pytest.param("올 3월", "2023-06-13", ("2023-03-01", "2023-03-31", "month"), id="this year's March"),
    pytest.param("3월 1일부터 두 달간", "2023-06-13", ("2023-03-01", "2023-04-29", "day"), id="two months from a day"),
    pytest.param("지난주 화요일", "2024-03-14", ("2024-03-05", "2024-03-05", "day"), id="a weekday of last week"),
    pytest.param("12월 29일", "2023-01-04", ("2022-12-29", "2022-12-29", "day"), id="the year crosses into January"),
    pytest.param("5월 31일", None, ("XXXX-05-31", "XXXX-05-31", "day"), id="no year is known"),
    pytest.param("당 창건일", "2023-11-20", ("2023-10-10", "2023-10-10", "day"), id="a holiday stands for its date"),
    pytest.param("전승절", "2023-11-20", ("2023-07-27", "2023-07-27", "day"), id="27 July"),
    pytest.param("정월대보름", "2023-03-20", ("2023-02-05", "2023-02-05", "day"), id="a lunar holiday by its year"),
]
UNFIXED = [
    pytest.param("the May 30 measures let factories keep profits", "en", "2023-06-20", id="measures that bear a day as their name"),
    pytest.param("10월8일공장 노동자", "ko", "2023-11-20", id="a factory that bears a day as its name"),
    pytest.param("last week", "en", "2023-06-20", id="last week is no date"),
    pytest.param("지난주", "ko", "2023-06-20", id="지난주 is no date"),
    pytest.param("on the 17th", "en", None, id="a bare day with nothing to fix it"),
    pytest.param("지난 17일", "ko", None, id="지난 17일 with nothing to fix it"),
    pytest.param("on Wednesday", "en", "2023-06", id="a weekday and only the month of publication"),
    pytest.param("작년", "ko", None, id="last year of an unknown year"),
    pytest.param("31 June 2023", "en", "2023-07-01", id="no such day"),
    pytest.param("3일씩", "ko", "2023-06-20", id="so many days each"),
    pytest.param("20일간", "ko", "2023-06-20", id="how long, not when"),
    pytest.param("80일 전투", "ko", "2023-06-20", id="the 80-day battle"),
    pytest.param("it may be that they march", "en", "2023-06-20", id="may and march are verbs"),
    pytest.param("the 25th Border Guard Brigade", "en", "2023-06-20", id="a brigade has a number"),
    pytest.param("100일", "ko", "2023-06-20", id="no month has a hundred days"),
]


@pytest.mark.parametrize("words, published, expected", ENGLISH)
def test_english_expressions(words, published, expected):
    assert times(words, "en", published)[-1] == expected


@pytest.mark.parametrize("words, published, expected", KOREAN)
def test_korean_expressions(words, published, expected):
    assert times(words, "ko", published) == [expected]


@pytest.mark.parametrize("words, language, published", UNFIXED)
def test_what_nothing_fixes_is_no_date(words, language, published):
    assert times(words, language, published) == []


def test_the_next_day_counts_from_the_day_named_before():
    assert times("지난 3일 붙잡혔고 이튿날 풀려났다", "ko", "2023-06-20")[1][0] == "2023-06-04"
    assert times("He was held on May 3. The following day he was let go.", "en", "2023-06-20")[1][0] == "2023-05-04"


REPORTS = [
    pytest.param(
        "en", "2023-06-20", "Since the new rules came in on June 3 a driver pays a fine, a source told Daily NK on June 13.",
        ("2023-06-13", "2023-06-03", "2023-06-13", "day"), id="since joins a clause",
    ),
    pytest.param(
        "en", "2023-06-20", "Families are being moved inland, a source told Daily NK on June 13. A list was drawn up. It went to the "
        "party. On June 3 trucks came for them.", ("2023-06-13", "2023-06-03", "2023-06-13", "day"), id="the lead says it is being done",
    ),
    pytest.param(
        "ko", "2023-06-20", "양강도 취재협력자가 6월 13일 알려 왔다. 지난 3일 상인이 체포됐다.",
        ("2023-06-13", "2023-06-03", "2023-06-03", "day"), id="a verb of speech written apart",
    ),
    pytest.param(
        "en", "2023-06-20", "Traders were arrested in Hyesan on June 3, a source in the province told Daily NK on Friday.",
        ("2023-06-16", "2023-06-03", "2023-06-03", "day"), id="one act on one day",
    ),
    pytest.param(
        "en", "2023-06-20", "Police have been inspecting stalls since late May, a source told Daily NK on June 13.",
        ("2023-06-13", "2023-05-21", "2023-06-13", "part_of_month"), id="what goes on ends with the source's words",
    ),
    pytest.param(
        "en", "2023-06-20", "Police have been inspecting stalls since late May, according to a source.",
        (None, "2023-05-21", None, "part_of_month"), id="it goes on and nobody knows when the source spoke",
    ),
    pytest.param(
        "en", None, "A man was arrested on May 31, a source said on June 2.",
        ("XXXX-06-02", "XXXX-05-31", "XXXX-05-31", "day"), id="no year anywhere",
    ),
    pytest.param(
        "en", "2023-06-20", "A man was caught with a phone in mid-April. He was arrested on Apr. 17, a source said on June 2.",
        ("2023-06-02", "2023-04-17", "2023-04-17", "day"), id="the sharper day within the vague time",
    ),
    pytest.param(
        "en", "2023-06-20", "Residents are unhappy, a source said on June 2. The law was adopted in December 2020.",
        ("2023-06-02", None, None, "unknown"), id="a law does not date the event",
    ),
    pytest.param(
        "en", "2023-06-20", "Rice cost 5,000 won in May, a source said on June 2.",
        ("2023-06-02", None, None, "unknown"), id="a price does not date the event",
    ),
    pytest.param(
        "en", "2023-06-20", "Smugglers are grumbling. “They were arrested on June 5,” a source said on June 8.",
        ("2023-06-08", "2023-06-05", "2023-06-05", "day"), id="a day within quotation marks is no told_on",
    ),
    pytest.param(
        "ko", "2023-06-20", "양강도 소식통은 13일 “지난 3일 혜산시에서 밀수꾼이 체포됐다”고 전했다.",
        ("2023-06-13", "2023-06-03", "2023-06-03", "day"), id="13일 told, 3일 happened",
    ),
    pytest.param(
        "ko", "2023-06-20", "13일 양강도 소식통에 따르면 혜산시 안전부가 이달 초부터 장사꾼들을 단속하고 있다.",
        ("2023-06-13", "2023-06-01", "2023-06-13", "part_of_month"), id="부터 goes on until told",
    ),
    pytest.param(
        "ko", "2023-09-20", "양강도 소식통은 15일 “둘은 8월 초 현장에서 붙잡혔고 지난 4일 재판에서 교화형을 선고받았다”고 말했다.",
        ("2023-09-15", "2023-08-01", "2023-09-04", "part_of_month"), id="a case from arrest to punishment",
    ),
    pytest.param(
        "ko", "2023-06-20", "양강도 소식통은 13일 “이달 말까지 파철을 바쳐야 한다”고 전했다.",
        ("2023-06-13", None, None, "unknown"), id="a deadline is no event",
    ),
    pytest.param(
        "ko", "2023-06-20", "보위부는 지난 4월 21일 점쟁이를 붙잡았다. 집에서 돈이 나왔다. 이웃들은 놀랐다. 점쟁이는 이달 2일 노동단련대 6개월을 받았다.",
        (None, "2023-04-21", "2023-06-02", "day"), id="the punishment far down closes the case",
    ),
    pytest.param(
        "ko", None, "2011년 11월 풍서군의 당비서가 불려 갔다. 검열조는 11월 9일 돈장사꾼을 붙잡았다.",
        (None, "2011-11-09", "2011-11-09", "day"), id="the year of the same month named before",
    ),
    pytest.param(
        "ko", "2023-06-20", "대북 단체가 13일 공개했다. 지난 4월 큰물 때 무너진 강둑을 다시 쌓는 일이다. 지난 3일 밀수꾼이 체포됐다.",
        ("2023-06-13", "2023-06-03", "2023-06-03", "day"), id="a flood behind the event",
    ),
    pytest.param(
        "ko", "2023-06-20", "양강도 소식통은 13일 “25일 선거를 앞두고 이달 초 사람들이 체포됐다”고 전했다.",
        ("2023-06-13", "2023-06-01", "2023-06-10", "part_of_month"), id="ahead of a day is not on it",
    ),
    pytest.param(
        "ko", "2023-06-20", "소식통은 13일 “지난 4일과 5일 이틀간 규찰대가 청년들을 단속했다”고 전했다. 이 일로 7일 회의가 열렸다.",
        ("2023-06-13", "2023-06-04", "2023-06-05", "day"), id="two days joined, and a sequel",
    ),
    pytest.param(
        "ko", "2023-06-20", "지난달 중순 체포된 여성이 지난 3일 재판에서 5년형을 선고받았다고 13일 소식통이 전했다.",
        ("2023-06-13", "2023-05-11", "2023-06-03", "part_of_month"), id="another day stands beside who tells",
    ),
    pytest.param(
        "ko", "2023-06-20", "이달 들어 혜산에서 통행이 금지되고 있다고 13일 소식통이 전했다. 말이 많다. 지난 4일에는 세 사람이 붙들렸다.",
        ("2023-06-13", "2023-06-01", "2023-06-13", "month"), id="an example does not sharpen what goes on",
    ),
    pytest.param(
        "ko", "2023-06-20", "소식통은 13일 “여맹원들이 내몰리고 있다”고 전했다. 여맹은 1945년 11월 18일에 조직됐다.",
        ("2023-06-13", None, None, "unknown"), id="what lies years back is history",
    ),
    pytest.param(
        "ko", "2023-06-20", "지난 3일 안전부가 밭을 갈아엎었다. 주민들은 울었다. 이 일은 지금도 마을을 옮겨 다니며 이어진다.",
        (None, "2023-06-03", None, "day"), id="still going on, told further down",
    ),
    pytest.param(
        "en", "2023-06-20", "Last month police in Hyesan began rounding up brokers, a source said on June 2. The source told of one. A man "
        "was called. He was arrested on May 16.",
        ("2023-06-02", "2023-05-01", "2023-06-02", "month"), id="a campaign keeps its month beside single cases",
    ),
    pytest.param(
        "en", None, "In June 2012 fines went up. On June 19 two smugglers were fined.",
        (None, "2012-06-19", "2012-06-19", "day"), id="a month named with its year lends it",
    ),
    pytest.param(
        "en", "2023-06-20", "People have been digging there since mid-May, a source said on June 13. Two were fined on June 3.",
        ("2023-06-13", "2023-05-11", "2023-06-13", "part_of_month"), id="what has gone on since a time began then",
    ),
    pytest.param(
        "ko", None, "양강도 소식통은 13일 “지난 3일 밀수꾼이 체포됐다”고 전했다.",
        (None, None, None, "unknown"), id="bare days with nothing to fix them",
    ),
]  # fmt: skip


@pytest.mark.parametrize("language, published, text, expected", REPORTS)
def test_the_dates_of_a_report(language, published, text, expected):
    dates, _ = find_dates(Document("", text, language, published))
    assert (dates["told_on"], dates["event_start"], dates["event_end"], dates["precision"]) == expected


TOLD_ENGLISH = [
    pytest.param("A source got in touch on June 13 to say that {}.", id="got in touch"),
    pytest.param("A partner of ASIAPRESS got through on June 13 with the news that {}.", id="got through"),
    pytest.param("Reached by phone on June 13, a source said {}.", id="reached by phone"),
    pytest.param("{}, State media announced on June 13.", id="state media announced it"),
    pytest.param("On the 13th, our source in Hyesan relayed that {}.", id="the day opens the sentence"),
    pytest.param("Residents were told on June 2 to stay in. {}, a source said on June 13.", id="those who are told do not tell"),
    pytest.param("He was told by an acquaintance in Musan on June 13 that {}.", id="told by somebody is telling"),
    pytest.param("The radio told people on June 2 to stay in. {}, a source claimed on June 13.", id="people who are told anything"),
    pytest.param("According to a notice of June 2 all is well. {}, a source said on June 13.", id="a notice does not tell"),
    pytest.param("Sources told ASIAPRESS between June 10 and 13 that {}.", id="between two days is told on the later"),
    pytest.param("A source says, on June 13, that {}.", id="the day between commas"),
    pytest.param("An agent called on a trader on June 2. {}, a source said on June 13.", id="a caller on a house does not tell"),
    pytest.param("An order reached the office on June 2. {}, a source said on June 13.", id="what reached an office did not tell"),
]
TOLD_KOREAN = [
    pytest.param("13일 현지 주민이 전한 말에 따르면 {}.", id="a resident's words, in a relative clause"),
    pytest.param("13일 데일리NK가 접촉한 소식통의 말을 들어 보면 {}.", id="whom the outlet called"),
    pytest.param("양강도의 한 간부는 13일, {}고 털어놓았다.", id="the verb of telling ends the sentence"),
    pytest.param("{}. 소식통이 이 이야기를 들려준 것은 13일이다.", id="a sentence of its own"),
    pytest.param("13일 들어온 소식에 의하면 {}.", id="news that came in"),
    pytest.param("{}고 현지 취재협력자가 13일 알려 왔다.", id="the day before the verb"),
    pytest.param("{}는 사실이 13일 전해졌다.", id="what became known"),
    pytest.param("한 소식통은 13일 {}고 전했습니다.", id="told politely"),
    pytest.param("13일 보천군의 통신원에 따르면 {}.", id="a correspondent"),
    pytest.param("13일 내부소식통에 따르면 {}.", id="a source written in one word"),
    pytest.param("{}고 한 단체가 13일 공개했다.", id="what a group made known"),
    pytest.param("양강도 소식통은 13일 {}고 전했다.", id="a second day in the sentence is not told_on"),
]


@pytest.mark.parametrize("text", TOLD_ENGLISH)
def test_the_day_on_which_an_english_source_spoke(text):
    words = text.format("two traders were arrested in the market on June 3")
    dates, _ = find_dates(Document("", words, "en", "2023-06-20"))
    assert (dates["told_on"], dates["event_start"] in ("2023-06-02", "2023-06-03")) == ("2023-06-13", True)


@pytest.mark.parametrize("text", TOLD_KOREAN)
def test_the_day_on_which_a_korean_source_spoke(text):
    dates, _ = find_dates(Document("", text.format("지난 3일 상인 두 명이 시장에서 체포됐다"), "ko", "2023-06-20"))
    assert (dates["told_on"], dates["event_start"], dates["event_end"]) == ("2023-06-13", "2023-06-03", "2023-06-03")


EVENTS = [
    pytest.param("The lockdown imposed on June 3 was lifted on June 10.", ("2023-06-03", "2023-06-10"), id="from its start to its end"),
    pytest.param("The city was closed off for ten days from June 3.", ("2023-06-03", "2023-06-12"), id="how long, before the start"),
    pytest.param("She was arrested in early June and sentenced on June 10.", ("2023-06-01", "2023-06-10"), id="two acts, one vague"),
    pytest.param("Two guards deserted on June 3. A search has been going on since.", ("2023-06-03", "2023-06-13"), id="the search goes on"),
    pytest.param("Two guards deserted on June 3 and were caught two days later.", ("2023-06-03", "2023-06-05"), id="a sequel with an act"),
    pytest.param("A driver was caught on June 3 and is still being held.", ("2023-06-03", "2023-06-03"), id="custody is no second act"),
    pytest.param(
        "A tunnel collapsed on June 3. Rescuers arrived on June 5.", ("2023-06-03", "2023-06-03"), id="an accident is over at once"
    ),
    pytest.param("Four came home on June 3. They were isolated until June 9.", ("2023-06-03", "2023-06-09"), id="until then it was done"),
    pytest.param("Homes were raided on June 3. By June 9 six men had been taken.", ("2023-06-03", "2023-06-09"), id="by then it was done"),
    pytest.param("On June 3 a decree was read under which no driver may take guests.", ("2023-06-03", "2023-06-13"), id="a rule goes on"),
    pytest.param("Every home must give a skin. The notice came on June 3.", ("2023-06-03", "2023-06-13"), id="what all must do goes on"),
    pytest.param("A broker has been in custody since June 3.", ("2023-06-03", "2023-06-03"), id="in custody since is an arrest"),
    pytest.param("Four were caught on June 3. Nobody has been tried so far.", ("2023-06-03", "2023-06-03"), id="nobody so far"),
    pytest.param("The office announced on June 3 that fees would rise.", ("2023-06-03", "2023-06-03"), id="announcing a plan is an act"),
    pytest.param(
        "He was named by a broker who was arrested in May. The trial was on June 3.", ("2023-06-03", "2023-06-03"), id="another's arrest"
    ),
    pytest.param("Slips were collected on June 3, six days before the birthday.", ("2023-06-03", "2023-06-03"), id="days before a feast"),
    pytest.param("On June 3 agents had two men sent off to a camp.", ("2023-06-03", "2023-06-03"), id="had them sent off is no pluperfect"),
    pytest.param("Some sold goods for Saturday study. They were caught on June 3.", ("2023-06-03", "2023-06-03"), id="any Saturday"),
    pytest.param("People spend May in fields. Two were caught on June 3.", ("2023-06-03", "2023-06-03"), id="no part of a month in a word"),
    pytest.param("The party turned seventy on June 3, and potatoes were given out.", (None, None), id="an anniversary"),
    pytest.param("Weeks after the leaders had met on June 3 people are afraid.", (None, None), id="what it came after"),
    pytest.param("Heavy rain on June 3 washed away twenty houses.", ("2023-06-03", "2023-06-03"), id="weather in the lead"),
    pytest.param("지난 3일부터 혜산 장마당이 문을 닫았다.", ("2023-06-03", "2023-06-13"), id="a closure goes on"),
    pytest.param("지난 3일 다시 시작됐다. 5월 중순에 멈춘 지 한 달여 만이다.", ("2023-06-03", "2023-06-13"), id="how long it had stopped"),
    pytest.param("지난 3일 붙들린 남성은 심문을 받는 중이다.", ("2023-06-03", "2023-06-03"), id="custody"),
    pytest.param("지난 3일 사라진 군인들을 뒤쫓았으나 9일까지 한 사람도 잡지 못했다.", ("2023-06-03", "2023-06-09"), id="until, in vain"),
    pytest.param("지난 1일 환자가 나오자 3일 도시가 봉쇄됐다.", ("2023-06-03", "2023-06-13"), id="what it came upon"),
    pytest.param("학생들이 열흘째 돌을 나르고 있다.", ("2023-06-04", "2023-06-13"), id="the tenth day"),
    pytest.param("연초마다 주민들이 퇴비를 바친다.", (None, None), id="every year"),
    pytest.param("평양의 아파트가 지난 3일 내려앉은 뒤 건물을 살피고 있다.", (None, None), id="what it came after, in Korean"),
]


@pytest.mark.parametrize("text, expected", EVENTS)
def test_start_and_end_of_an_event(text, expected):
    language, source = ("en", " A source told Daily NK on June 13.") if text.isascii() else ("ko", " 양강도 소식통은 13일 “뒤숭숭하다”고 전했다.")
    dates, _ = find_dates(Document("", text + source, language, "2023-06-20"))
    assert (dates["event_start"], dates["event_end"]) == expected


def test_every_sign_has_a_weight_and_a_reason():
    assert all(isinstance(w["weight"], float) and w["reason"] for w in time_words()["weights"].values())


def test_a_publication_that_is_no_date_fixes_nothing():
    dates, _ = find_dates(Document("", "A man was arrested on May 31, a source said on June 2.", "en", "soon"))
    assert (dates["told_on"], dates["event_start"]) == ("XXXX-06-02", "XXXX-05-31")


def test_an_end_that_is_inferred_says_so():
    text = "Police have been inspecting stalls since late May, a source told Daily NK on June 13."
    _, evidence = find_dates(Document("", text, "en", "2023-06-20"))
    assert [e.note for e in evidence if e.field == "event_end"] == ["goes on until the source spoke"]


CUES = [(group, language) for group, cues in time_words()["cues"].items() for language in sorted(cues.keys() - {"reason"})]


@pytest.mark.parametrize("group, language", CUES)
def test_each_cue_hits_its_example_and_spares_its_counter(group, language):
    entry = time_words()["cues"][group][language]
    assert time_words()["cues"][group]["reason"]
    assert cue(group, language).search(entry["example"].lower())
    assert not cue(group, language).search(entry["counter"].lower())


@pytest.mark.parametrize("holiday", time_words()["holidays"], ids=lambda h: h["name"])
def test_each_holiday_has_words_a_reason_and_days_of_the_calendar(holiday):
    assert holiday["en"] and holiday["ko"] and holiday["reason"]
    for day in (holiday.get("days") or {2024: holiday.get("day")}).values():
        assert parse(f"2024-{day}")


PIECES = st.sampled_from(
    [
        "since", "from", "to", "until", "late", "early", "May", "June 31", "Feb. 29", "on the 17th", "2023",
        "last month", "next week", "yesterday", "Friday",
        "the following day", "two weeks later", "said", "told", "arrested", "the Day of the Sun", "İ", "“", "”", '"',
        "지난", "12일", "17~19일", "이달 초", "부터",
        "까지", "주체112년", "2월 30일", "오늘", "이튿날", "소식통은", "체포됐다", "전했다", "설날", "\n", ".", ",", "-", "~", "0", "99",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)),
    st.sampled_from(["en", "ko"]),
    st.sampled_from([None, "2023-01-01", "2024-02-29", "2022-08", "2022"]),
)
def test_evidence_is_cut_from_the_text_and_dates_are_edtf_whatever_the_input(text, language, published):
    document = Document(text[:40], text, language, published)
    dates, evidence = find_dates(document)
    for e in evidence:
        assert document.part(e.part)[e.start : e.end] == e.words
    for field in ("told_on", "event_start", "event_end"):
        if dates[field]:
            assert str(parse(dates[field])) == dates[field]
            assert any(e.field == field for e in evidence)
    assert (dates["precision"] == "unknown") == (dates["event_start"] is None)
    if published and dates["told_on"]:
        assert not parse(published).last.before(parse(dates["told_on"]))
