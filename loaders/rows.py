"""What the readers give: rows by the names of the articles frame, problems and remarks; and the header names understood."""

import re
from dataclasses import dataclass
from datetime import date

from loaders.markup import words_of

NAMES = {  # the surest spelling first: where a row has two of them, the first that holds something counts
    "url": ("url", "link", "address", "source url", "canonical url", "permalink",
            "주소", "링크", "원문", "원문 주소", "원문 링크", "기사 주소"),
    "outlet": ("outlet", "publisher", "media", "newspaper", "publication", "site name", "source",
               "매체", "매체명", "언론사", "신문사", "출처"),
    "title": ("title", "headline", "기사 제목", "제목", "표제"),
    "text": ("text", "body", "content", "content text", "article text", "full text", "content html", "article",
             "본문", "기사 본문", "본문 내용", "내용", "기사 내용", "기사", "텍스트"),
    "language": ("language", "lang", "언어"),
    "published": ("published", "published at", "publication date", "date published", "pub date", "date",
                  "게재일", "게재일자", "발행일", "발행일자", "보도일", "보도일자", "등록일", "작성일", "일자", "날짜"),
}  # fmt: skip


def _spelled(header):
    """A header without blanks, bars, a byte order mark or capitals: `Full Text`, `full_text` and `FullText` are one."""
    return re.sub(r"[\s_\ufeff-]+", "", str(header)).casefold()


_BY_NAME = {_spelled(spelling): (name, rank) for name, spellings in NAMES.items() for rank, spelling in enumerate(spellings)}


@dataclass(frozen=True)
class Problem:
    """A row that could not be read: its number (from 1; None for the whole file) and the reason, as a sentence."""

    row: int | None
    reason: str


@dataclass(frozen=True)
class Remark:
    """Something the person should know of a file or row that was read all the same. It is no row."""

    row: int | None
    words: str


def column_of(header: str) -> str | None:
    """The column of the articles frame that a header means, in English or Korean, whatever its case; else None."""
    return _meaning(header)[0]


def _meaning(header):
    return _BY_NAME.get(_spelled(header), (None, 0))


def from_mapping(row, number: int) -> dict | Problem:
    """A mapping with any header spelling as a row, with its number as `row`; a Problem where it has neither title nor text."""
    if not isinstance(row, dict):
        return Problem(number, "it is no article; accepted is an object with at least “text” or “title”")
    article = named(row)
    if "text" not in article and "title" not in article:
        return Problem(number, f"it has neither text nor title; found: {listed(row)}; accepted for the text: {listed(NAMES['text'])}")
    return article | {"row": number}


def named(row: dict) -> dict:
    """The values of a mapping by the names of the articles frame; what it has under other names is left alone."""
    found = {}
    for key, value in row.items():
        name, rank = _meaning(key)
        words = _words(value)
        if name and words.strip() and (name not in found or rank < found[name][0]):
            found[name] = (rank, words)
    return {name: words for name, (_, words) in found.items()}


def _words(value):
    """A value as text: a string, a number, a date, a list of paragraphs, or what a WordPress export calls `rendered`; else empty.

    A text in HTML is read as such where it has paragraphs or line breaks; any other tag stays as the words it is.
    """
    if isinstance(value, dict):
        return words_of(_words(value.get("rendered")))
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if not isinstance(value, str | int | float | date) or isinstance(value, bool):
        return ""
    return words_of(value) if isinstance(value, str) and re.search(r"</p>|<br */?>|</div>", value, re.I) else str(value)


def listed(names, most: int = 20) -> str:
    """Names in a row for a message, cut where there are too many or they are too long."""
    names = [str(name).strip() or "(blank)" for name in names]
    cut = [name if len(name) <= 40 else name[:39] + "…" for name in names[:most]]
    return (", ".join(cut) or "none") + (f" and {len(names) - most} more" if len(names) > most else "")
