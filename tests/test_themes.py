"""Themes, sanctions and crackdown as a coder sees them: short articles beside their codes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.text import Document
from reports.themes import find_crackdown, find_sanctions, find_themes
from reports.weighing import THRESHOLD, longer

THEMES = [
    pytest.param("en", "Trading companies told to apply for waku again", "", ["state_trade", "waku_permits"], id="a title alone says it"),
    pytest.param(
        "en", "", "State-sanctioned smuggling resumed. Smuggling goes on at night.", ["state_trade"],
        id="smuggling the state runs is trade",
    ),
    pytest.param(
        "en", "", "Women were arrested for smuggling. The smuggling had gone on for weeks.", ["smuggling"],
        id="a private person's is smuggling",
    ),
    pytest.param(
        "en", "", "Since the border was closed and smuggling stopped, families have been running out of food.", ["food_supply"],
        id="a background clause is no theme",
    ),
    pytest.param(
        "en", "", "After the party congress, anti-socialist conduct was to be rooted out.", ["anti_socialist"],
        id="the campaign is invoked, be it as background",
    ),
    pytest.param("en", "", "One kilogram costs 20 yuan.", [], id="a price merely quoted in yuan"),
    pytest.param("en", "", "The market is near the station.", [], id="a hint alone is no theme"),
    pytest.param("en", "", "The town was locked down to catch the thieves.", [], id="a lockdown for another purpose"),
    pytest.param(
        "en", "", "The town was locked down. Fever cases rose, and the virus spread.", ["covid_quarantine"],
        id="a lockdown against a virus",
    ),
    pytest.param("en", "", "The hospital has no drugs for patients.", [], id="drugs that are medicine"),
    pytest.param("ko", "혜산 장마당 단속", "", ["markets"], id="Korean title"),
    pytest.param("ko", "", "국가밀수가 다시 시작됐다. 밀수는 밤에 한다.", ["state_trade"], id="Korean state smuggling"),
    pytest.param("ko", "", "밀수로 살던 주민들은 코로나로 국경이 막힌 뒤 살길이 없다. 감자 배급도 끊겼다.", ["food_supply"], id="Korean background clause"),
    pytest.param("ko", "", "인민반마다 파지 수매 과제가 떨어졌다.", ["mobilisation"], id="a watch unit that only passes on a quota"),
]


@pytest.mark.parametrize("language, title, text, codes", THEMES)
def test_themes(language, title, text, codes):
    assert find_themes(Document(title, text, language))[0] == codes


SANCTIONS = [
    pytest.param("en", "Two brokers were arrested and their phones seized.", ["confiscation", "detention"], id="done"),
    pytest.param("en", "Those caught by the police are sent to a labor camp.", ["detention", "labour_camp"], id="given as the practice"),
    pytest.param("en", "Under Article 256 of the criminal code, offenders go to a labor camp.", [], id="only in a law"),
    pytest.param("en", "Officials warned that offenders would be executed.", ["warning"], id="only threatened is a warning"),
    pytest.param("en", "She will probably end up in a prison camp.", [], id="only expected"),
    pytest.param("en", "The lockdown of the city had been lifted.", [], id="lifted"),
    pytest.param("en", "Chinese police arrested the family.", [], id="another country's organ"),
    pytest.param("en", "He was shot while crossing the river.", [], id="shot while crossing is no execution"),
    pytest.param("en", "He was sentenced to ten years of forced labor.", ["prison"], id="years of forced labour are prison"),
    pytest.param("en", "He was sentenced to three months of forced labor.", ["labour_camp"], id="months of forced labour are a camp"),
    pytest.param("en", "The border guards came, and the flour was carried off.", ["confiscation"], id="a plain verb where an organ is at hand"),
    pytest.param("en", "The flour was carried off.", [], id="a plain verb and no organ"),
    pytest.param("en", "The patrol came. The pair were led away.", ["detention"], id="the organ stands in the sentence before"),
    pytest.param("en", "No raft may leave the landing without a permit.", ["ban"], id="what nobody may do"),
    pytest.param("en", "The three were given six months of hauling stones.", ["labour_camp"], id="a term told by what is done there"),
    pytest.param("ko", "밀수꾼이 체포돼 노동단련대 6개월 처벌을 받았다.", ["detention", "labour_camp"], id="Korean: done"),
    pytest.param("ko", "걸리면 교화소에 보내겠다고 을렀다.", ["warning"], id="Korean: only threatened"),
    pytest.param("ko", "형법은 1년 이하의 강제노동에 처하도록 하고 있다.", [], id="Korean: only in a law"),
    pytest.param("ko", "시장관리소로 불려 갔다.", [], id="a market office is no prison camp"),
    pytest.param("ko", "규찰대는 다시 걸리면 사상투쟁회의에 세우겠다는 말을 했다.", ["warning"], id="a penalty they will give is a threat"),
    pytest.param("ko", "2009년에도 밀수 때는 두 명이 총살됐다.", [], id="another year"),
    pytest.param("ko", "반면 신의주에서는 아직 매대를 몰수하지 않았다.", [], id="another province"),
    pytest.param("ko", "검찰소가 집을 수색해 수첩과 달러를 거두었다.", ["confiscation"], id="gathered in a search"),
    pytest.param("ko", "세관총국은 지도원 두 명을 자리에서 내렸다.", ["dismissal"], id="taken off a post"),
    pytest.param("ko", "그는 인민반 모임에서 잘못을 빌었다.", ["public_shaming"], id="before a meeting"),
]


@pytest.mark.parametrize("language, text, codes", SANCTIONS)
def test_sanctions(language, text, codes):
    assert find_sanctions(Document("", text, language))[0] == codes


CRACKDOWNS = [
    pytest.param(
        "en", "Police crack down on street vendors", "Officers seized goods and arrested two women.", True, id="arrest and seizure",
    ),
    pytest.param("en", "Troops told to open fire on anyone near the river", "Patrols were doubled.", True, id="an order to fire"),
    pytest.param("en", "Hyesan locked down for a month", "Nobody may leave the house.", False, id="a lockdown alone"),
    pytest.param("en", "Residents must bring scrap metal", "The committee ordered a quota.", False, id="a levy alone"),
    pytest.param(
        "en", "New rules at the market", "Officials warned that offenders would be arrested and punished.", False, id="threatened alone",
    ),
    pytest.param("en", "", "The manager was removed on April 6.", True, id="a penalty is a crackdown"),
    pytest.param("ko", "안전부, 혜산 돈데꼬 집중 단속", "환전상 5명이 체포됐다.", True, id="Korean crackdown"),
    pytest.param("ko", "혜산 주민에게 파철 과제", "세대당 5kg을 내라는 지시가 내려왔다.", False, id="Korean levy"),
]


@pytest.mark.parametrize("language, title, text, crackdown", CRACKDOWNS)
def test_crackdown(language, title, text, crackdown):
    found, evidence = find_crackdown(Document(title, text, language))
    assert found is crackdown
    assert bool(evidence) is crackdown


def test_a_long_article_needs_more_words():
    short, long = Document("", "One. " * 10, "en"), Document("", "One. " * 48, "en")
    assert longer(short, THRESHOLD) == THRESHOLD and longer(long, THRESHOLD) == 2 * THRESHOLD


WORDS = ["waku", "arrested", "Police", "market", "smuggling", "said", ".", "\n", "“", "밀수", "체포", "장마당", "했다.", "İ", "é"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from(["en", "ko"]))
def test_evidence_holds_the_very_words(words, language):
    document = Document(" ".join(words[:8]), " ".join(words), language)
    for find in (find_themes, find_sanctions, find_crackdown):
        codes, evidence = find(document)
        assert all(document.part(e.part)[e.start : e.end] == e.words != "" for e in evidence)
        if isinstance(codes, list):
            assert codes == sorted(codes) and {e.code for e in evidence} == set(codes)


def test_repetition_is_coded_in_time_that_grows_with_its_length():
    def seconds(text):
        start = time.perf_counter()
        find_themes(Document("", text, "en")), find_sanctions(Document("", text, "en")), find_crackdown(Document("", text, "en"))
        return time.perf_counter() - start

    piece = "smuggling, market since the pandemic arrested seized goods warned that " * 200
    seconds(piece)  # the lexicon is read once
    assert seconds(piece * 16) < 40 * max(seconds(piece * 2), 0.02)
