"""Bytes to text: UTF-8 first, then what the file says of itself, then the old Korean encodings, else a clear refusal."""

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from loaders.clean import REPLACED

_MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (b"\x1b$)C", "iso2022_kr"),
)  # fmt: skip
_KINDS = (  # how files begin that are no text, whatever their name says
    (b"%PDF", "a PDF"), (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a zip archive or an Office file (.docx, .xlsx, .hwpx)"),
    (b"\xd0\xcf\x11\xe0", "an old Office or Hangul file (.doc, .xls, .hwp)"),
    (b"\x1f\x8b", "a gzip archive"), (b"7z\xbc\xaf", "a 7z archive"), (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"{\\rtf", "an RTF document"), (b"PAR1", "a Parquet file"), (b"bplist", "a web archive of Safari"),
)  # fmt: skip
_KOREAN = {
    "euc-kr",
    "euckr",
    "euc_kr",
    "ks_c_5601-1987",
    "ks_c_5601-1989",
    "ksc5601",
    "ks_c_5601",
    "korean",
    "windows-949",
    "x-windows-949",
    "ms949",
}
_WESTERN = {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "iso-8859-15"}
_HEAD = 65536  # bytes looked at to tell text from binary data
_NO_TEXT = "It is no text file: {}. Accepted is text in UTF-8, UTF-16 or CP949 (EUC-KR); copy the article into a .txt file."


def decode(raw: bytes, label: str = "") -> str:
    """The text of `raw`; characters that cannot be read become U+FFFD.

    `label` is the encoding the file names (as a page does in a meta tag). EUC-KR is read as CP949, which holds it, and
    Latin-1 as Windows-1252, as browsers do. Raises ValueError where the bytes are no text.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw.decode(name, "replace").removeprefix("\ufeff")
    for start, kind in _KINDS:
        if raw.startswith(start):
            raise ValueError(_NO_TEXT.format(f"it is {kind}"))
    if b"\0" in raw[:_HEAD] and (words := _utf16_without_mark(raw)):
        return words
    head = raw[:_HEAD]
    control = sum(head.count(byte) for byte in (*range(9), *range(14, 27), *range(28, 32), 127))
    if control > max(1, len(head) * 0.02):
        raise ValueError(_NO_TEXT.format("it holds binary data"))
    return _strictly(raw, label) or _with_losses(raw)


def label_in(raw: bytes) -> str:
    """The encoding that a page or an XML file names in its first lines; empty where it names none."""
    match = re.search(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", raw[:4096], re.I)
    return match.group(1).decode("ascii", "ignore") if match else ""


def _strictly(raw, label):
    named = _codec(label)
    for name in ("utf-8", named, "cp949"):
        if not name:
            continue
        try:
            words = raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if name != "cp949" or named == "cp949" or _is_korean(words):
            return words
    return ""


def _codec(label):
    label = label.strip().lower()
    if label in _KOREAN:
        return "cp949"
    if label in _WESTERN:
        return "cp1252"
    try:
        return codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""


def _is_korean(words):
    """Whether what CP949 gave is Korean: the curly quotes of Windows-1252 come out as syllables no Korean text is full of."""
    foreign = [c for c in words if ord(c) > 127]
    usual = 0
    for character in foreign:
        try:
            character.encode("euc_kr")
            usual += 1
        except UnicodeEncodeError:
            continue
    return usual >= len(foreign) * 0.7


def _with_losses(raw):
    """Text with a few broken characters: UTF-8 or CP949, whichever loses fewer; else Western or what the bytes look like."""
    best = min((raw.decode(name, "replace") for name in ("utf-8", "cp949")), key=lambda words: words.count(REPLACED))
    foreign = sum(ord(c) > 127 for c in best)
    if best.count(REPLACED) <= foreign * 0.1 and _is_korean(best.replace(REPLACED, "")):
        return best
    found = from_bytes(raw[:_HEAD], cp_isolation=["cp1252", "cp949", "johab", "gb18030", "shift_jis", "cp1251"]).best()
    if found is None:
        raise ValueError(
            "Its text is in no encoding we know. Accepted are UTF-8, UTF-16 and CP949 (EUC-KR); save it as UTF-8 and add it again."
        )
    return raw.decode(found.encoding, "replace")


def _utf16_without_mark(raw):
    """Text in UTF-16 that does not say so: every other byte of its blanks and line breaks is NUL. Empty where it is none."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            words = raw.decode(name)
        except UnicodeDecodeError:
            continue
        known = sum(
            c in "\n\r\t" or " " <= c <= "~" or "가" <= c <= "힣" or "\u2010" <= c <= "\u2027" or "\u3000" <= c <= "\u303f"
            for c in words[:_HEAD]
        )
        if words and known >= len(words[:_HEAD]) * 0.9 and not any(unicodedata.category(c) == "Cs" for c in words[:_HEAD]):
            return words
    return ""
