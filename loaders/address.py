"""Addresses of articles: which ones are the same, the date stamps in them, and the one of the Korean version in a text."""

import re
from datetime import date
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from loaders.outlets import tracking

_STAMPS = (  # dates in addresses, the surest first: /20250314-6/, /2025/03/14/, ...-03142025103000.html, AEN20250314001000
    re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=[-_/.?#]|$)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0[1-9]|1[0-2])[/-](?P<d>0[1-9]|[12]\d|3[01])(?=[-_/.?#]|$)"),
    re.compile(r"-(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?P<y>(?:19|20)\d\d)\d{6}(?=\.|/|$)"),
    re.compile(r"[A-Z]{3}(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])\d{6,}"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])(?=/|$)"),
)
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(.+)", re.I)
_WEB = re.compile(
    r"https?://|//(?=[\w-]+\.)|(?=(?:www\.|m\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|kr|jp|io|news|info|uk|ie|eu)(?:[/?#:]|$))", re.I
)
_KOREAN_VERSION = re.compile(
    r"read (?:this (?:article|story) |the (?:article|story|original) |it )?in korean|(?:read the )?korean version|"
    r"한국어로 (?:읽기|보기)|한글 ?기사 (?:보기|읽기)",
    re.I,
)
# [words](address), words: address
_AFTER = re.compile(r"""[\s\])*_:：>-]{0,12}[(<"']{0,2}\s*(https?://[^\s)\]<>"']+|www\.[^\s)\]<>"']+)""")
_BEFORE = re.compile(r"""<a\s[^<>]*?href\s*=\s*["']?([^"'\s<>]+)[^<>]*>(?:\s*<[a-z]+[^<>]*>)*\s*\[?\s*$""", re.I)  # <a href="address">words


def canonical(url: str) -> str:
    """What two addresses of one article have in common: no scheme, no www., m. or amp., no tracking parameters, no fragment,
    no closing slash; an address in the Internet Archive is that of the page it keeps. Empty where `url` is no web address.
    """
    url = url.strip()
    if archived := _ARCHIVED.match(url):
        url = archived.group(1)
    scheme = _WEB.match(url)
    if not scheme:
        return ""
    try:
        parts = urlsplit("//" + url[scheme.end() :])
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if not host or re.search(r"[\s\\]", host):
        return ""
    host = re.sub(r"^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)", "", host) + (f":{port}" if port not in (None, 80, 443) else "")
    path = unquote(re.sub(r";jsessionid=[^/?]*", "", parts.path, flags=re.I)).rstrip("/")
    path = re.sub(r"/amp$|\.amp(?=\.html?$|$)", "", path).rstrip("/")
    query = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not tracking(k))
    return host + path + (f"?{urlencode(query)}" if query else "")


def host_of(url: str) -> str:
    """The host of a web address, as `canonical` has it; empty where it is none."""
    return re.split(r"[/?:]", canonical(url))[0]


def date_in_address(url: str) -> str | None:
    """The date stamp of an address, as `/20250314-6/` (2025-03-14), or its month where it has no day."""
    if archived := _ARCHIVED.match(url.strip()):
        url = archived.group(1)
    path = "/" + re.sub(r"^\w*:?//", "", url.strip()).partition("/")[2]
    for stamp in _STAMPS:
        for match in stamp.finditer(path):
            found = match.groupdict()
            if day := real_day(found["y"], found["m"], found.get("d")):
                return day
    return None


def real_day(year, month, day=None) -> str | None:
    """Year, month and day as 2025-03-14, or 2025-03 without a day; None where the calendar has no such day."""
    try:
        real = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return real.isoformat() if day else real.isoformat()[:7]


def korean_version(text: str) -> str:
    """The address behind "Read in Korean", as a Markdown link, an HTML link or a bare address; empty where there is none."""
    if not any(word in text for word in ("orean", "OREAN", "한국어", "한글")):  # a pattern takes long over a whole page
        return ""
    for words in _KOREAN_VERSION.finditer(text):
        before = _BEFORE.search(text[max(0, words.start() - 500) : words.start()])
        after = _AFTER.match(text, words.end())
        if link := before or after:
            return link.group(1).rstrip(".,;")
    return ""
