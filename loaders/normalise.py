"""Rows of any reader to rows of the articles frame: stable ids, outlet, language, publication date and its rule."""

import hashlib
import re

from loaders.address import canonical, date_in_address, host_of, korean_version
from loaders.clean import clean, looks_misread
from loaders.days import DATES, read_date
from loaders.furniture import strip_furniture
from loaders.outlets import clock_at, outlet_at, outlet_named, outlet_speaking

_LETTERS, _HANGUL, _LATIN = (re.compile(letters) for letters in (r"[^\W\d_]+", "[\uac00-\ud7a3]+", "[A-Za-z\u00c0-\u024f]+"))
_SPELLED = {"en": ("en", "eng", "english", "영어"), "ko": ("ko", "kor", "kr", "korean", "한국어", "조선어")}
_LANGUAGES = {spelling: code for code, spellings in _SPELLED.items() for spelling in spellings}


def normalise(row: dict, source_file: str = "", collection: str = "") -> dict:
    """A row of a reader as a row of the articles frame.

    Read are `title`, `text`, `url`, `outlet`, `language`, `published` with `published_from`, `korean_url` (the address of
    the Korean version, where a reader saw it) and `note`; every other key is left alone.
    """
    title, raw = (clean(row.get(name) or "")[0].strip() for name in ("title", "text"))
    title, text = " ".join(title.split()), strip_furniture(raw)
    given = clean(row.get("outlet") or "")[0].strip()
    source = given if canonical(given) else ""  # "source" may hold the address
    url = _address(row.get("url")) or source
    korean = row.get("korean_url") or korean_version(raw)
    published, rule = _published(row, url, korean)
    outlet, note = _outlet("" if source else given, url, korean, raw)
    name = canonical(url) or f"{outlet}\n{title}\n{text}"
    return {
        "article_id": hashlib.sha256(name.encode()).hexdigest()[:16],
        "url": url,
        "outlet": outlet,
        "title": title,
        "language": language_of(f"{title}\n{text}", row.get("language") or ""),
        "published": published,
        "published_from": rule,
        "text": text,
        "source_file": source_file,
        "sha256": hashlib.sha256(f"{title}\n{text}".encode()).hexdigest(),
        "collection": collection,
        "note": "; ".join(filter(None, (clean(row.get("note") or "")[0], note))),
    }


def _address(url):
    """The address exactly as given, but for blanks around it and marks that no address can hold."""
    return clean((url or "").strip())[0].strip() if url else ""


def _published(row, url, korean):
    """The publication date and the rule that gave it, in the order of trust."""
    if found := read_date(row.get("published") or "", clock_at(host_of(url))):
        return found, row.get("published_from") or "given in the file"
    for address, rule in ((url, "date in the address"), (korean, "date in the address of the Korean version")):
        if found := read_date(date_in_address(address) or ""):
            return found, rule
    return None, ""


def _outlet(given, url, korean, raw):
    """The outlet, and a note where only the text gave it: the given name, the host, the Korean version's host, its own words."""
    if given:
        return outlet_named(given), ""
    if host := host_of(url):
        return outlet_at(host) or host, ""
    if known := outlet_at(host_of(korean)):
        return known, "outlet by the address of the Korean version"
    name, words = outlet_speaking(raw)
    return name, f"outlet by the words “{words}” in the text" if name else ""


def language_of(words: str, declared: str = "") -> str:
    """ "ko" where Hangul makes up a fifth of the letters or more, else "en"; `declared` decides where there are no letters."""
    letters = _count(_LETTERS, words)
    if not letters:
        return _declared(declared) or "en"
    return "ko" if _count(_HANGUL, words) >= letters / 5 else "en"


def _count(pattern, words):
    return sum(map(len, pattern.findall(words[:20_000])))


def doubts(row: dict, article: dict, words: str) -> list[str]:
    """What the person should know of an article that was kept: a date or an encoding not understood, another language.

    `words` are those of the row before furniture was taken out.
    """
    found = []
    given = (row.get("published") or "").strip()
    if given and not read_date(given):
        found.append(f"the date “{given[:40]}” is not understood, or no day from 1990 to today; accepted are {DATES}")
    if looks_misread(words):
        found.append("it was read in a wrong encoding before it was saved here; take it from its source again")
    declared = _declared(row.get("language") or "")
    if declared and declared != article["language"]:
        found.append(f"it is given as “{declared}” but written in “{article['language']}”, as which it is coded")
    if _count(_LATIN, words) + _count(_HANGUL, words) < _count(_LETTERS, words) / 2:
        found.append("it is written in neither English nor Korean, which are the languages that can be coded")
    return found


def _declared(language):
    return _LANGUAGES.get(language.strip().casefold().replace("_", "-").partition("-")[0], "")
