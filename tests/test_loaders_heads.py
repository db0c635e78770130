"""Which lines at the head of a plain text are its title, address, outlet and date; and which headers name a column."""

import pytest

from loaders.rows import column_of
from loaders.txt import read_head

BODY = "Police in Hyesan have seized carts."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("Carts seized\n\n", {"title": "Carts seized"}, id="a short line above a blank one"),
        pytest.param("Carts seized\n2023-06-13\n\n", {"title": "Carts seized", "published": "2023-06-13"}, id="above a date"),
        pytest.param(
            "Who seized the carts?\n\nJune 13, 2023\n\n", {"title": "Who seized the carts?", "published": "2023-06-13"}, id="a date below"
        ),
        pytest.param(
            "짐수레꾼 단속\n홍길동 기자\n입력 2023.06.13 5:30 오전\n\n",
            {"title": "짐수레꾼 단속", "published": "2023-06-13"},
            id="Korean byline",
        ),
        pytest.param(
            "Carts\nBy Kim Il Rim - June 16, 2023\n", {"title": "Carts", "published": "2023-06-16"}, id="English byline with a date"
        ),
        pytest.param("Carts\n\nBy Kim Il Rim\n\n", {"title": "Carts"}, id="byline without"),
        pytest.param("https://e.org/a\nCarts\n\n", {"url": "https://e.org/a", "title": "Carts"}, id="a bare address first"),
        pytest.param("제목: 짐수레\n출처: 데일리NK\n", {"title": "짐수레", "outlet": "데일리NK"}, id="Korean labels"),
        pytest.param("Source: https://e.org/a\n", {"url": "https://e.org/a"}, id="a source that is an address"),
        pytest.param("원문：데일리NK\n", {"outlet": "데일리NK"}, id="an original that is an outlet"),
        pytest.param("**Title:** Carts\n**Date:** 13 June 2023\n", {"title": "Carts", "published": "13 June 2023"}, id="labels in bold"),
        pytest.param("", {}, id="no head"),
        pytest.param("Police seized carts.\n\n", None, id="a sentence is no title"),
        pytest.param("Source: he said that the police had come.\n", None, id="a label before a sentence"),
        pytest.param("June 13, 2023 saw raids in Hyesan.\n", None, id="a sentence that begins with a date"),
        pytest.param("Date: 05/06/2023\n", None, id="a date that could be two stays in sight"),
        pytest.param("Police seized carts\n", None, id="no blank line below"),
        pytest.param("x" * 161 + "\n\n", None, id="too long"),
        pytest.param("He said: “Go.”\nHe went.\n", None, id="a colon in a sentence"),
    ],
)
def test_head(head, expected):
    """`None`: all of it is text."""
    row = read_head(head + BODY)
    row.pop("published_from", None)
    assert row == ({"text": head + BODY} if expected is None else {**expected, "text": BODY})


def test_address_in_the_last_line():
    """Labelled, it is the article's; bare, it may lead anywhere."""
    assert read_head(f"{BODY}\n\nURL: https://e.org/a") == {"text": BODY, "url": "https://e.org/a"}
    assert "url" not in read_head(f"{BODY}\n\nhttps://e.org/a")
    assert "url" not in read_head(f"{BODY}\n\nSee: https://e.org/a")


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Full Text", "text"),
        ("full_text", "text"),
        ("FULLTEXT", "text"),
        ("\ufeffTitle ", "title"),
        ("기사 제목", "title"),
        ("기사제목", "title"),
        ("본문", "text"),
        ("발행일", "published"),
        ("Publication-Date", "published"),
        ("언론사", "outlet"),
        ("gold", None),
        ("themes", None),
        ("", None),
    ],
)
def test_headers(header, column):
    assert column_of(header) == column
