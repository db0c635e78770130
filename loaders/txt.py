"""Reads a text file: one article, with lines for its title, address, outlet and date at its head where they plainly are such."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from loaders.address import canonical
from loaders.days import read_date
from loaders.decode import decode
from loaders.furniture import is_caption, is_furniture
from loaders.rows import column_of

_TITLE_LENGTH = 160
_LABELLED = re.compile(r"\W{0,3}([A-Za-z가-힣 _-]{2,20}?)\W{0,2}\s*[:：]\**\s*(\S.*)")
_DATE = (  # digits and the words that stand in a date, so that "June 13, 2023 saw raids" is none
    r"(?:[\d\s.,:/()|–-]|st\b|nd\b|rd\b|th\b|[ap]\.?m\.?|kst|utc|gmt|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|주체|[년월화수목금토일]|요일|오전|오후)"
)
_DATED = re.compile(
    rf"(?:(?:by|published|posted|updated|date|입력|승인|등록|수정|게재|기사입력|글)\b.{{0,60}}?[\s:：|·–-])?\W{{0,3}}(?P<date>(?=[\da-z주(]){_DATE}{{6,50}})",
    re.I,
)
_BYLINE = re.compile(r"[Bb]y (?:[A-Z][\w.'’-]*(?: |$|, | and )){2,6}|[가-힣]{2,4} ?(?:기자|특파원)")


def read(file: BinaryIO) -> Iterator[dict]:
    """One article. Raises ValueError where the bytes are no text or nothing but white space."""
    words = decode(file.read()).replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff \t\n")
    if not words:
        raise ValueError("The file is empty; a text file should hold the article.")
    yield read_head(words)


def read_head(words: str) -> dict:
    """The row of a plain text. Its head may hold, in any order and each on a line of its own: `Title: …`, `URL: …`, `Date: …`,
    `Outlet: …`, `제목: …` and the like; a bare address; a date or a byline with one; and the title itself, which is a line
    of up to 160 characters without a full stop that stands above a blank line or above one of these. The rest is the text,
    but for a labelled address in its last line.
    """
    row, lines, at, under_text_label = {}, words.split("\n"), 0, False
    while at < len(lines) and not under_text_label:
        line = lines[at].strip()
        found = _head_line(line)
        if found is None and "title" not in row and _is_title(lines, at):
            found = {"title": line}
        if found is None and line:
            break
        under_text_label = "text" in (found or {})
        row = (found or {}) | row
        at += 1
    last = _LABELLED.fullmatch(lines[-1].strip())
    if last and len(lines) > at + 1 and column_of(last.group(1)) in ("url", "outlet") and canonical(last.group(2)):
        row = {"url": last.group(2)} | row
        lines.pop()
    first = row.pop("text", "")
    return row | {"text": "\n".join([first] * bool(first) + lines[at:]).strip()}


def _head_line(line):
    """What a line of the head says, {} for a byline, None where it is no line of a head."""
    if not line:
        return None
    labelled = _LABELLED.fullmatch(line)
    name = column_of(labelled.group(1)) if labelled else None
    value = labelled.group(2).strip() if labelled else ""
    if name in ("url", "outlet"):  # "source" and 원문 may mean either; a sentence is neither
        name = "url" if canonical(value) else "outlet" if len(value) <= 80 and not value.endswith(".") else None
    if name == "text" or name and len(value) <= 300 and (name != "published" or read_date(value)):
        return {name: value}
    if re.fullmatch(r"<?(https?://|www\.)\S+>?", line):
        return {"url": line.strip("<>")}
    if _BYLINE.fullmatch(line):
        return {}
    dated = _DATED.fullmatch(line)
    if dated and (day := read_date(dated.group("date"))):
        return {"published": day, "published_from": "date line at the head of the text"}
    return None


def _is_title(lines, at):
    """A short line without a full stop, no caption, with a blank line or another line of the head below it and text after."""
    line, rest = lines[at].strip(), lines[at + 1 :]
    if not rest or not any(other.strip() for other in rest) or len(line) > _TITLE_LENGTH:
        return False
    if re.search(r"[.。:]\s*$|[©ⓒ]", line) or is_furniture(line) or is_caption(lines, at):
        return False
    return not rest[0].strip() or _head_line(rest[0].strip()) is not None
