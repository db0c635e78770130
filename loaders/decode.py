"""Bytes to text: UTF-8 first, then the old Korean encodings, else a clear refusal."""

import codecs

from charset_normalizer import from_bytes

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decode(raw: bytes) -> str:
    """The text of `raw`. EUC-KR is read as CP949, which holds it. Raises ValueError where the bytes are no text."""
    for mark, name in _MARKS.items():
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    if b"\0" in raw[:8192] or sum(b < 9 or 13 < b < 32 for b in raw[:8192]) > len(raw[:8192]) * 0.02:
        raise ValueError("This is not a text file (it holds binary data); accepted is text in UTF-8, UTF-16 or CP949.")
    for name in ("utf-8", "cp949"):
        try:
            return raw.decode(name)
        except UnicodeDecodeError:
            continue
    best = from_bytes(raw[:100_000]).best()
    if best is None:
        raise ValueError("The text is in no encoding we know; save it as UTF-8 and add it again.")
    return raw.decode(best.encoding, "replace")
