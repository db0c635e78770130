"""Rows of any reader to rows of the articles frame: stable ids, outlet, language, publication date and its rule."""

import hashlib
import re
from datetime import date
from email.utils import parsedate_to_datetime
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import yaml

from loaders.furniture import strip_furniture
from reports.text import tidy

OUTLETS = Path(__file__).parent.parent / "data" / "outlets.yml"
_TRACKING = re.compile(r"^(utm_|mc_|fb|gclid|igshid|ref$|ref_|source$|spm$|share|amp$|_ga|cmpid|ocid)", re.I)
_STAMPS = (  # dates in addresses, the surest first
    re.compile(r"/(?P<y>20[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=[-_/]|$)"),
    re.compile(r"/(?P<y>20[0-4]\d)[/-](?P<m>0[1-9]|1[0-2])[/-](?P<d>0[1-9]|[12]\d|3[01])(?=[-_/]|$)"),
    re.compile(r"-(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?P<y>20[0-4]\d)\d{6}(?=\.|/|$)"),
    re.compile(r"[A-Z]{3}(?P<y>20[0-4]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])\d{6,}"),
)
_MONTH_STAMP = re.compile(r"/(?P<y>20[0-4]\d)/(?P<m>0[1-9]|1[0-2])(?=/|$)")
_OTHER_LANGUAGE = re.compile(r"\[?\s*read (?:this article )?in korean\s*\]?\s*\(?\s*(https?://[^\s)\]]+)", re.I)
_ISO = re.compile(r"\s*((?:19|20)\d\d)[-./년]\s*(\d{1,2})(?:[-./월]\s*(\d{1,2}))?")


def normalise(row: dict, source_file: str = "", collection: str = "") -> dict:
    """A row of a reader (`title`, `text`, `url`, `outlet`, `language`, `published`) as a row of the articles frame."""
    raw = tidy(row.get("text") or "")
    title, text = tidy(row.get("title") or "").strip(), strip_furniture(raw)
    url = (row.get("url") or "").strip()
    outlet = tidy(row.get("outlet") or "").strip() or outlet_of(url)
    published, rule = _published(row, url, raw)
    name = canonical(url) or f"{outlet}\n{title}\n{text}"
    return {
        "article_id": hashlib.sha256(name.encode()).hexdigest()[:16],
        "url": url,
        "outlet": outlet,
        "title": title,
        "language": row["language"] if row.get("language") in ("en", "ko") else language_of(title + text),
        "published": published,
        "published_from": rule,
        "text": text,
        "source_file": source_file,
        "sha256": hashlib.sha256(f"{title}\n{text}".encode()).hexdigest(),
        "collection": collection,
        "note": row.get("note") or "",
    }


def canonical(url: str) -> str:
    """The address without scheme, `www.`, tracking parameters, fragment and closing slash; empty where it is none."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)))
    host = parts.hostname.removeprefix("www.").removeprefix("m.")
    return host + (parts.path.rstrip("/") or "") + (f"?{query}" if query else "")


def outlet_of(url: str) -> str:
    """The outlet by the host of its address (data/outlets.yml), else the host itself, else empty."""
    host = canonical(url).partition("/")[0].partition("?")[0]
    known = _outlets()
    return next((known[h] for h in _endings(host) if h in known), host)


def _endings(host):
    parts = host.split(".")
    return [".".join(parts[i:]) for i in range(len(parts))]


@lru_cache(maxsize=None)
def _outlets():
    return yaml.safe_load(OUTLETS.read_text(encoding="utf-8"))


def language_of(words: str) -> str:
    """"ko" where Hangul makes up a fifth of the letters or more, else "en"."""
    letters = [c for c in words[:5000] if c.isalpha()]
    hangul = sum("가" <= c <= "힣" for c in letters)
    return "ko" if letters and hangul >= len(letters) / 5 else "en"


def _published(row, url, raw):
    """The publication date and the rule that gave it, in the order of trust."""
    given = read_date(row.get("published") or "")
    if given:
        return given, row.get("published_from") or "given in the file"
    if stamp := date_in_address(url):
        return stamp, "date in the address"
    match = _OTHER_LANGUAGE.search(raw)
    if match and (stamp := date_in_address(match.group(1))):
        return stamp, "date in the address of the Korean version"
    return None, ""


def read_date(words: str) -> str | None:
    """A day or a month, from ISO, Korean or feed dates; None where it is none or no real day."""
    match = _ISO.match(words)
    if match:
        return _real(*match.groups())
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return None


def date_in_address(url: str) -> str | None:
    """The date stamp of an address, as `/20250314-6/` (2025-03-14), or its month where it has no day."""
    path = url.partition("://")[2]
    for stamp in (*_STAMPS, _MONTH_STAMP):
        if match := stamp.search(path):
            groups = match.groupdict()
            if found := _real(groups["y"], groups["m"], groups.get("d")):
                return found
    return None


def _real(year, month, day):
    try:
        real = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return real.isoformat() if day else real.isoformat()[:7]
