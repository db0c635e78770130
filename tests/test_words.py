"""The catalogue of the interface: complete in both languages, every key used, every used key there."""

import re
import string
from pathlib import Path

import pytest
import yaml

from reports.codebook import FIELDS, codebook
from reports.schema import ARTICLES, REPORTS
from reports.words import FOLDER, catalogue, day, noted, say

ROOT = Path(__file__).parent.parent
CODE = "\n".join(p.read_text(encoding="utf-8") for room in ("pages", "reports", "loaders") for p in (ROOT / room).rglob("*.py"))
CODE += (ROOT / "dashboard.py").read_text(encoding="utf-8")


def places(words):
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("key", list(catalogue()))
def test_words_stand_in_both_languages_and_take_the_same_values(key):
    words = catalogue()[key]
    assert set(words) == {"en", "ko"} and all(isinstance(w, str) and w.strip() for w in words.values())
    plural = {"s", "ks", "ies", "are"}  # English alone has endings
    assert places(words["ko"]) <= places(words["en"]) and places(words["en"]) - plural <= places(words["ko"])


def test_korean_words_hold_hangul():
    foreign = {k for k, w in catalogue().items() if not re.search("[가-힣]", re.sub(r"\{\w+\}", "", w["ko"]))}
    assert {k for k in foreign if re.search("[A-Za-z]{4}", re.sub(r"\{\w+\}", "", catalogue()[k]["ko"]))} == set()


def test_every_key_that_the_code_names_is_in_the_catalogue():
    named = set(re.findall(r"""\bsay\(\s*"([a-z_]+)\"""", CODE))
    assert named and named - set(catalogue()) == set()


def test_no_key_is_left_over():
    literal = set(re.findall(r"""["']([a-zA-Z_0-9]+)["']""", CODE))
    made = [re.sub(r"\{[^{}]+\}", "[a-z_0-9]+", words) for words in re.findall(r'f"((?:[a-z_0-9]|\{[^{}"]+\})+)"', CODE)]
    made = [re.compile(m) for m in made if m.replace("[a-z_0-9]+", "").strip("_")]
    for name in re.findall(r'f"\{(\w+)\}_\{self\.dates\}"', CODE):  # the one key made of two values: between_event
        made.append(re.compile("(between|since|until)_(event|published)") if name == "key" else re.compile(name))
    assert [key for key in catalogue() if key not in literal and not any(m.fullmatch(key) for m in made)] == []


def test_a_key_stands_in_one_file_only():
    found = [key for path in FOLDER.glob("*.yml") for key in yaml.safe_load(path.read_text(encoding="utf-8"))]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("column", dict.fromkeys((*ARTICLES, *REPORTS)), ids=lambda c: c.name)
def test_every_column_says_what_it_holds(column):
    assert column.meaning("en") and column.meaning("ko")


@pytest.mark.parametrize("field", FIELDS)
def test_every_code_has_label_and_rule_in_both_languages(field):
    book = codebook()
    for code in book.codes(field):
        assert all(book.find(field, code).label.get(la) and book.find(field, code).include.get(la) for la in ("en", "ko"))
        assert set(book.find(field, code).exclude) in (set(), {"en", "ko"})


@pytest.mark.parametrize(
    ("value", "english", "korean"),
    [
        pytest.param("2023-06-13", "13 June 2023", "2023년 6월 13일", id="a day"),
        pytest.param("2023-06", "June 2023", "2023년 6월", id="a month"),
        pytest.param("XXXX-05-31", "31 May", "5월 31일", id="a day without a year"),
        pytest.param("2023", "2023", "2023년", id="a year"),
        pytest.param("", "", "", id="nothing"),
    ],
)
def test_dates_in_words(value, english, korean):
    assert (day(value), day(value, "ko")) == (english, korean)


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        say("no such words")


@pytest.mark.parametrize(
    ("note", "korean"),
    [
        pytest.param("goes on until the source spoke", "소식통이 말한 때까지 이어짐", id="a note"),
        pytest.param("year inferred from report a1b2 of the same story", "같은 사건의 보도 a1b2에서 연도를 추정", id="a note that names a report"),
        pytest.param(
            "goes on until the source spoke; year inferred from report a1b2 of the same story",
            "소식통이 말한 때까지 이어짐; 같은 사건의 보도 a1b2에서 연도를 추정",
            id="two notes",
        ),
        pytest.param("words that the rules found too weak alone; with the whole text they are enough", "규칙만으로는 약하지만 글 전체와 함께 충분한 말", id="one note with a semicolon"),
        pytest.param("seen by hand", "seen by hand", id="a note of somebody's own file stays"),
        pytest.param("", "", id="none"),
    ],
)
def test_notes_of_the_evidence_are_read_in_korean(note, korean):
    assert (noted(note, "ko"), noted(note)) == (korean, note)
