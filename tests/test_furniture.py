"""Page furniture is taken out; sentences of the article that only look like it stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.furniture import FILE, is_furniture, strip_furniture

BODY = "Police seized five carts in Hyesan."


@pytest.mark.parametrize(
    "line",
    [
        "FILE PHOTO: North Koreans at a market in Hyesan. (© Daily NK)",
        "Photo: KCNA",
        "A market in Hyesan, 2019. (Photo by Kim / Example)",
        "The bridge at Hyesan. [© Example Press]",
        "사진=연합뉴스",
        "[사진: 데일리NK]",
        "양강도 혜산시 전경. /사진=데일리NK",
        "북한 양강도 혜산시 장마당 모습. (사진=데일리NK)",
        "▲ 북한 양강도 혜산시 전경. ⓒ데일리NK",
        "© Daily NK",
        "Copyright © 1998-2023, RFA.",
        "ⓒ 데일리NK, 무단 전재 및 재배포 금지",
        "저작권자 © 보기신문 무단전재 및 재배포 금지",
        "Translated by Jane Doe. Edited by John Roe.",
        "Translated by Jane Doe",
        "Reported by Kim Il Rim for RFA Korean.",
        "Read in Korean",
        "Read in Korean.",
        "**Read in Korean**",
        "[Read in Korean](https://www.dailynk.com/20250314-6/)",
        '<a href="https://www.dailynk.com/20250314-6/">Read in Korean</a>',
        "Read in Korean: https://www.dailynk.com/20250314-6/",
        "Read this article in Korean (https://www.dailynk.com/20250314-6/)",
        "Direct any questions on this story to desk@example.org.",
        "Tags: Hyesan, markets",
        "태그: 혜산, 장마당",
        "#혜산 #장마당 #단속",
        "Share",
        "공유하기",
        "기사 제보: desk@example.org",
        "홍길동 기자 hong@example.org",
    ],
)
def test_furniture_goes(line):
    """At the end, at the beginning and in the middle of an article."""
    assert is_furniture(line)
    assert strip_furniture(f"{line}\n\n{BODY}") == strip_furniture(f"{BODY}\n{line}") == BODY
    assert strip_furniture(f"{BODY}\n\n{line}\n\nThe end.") == f"{BODY}\n\nThe end."


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Photos, films and books were seized.", id="photographs as goods"),
        pytest.param("Copyright law is unknown there.", id="copyright as a subject"),
        pytest.param("▲밀수 ▲무역 ▲장사를 단속한다고 한다.", id="triangle that marks items"),
        pytest.param("그는 사진을 찍다 잡혔다.", id="photograph in a sentence"),
        pytest.param("The order was read in Korean and Chinese.", id="read in Korean, told of people"),
        pytest.param("Share prices do not exist in Hyesan.", id="share as a noun"),
        pytest.param("The letter was edited by the party committee before it was read out.", id="edited by, inside a sentence"),
        pytest.param("“Read in Korean, then in Chinese,” he was told.", id="in a quotation"),
        pytest.param("He sells pens (and photo albums) at the market.", id="photo in brackets inside a sentence"),
        pytest.param("Curfew.", id="no minimum length"),
    ],
)
def test_the_article_stays(line):
    assert strip_furniture(f"{line}\n\n{BODY}") == f"{line}\n\n{BODY}"


def test_caption_above_its_credit():
    """The alternative text of a picture says what the credit below it says; a headline does not."""
    credit = "FILE PHOTO: Traders with sacks of corn at a market in Hyesan. (© Daily NK)"
    assert strip_furniture(f"Traders at a Hyesan market with corn\n{credit}\n\n{BODY}") == BODY
    assert strip_furniture(f"Corn dearer again, say officials\n{credit}\n\n{BODY}") == f"Corn dearer again, say officials\n\n{BODY}"


def test_an_article_on_one_line_loses_sentences_only():
    """A cell of a table often holds the article without its line breaks."""
    contact = "Direct any questions on this story to desk@example.org."
    words = f"{BODY} They were let go. Translated by Jane Doe. {contact} Read in Korean"
    assert strip_furniture(words) == f"{BODY} They were let go."


def test_every_entry_has_a_reason():
    import yaml

    known = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    assert all(entry["reason"] and entry["pattern"] for entries in known.values() for entry in entries)


@given(st.lists(st.sampled_from([BODY, "Read in Korean", "", "Share", "혜산시 소식."]), max_size=12))
def test_stripping_twice_changes_nothing(lines):
    once = strip_furniture("\n".join(lines))
    assert strip_furniture(once) == once and once.count(BODY) == lines.count(BODY)


def test_long_lines_take_no_time():
    """A megabyte on one line, made to look like the beginning of everything."""
    import time

    start = time.process_time()
    strip_furniture("read in korean ([<© " * 50_000)
    strip_furniture("translated by " * 70_000)
    assert time.process_time() - start < 3
