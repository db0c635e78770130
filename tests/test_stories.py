"""Same story: copies, rewritten and translated reports share a story; near-misses of the same week and city do not."""

import json
from itertools import combinations

import pytest

from loaders.normalise import normalise
from reports.coding import code_articles
from reports.near_copies import near_copies
from reports.schema import ARTICLES, frame
from reports.score import read_gold
from reports.stories import find_stories, lend_years

# Invented for this test.
WIGS = {
    "title": "Nine wig workers held in Hyesan's Wiyon-dong",
    "text": "State security agents in Hyesan arrested nine women on March 4 in Wiyon-dong who had been knotting wigs and eyelashes for a "
    "buyer in China, a source in Yanggang Province told us on March 7. They confiscated 12,500 yuan, three laptops and a ledger. Each "
    "woman earned 40 yuan a wig. The go-between, a woman in her 50s, was sent to a labor camp for eight months.",
    "published": "2023-03-09",
    "outlet": "Paper A",
    "url": "https://a.example/wigs",
}
COPY = WIGS | {"title": "Nine held over wigs", "published": "2023-04-02", "outlet": "Paper B", "url": "https://b.example/1"}
REWRITTEN = {
    "title": "Agents end a wig business in Hyesan",
    "text": "Paper A reports that nine women who made wigs and eyelashes at home in Wiyon-dong, Hyesan, have been arrested by the Ministry "
    "of State Security. On March 4 agents took 12,500 yuan, laptops and the ledger of a woman in her 50s; she got eight months in a labor "
    "camp. Chinese buyers paid 40 yuan for a wig, a source in Yanggang Province said.",
    "published": "2023-03-11",
    "outlet": "Paper C",
    "url": "https://c.example/7",
}
KOREAN = {
    "title": "혜산 위연동서 가발 만들던 여성 9명 체포",
    "text": "양강도 혜산시 위연동에서 가발과 속눈썹을 엮어 중국에 넘기던 여성 9명이 지난 4일 보위부에 체포됐다. 양강도 소식통은 7일 “보위원들이 "
    "1만 2500위안과 노트컴, 장부를 몰수했다”고 전했다. 가발 하나에 40위안을 받았다. 일감을 대던 50대 여성은 노동단련대 8개월 처벌을 받았다.",
    "published": "2023-03-08",
    "outlet": "Paper A",
    "url": "https://a.example/ko/20230308-2",
    "language": "ko",
}
CARS = {
    "title": "Seven drivers of smuggled cars held in Hyesan",
    "text": "State security agents in Hyesan arrested seven men on March 5 who had driven smuggled cars from the Yalu River to Wiyon-dong, "
    "a source in Yanggang Province told us on March 8. They confiscated the vehicles and 60,000 yuan. The owner, a man in his 40s, bribed an "
    "officer and was sent to a labor camp.",
    "published": "2023-03-10",
    "outlet": "Paper A",
    "url": "https://a.example/cars",
}
WIGS_AGAIN = {
    "title": "Wig makers fined in Hyesan",
    "text": "Police in Hyesan fined wig makers in Hyehwa-dong, a source in Yanggang Province said. Inspectors went round on March 6 "
    "and took hair worth 3,000 yuan. Nobody was arrested.",
    "published": "2023-03-10",
    "outlet": "Paper A",
    "url": "https://a.example/wigs-2",
}
NEXT_YEAR = WIGS | {
    "title": "Wig workers held",
    "published": "2024-03-09",
    "url": "https://a.example/wigs-2024",
    "text": WIGS["text"].replace("nine women", "four women").replace("12,500", "9,000").replace("three laptops and a ledger", "hair"),
}
FOLLOW_UP = {  # as another paper would retell it, or the same paper come back to it
    "title": "Where wigs were knotted nobody opens the door",
    "text": "Families along one alley of Wiyon-dong keep silent when strangers walk past. On March 4 the secret police of Hyesan locked up nine of "
    "their daughters and wives together; 12,500 yuan went along with the computers and account books. For hairpieces and eyelashes they had been paid "
    "40 yuan apiece from beyond the river. Whoever handed out the orders has already begun her eight months in a labor camp, neighbours relate. "
    "What awaits those still locked up remains unclear, for relatives who inquire at the gate are turned back without a word.",
    "published": "2023-03-14",
    "outlet": "Paper A",
    "url": "https://a.example/wigs-3",
}
UNDATED = KOREAN | {
    "published": "",
    "url": "https://d.example/view?id=9",
    "outlet": "Board D",
    "text": KOREAN["text"].replace("지난 4일", "3월 4일").replace("소식통은 7일", "소식통은 3월 7일"),
}


def stories(*rows):
    """The story of each row, as the title of its earliest member."""
    articles = frame([normalise(row, "test", "mine") for row in rows], ARTICLES)
    found = find_stories(articles, code_articles(articles))
    titles = dict(zip(articles["article_id"], articles["title"]))
    return [titles[story] for story in found]


SAME = [
    pytest.param(WIGS, COPY, id="the same words weeks later"),
    pytest.param(WIGS, REWRITTEN, id="rewritten by another paper"),
    pytest.param(WIGS, KOREAN, id="the Korean original, by facts alone"),
    pytest.param(KOREAN, REWRITTEN, id="Korean against a rewriting"),
    pytest.param(WIGS, UNDATED, id="undated, but of the same days of the year"),
    pytest.param(WIGS, FOLLOW_UP | {"outlet": "Paper E"}, id="retold by another paper in words of its own"),
    pytest.param(KOREAN, FOLLOW_UP, id="by the same paper in the other language"),
]


@pytest.mark.parametrize("one, other", SAME)
def test_one_story(one, other):
    assert len(set(stories(one, other))) == 1


DIFFERENT = [
    pytest.param(WIGS, CARS, id="arrests of the same week, city and organ"),
    pytest.param(WIGS, WIGS_AGAIN, id="the same trade, week and city, another act"),
    pytest.param(KOREAN, CARS, id="across languages"),
    pytest.param(WIGS, NEXT_YEAR, id="a year later"),
    pytest.param(WIGS, FOLLOW_UP, id="an outlet that comes back to a matter in other words"),
]


@pytest.mark.parametrize("one, other", DIFFERENT)
def test_two_stories(one, other):
    assert len(set(stories(one, other))) == 2


def test_a_story_bears_the_name_of_its_earliest():
    assert stories(COPY, WIGS, REWRITTEN, KOREAN, CARS) == [KOREAN["title"]] * 4 + [CARS["title"]]


def test_the_order_of_reports_does_not_matter():
    rows = [WIGS, COPY, REWRITTEN, KOREAN, CARS, WIGS_AGAIN, NEXT_YEAR]
    forward = dict(zip((r["url"] for r in rows), stories(*rows)))
    assert dict(zip((r["url"] for r in rows[::-1]), stories(*rows[::-1]))) == forward


def test_added_one_by_one_they_make_the_same_stories():
    rows = [NEXT_YEAR, WIGS, CARS, KOREAN, COPY, WIGS_AGAIN, UNDATED, REWRITTEN]
    articles = frame([normalise(row, "test", "mine") for row in rows], ARTICLES)
    reports = code_articles(articles)
    for n in range(1, len(rows) + 1):
        found = find_stories(articles[:n], reports[:n], changed=[articles["article_id"][n - 1]])
        reports["story_id"] = list(found) + list(reports["story_id"][n:])
    assert list(reports["story_id"]) == list(find_stories(articles, code_articles(articles)))


def test_what_lies_far_from_the_change_stays_as_it_is():
    articles = frame([normalise(row, "test", "mine") for row in (NEXT_YEAR, WIGS)], ARTICLES)
    reports = code_articles(articles).assign(story_id=["kept", "old"])
    assert list(find_stories(articles, reports, changed=[articles["article_id"][1]])) == ["kept", articles["article_id"][1]]


def test_no_reports_no_stories():
    assert stories() == []


def test_open_groups():
    """Pairs of the hand-made groups: at least .8 found, and at most one in twenty wrong among the reports that are in a group."""
    gold = read_gold()
    articles = frame([normalise(line, "gold", "gold") for line in gold], ARTICLES)
    found = list(find_stories(articles, code_articles(articles)))
    groups = [line.get("same_story") for line in gold]
    pairs = [(groups[i] == groups[j], found[i] == found[j]) for i, j in combinations(range(len(gold)), 2) if groups[i] and groups[j]]
    hit = sum(same and got for same, got in pairs)
    assert hit / sum(same for same, _ in pairs) >= 0.8
    assert hit / sum(got for _, got in pairs) >= 0.95


def test_few_others_are_merged():
    """Reports that stand in no hand-made group are nearly all stories of their own."""
    gold = [line for line in read_gold() if not line.get("same_story")]
    articles = frame([normalise(line, "gold", "gold") for line in gold], ARTICLES)
    assert find_stories(articles, code_articles(articles)).nunique() >= len(gold) - 2


def reports_of_a_story(*dates):
    """A reports frame of one story from (article_id, published, event_start)."""
    from reports.schema import REPORTS

    evidence = json.dumps([{"field": "event_start", "code": "", "part": "text", "start": 0, "end": 1, "words": "5", "note": ""}])
    return frame([{"article_id": a, "story_id": "s", "published": p, "event_start": e, "evidence": evidence} for a, p, e in dates], REPORTS)


YEARS = [
    pytest.param("2023-06-16", "XXXX-05-31", "2023-05-31", id="same year"),
    pytest.param("2024-01-05", "XXXX-12-28", "2023-12-28", id="across the turn of the year"),
    pytest.param("2024-03-10", "XXXX-02-29", "2024-02-29", id="a leap day"),
    pytest.param("2023-06-16", "2022-05-31", "2022-05-31", id="a year of its own stays"),
    pytest.param("2023-06-16", "", "", id="no date, nothing to lend to"),
    pytest.param("", "XXXX-05-31", "XXXX-05-31", id="nobody to lend"),
]


@pytest.mark.parametrize("published, day, expected", YEARS)
def test_lend_years(published, day, expected):
    lent = lend_years(reports_of_a_story(("dated", published, ""), ("undated", "", day)))
    assert lent["event_start"].iloc[1] == expected


def test_a_lent_year_is_marked():
    before = reports_of_a_story(("dated", "2023-06-16", ""), ("undated", "", "XXXX-05-31"))
    lent = lend_years(before)
    assert json.loads(lent["evidence"].iloc[1])[0]["note"] == "year inferred from report dated of the same story"
    assert lent["evidence"].iloc[0] == before["evidence"].iloc[0]
    assert dict(lent.dtypes.astype(str)) == dict(before.dtypes.astype(str))


def test_near_copies():
    text = " ".join(f"word{i}" for i in range(80))
    changed = text.replace("word7 ", "other ").replace("word50 ", "")
    assert near_copies([text, "something else entirely", changed, ""]) == [(0, 2)]
