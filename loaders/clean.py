"""Words as they come to words as they are kept: NFC, without marks nobody can see, and mended where they were decoded twice."""

import re
import unicodedata

# Control characters (tab and line break are no such), soft hyphens, zero-width and direction marks, tags, private use:
# they hide words from the matcher, or turn what a terminal or a page shows. Hangul fillers are blanks that count as letters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ue000-\uf8ff\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_TERMINAL = re.compile("\x1b\\[[0-9;?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]*(\x07|\x1b\\\\)?")  # colours, titles and links sent to a terminal
_LINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LONE = re.compile("[\ud800-\udfff]")
_WESTERN, _LETTERS = re.compile("[\u00a1-\u00ff]"), re.compile(r"[^\W\d_]+")
REPLACED = "\ufffd"  # stands where a character could not be read
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")  # UTF-8 read as Windows-1252


def clean(words: str) -> tuple[str, int, int]:
    """The words, how many unseen marks were taken out of them, and how many characters of them cannot be read."""
    taken, before = 0, None
    while words != before:  # what one step joins the next may mend; each step shortens the words, or is the last
        before = words
        words, escapes = _TERMINAL.subn("", words) if "\x1b" in words else (words, 0)
        words = _once(_LONE.sub(REPLACED, words))
        words = _BLANKS.sub(" ", _LINES.sub("\n", words))
        words, unseen = _UNSEEN.subn("", words)
        words = unicodedata.normalize("NFC", words)
        taken += escapes + unseen
    return words, taken, words.count(REPLACED)


def printable(words: str) -> str:
    """A name or a snippet on one line, fit for a terminal: what cannot be seen is written out as its number."""
    words = unicodedata.normalize("NFC", _name_as_made(words))
    return re.sub(
        "[\x00-\x1f\x7f-\x9f\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ud800-\udfff]",
        lambda match: f"\\u{ord(match.group()):04x}",
        words,
    )


def _name_as_made(name):
    """A file name that the system's encoding could not read, in UTF-8 or else in CP949, the encoding of older Korean systems."""
    if not _LONE.search(name):
        return name
    for encoding in ("utf-8", "cp949"):
        try:
            return name.encode("utf-8", "surrogateescape").decode(encoding)
        except UnicodeError:
            continue
    return name


def _once(words):
    """Mends a text that was UTF-8, read as Windows-1252 and saved again, where that gives it back whole."""
    if not _TWICE.search(words):
        return words
    try:
        mended = b"".join(_byte(c) for c in words).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return words
    return mended


def _byte(character):
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")  # the five bytes that Windows-1252 leaves free


def looks_misread(words: str) -> bool:
    """Whether letters stand there that Korean turns into when it is read in a Western encoding (`¾ç°­µµ`, `ì–‘ê°•ë„`)."""
    western = len(_WESTERN.findall(words))
    return western > 5 and western > sum(map(len, _LETTERS.findall(words))) / 4
