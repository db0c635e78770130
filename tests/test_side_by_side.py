"""Many articles coded in several processes: the same codes in the same order, whatever happens to a process."""

import pytest

from reports import side_by_side
from reports.coding import code_article, code_articles
from reports.schema import ARTICLES, frame

TEXTS = [
    ("en", "Police in Hyesan arrested 3 smugglers on June 5."),
    ("ko", "혜산시 안전부가 지난 5일 밀수꾼 2명을 체포했다."),
    ("en", "The market in Samjiyon was shut."),
    ("en", ""),
    ("ko", "양강도 삼지연시에서 눈이 내렸다."),
]


def articles():
    """A handful of articles as the loaders give them, one without title and day."""
    rows = [{"article_id": f"a{n}", "text": text, "language": language} for n, (language, text) in enumerate(TEXTS)]
    return frame([row | ({} if n == 2 else {"title": "Report", "published": "2023-06-20"}) for n, row in enumerate(rows)], ARTICLES)


@pytest.mark.parametrize(
    "number, cores, expected",
    [
        pytest.param(2999, 4, 1, id="a few are done before a process has started"),
        pytest.param(3000, 4, 4, id="one a core"),
        pytest.param(3000, 1, 1, id="one core"),
        pytest.param(3000, 64, 8, id="no more than memory bears"),
    ],
)
def test_how_many_processes(monkeypatch, number, cores, expected):
    monkeypatch.setattr(side_by_side, "_cores", lambda: cores)
    assert side_by_side.processes(number) == expected


def test_side_by_side_gives_what_one_by_one_gives(monkeypatch):
    one_by_one = code_articles(articles())
    monkeypatch.setattr(side_by_side, "processes", lambda number: 2)
    assert code_articles(articles()).equals(one_by_one)


def test_a_process_that_fails_loses_nothing(monkeypatch, caplog):
    rows = articles().to_dict("records")
    monkeypatch.setattr(side_by_side.sys, "executable", "/no/such/program")
    assert side_by_side.code_side_by_side(rows, code_article, 2) == [code_article(row) for row in rows]
    assert "coded in this one" in caplog.text
