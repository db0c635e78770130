"""Who enforces and whom it strikes: the lexicon's own examples, and the codebook's rules between codes, as small reports."""

import pytest

from reports.codebook import codebook
from reports.lexicon import Matcher, entries
from reports.roles import find_actors, find_targets, weights
from reports.text import Document

GROUPS = ("actors", "targets", "deeds")
ENTRIES = [e for e in entries() if e.group in GROUPS]
KINDS = {
    "actors": {"organ", "member", "vague", "leader", "trial", "generic"},
    "targets": {"person", "conduct", "firm", "all", "measure"},
}


def named(entry):
    return f"{entry.group}.{entry.language} {entry.code}: {entry.terms[0]}"


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_every_entry_hits_its_example_and_spares_its_counter(entry):
    matcher = Matcher((entry,), entry.language)
    assert entry.reason
    assert matcher.find(Document("", entry.example, entry.language)), entry.example
    assert entry.counter and not matcher.find(Document("", entry.counter, entry.language)), entry.counter


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.group != "deeds"], ids=named)
def test_every_entry_names_a_code_of_the_codebook_and_a_known_kind(entry):
    assert entry.code in {c.code for c in getattr(codebook(), entry.group)}
    assert entry.more["kind"] in KINDS[entry.group]


@pytest.mark.parametrize("field", ["actors", "targets"])
def test_every_code_of_the_codebook_has_words_in_both_languages(field):
    for language in ("en", "ko"):
        assert {c.code for c in getattr(codebook(), field)} == {e.code for e in ENTRIES if (e.group, e.language) == (field, language)}


CASES = [
    (
        "a guard caught smuggling is a soldier and a smuggler",
        "en",
        "Guard held over coffee",
        "Two border guards were arrested by the Ministry of State Security for smuggling coffee.",
        ["state_security"],
        ["smugglers", "soldiers"],
    ),
    (
        "an act with no agent has no actor",
        "en",
        "Two brokers arrested in Hyesan",
        "Two brokers were arrested in Hyesan at the end of May.",
        [],
        ["brokers"],
    ),
    (
        "an organ that is said not to have acted is no enforcer",
        "en",
        "Customs men at Hyesan search a house",
        "Customs officials searched a house and arrested two smugglers. They did not wait for the police.",
        ["customs_trade"],
        ["smugglers"],
    ),
    (
        "a conduct told beside the sentence of arrest",
        "en",
        "Three held in Hyesan",
        "Three men had lent out South Korean films for a year. State security agents arrested all of them on Monday.",
        ["state_security"],
        ["media_offenders"],
    ),
    (
        "a named organ beats the authorities",
        "en",
        "Police clear the lanes",
        "Police arrested ten street vendors. The authorities say that nobody may sell in the lanes.",
        ["police"],
        ["street_vendors"],
    ),
    (
        "the authorities, where no organ is named",
        "en",
        "State bans private restaurants",
        "The authorities have banned restaurants in private homes and ordered residents to close them.",
        ["central_government"],
        ["residents"],
    ),
    (
        "members of a named joint group do not count for it",
        "en",
        "Joint group takes 20",
        "The unified command, made up of police, prosecutors and state security, arrested twenty smugglers.",
        ["inspection_group"],
        ["smugglers"],
    ),
    (
        "inspectors of a named organ are that organ",
        "en",
        "Inspectors in Hyesan",
        "Inspectors from the Ministry of State Security arrested two brokers. The inspectors searched their homes.",
        ["state_security"],
        ["brokers"],
    ),
    (
        "a crackdown with no narrower target falls on people",
        "en",
        "Scrap iron for the plan",
        "The provincial party committee ordered raids, and scrap iron was confiscated.",
        ["party"],
        ["residents"],
    ),
    (
        "traders of trading companies are no market traders",
        "en",
        "Permits for trading companies",
        "The Trade Bureau told trading companies to register anew, and traders were ordered to hand in their waku.",
        ["customs_trade"],
        ["trading_companies"],
    ),
    (
        "a fence along the border is meant for those who would cross it",
        "en",
        "New fence at the border",
        "Soldiers have stretched barbed wire along the river to keep people from getting across the border.",
        ["military"],
        ["escapees"],
    ),
    (
        "smuggling is no target where nobody is taken to task",
        "en",
        "Hyesan may go out again",
        "The authorities ordered residents to stay at home for a month. It began with rumors of smuggling.",
        ["central_government"],
        ["residents"],
    ),
    ("whoever tips off is no enforcer", "ko", "브로커 체포", "이웃이 안전부에 신고했고 송금 브로커가 보위부에 체포됐다.", ["state_security"], ["brokers"]),
    ("행위자 없는 행위", "ko", "환전상 2명 체포", "환전상 2명이 이달 초 체포됐다.", [], ["money_changers"]),
    ("조직이 밝혀지면 당국은 아니다", "ko", "안전부, 노점상 단속", "안전부가 길거리 장사꾼을 단속했다. 당국은 골목에서 파는 것을 금지했다.", ["police"], ["street_vendors"]),
    ("세대마다 내라는 지시", "ko", "집집마다 아주까리", "도당이 주민들에게 세대마다 700g씩 바치라고 지시했다.", ["party"], ["residents"]),
    ("간부가 해임되다", "ko", "간부 해임", "도당이 간부 3명을 해임했다.", ["party"], ["officials"]),
    ("보위성의 검열조", "ko", "보위성 검열조", "국가보위성 검열조가 환전상을 체포했다. 검열조는 집을 수색했다.", ["state_security"], ["money_changers"]),
]


@pytest.mark.parametrize(("language", "title", "text", "actors", "targets"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_small_reports(language, title, text, actors, targets):
    document = Document(title, text, language)
    assert (find_actors(document)[0], find_targets(document)[0]) == (actors, targets)


def test_evidence_gives_the_words_each_code_came_from():
    document = Document("Police arrest brokers", "Police arrested two brokers in Hyesan.", "en")
    for find in (find_actors, find_targets):
        codes, evidence = find(document)
        assert {e.code for e in evidence} == set(codes)
        assert all(document.part(e.part)[e.start : e.end] == e.words for e in evidence)


def test_people_inferred_are_said_to_be_inferred():
    codes, evidence = find_targets(Document("", "The party committee ordered raids, and scrap iron was confiscated.", "en"))
    assert codes == ["residents"] and [e.note for e in evidence] == ["a measure with no narrower target"]


def test_where_nothing_is_done_nobody_receives_it():
    assert find_targets(Document("", "Smugglers live by the river, and people buy what they bring.", "en"))[0] == []


def test_nothing_is_found_in_nothing():
    assert find_actors(Document("", "", "ko")) == ([], []) and find_targets(Document("", "", "en")) == ([], [])


def test_weights_hold_every_kind_of_target():
    assert {"person", "office", "all", "firm", "conduct"} <= set(weights()["targets"])
