"""Counts of people acted on, in both languages; every sentence here is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.people import find_people
from reports.quantities import quantity_words
from reports.text import Document


def counts(text, language, title=""):
    """(min, max, approx) of every count."""
    return [(p["min"], p["max"], p["approx"]) for p in find_people(Document(title, text, language))[0]]


ENGLISH = [
    pytest.param("Twelve traders were arrested.", [(12, 12, False)], id="a number in words"),
    pytest.param("Police rounded up around ten vendors.", [(10, 10, True)], id="around ten"),
    pytest.param("Ten-odd vendors were detained.", [(10, 19, True)], id="ten-odd"),
    pytest.param("More than 30 households were banished.", [(30, None, False)], id="more than 30"),
    pytest.param("At least 30 people were banished.", [(30, None, False)], id="at least 30"),
    pytest.param("Dozens of smugglers were arrested.", [(24, None, True)], id="dozens"),
    pytest.param("Hundreds of residents were questioned.", [(200, None, True)], id="hundreds"),
    pytest.param("Five or six students were caught.", [(5, 6, False)], id="five or six"),
    pytest.param("Between 20 and 30 people were searched.", [(20, 30, False)], id="between"),
    pytest.param("Several people were arrested.", [], id="several is not coded"),
    pytest.param("A man in his 40s was arrested in Hyesan.", [(1, 1, False)], id="one person without a number"),
    pytest.param("A border guard was caught with copper.", [(1, 1, False)], id="a border guard"),
    pytest.param("He was led away at night.", [(1, 1, False)], id="a pronoun and nobody named before"),
    pytest.param("A woman was arrested. She was sent to a labor camp.", [(1, 1, False)], id="the same woman twice"),
    pytest.param("In two neighborhoods about ten of them were taken over two days.", [(10, 10, True)], id="taken over some days is taken"),
    pytest.param("Ten farms were taken over by the county.", [], id="taken over is not"),
    pytest.param(
        "Twelve were picked up; two were let go and the other ten were taken to Pyongyang.",
        [(12, 12, False), (2, 2, False), (10, 10, False)],
        id="the other ten, and those let go after they were taken",
    ),
    pytest.param("A father and son were seized at the river.", [(2, 2, False)], id="a pair"),
    pytest.param("Seven men and two women were shot.", [(7, 7, False), (2, 2, False)], id="parts each as stated"),
    pytest.param(
        "Five families were expelled, and five traders were arrested.", [(5, 5, False), (5, 5, False)], id="households are not people"
    ),
    pytest.param("200 troops were deployed to catch smugglers.", [], id="troops sent do not count"),
    pytest.param("25,000 people gathered to watch as a thief was executed.", [(1, 1, False)], id="an audience does not count"),
    pytest.param("Two sources said traders were arrested.", [], id="sources do not count"),
    pytest.param("Three people fled before police searched the house.", [], id="those who got away do not count"),
    pytest.param("On August 30 traders were arrested under Article 256.", [], id="numbers of a date and of a law"),
    pytest.param("A man of 34 was arrested.", [(1, 1, False)], id="an age does not count"),
    pytest.param("Two inspectors came down and took the goods.", [], id="agents do not count"),
    pytest.param("The city has 120 employees.", [], id="nobody is acted on"),
    pytest.param("Agents fetched a man of 61 and his niece, 24.", [(1, 1, False), (1, 1, False)], id="who is named beside"),
    pytest.param("Police took its manager and bookkeeper in for questioning.", [(1, 1, False), (1, 1, False)], id="two under one pronoun"),
    pytest.param("A farmer was jailed. The dean was dismissed.", [(1, 1, False), (1, 1, False)], id="called what the first cannot be"),
    pytest.param("A woman was jailed. The trader had been caught twice.", [(1, 1, False)], id="a woman may be the trader"),
    pytest.param("The brother of a woman who was arrested spoke.", [(1, 1, False)], id="the clause is said of the woman"),
    pytest.param("Agents broke up a ring of four people.", [(4, 4, False)], id="a ring broken up"),
    pytest.param("The chief was relieved of his post, along with a clerk.", [(1, 1, False), (1, 1, False)], id="along with"),
    pytest.param("18,000 yuan, which they kept, was seized.", [], id="part of an amount does not count"),
    pytest.param("Thirteen have been sent back to work.", [], id="back to work is no act"),
    pytest.param("Several dozen vendors were fined.", [(24, None, True)], id="several dozen"),
    pytest.param("No more than 20 people were arrested.", [(None, 20, False)], id="no more than"),
    pytest.param("About two hundred women were searched.", [(200, 200, True)], id="hundreds in words"),
    pytest.param("Hundreds were sent to camps.", [(200, None, True)], id="hundreds without a noun"),
    pytest.param("Three workers were killed in an explosion.", [], id="an accident is no act"),
    pytest.param("Guards shot and killed three smugglers.", [(3, 3, False)], id="killed by guards"),
    pytest.param("Robbers killed a trader with a knife.", [], id="a private crime is no act"),
    pytest.param("Four men sold ore. They were arrested in May.", [(4, 4, False)], id="they, counted the sentence before"),
    pytest.param("At least one family was expelled.", [(1, None, False)], id="one family"),
    pytest.param("Whoever trades is searched and the owner is sent to a camp.", [], id="a practice is nobody"),
    pytest.param("Police hold two men, the driver and the cook.", [(2, 2, False)], id="who the two are"),
    pytest.param(
        "A woman was jailed. The prosecutor himself was dismissed.", [(1, 1, False), (1, 1, False)], id="told apart by the pronoun"
    ),
    pytest.param("The mother of a defector was questioned.", [(1, 1, False)], id="nothing happened to the defector"),
    pytest.param("Mr. Ri was taken to the police.", [(1, 1, False)], id="a name with a title"),
    pytest.param("Among those arrested were three pupils.", [(3, 3, False)], id="named after the act"),
    pytest.param("The pair got as far as Hyesan before agents seized them.", [(2, 2, False)], id="them, further on"),
    pytest.param("Of the twelve who were caught, nine were men.", [(12, 12, False), (9, 9, False)], id="a count divided"),
    pytest.param("Police have yet to catch the two men.", [], id="an act not done"),
    pytest.param("The officer seized the phones.", [], id="who acts on an object is an agent"),
    pytest.param("Nobody was hurt, the caller added.", [], id="who speaks"),
    pytest.param("According to a resident, the boat was stopped.", [], id="a noun after a preposition is no subject"),
    pytest.param("A teacher has not been charged.", [], id="a denied act"),
    pytest.param("Two boys were led up before their school.", [(2, 2, False)], id="a plural in -ys"),
    pytest.param(
        "The deputy head of the office and his bookkeeper were arrested.", [(1, 1, False), (1, 1, False)], id="a deputy head is one",
    ),
    pytest.param("Guards took persons: a cook and two clerks.", [(1, 1, False), (2, 2, False)], id="a list of those taken"),
    pytest.param(
        "Seven were held. Three of them had bought; four had not.", [(7, 7, False), (3, 3, False), (4, 4, False)],
        id="the parts of a group",
    ),
    pytest.param(
        "Five were taken. One sells drugs, two own phones and two change money.",
        [(5, 5, False), (1, 1, False), (2, 2, False), (2, 2, False)],
        id="parts that add up",
    ),
    pytest.param("The broker was arrested along with three clients.", [(1, 1, False), (3, 3, False)], id="taken along with somebody"),
    pytest.param("He and his father were sent to a camp.", [(1, 1, False), (1, 1, False)], id="a pronoun beside another"),
    pytest.param("Mrs. Ri's husband was led away.", [(1, 1, False)], id="kin of somebody named"),
    pytest.param("The court sent three people to prison.", [(3, 3, False)], id="a verb whose place tells the act"),
    pytest.param("A woman of forty-four was convicted.", [(1, 1, False)], id="an age in words"),
    pytest.param("Ten years ago a man was shot here. A woman was fined today.", [(1, 1, False)], id="years ago"),
    pytest.param("A bus overturned. Eleven passengers died on the spot.", [], id="an accident told just before its dead"),
    pytest.param("On Monday they searched 15 homes.", [(15, 15, False)], id="homes searched"),
    pytest.param("At least 30 are still being held.", [(30, None, False)], id="a hedge before a number alone"),
    pytest.param("A guide who led twenty people was executed.", [(1, 1, False)], id="whom somebody led"),
    pytest.param("An uncle and a cousin were held on May 2.", [(1, 1, False), (1, 1, False)], id="held on a day"),
    pytest.param("No one has heard of a doctor being dismissed.", [], id="nobody's doings"),
    pytest.param("They searched the homes of 11 teachers.", [(11, 11, False)], id="whose homes were searched"),
    pytest.param("A herdsman and a chemist were led out.", [(1, 1, False), (1, 1, False)], id="persons by the ending of their noun"),
    pytest.param("Four pupils gathered; they were isolated for a week.", [(4, 4, False)], id="they, in the same sentence"),
]
KOREAN = [
    pytest.param("밀수꾼 12명이 체포됐다.", [(12, 12, False)], id="a number"),
    pytest.param("장사꾼 10명 남짓이 끌려갔다.", [(10, 10, True)], id="10명 남짓"),
    pytest.param("장사꾼 10여 명이 끌려갔다.", [(10, 19, True)], id="10여 명"),
    pytest.param("학생 5, 6명이 붙잡혔다.", [(5, 6, False)], id="5, 6명"),
    pytest.param("학생 두세 명이 붙잡혔다.", [(2, 3, False)], id="두세 명"),
    pytest.param("30명 이상이 처벌을 받았다.", [(30, None, False)], id="30명 이상"),
    pytest.param("적어도 30세대가 추방됐다.", [(30, None, False)], id="적어도 30세대"),
    pytest.param("주민 수십 명이 단련대로 끌려갔다.", [(24, None, True)], id="수십 명"),
    pytest.param("주민 수백 명이 조사를 받았다.", [(200, None, True)], id="수백 명"),
    pytest.param("주민 여러 명이 체포됐다.", [], id="여러 명 is not coded"),
    pytest.param("40대 최모 씨가 보위부에 체포됐다.", [(1, 1, False)], id="one person by age and name"),
    pytest.param("한 농장원이 몰래 감자를 캐다 붙잡혔다.", [(1, 1, False)], id="one person without a number"),
    pytest.param("10대 형제가 구류장에 갇혔다.", [(2, 2, False)], id="brothers are two"),
    pytest.param("부위원장과 직원 4명이 해임됐다.", [(1, 1, False), (4, 4, False)], id="one beside four"),
    pytest.param("가족은 3개월, 브로커는 6개월의 노동단련형을 받았다.", [(1, 1, False), (1, 1, False)], id="terms told one by one"),
    pytest.param("주민 200여 명이 나와 재판을 지켜봤다.", [], id="an audience does not count"),
    pytest.param("안전원 20명이 파견돼 단속했다.", [], id="troops sent do not count"),
    pytest.param("밀수꾼 2명은 달아났고 단속은 계속됐다.", [], id="those who got away do not count"),
    pytest.param("세대당 2명씩 동원됐다.", [], id="so many a household"),
    pytest.param("양강도 소식통은 밀수꾼들이 단속에 걸렸다고 전했다.", [], id="no number, no single person"),
    pytest.param("서른두 세대가 산골로 실려 갔다.", [(32, 32, False)], id="native numbers"),
    pytest.param("남성 2명과 여성 1명이 처형됐다.", [(2, 2, False), (1, 1, False)], id="counts joined by 과"),
    pytest.param("화가가 체포됐다. 남편은 직장에서 쫓겨났다.", [(1, 1, False), (1, 1, False)], id="a relative is somebody else"),
    pytest.param("발단은 체포된 40대 여성이었다.", [(1, 1, False)], id="a person given as predicate"),
    pytest.param("주민들이 시장에서 물건을 팔았다. 상인 3명이 웃었다.", [], id="a plural is no act"),
    pytest.param("굶던 노인 2명이 숨졌다.", [], id="a death nobody dealt out"),
    pytest.param("상인 7명이 대원 앞에서 비판을 받았다.", [(7, 7, False)], id="before an audience"),
    pytest.param("50대 남성이 적발돼 구류장에 수감돼 있다.", [(1, 1, False)], id="custody that goes on"),
    pytest.param("한 환전상이 잡혀 돈을 모두 빼앗겼다.", [(1, 1, False)], id="two acts linked"),
    pytest.param("노인 2명이 무너진 집에 깔려 숨졌다.", [], id="an accident is no act"),
    pytest.param("보위원 3명이 들이닥쳐 집을 뒤졌다.", [], id="agents are no patients"),
    pytest.param("20명이 달아나려다 12명이 붙잡혔다.", [(12, 12, False)], id="the act falls on the others"),
    pytest.param("강 모 씨도 그 가운데 하나다. 보위부에 끌려가 조사를 받았다.", [(1, 1, False)], id="named the sentence before"),
    pytest.param("그는 교화형 7년을 받았다.", [(1, 1, False)], id="a pronoun and nobody named"),
    pytest.param("주민 다섯이 끌려갔다.", [(5, 5, False)], id="a number without a counter"),
    pytest.param("세 모녀가 구류장에 갇혔다.", [(3, 3, False)], id="three of a family"),
    pytest.param("그의 임무는 주민 김모 씨를 체포하는 것이었다.", [], id="an act only meant"),
    pytest.param("이모 씨(50대)가 적발돼 처벌을 받았다.", [(1, 1, False)], id="an age in brackets"),
    pytest.param("영사기수가 지난 3일 체포됐다.", [(1, 1, False)], id="a noun no list has, by an act that befalls persons alone"),
    pytest.param("농장이 시끄럽다. 안전부는 그를 열흘 동안 가두었다.", [(1, 1, False)], id="a pronoun as object"),
    pytest.param("혜산에 빵을 굽던 아낙이 살았다. 지난 3일 보위부에 끌려갔다.", [(1, 1, False)], id="a verb alone tells of whom the lead named"),
    pytest.param("상인이 돈을 뺏기고 단련대에 갔다.", [(1, 1, False)], id="the first act is linked, a later one is told as past"),
    pytest.param("간부가 보낸 돈으로 두 사람이 풀려났다.", [(2, 2, False)], id="the verb before a noun is all the official did"),
    pytest.param("여단장은 북송된 사람들의 사진을 흔들었다.", [], id="the act is that of the people in the pictures"),
    pytest.param("한 주민은 “물건을 빼앗겼다”고 했다.", [], id="what is quoted is not done to the speaker"),
    pytest.param("책임비서는 회의에서 간부들을 비판했다.", [], id="who criticises"),
    pytest.param("인민반장이 집집을 돌며 벌금을 걷었다.", [], id="who collects fines"),
    pytest.param("군인 7명이 잡혔다. 나머지 세 사람은 각서를 쓰고 나왔다.", [(7, 7, False), (3, 3, False)], id="the rest of them"),
    pytest.param("둘이 붙들렸으나 다른 한 명은 차에 올라 사라졌다.", [(2, 2, False)], id="the rest got away"),
    pytest.param(
        "검열대는 지배인과 부원, 운전사 등 세 명을 묶어 갔다.", [(1, 1, False), (1, 1, False), (1, 1, False), (3, 3, False)],
        id="those a count sums up",
    ),
    pytest.param("조사를 받은 사람이 15명에 이른다.", [(15, 15, False)], id="the act before the number"),
    pytest.param("체포자는 7명이다.", [(7, 7, False)], id="the act within the noun"),
    pytest.param("재판정에는 주민 500명이 불려 나왔다.", [], id="fetched to look on"),
    pytest.param("주민 200명을 불러 폭로모임을 열었다.", [], id="called to a meeting"),
    pytest.param("일가족이 관리소로 끌려갔다.", [(1, 1, False)], id="one household"),
    pytest.param("젊은 한 쌍이 규찰대에 걸렸다.", [(2, 2, False)], id="a pair of two"),
    pytest.param("당국은 주모자를 공개 총살했다.", [(1, 1, False)], id="no mother and son in 주모자"),
    pytest.param("남편이 산모를 싣고 가다 잡혔다.", [(1, 1, False)], id="a passive act befalls no object"),
    pytest.param(
        "병사 두 명이 불려 갔다. 한 병사는 쌀을 냈고 다른 한 병사는 보초를 섰다.", [(2, 2, False), (1, 1, False), (1, 1, False)],
        id="the one and the other",
    ),
    pytest.param("두 작업반장은 벌을 받았다.", [(2, 2, False)], id="few of a kind"),
    pytest.param("여덟 명이 붙들렸다. 그중에는 교원도 있었다.", [(8, 8, False), (1, 1, False)], id="somebody among them"),
    pytest.param("검열조는 그를 파면했고 운전사는 보안서로 넘겼다.", [(1, 1, False)], id="a topic that is the object"),
    pytest.param("수레를 빼앗긴 한 제대군인은 시장에 섰다.", [(1, 1, False)], id="the act stands before the person"),
    pytest.param("한 교원이 잡혔다. 말이 많다. 2009년에도 한 의사가 자리를 잃었다.", [(1, 1, False)], id="years before"),
    pytest.param("30대 최모 씨가 붙잡혔다. 불려간 김 씨는 혐의를 부인했다.", [(1, 1, False)] * 2, id="another surname, called in"),
    pytest.param("병사가 들켰다. 그는 3년형을 받았고 중대장은 제대됐다.", [(1, 1, False)] * 2, id="another one beside him"),
    pytest.param("밀수꾼이 잡혔다. 브로커도 체포됐다.", [(1, 1, False)] * 2, id="also"),
    pytest.param("살림집 스무 채가 수색당했다.", [(20, 20, False)], id="homes are households"),
    pytest.param("처벌을 두려워한 간부가 총살 장면을 떠올렸다.", [], id="a noun that only names an act"),
    pytest.param("한 지도원은 아무 처벌도 받지 않았다.", [], id="an act not done"),
    pytest.param("이번에는 최 씨도 구속됐다.", [(1, 1, False)], id="이번에는 is no subject"),
    pytest.param("걸리면 1명이 잡혀도 모두가 벌을 받는다.", [], id="what befalls whoever is caught"),
    pytest.param("세관은 거간꾼에게 벌금 2천만 원을 매겼다.", [(1, 1, False)], id="a fine put upon somebody"),
    pytest.param("이번에 1천200명이 처벌을 받았다.", [(1200, 1200, False)], id="thousands by name and the rest in figures"),
    pytest.param("주민 2만여 명이 필체 조사를 받았다.", [(20000, 29999, True)], id="ten thousands and more, handwriting compared"),
    pytest.param("주민 백오십 명이 추방됐다.", [(150, 150, False)], id="a number in words with its places"),
    pytest.param("보위지도원 한 명이 밀수업자 3명을 넘기려다 체포됐다.", [(1, 1, False)], id="an object suffers no passive act"),
    pytest.param("모녀는 중국 공안 손에 잡혔다.", [], id="an act of Chinese organs"),
    pytest.param("중국 공안에 잡힌 여성 3명이 북송됐다.", [(3, 3, False)], id="handed back by Chinese organs"),
    pytest.param("상인 100여 명이 시장관리소로 몰려가 외쳤다.", [], id="a market office is no camp"),
    pytest.param("학생들이 감자밭으로 불려 나왔다. 학생 40명이 함께 불려 나갔다.", [], id="fetched out to work"),
    pytest.param("은산군 단련대에 여자 80명, 남자 40명가량이 있었다.", [(80, 80, False), (40, 40, True)], id="those in custody"),
    pytest.param("보안원이 한 노파의 보따리를 빼앗았다.", [(1, 1, False)], id="an owner whose things are taken"),
    pytest.param("보위부는 50대 여성의 집을 수색해 손전화를 찾아냈다.", [(1, 1, False)], id="an owner whose home is searched"),
    pytest.param("당국은 감독상 리순철을 법 기관에 넘겨 따지게 했다.", [(1, 1, False)], id="a post and a full name"),
    pytest.param("갈라서는 부부는 단련대에 끌려간다.", [], id="a couple as a rule"),
    pytest.param("양강도에서 두 가족이 강제로 옮겨졌다.", [(2, 2, False)], id="the name of the province tells of no robbery"),
    pytest.param("양강도에서 8명이 목숨을 잃었다.", [], id="a death by nobody’s hand"),
    pytest.param("조사를 받던 여성이 보위부에서 목숨을 잃었다.", [(1, 1, False)], id="a death in custody"),
    pytest.param("여섯 명이 갇혀 있다. 그중 셋은 아이들이다.", [(6, 6, False), (3, 3, False)], id="some of them, without an act of their own"),
    pytest.param("세 명이 체포됐다. 그중 한 명은 조사 도중 달아났다.", [(3, 3, False)], id="some of them who got away"),
    pytest.param("아이 셋이 단속반을 피하다 미끄러졌고 그 가운데 하나가 죽었다.", [(1, 1, False)], id="one of them alone"),
    pytest.param("부부장이 해임되고 지도원 2명은 경고 처분을 받았다.", [(1, 1, False), (2, 2, False)], id="one in the clause before a count"),
    pytest.param("여맹에서 뽑힌 40여 명이 건설장으로 떠났다.", [(40, 49, True)], id="drawn for labour"),
    pytest.param("8명의 학생이 무대에 올랐다. 무대에 세워진 8명의 학생이 울었다.", [(8, 8, False)], id="의 begins no person"),
    pytest.param("안전부는 위반자를 처벌했다.", [], id="whoever breaks a rule"),
    pytest.param("평양에 끌려간 주민이 지난달 처형됐다.", [(1, 1, False)], id="one resident put to death"),
    pytest.param("밀수꾼 한 명을 세웠다. 길잡이 세 명을 잡아 보냈다.", [(1, 1, False), (3, 3, False)], id="stood up, caught"),
    pytest.param("남성이 여동생 둘과 강을 건너다 끌려왔다.", [(1, 1, False), (2, 2, False)], id="companions taken along"),
    pytest.param("밀수꾼이 군인 3명과 짜고 물건을 넘기다 체포됐다.", [(1, 1, False)], id="those dealt with are not taken along"),
    pytest.param("청년 2명이 안전원을 때려 구류장에 갇혔다.", [(2, 2, False)], id="what befell them for what they did"),
    pytest.param("주민 1만5천 명을 평양으로 데려간다는 말이 나온다.", [], id="a rumour of what is to come"),
    pytest.param("어머니는 딸이 언제 오느냐는 추궁을 받았다.", [(1, 1, False)], id="냐는 is no topic"),
    pytest.param("처벌받은 간부는 한 명도 없다.", [], id="not even one"),
    pytest.param("한 명이라도 달아나면 중대장이 처벌된다.", [], id="if even one"),
    pytest.param("도망친 군인 두 명은 아직 잡히지 않았다.", [], id="an act not done to a number"),
    pytest.param("보위부 요원 2명이 여성을 체포하려 했으나 놓쳤다.", [], id="an act only tried"),
    pytest.param("체포된 사람은 무역회사 사장이다.", [(1, 1, False)], id="who was taken, as a predicate"),
    pytest.param("단속된 사람은 대부분 주민이다.", [], id="who they mostly were"),
    pytest.param("3부자가 밀수죄로 교화소에 갔다. 12개 가정이 추방됐다.", [(3, 3, False), (12, 12, False)], id="a family of three, homes by another counter"),
    pytest.param("올해 추방된 집은 70세대가 넘는다.", [(70, None, False)], id="more than so many households"),
    pytest.param("한 대학생이 보위부 검열에 걸리는 일이 벌어졌다.", [(1, 1, False)], id="an act as what came about"),
    pytest.param("규찰대는 한 여성을 붙잡고 벌금을 내라고 했다.", [(1, 1, False)], id="caught first, ordered then"),
]


@pytest.mark.parametrize("text, expected", ENGLISH)
def test_english_counts(text, expected):
    assert counts(text, "en") == expected


@pytest.mark.parametrize("text, expected", KOREAN)
def test_korean_counts(text, expected):
    assert counts(text, "ko") == expected


def test_a_headline_repeats_the_text():
    assert counts("Three traders were arrested in Hyesan.", "en", "Three held in Hyesan") == [(3, 3, False)]
    assert counts("혜산에서 밀수꾼 3명이 체포됐다.", "ko", "밀수꾼 3명 체포") == [(3, 3, False)]


def test_a_headline_counts_where_the_text_does_not():
    assert counts("They stood before a court.", "en", "Nine shot before crowd") == [(9, 9, False)]


def test_words_are_given_in_both_languages():
    words = quantity_words()["people"]
    for language in ("en", "ko"):
        assert {"persons", "households", "pairs", "acted", "exempt"} <= set(words[language])


PIECES = st.sampled_from(
    ["two", "men", "a", "woman", "were", "was", "arrested", "the other", "ten", "dozens of", "families", "12", "1,000",
    "of them", "both", ".", ",", "“", "”", "\n", "İ",
     "주민", "두", "명이", "수십", "체포됐다", "한", "최모", "씨가", "5, 6명", "세대", "추방", "과", "가족은 3개월,"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=100), st.lists(PIECES, max_size=25).map(" ".join)), st.sampled_from(["en", "ko"]))
def test_evidence_is_cut_from_the_text_whatever_the_input(text, language):
    document = Document(text[:40], text, language)
    people, evidence = find_people(document)
    assert len(people) == len(evidence)
    for p, e in zip(people, evidence):
        assert document.part(e.part)[e.start : e.end] == e.words
        assert p["min"] is not None or p["max"] is not None
        assert p["min"] is None or p["max"] is None or 0 < p["min"] <= p["max"]
