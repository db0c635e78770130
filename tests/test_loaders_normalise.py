"""Ids, addresses, dates, outlets and languages of articles."""

import json
import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.address import canonical, date_in_address, korean_version
from loaders.days import read_date
from loaders.normalise import language_of, normalise
from loaders.outlets import outlet_speaking
from reports.store import SAMPLE_FILE

A = "www.dailynk.com/english/carts"


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://www.dailynk.com/english/carts/", id="as it is"),
        pytest.param("http://www.dailynk.com/english/carts", id="http, no slash at the end"),
        pytest.param("HTTPS://WWW.DailyNK.com:443/english/carts/", id="capitals and port"),
        pytest.param("https://dailynk.com/english/carts/#comments", id="fragment, no www"),
        pytest.param("https://m.dailynk.com/english/carts/", id="mobile"),
        pytest.param("https://www.dailynk.com/english/carts/amp/", id="AMP path"),
        pytest.param("https://amp.dailynk.com/english/carts?amp=1", id="AMP host and parameter"),
        pytest.param("https://www.dailynk.com/english/carts/?utm_source=x&fbclid=abc&ref=home", id="tracking parameters"),
        pytest.param("www.dailynk.com/english/carts/", id="no scheme"),
        pytest.param("//www.dailynk.com/english/carts/", id="scheme left to the page"),
        pytest.param(
            "https://web.archive.org/web/20230613120000/https://www.dailynk.com/english/carts/", id="kept in the Internet Archive"
        ),
        pytest.param("  https://www.dailynk.com/english/carts/\n", id="blanks around it"),
        pytest.param("https://user:secret@www.dailynk.com/english/carts/", id="user in front of the host"),
    ],
)
def test_spellings_of_one_address(url):
    """They name one article; `url` itself stays as it was given, but for blanks around it."""
    assert canonical(url) == "dailynk.com/english/carts"
    row = normalise({"text": "x", "url": url})
    assert row["url"] == url.strip() and row["article_id"] == normalise({"text": "y", "url": A})["article_id"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("https://e.kr/view.php?idx=1", "https://e.kr/view.php?idx=2", id="the parameter that names the article"),
        pytest.param("https://e.kr/view?1", "https://e.kr/view?2", id="a parameter without a name"),
        pytest.param("https://e.kr/a", "https://e.kr/A", id="paths may differ in case"),
        pytest.param("https://e.kr/amp-story", "https://e.kr/story", id="amp inside a word"),
        pytest.param("https://korean.e.kr/a", "https://english.e.kr/a", id="hosts of two languages"),
    ],
)
def test_two_articles(one, other):
    assert canonical(one) != canonical(other)


def test_hangul_in_addresses_is_one_however_written():
    assert canonical("https://e.kr/뉴스/혜산") == canonical("https://e.kr/%EB%89%B4%EC%8A%A4/%ed%98%9c%ec%82%b0")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "mailto:a@e.org",
        "http://",
        "http://[::1",
        "Kim, a source",
        "http://e.org:99999/",
        "혜산",
    ],
)
def test_no_web_address(url):
    """No address: the id comes from outlet, title and text, and nothing fails."""
    assert canonical(url) == ""
    assert normalise({"text": "x", "url": url})["article_id"] == normalise({"text": "x"})["article_id"]


@given(st.text(max_size=60))
def test_any_words_as_an_address(words):
    canonical(words)
    canonical(f"https://{words}")
    date_in_address(words)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.dailynk.com/20250314-6/", "2025-03-14"),
        ("dailynk.com/20250314-6/", "2025-03-14"),
        ("https://e.org/2023/06/13/raid/", "2023-06-13"),
        ("https://e.org/2023/06/raid/", "2023-06"),
        ("https://www.rfa.org/english/news/korea/hyesan-11062020173455.html", "2020-11-06"),
        ("https://en.yna.co.kr/view/AEN20230613001000315", "2023-06-13"),
        ("https://asiapress.org/rimjin-gang/2025/03/society-economy/eradication", "2025-03"),
        ("https://e.org/20251345-6/", None),
        ("https://e.org/20250230-1/", None),
        ("https://e.org/article/202503141/", None),
        ("https://e.org/raid-in-2023/", None),
        ("https://web.archive.org/web/20230613120000/https://e.org/raid/", None),
        ("", None),
    ],
)
def test_date_in_address(url, expected):
    assert date_in_address(url) == expected


LINK = "https://www.dailynk.com/20250314-6/"


@pytest.mark.parametrize(
    "words",
    [
        f"[Read in Korean]({LINK})",
        f"[**Read in Korean**]({LINK})",
        f"[Read in Korean](<{LINK}>)",
        f'<a href="{LINK}">Read in Korean</a>',
        f"<a class=x href='{LINK}' rel=y><b>Read in Korean</b></a>",
        f"Read in Korean: {LINK}",
        f"Read in Korean ({LINK})",
        f"READ IN KOREAN {LINK}.",
        f"Read in Korean\n{LINK}",
        f"Read this article in Korean: {LINK}",
        f"[Read the Korean version]({LINK})",
        f"A box that was read in Korean. [Read in Korean]({LINK})",
    ],
)
def test_korean_version(words):
    """Markdown link, HTML link or bare address: its date stamp counts, and it is said that it does; it is not the article's address."""
    row = normalise({"title": "T", "text": f"Smugglers look for jobs.\n{words}"})
    assert (row["published"], row["published_from"]) == ("2025-03-14", "date in the address of the Korean version")
    assert (row["url"], row["outlet"]) == ("", "Daily NK")
    assert korean_version(words) == LINK


@pytest.mark.parametrize("words", ["Read in Korean", f"Read in English: {LINK}", f"See {LINK}", "[Read in Korean](javascript:alert(1))"])
def test_no_korean_version(words):
    assert normalise({"title": "T", "text": f"Smugglers.\n{words}"})["published"] is None


@pytest.mark.parametrize(
    ("row", "published", "rule"),
    [
        pytest.param({"published": "2023-06-16", "url": LINK}, "2023-06-16", "given in the file", id="what is given comes first"),
        pytest.param(
            {"published": "2023-06-16", "published_from": "JSON-LD datePublished"},
            "2023-06-16",
            "JSON-LD datePublished",
            id="the reader's rule",
        ),
        pytest.param({"published": "long ago", "url": LINK}, "2025-03-14", "date in the address", id="what is given is no date"),
        pytest.param(
            {"url": "https://e.org/2023/06/raid/", "text": f"[Read in Korean]({LINK})"},
            "2023-06",
            "date in the address",
            id="the own address before the Korean one",
        ),
        pytest.param({}, None, "", id="nothing known"),
    ],
)
def test_published_from(row, published, rule):
    found = normalise({"text": "x"} | row)
    assert (found["published"], found["published_from"]) == (published, rule)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2023-06-13", "2023-06-13"),
        ("2023-06-13 10:30:00", "2023-06-13"),
        ("2023.6.13.", "2023-06-13"),
        ("2023. 6. 13. 오전 10:30", "2023-06-13"),
        ("2023년 6월 13일", "2023-06-13"),
        ("2023년 6월", "2023-06"),
        ("2023-06", "2023-06"),
        ("20230613", "2023-06-13"),
        ("20230613103000", "2023-06-13"),
        ("202306131", None),
        ("주체112(2023)년 6월 13일", "2023-06-13"),
        ("June 13, 2023", "2023-06-13"),
        ("Jun. 13th 2023", "2023-06-13"),
        ("Tuesday, 13 June 2023", "2023-06-13"),
        ("June 2023", "2023-06"),
        ("Tue, 13 Jun 2023 00:30:00 +0900", "2023-06-13"),
        ("2023-06-13T00:30:00+09:00", "2023-06-13"),
        ("06/13/2023", "2023-06-13"),
        ("13/06/2023", "2023-06-13"),
        pytest.param("05/06/2023", None, id="May or June"),
        pytest.param("2023-02-29", None, id="no such day"),
        pytest.param("2023-06-131", None, id="no day and no month either"),
        pytest.param("9999-12-31", None, id="to come"),
        pytest.param("0001-01-01", None, id="what an empty date becomes in some programs"),
        pytest.param("1970-01-01", None, id="what zero becomes in others"),
        pytest.param((date.today() + timedelta(days=400)).isoformat(), None, id="after tomorrow"),
        ("2023", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_read_date(words, expected):
    assert read_date(words) == expected


@pytest.mark.parametrize(
    ("words", "url", "expected"),
    [
        pytest.param(
            "2023-06-12T15:30:00Z", "https://www.dailynk.com/x/", "2023-06-13", id="half past midnight in Seoul is the day before in UTC"
        ),
        pytest.param("Mon, 12 Jun 2023 15:30:00 GMT", "https://www.dailynk.com/x/", "2023-06-13", id="the same in a feed"),
        pytest.param("2023-06-13T03:00:00+00:00", "https://www.rfa.org/x", "2023-06-12", id="the evening before in Washington"),
        pytest.param("2023-06-12T15:30:00Z", "https://e.org/x", "2023-06-12", id="an outlet whose clock is not known"),
        pytest.param("2023-06-12", "https://www.dailynk.com/x/", "2023-06-12", id="a day has no clock"),
    ],
)
def test_the_day_is_that_of_the_outlet(words, url, expected):
    assert normalise({"text": "x", "url": url, "published": words})["published"] == expected


@given(st.text(max_size=40), st.integers(-12, 14))
def test_any_words_as_a_date(words, clock):
    found = read_date(words, clock)
    assert found is None or "1990" <= found <= "2100"


@pytest.mark.parametrize(
    ("row", "outlet", "note"),
    [
        ({"outlet": "Example Press", "url": "https://www.dailynk.com/x"}, "Example Press", ""),
        ({"outlet": "데일리NK"}, "Daily NK", ""),
        ({"outlet": "radio free asia"}, "RFA", ""),
        ({"url": "https://korean.rfa.org/x"}, "RFA", ""),
        ({"url": "https://news.example.org/x"}, "news.example.org", ""),
        ({"url": "https://notdailynk.com/x"}, "notdailynk.com", ""),
        ({"text": "Carts are gone, Daily NK has learned."}, "Daily NK", "outlet by the words “Daily NK has learned” in the text"),
        ({"text": "“They are gone,” one of them told Daily NK."}, "Daily NK", "outlet by the words “told Daily NK” in the text"),
        ({"text": "A Daily NK source said so."}, "Daily NK", "outlet by the words “A Daily NK source” in the text"),
        ({"text": "주민이 데일리NK에 전했다."}, "Daily NK", "outlet by the words “데일리NK에 전했” in the text"),
        pytest.param({"text": "Carts are gone, Daily NK reported."}, "", "", id="quoted by another outlet"),
        pytest.param({"text": "One told Daily NK, another told RFA."}, "", "", id="two outlets: none"),
        pytest.param({"text": "told Daily NK", "url": "https://e.org/x"}, "e.org", "", id="the address comes first"),
    ],
)
def test_outlet(row, outlet, note):
    """Given, else by the address, else by how the outlet speaks of itself, which is noted."""
    found = normalise({"text": "x"} | row)
    assert (found["outlet"], found["note"]) == (outlet, note)


@pytest.mark.parametrize(
    ("words", "declared", "expected"),
    [
        ("혜산시 무역회사", "", "ko"),
        ("Police in Hyesan", "", "en"),
        pytest.param("A permit, or waku (와크), is needed in Hyesan (혜산시).", "", "en", id="English with Korean words"),
        pytest.param("혜산 무역회사 ABC Trading과 XYZ Company의 와크 문제", "", "ko", id="Korean with English names"),
        pytest.param("혜산시 소식통이 전했다.", "en", "ko", id="a page that calls itself English"),
        pytest.param("2023", "ko-KR", "ko", id="no letters: what is declared"),
        pytest.param("", "", "en", id="nothing at all"),
    ],
)
def test_language(words, declared, expected):
    assert language_of(words, declared) == expected


def test_ids_are_stable():
    """The ids of the sample come out again, so that a store keeps its articles."""
    for line in SAMPLE_FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert normalise(row)["article_id"] == row["article_id"]


def test_keys_of_coders_are_never_looked_at():
    """Hand-made codes beside an article change nothing in it."""
    row = {"title": "T", "text": "Police in Hyesan.", "published": "2023-06-13"}
    assert normalise(row | {"gold": {"themes": ["drugs"]}, "same_story": "x", "themes": ["drugs"], "article_id": "1"}) == normalise(row)


def test_hostile_text_takes_no_time():
    """Rows 19 and 7 of bad inputs: half a megabyte made for each pattern."""
    start = time.process_time()
    for piece in ("read in korean [(<", '<a href="', "told Daily NK ", "\u00e2\u20ac", "\n \n", "(© [photo by ", "2023-", "jan"):
        normalise(
            {
                "text": piece * (500_000 // len(piece)),
                "title": piece * 100,
                "url": "https://e.org/" + piece * 1000,
                "published": piece * 1000,
            }
        )
    outlet_speaking("a Daily NK " * 50_000)
    assert time.process_time() - start < 8
