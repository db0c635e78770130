"""What the readers give: rows by the names of the articles frame, or problems; and the header names that are understood."""

from dataclasses import dataclass

NAMES = {
    "url": ("url", "link", "address", "source_url", "주소", "링크", "원문"),
    "outlet": ("outlet", "source", "publisher", "media", "newspaper", "매체", "언론사", "출처"),
    "title": ("title", "headline", "제목"),
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "본문", "내용", "기사"),
    "language": ("language", "lang", "언어"),
    "published": ("published", "date", "published_at", "publication_date", "pubdate", "datepublished", "날짜", "게재일", "발행일", "보도일"),
}
_BY_NAME = {spelling: name for name, spellings in NAMES.items() for spelling in spellings}


@dataclass(frozen=True)
class Problem:
    """A row that could not be read: its number (from 1; None for the whole file) and the reason, as a sentence."""

    row: int | None
    reason: str


def column_of(header: str) -> str | None:
    """The column of the articles frame that a header means, in English or Korean, whatever its case; else None."""
    return _BY_NAME.get(str(header).strip().casefold().replace(" ", "_").replace("-", "_"))


def from_mapping(row, number: int):
    """A mapping with any header spelling as a row; a Problem where it is no mapping or has neither title nor text."""
    if not isinstance(row, dict):
        return Problem(number, "this is not an article: expected an object with at least `text` or `title`")
    article = {}
    for key, value in row.items():
        name = column_of(key)
        if name and name not in article and isinstance(value, str | int | float) and not isinstance(value, bool):
            article[name] = str(value)
    if not (article.get("text") or "").strip() and not (article.get("title") or "").strip():
        return Problem(number, f"it has neither text nor title; found {', '.join(map(str, list(row)[:12])) or 'nothing'}")
    return article
