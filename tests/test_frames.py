"""Who acts and who suffers in a sentence: a table of sentences, with the parts a reader would give."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.frames import longest, parts_of
from reports.lexicon import hits_of
from reports.text import Document


def acting_and_suffering(sentence, language):
    """The codes of those who clearly act, and of those who clearly suffer."""
    parts = parts_of(Document("", sentence, language))
    return (
        {p.hit.entry.code for p in parts if p.hit.entry.group == "actors" and p.agent > 0.45 and p.agent > p.patient},
        {p.hit.entry.code for p in parts if p.hit.entry.group == "targets" and p.patient > 0.45 and p.patient > p.agent},
    )


ENGLISH = [
    ("active voice", "Police in Hyesan arrested three smugglers.", {"police"}, {"smugglers"}),
    ("passive with by", "Three smugglers were arrested by the Ministry of State Security.", {"state_security"}, {"smugglers"}),
    (
        "passive, branch named first",
        "She and two brokers were taken away by the Yanggang Province branch of the Ministry of State Security.",
        {"state_security"},
        {"brokers"},
    ),
    ("passive with no agent", "Two brokers were caught near the river.", set(), {"brokers"}),
    ("have been plus participle", "Several money changers have been detained.", set(), {"money_changers"}),
    ("adverb inside the passive", "The students were publicly executed.", set(), {"students_youth"}),
    ("reduced passive", "Merchants arrested by the police are held for days.", {"police"}, {"market_traders"}),
    ("noun with on", "The crackdown on street vendors goes on.", set(), {"street_vendors"}),
    ("possessive before a noun", "The party committee's inspection of trading companies is over.", {"party"}, {"trading_companies"}),
    ("led by", "The campaign, led by the Storm Corps, began in May.", {"military"}, set()),
    ("orders to people", "The provincial party committee ordered residents to hand in scrap iron.", {"party"}, {"residents"}),
    ("order from", "The order from the Central Committee came in June.", {"party"}, set()),
    ("organ is the victim", "Two border guards were arrested with goods on them.", set(), {"soldiers"}),
    ("organ is the employer of the victim", "An officer of the Ministry of Social Security was arrested on Monday.", set(), {"officials"}),
    ("organ is bribed", "The smuggler bribed the police and went home.", set(), set()),
    ("organ is told of it", "Neighbors tipped off the police.", set(), set()),
    ("source", "A trader in Hyesan said that prices had gone up.", set(), set()),
    ("source with according to", "According to an official in the province, rice was confiscated.", set(), set()),
    ("group is sent", "A special team was dispatched to Hyesan.", {"inspection_group"}, set()),
    ("enforcers under orders", "Border guards were told to shoot anyone who crosses.", {"border_guard"}, {"escapees"}),
    ("foreign organ", "Chinese police arrested the broker.", set(), {"brokers"}),
    ("gerund", "Security agents have been searching the homes of money changers.", {"state_security"}, {"money_changers"}),
    ("people under a duty", "Stallholders must now take won.", set(), {"market_traders"}),
    (
        "list of agents",
        "Police, prosecutors and customs officials searched the market.",
        {"police", "prosecutors_courts", "customs_trade"},
        set(),
    ),
    ("ended in a camp", "The fortune-teller ended up in a labor camp.", set(), {"fortune_tellers"}),
    ("members of a joint group", "A task force made up of police and prosecutors searched the houses.", {"inspection_group"}, set()),
    ("a passive clause after the object", "Police arrested two brokers who were caught on the river.", {"police"}, {"brokers"}),
    ("posted, then caught", "A guard posted to the river was arrested.", set(), {"soldiers"}),
    ("participle without an object", "A broker caught in May named eleven others.", set(), {"brokers"}),
    ("at the behest of", "Students were sent to the fields at the city party's behest.", {"party"}, {"students_youth"}),
    ("handed over", "She was handed over to the secret police.", {"state_security"}, set()),
    ("headline with a passive", "Families of defectors ordered inland by the county security department.", {"state_security"}, {"defector_families"}),
    ("put out of an organ", "The trader was put out of the army.", set(), {"market_traders"}),
    ("an organ that looks on", "Police officers look on from a bench.", set(), set()),
    ("done in words unknown", "The brokers were bounced across the yard.", set(), {"brokers"}),
    ("an organ under a duty applies it", "The unit heads have to see to it.", {"inminban"}, set()),
    ("a remark in brackets parts nothing", "Seven officials of the ministry (in Hyesan) were sacked.", set(), {"officials"}),
    ("had caught is active", "State security agents had caught at the river a broker.", {"state_security"}, {"brokers"}),
    ("who took bribes were dismissed", "Guards who took bribes were dismissed.", set(), {"soldiers"}),
    ("a headline's passive", "Provincial official dragged before the party conference.", set(), {"officials"}),
    ("another clause's subject", "They killed a thief, residents are afraid.", set(), set()),
    ("whom the struck one helped", "The chief was sacked for helping a smuggler.", set(), {"officials"}),
    ("an organ as a place", "A smuggler hid near the police.", set(), set()),
    ("an organ as payee", "Traders pay the border guards 500 yuan.", set(), set()),
    ("told to watch one another", "Policemen were told to watch one another.", set(), {"officials"}),
    ("put to work and not sent to enforce", "Students and soldiers have been called out to dig.", set(), {"students_youth", "soldiers"}),
    ("the leader's town", "Men were sent to build Kim Jong Un's model town.", set(), set()),
    ("relative clause", "Agents of the Ministry of State Security who raided the house seized a broker.", {"state_security"}, {"brokers"}),
]
KOREAN = [
    ("주어와 목적어", "혜산시 안전부가 밀수꾼 3명을 체포했다.", {"police"}, {"smugglers"}),
    ("에 + 피동", "송금 브로커가 보위부에 붙잡혔다.", {"state_security"}, {"brokers"}),
    ("에 의해", "환전상들이 국가보위성에 의해 체포됐다.", {"state_security"}, {"money_changers"}),
    ("행위자 없는 피동", "학생들이 공개적으로 처형됐다.", set(), {"students_youth"}),
    ("-됐다", "점쟁이 7명이 적발됐다.", set(), {"fortune_tellers"}),
    ("을 상대로", "보위부가 탈북민 가족을 상대로 감시를 강화했다.", {"state_security"}, {"defector_families"}),
    ("에게 지시", "도당이 주민들에게 퇴비를 바치라고 지시했다.", {"party"}, {"residents"}),
    ("관형 피동", "붙잡힌 브로커는 40대였다.", set(), {"brokers"}),
    ("조직의 지시", "중앙당의 지시로 시작됐다.", {"party"}, set()),
    ("명사 나열", "길거리 장사꾼 단속이 이어졌다.", set(), {"street_vendors"}),
    ("조직의 사람들", "보위부 요원들이 집에 들이닥쳤다.", {"state_security"}, set()),
    ("소식통은 행위자가 아니다", "한 간부 소식통은 가격이 올랐다고 전했다.", set(), set()),
    ("뇌물", "그는 안전원에게 뇌물을 줬다.", set(), set()),
    ("신고", "이웃이 보위부에 신고했다.", set(), set()),
    ("검열을 받는 조직", "보위부와 보안서도 검열을 받고 있다.", set(), {"officials"}),
    ("제목의 쉼표", "보위부, 브로커 집중 단속", {"state_security"}, {"brokers"}),
    ("괄호를 낀 조사", "두 학생이 82연합지휘부(비사그루빠)에 들켰다.", {"inspection_group"}, {"students_youth"}),
    ("넘겨지다", "그는 군 안전부로 넘겨져 벌을 받았다.", {"police"}, set()),
    ("목적어가 문두", "환전상을 국가보위성이 직접 체포했다.", {"state_security"}, {"money_changers"}),
    ("구성원", "보위부와 안전부로 구성된 그루빠가 집을 수색했다.", {"inspection_group"}, set()),
    ("보고를 받는 기관", "귀국한 노동자들이 매주 보위원에게 생활을 보고하고 있다.", {"state_security"}, set()),
    ("돈을 걷는 기관", "수레꾼들은 시장관리소에 하루 3000원씩 내야 한다.", {"local_government"}, {"cart_pullers"}),
    ("길목을 지키다", "검사들이 길목을 지키다 걸린 주민을 돌려보냈다.", {"prosecutors_courts"}, {"residents"}),
    ("중국 기관", "중국 경찰이 브로커를 체포했다.", set(), {"brokers"}),
    ("뒤지는 군인은 대상이 아니다", "배낭을 뒤지는 군인이 밭에 섰다.", set(), set()),
    ("군인이 피해자", "국경경비대 군인 2명이 밀수를 하다 체포됐다.", set(), {"soldiers", "smugglers"}),
    ("기관 건물 옆", "보안서 건물 옆에서 장이 선다.", set(), set()),
    ("구조는 단속이 아니다", "보안서와 군인들이 구조에 나섰다.", set(), set()),
    ("도둑질하는 군인", "폭풍군단 군인들은 밭에서 감자를 훔쳐 간다.", set(), set()),
    ("남의 도둑질", "안전부가 감자를 훔치던 농장원을 붙잡았다.", {"police"}, {"farmers"}),
    ("뇌물을 챙긴 간부가 벌을 받다", "군당 간부가 뇌물을 챙긴 사실이 들통나 무대에 섰다.", set(), {"officials"}),
    ("주제어가 목적어", "뇌물을 받은 일꾼은 불러다 조사하고 있다.", set(), {"officials"}),
    ("하지 않은 일", "안전부는 밀수꾼을 붙잡지 않았다.", set(), set()),
    ("끼지 않은 기관", "안전원은 검열에 참여하지 않고 보고만 받는다.", set(), set()),
    ("보낸 기관", "중앙당에서 파견된 비사회주의 그루빠가 병원을 뒤졌다.", {"inspection_group"}, set()),
    ("아닌 기관", "검찰 아닌 안전부가 그를 체포했다.", {"police"}, set()),
    ("합동의 성원", "보위부·보안서 합동의 109그루빠가 창고를 뒤졌다.", {"inspection_group"}, set()),
    ("기관을 상대로 한 검열", "도 검찰소가 안전부를 상대로 검열에 들어갔다.", {"prosecutors_courts"}, {"officials"}),
    ("막으려는 일은 대상이 아니다", "탈북을 막는다며 안전부가 주민을 단속했다.", {"police"}, {"residents"}),
    ("이유는 한 일이 아니다", "세관이 검역에 걸렸다며 무역회사를 단속했다.", {"customs_trade"}, {"trading_companies"}),
    ("까지가 주어", "이제는 폭풍군단까지 밀수꾼을 뒤쫓는다.", {"military"}, {"smugglers"}),
    ("에게서 받다", "밀수꾼은 브로커에게서 짐을 받았다.", set(), set()),
    ("따옴표 안의 말", "상인은 “단속이 심하다”고 말했다.", set(), set()),
    ("제목의 명사", "혜산 환전상 5명 체포", set(), {"money_changers"}),
    ("있는 세대를 상대로", "당국이 탈북민 가족이 있는 세대를 상대로 재산을 조사한다.", {"central_government"}, {"defector_families"}),
    ("혐의로", "시 보위부는 간첩 혐의로 브로커를 구속했다.", {"state_security"}, {"brokers"}),
    ("동원 가운데 모인 기관", "청년동맹 간부들이 모인 가운데 회의가 열렸다.", set(), set()),
]


@pytest.mark.parametrize(("sentence", "acting", "suffering"), [pytest.param(*row[1:], id=row[0]) for row in ENGLISH])
def test_english_sentences(sentence, acting, suffering):
    found = acting_and_suffering(sentence, "en")
    assert found == (acting, suffering)


@pytest.mark.parametrize(("sentence", "acting", "suffering"), [pytest.param(*row[1:], id=row[0]) for row in KOREAN])
def test_korean_sentences(sentence, acting, suffering):
    found = acting_and_suffering(sentence, "ko")
    assert found == (acting, suffering)

WORDS = "police|arrested|by|the|smugglers|were|,|and|crackdown|on|보위부가|체포됐다|브로커를|에게|(|)|.".split("|")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_parts_lie_between_none_and_whole_for_any_order_of_words(words):
    for language in ("en", "ko"):
        document = Document("", " ".join(words), language)
        for part in parts_of(document):
            assert 0 <= part.agent <= 1 and 0 <= part.patient <= 1
            assert document.part("text")[part.hit.start : part.hit.end]


def test_of_overlapping_deeds_the_longer_stays():
    document = Document("", "They were sent to a camp after the arrest of a trader.", "en")
    deeds = longest([h for h in hits_of(document) if h.entry.group == "deeds"])
    assert all(a.end <= b.start for a, b in zip(deeds, deeds[1:], strict=False))


@pytest.mark.parametrize("words", ["police arrested ", "보위부가 밀수꾼을 ", "by the police, prosecutors and ", "안전부("])
def test_one_endless_sentence_takes_seconds_and_not_minutes(words):
    document = Document("", words * 8000, "ko" if words[0] > "z" else "en")
    start = perf_counter()
    parts_of(document)
    assert perf_counter() - start < 15, "work on a mention must not grow with the length of its sentence"


REFERRED = [
    ("they act: the organ named before", "en", "A surveyor told the county police. They arrested a farmer.", "police", "agent"),
    ("she suffers: the changer named before", "en", "The light belonged to a money changer. She was arrested at noon.", "money_changers", "patient"),
    ("the ministry shuts a road", "en", "It was the secret police. The ministry arrested two men.", "state_security", "agent"),
    ("그는 붙들렸다", "ko", "환전상은 달아났다. 그는 이틀 뒤 체포됐다.", "money_changers", "patient"),
]


@pytest.mark.parametrize(("language", "text", "code", "plays"), [pytest.param(*row[1:], id=row[0]) for row in REFERRED])
def test_words_that_refer_back_give_their_part_to_those_named_before(language, text, code, plays):
    first, second = text.split(". ", 1)
    alone = [getattr(p, plays) for p in parts_of(Document("", first + ".", language)) if p.hit.entry.code == code]
    told = [getattr(p, plays) for p in parts_of(Document("", text, language)) if p.hit.entry.code == code]
    assert max(told) > max(alone)


def test_words_that_refer_back_are_no_mentions_of_their_own():
    parts = parts_of(Document("", "They were arrested. The pair were shot.", "en"))
    assert not parts, "nobody is named"
