"""Places: their names in any spelling, homonyms, unknown names, and where the event was."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.gazetteer import FILE, gazetteer
from reports.place_index import names, rules
from reports.places import find_places
from reports.romanise import romanise, skeleton
from reports.text import Document

KINDS = {"neighbourhood", "village", "workers_district", "city", "county", "town", "province", "river", "other"}


def places(text, language="en", title=""):
    """Names (ids where known) of the event places and of the mentions."""
    found, _ = find_places(Document(title, text, language))
    return {p["place_id"] or p["name"]: p["role"] for p in found}


Y, H = "kp-yanggang", "kp-yanggang-hyesan"

NAMES = [
    pytest.param("Police in Hyehŭng-dong raided homes.", "en", {"kp-yanggang-hyesan-hyehung"}, id="marks over letters"),
    pytest.param("Police in Samsoo arrested a man.", "en", {"kp-yanggang-samsu"}, id="spelled by ear"),
    pytest.param("A raid took place in North Hamgyung.", "en", {"kp-north-hamgyong"}, id="another spelling of a province"),
    pytest.param("Raids in North Pyongan and Chagang provinces.", "en", {"kp-north-pyongan", "kp-chagang"}, id="plural unit word"),
    pytest.param(
        "They were banished to the counties of Chosan and Usi.", "en", {"kp-chagang-chosan", "kp-chagang-usi"}, id="unit word before a list"
    ),
    pytest.param(
        "Agents searched Kangan, Tapsong and Yeonpung in Hyesan.",
        "en",
        {H, f"{H}-kangan", f"{H}-thapsong", f"{H}-yonphung"},
        id="a short name in company",
    ),
    pytest.param("Kangan is a word like others.", "en", set(), id="a short name alone is none"),
    pytest.param("A new rule was read out in Kujang-dong.", "en", {"Kujang-dong"}, id="unit word, not in the gazetteer"),
    pytest.param("It happened at Wolbong Mine near the city's airport.", "en", {"Wolbong Mine"}, id="named mine, unnamed airport"),
    pytest.param("Graduates of Kim Jong Suk University were sent home.", "en", set(), id="a university named after a person"),
    pytest.param("A Phungsan dog was given as a present.", "en", set(), id="a breed"),
    pytest.param("The Paektu bloodline was praised.", "en", set(), id="a slogan"),
    pytest.param("They speak the Pyongyang dialect.", "en", set(), id="a law on speech"),
    pytest.param("Oil prices rose in Dandong and Seoul.", "en", set(), id="China, South Korea, and a common word"),
    pytest.param("보위원이 사건을 조사하러 나선다.", "ko", set(), id="나서다 is a verb"),
    pytest.param("검열조 구성원이 늘었다.", "ko", set(), id="구성 is a noun"),
    pytest.param("자강도 강계시 남문동에서 단속이 있었다.", "ko", {"kp-chagang", "kp-chagang-kanggye", "남문동"}, id="동 behind a city"),
    pytest.param("주민들의 활동과 이동을 막았다.", "ko", set(), id="words that end in 동"),
    pytest.param("양강도 월봉광산에서 광석을 빼돌렸다.", "ko", {Y, "월봉광산"}, id="a mine the gazetteer lacks"),
    pytest.param("량강도와 양강도는 하나다.", "ko", {Y}, id="northern and southern spelling"),
    pytest.param("포천시 주민이 말했다.", "ko", set(), id="포천 is in the South"),
    pytest.param("A path leads to the village of Sonhak.", "en", {"Sonhak"}, id="a name behind its unit word"),
    pytest.param("At neighborhood meetings there was talk.", "en", set(), id="At is no name"),
    pytest.param(
        "They crossed Sangnam Ridge by the Wolbong power station.", "en", {"Sangnam Ridge", "Wolbong power station"}, id="feature nouns"
    ),
    pytest.param("In Hyesan, work in the districts of Masan and Songhu stopped.", "en",
                 {H, "kp-yanggang-hyesan-masan-1", "kp-yanggang-hyesan-songhu"}, id="a dong called a district"),
    pytest.param("Guards stood by the Sonam River.", "en", {"Sonam River"}, id="a river the gazetteer lacks"),
    pytest.param("혜산 변두리에서 구리를 팔았다.", "ko", {H}, id="words that end in 리"),
    pytest.param("상남리 주민들과 길거리 주민들이 모였다.", "ko", {"상남리"}, id="a ri by its people, and 길거리"),
    pytest.param("칠성리 농장에서 감자를 캤다.", "ko", {"칠성리 농장"}, id="the farm of a ri"),
    pytest.param("장백세관과 혜산세관이 닫혔다.", "ko", {"kp-yanggang-hyesan-customs"}, id="customs in another country"),
    pytest.param("Men stood at Sangnong and shouted at Sunhee.", "en", {"Sangnong"}, id="at a place, and at somebody"),
    pytest.param("They met at the Kim Jong Suk Arts Center.", "en", {"Kim Jong Suk Arts Center"}, id="a hall named after somebody"),
    pytest.param("Men stood at Masan crossroads near Hyesan station.", "en", {"Masan crossroads", H}, id="the crossroads of a dong"),
    pytest.param("The Party's county committee met in Hyesan's neighborhood units.", "en", {H}, id="no names in the genitive"),
    pytest.param("강계시에서는 남문동 등에 초소가 섰다.", "ko", {"kp-chagang-kanggye", "남문동"}, id="동 a particle away from its city"),
    pytest.param("혜산시 검산동과 새솔동, 먼내동에 물이 찼다.", "ko", {H, "kp-yanggang-hyesan-komsan", "새솔동", "먼내동"}, id="a list of 동"),
    pytest.param("새솔동 45반에서 불이 났다.", "ko", {"새솔동"}, id="동 before the number of a neighbourhood unit"),
    pytest.param("혜산시에서 활동하던 검산동의 굴다리", "ko", {H, "kp-yanggang-hyesan-komsan"}, id="activity and bridge are no 동 and 리"),
    pytest.param("혜산시 검산동 상남골에서 물이 넘쳤다.", "ko", {H, "kp-yanggang-hyesan-komsan", "상남골"}, id="a valley in a dong"),
    pytest.param("3월5일농장에서 3월 5일 공장으로 갔다.", "ko", {"3월5일농장"}, id="a farm called after a day"),
    pytest.param("The road goes from Samjiyon up to the lake.", "en", {"kp-yanggang-samjiyon"}, id="up is no town"),
    pytest.param("화선역에서 열차가 멈췄고 무역에서 손해를 봤다.", "ko", {"화선역"}, id="a station, and 무역"),
]


@pytest.mark.parametrize("text, language, expected", NAMES)
def test_names(text, language, expected):
    assert set(places(text, language)) == expected


SINHUNG = "kp-yanggang-taehongdan-sinhung-wd"
CHOICES = [
    pytest.param("In Taehongdan County, Sinhung Workers' District was searched.", SINHUNG, id="the county named decides"),
    pytest.param("In Kimjongsuk County, Sinhung Workers' District was searched.", "kp-yanggang-kimjongsuk-sinhung-wd", id="another county"),
    pytest.param("Sinhung Workers' District was searched.", "Sinhung Workers' District", id="no county: kept by name"),
    pytest.param("Three waded the Tumen River.", "kp-tumen-river", id="the river, not the city of that name"),
]


@pytest.mark.parametrize("text, expected", CHOICES)
def test_several_places_of_one_name(text, expected):
    assert expected in places(text)


ROLES = [
    pytest.param(
        "Police in Hyesan arrested traders, a source in Yanggang Province said.",
        "en",
        {H: "event", Y: "event"},
        id="province holds the event",
    ),
    pytest.param(
        "In Musan the market was shut, a source in Hyesan said.",
        "en",
        {"kp-north-hamgyong-musan": "event", H: "mention"},
        id="where a source speaks from",
    ),
    pytest.param(
        "Five families of Hyesan were banished to Kapsan County.", "en", {H: "event", "kp-yanggang-kapsan": "mention"}, id="banishment"
    ),
    pytest.param(
        "Inspectors sent from Pyongyang searched homes in Hyesan.",
        "en",
        {"kp-pyongyang": "mention", H: "event"},
        id="where inspectors come from",
    ),
    pytest.param(
        "Two women were shot as they crossed the Yalu River near Hyesan.", "en", {"kp-yalu-river": "event", H: "event"}, id="on the river"
    ),
    pytest.param(
        "Police raided Hyesan, which lies on the Yalu River.", "en", {"kp-yalu-river": "mention", H: "event"}, id="beside the river"
    ),
    pytest.param(
        "A source in Ryanggang Province said prices rose.", "en", {Y: "event"}, id="a source with no other place reports on its province"
    ),
    pytest.param(
        "Smuggling stopped in Hyesan when Kim Jong Un travelled to Samjiyon.",
        "en",
        {H: "event", "kp-yanggang-samjiyon": "mention"},
        id="the leader's journey",
    ),
    pytest.param(
        "She was arrested in Hyesan and sent to a labor camp in Paekam County.",
        "en",
        {H: "event", "kp-yanggang-paekam": "mention"},
        id="where the camp is",
    ),
    pytest.param(
        "Agents in Hyesan searched a man and his aunt in Hamhung lost touch.",
        "en",
        {H: "event", "kp-south-hamgyong-hamhung": "mention"},
        id="where a relative lives",
    ),
    pytest.param(
        "혜산시 주민들에게 삼지연 꾸리기 지원물자를 바치라고 했다.",
        "ko",
        {H: "event", "kp-yanggang-samjiyon": "mention"},
        id="levies for a building site",
    ),
    pytest.param(
        "혜산시 주민이 함흥에 사는 친척과 통화하다 붙잡혔다.",
        "ko",
        {H: "event", "kp-south-hamgyong-hamhung": "mention"},
        id="친척이 사는 곳",
    ),
    pytest.param("혜산시에서 상인들이 체포됐다고 양강도 소식통이 전했다.", "ko", {H: "event", Y: "event"}, id="도 of the event"),
    pytest.param("혜산시 주민들이 갑산군으로 추방됐다.", "ko", {H: "event", "kp-yanggang-kapsan": "mention"}, id="추방"),
    pytest.param("혜산 보위부가 브로커를 평양으로 압송했다.", "ko", {H: "event", "kp-pyongyang": "mention"}, id="압송"),
    pytest.param(
        "대홍단군과 함께 감자 고장인 백암군에서 농장원이 잡혔다.",
        "ko",
        {"kp-yanggang-taehongdan": "mention", "kp-yanggang-paekam": "event"},
        id="a comparison",
    ),
    pytest.param(
        "보천군에서 단속이 있었다. 혜산의학대학에 다니는 학생이 말했다.",
        "ko",
        {"kp-yanggang-pochon": "event", H: "mention"},
        id="a school named after a city",
    ),
    pytest.param("혜산시 주민이 압록강을 건너다 붙잡혔다.", "ko", {H: "event", "kp-yalu-river": "event"}, id="crossing the river"),
    pytest.param(
        "Four students in Hyesan were banished with their parents to farms in Pochon.", "en",
        {H: "event", "kp-yanggang-pochon": "mention"}, id="farms to which people are banished",
    ),
    pytest.param("Two members of a family in Hyesan have been taken away.", "en", {H: "event"}, id="a family acted on where it happened"),
    pytest.param("The embankment road in Hyesan is out of bounds.", "en", {H: "event"}, id="a road in a city is no journey"),
    pytest.param(
        "In Hyesan raids went on for weeks, and many homes were searched by men who gave no reason for what they did and left "
        "nothing in its place. People spoke of little else in the shops and at work, the more so as nobody could say when it would end. "
        "In Hoeryong, too, homes were searched.", "en",
        {H: "event", "kp-north-hamgyong-hoeryong": "event"}, id="a place that opens its clause",
    ),
    pytest.param("A resident of Ryanggang Province was told so by a source in Samsu.", "en",
                 {Y: "event", "kp-yanggang-samsu": "event"}, id="a source's place where there is no other"),
    pytest.param(
        "In Samsu two women from Hyesan were caught.", "en", {"kp-yanggang-samsu": "event", H: "mention"}, id="where people come from"
    ),
    pytest.param("삼수군에서 단속이 있었다. 백두산은 성지로 선전된다.", "ko",
                 {"kp-yanggang-samsu": "event", "kp-yanggang-mt-paektu": "mention"}, id="the mountain is invoked"),
    pytest.param(
        "혜산시에서 탈북자 가족이 보천의 산골 농장으로 실려 갔다.", "ko", {H: "event", "kp-yanggang-pochon": "mention"}, id="carried off inland",
    ),
]


@pytest.mark.parametrize("text, language, expected", ROLES)
def test_roles(text, language, expected):
    assert places(text, language) == expected


S = "kp-yanggang-samsu"
OPENING = {
    "en": "Police in Samsu went from house to house in the night and took away all who had no papers to show for the things that were found "
    "with them, and many families still wait for word of those who were led off to the building behind the square, which nobody may enter. ",
    "ko": "삼수군에서 보안원들이 밤에 집집을 돌며 증명이 없는 물건을 가진 사람들을 모두 데려갔고 식구들은 아직도 아무런 기별을 받지 못한 채 "
    "광장 뒤의 건물 앞에서 날마다 기다리고 있는데 그곳에는 아무도 들어가지 못한다고 한다. 모두가 그 이야기를 한다. ",
}
ASIDES = [
    pytest.param("In Hoeryong, too, homes were searched.", "en", "kp-north-hamgyong-hoeryong", "event", id="there too"),
    pytest.param("In Hoeryong, by contrast, no such raids are known.", "en", "kp-north-hamgyong-hoeryong", "mention", id="by contrast"),
    pytest.param("In Kapsan people merely pay a little more.", "en", "kp-yanggang-kapsan", "mention", id="merely"),
    pytest.param("In Kapsan nobody may leave home either.", "en", "kp-yanggang-kapsan", "event", id="a ban is no contrast"),
    pytest.param("Around Hoeryong, where silver is dug, homes were searched.", "en", "kp-north-hamgyong-hoeryong", "mention",
                 id="introduced"),
    pytest.param("In Hoeryong the gates are painted red.", "en", "kp-north-hamgyong-hoeryong", "mention", id="a comparison in one breath"),
    pytest.param("In Hoeryong nine were arrested on May 3.", "en", "kp-north-hamgyong-hoeryong", "event", id="told as the event"),
    pytest.param("In Kapsan the strip is raked by soldiers.", "en", "kp-yanggang-kapsan", "mention", id="another county in one breath"),
    pytest.param("In Kapsan the police searched every home.", "en", "kp-yanggang-kapsan", "event", id="another county, the same act"),
    pytest.param("It was worst in 1998, when a house near Kapsan burnt down.", "en", "kp-yanggang-kapsan", "mention",
                 id="in earlier times"),
    pytest.param("A dollar is 8,200 won in Hyesan.", "en", H, "mention", id="what something costs there"),
    pytest.param("At Hyesan a trader was fined 8,200 won.", "en", H, "event", id="a fine is no price"),
    pytest.param("In 2014 a house in Kapsan burnt down.", "en", "kp-yanggang-kapsan", "mention", id="another year"),
    pytest.param("Nine were taken to logging villages beyond Kapsan.", "en", "kp-yanggang-kapsan", "mention",
                 id="moved to what lies there"),
    pytest.param("One is thought to be in Kapsan.", "en", "kp-yanggang-kapsan", "mention", id="thought to be there"),
    pytest.param("An engineer from the mine at Kapsan saw it.", "en", "kp-yanggang-kapsan", "mention", id="where somebody comes from"),
    pytest.param("회령에서는 아직 그런 소식이 없다.", "ko", "kp-north-hamgyong-hoeryong", "mention", id="아직 없다"),
    pytest.param("갑산군에서는 두 사람이 붙잡혔다.", "ko", "kp-yanggang-kapsan", "event", id="붙잡혔다"),
    pytest.param("갑산군에도 환자가 있으나 줄은 치지 않았다.", "ko", "kp-yanggang-kapsan", "mention", id="있으나"),
    pytest.param("회령에서는 장갑 대신 콩을 걷는다.", "ko", "kp-north-hamgyong-hoeryong", "mention", id="한마디 비교"),
    pytest.param("갑산군의 농장들은 보초를 세웠다.", "ko", "kp-yanggang-kapsan", "mention", id="남의 농장"),
    pytest.param("얼음은 혜산에서 그 반값이다.", "ko", H, "mention", id="값"),
    pytest.param("2014년에 갑산군에서 집이 헐렸다.", "ko", "kp-yanggang-kapsan", "mention", id="다른 해"),
    pytest.param("혜산에서 만난 사람이 그렇게 말했다.", "ko", H, "mention", id="만난 곳"),
]


@pytest.mark.parametrize("sentence, language, place, role", ASIDES)
def test_asides_after_the_opening(sentence, language, place, role):
    assert places(OPENING[language] + sentence, language) == {S: "event", place: role}


K = "kp-yanggang-kapsan"
LEADS = [
    pytest.param("A trader from Hamhung was arrested in Hyesan on the 3rd.", "en",
                 {H: "event", "kp-south-hamgyong-hamhung": "mention"}, id="where somebody comes from"),
    pytest.param("A woman on her way from Chongjin to Kapsan was robbed at Hyesan.", "en",
                 {H: "event", K: "mention", "kp-north-hamgyong-chongjin": "mention"}, id="a journey"),
    pytest.param("Cars that came in through Sinuiju are searched in Hyesan.", "en",
                 {H: "event", "kp-north-pyongan-sinuiju": "mention"}, id="a way"),
    pytest.param("A soldier stationed in Kapsan deserted and is heading for Hyesan.", "en",
                 {K: "event", H: "mention"}, id="home comes before the goal"),
    pytest.param("The price of rice in Hyesan and Kapsan rose.", "en", {H: "event", K: "event"}, id="rice in a place"),
    pytest.param("청진에서 갑산으로 오던 여성이 혜산에서 강도를 만났다.", "ko",
                 {H: "event", K: "mention", "kp-north-hamgyong-chongjin": "mention"}, id="오던 길"),
    pytest.param("갑산에서 훔친 구리가 혜산에서 보안서에 걸렸다.", "ko", {H: "event", K: "mention"}, id="훔친 곳"),
    pytest.param("갑산의 밀수꾼 한 명이 혜산에서 붙잡혔다.", "ko", {H: "event", K: "mention"}, id="어디 사람"),
]


@pytest.mark.parametrize("text, language, expected", LEADS)
def test_openings(text, language, expected):
    assert places(text, language) == expected


ALONE = [
    pytest.param("2011년 11월 갑산군에서 당비서가 불려 갔다.", "ko", {"kp-yanggang-kapsan": "event"}, id="the year of the report"),
    pytest.param("갑산군을 다녀온 소식통은 집마다 양귀비를 심는다고 했다.", "ko", {"kp-yanggang-kapsan": "event"}, id="visited by who tells it"),
    pytest.param("갑산군과 혜산시를 잇는 산길에서 차가 멈췄다.", "ko", {"kp-yanggang-kapsan": "event", H: "event"}, id="a road between two"),
    pytest.param("A family was expelled from Hyesan. " + OPENING["en"].replace(" in Samsu", "") + "They were to go to Kapsan.", "en",
                 {H: "event", "kp-yanggang-kapsan": "mention"}, id="from one to another"),
    pytest.param("Women stood at Masan market in Hyesan.", "en", {H: "event", "Masan market": "event"}, id="the market of a dong"),
    pytest.param("The footbridge at Wangdok has been closed.", "en", {"Wangdok": "event"}, id="a name no list holds"),
]


@pytest.mark.parametrize("text, language, expected", ALONE)
def test_where_no_other_place_is_named(text, language, expected):
    assert places(text, language) == expected


def test_a_headline_without_particle_is_an_event():
    assert places("상인들이 끌려갔다고 한다.", "ko", title="혜산 장사꾼 무더기 체포")[H] == "event"


def test_korean_places_carry_their_english_spelling():
    found, _ = find_places(Document("", "강계시 남문동과 혜산시에서 단속했다.", "ko"))
    assert {p["en"] for p in found} == {"Kanggye", "Nammun-dong", "Hyesan"}


SPELLINGS = [
    ("Hyeheung", "Hyehung"),
    ("Cheongjin", "Chongjin"),
    ("Ryanggang", "Yangang"),
    ("Sineuiju", "Shinuiju"),
    ("Pungseo", "Phungso"),
    ("Rajin", "Najin"),
]


@pytest.mark.parametrize("one, other", SPELLINGS)
def test_spellings_of_one_name_share_a_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize("one, other", [("Musan", "Masan"), ("Kosong", "Kusong"), ("Samsu", "Samjiyon"), ("Sinpo", "Sinpha")])
def test_names_of_two_places_differ(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    "hangul, english",
    [("대봉", "Taebong"), ("회창", "Hoechang"), ("안간령", "Angallyong"), ("삼지연", "Samjiyon"), ("김정숙", "Kimjongsuk")],
)
def test_romanise(hangul, english):
    assert romanise(hangul) == english


def test_gazetteer_is_sound():
    book = gazetteer()
    with FILE.open(encoding="utf-8") as rows:
        ids = [row["place_id"] for row in csv.DictReader(rows)]
    assert len(ids) == len(set(ids))
    assert [p.place_id for p in book if p.parent_id and p.parent_id not in book] == []
    assert [p.place_id for p in book if not (33 < p.lat < 46 and 103 < p.lon < 135)] == []


@pytest.mark.parametrize(
    "place", [p for p in gazetteer() if p.place_id.startswith("kp-yanggang") and p.name_ko not in names().cues], ids=lambda p: p.place_id
)
def test_every_place_of_the_province_is_found_by_its_korean_name(place):
    found = places(f"양강도 {gazetteer().label(place.parent_id, 'ko')} {place.name_ko}에서 일어났다.", "ko")
    assert place.place_id in found


GROUPS = ("needs_cue", "void", "mention_en", "mention_ko", "asides_en", "asides_ko")


def test_every_rule_gives_its_reason():
    unexplained = [r for group in GROUPS for r in rules()[group] if not r.get("reason")]
    assert unexplained == []


@given(
    st.lists(
        st.sampled_from(
            ["Hyesan", "혜산시", " ", ", ", "source in ", "신흥동", "Sinhung-dong", "의", "에서 ", "Kangan and ", "\n", "광산", "a", "İ"]
        ),
        max_size=30,
    )
)
def test_evidence_stands_where_it_says(pieces):
    text = "".join(pieces)
    for language in ("en", "ko"):
        found, evidence = find_places(Document(text, text, language))
        assert all(text[e.start : e.end] == e.words for e in evidence)
        assert all(p["kind"] in KINDS and p["role"] in ("event", "mention") for p in found)
        assert len({p["place_id"] or p["name"].lower() for p in found}) == len(found)
