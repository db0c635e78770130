"""Bytes to text in the encodings people have; binary data refused; unseen marks taken out."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.clean import clean, looks_misread, printable
from loaders.decode import decode, label_in

KOREAN = "양강도 혜산시에서 안전원들이 “단속”에 나섰다고 소식통이 전했다. "
RARE = "똠방각하 혜산 장마당 "  # 똠 is in CP949 and not in EUC-KR
ENGLISH = "Police said “no” to Kim’s café – they’re gone. "


@pytest.mark.parametrize(
    ("words", "encoding", "label"),
    [
        pytest.param(KOREAN, "utf-8", "", id="UTF-8"),
        pytest.param(KOREAN, "utf-8-sig", "", id="UTF-8 with a mark"),
        pytest.param(KOREAN, "utf-8", "euc-kr", id="UTF-8 under a false label"),
        pytest.param(KOREAN, "cp949", "", id="CP949 without a label"),
        pytest.param(RARE, "cp949", "euc-kr", id="EUC-KR label on CP949 bytes"),
        pytest.param(RARE, "cp949", "ks_c_5601-1987", id="the old name of it"),
        pytest.param(KOREAN, "cp949", "utf-8", id="CP949 under a false label"),
        pytest.param(KOREAN, "utf-16", "", id="UTF-16 with a mark"),
        pytest.param(KOREAN, "utf-16-le", "", id="UTF-16 without a mark"),
        pytest.param(ENGLISH, "utf-16-be", "", id="UTF-16, the other way round"),
        pytest.param(KOREAN, "utf-32", "", id="UTF-32"),
        pytest.param("양강도 혜산 소식", "iso2022_kr", "", id="mail encoding"),
        pytest.param(KOREAN.replace("“", "").replace("”", "") * 3, "johab", "", id="Johab"),
        pytest.param(ENGLISH, "cp1252", "", id="curly quotes of Windows are no Korean"),
        pytest.param("Kim’s", "cp1252", "iso-8859-1", id="Latin-1 label, as browsers read it"),
        pytest.param(KOREAN, "utf-8", "no-such-encoding", id="unknown label"),
        pytest.param(KOREAN, "utf-8", "hex", id="label that is no text encoding"),
    ],
)
def test_encodings(words, encoding, label):
    assert decode(words.encode(encoding), label) == words


def test_a_few_broken_bytes_lose_only_themselves():
    """One byte lost in a long CP949 file: the rest is read as CP949, and the loss can be seen."""
    raw = (KOREAN * 10).encode("cp949")
    words = decode(raw[:101] + b"\xff" + raw[101:])
    assert words.count("혜산시") >= 9 and "\ufffd" in words
    assert decode((KOREAN * 3).encode()[:-3]).startswith(KOREAN)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(b"%PDF-1.7\n", "a PDF", id="PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture", id="picture"),
        pytest.param(b"PK\x03\x04", "an Office file", id="docx"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1", "Hangul file", id="hwp"),
        pytest.param(b"\x1f\x8b\x08", "gzip", id="gzip bomb"),
        pytest.param(bytes(range(256)) * 4, "binary data", id="all bytes"),
        pytest.param(b"\0" * 1000, "binary data", id="zeros"),
    ],
)
def test_no_text(raw, said):
    with pytest.raises(ValueError, match=said):
        decode(raw)


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        (b'<meta charset="euc-kr">', "euc-kr"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=ks_c_5601-1987'>", "ks_c_5601-1987"),
        (b'<?xml version="1.0" encoding="EUC-KR"?>', "EUC-KR"),
        (b"<p>charset</p>", ""),
    ],
)
def test_label(raw, label):
    assert label_in(raw) == label


@given(st.binary(max_size=300))
def test_decode_gives_text_or_a_sentence(raw):
    """Nothing else than ValueError, and no lone surrogates."""
    try:
        decode(raw).encode("utf-8")
    except ValueError as error:
        assert not isinstance(error, UnicodeError) and str(error).endswith(".")


def twice(words):
    """UTF-8 read as Windows-1252, as far as that goes, and saved again."""
    return "".join(
        bytes([b]).decode("latin-1") if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252") for b in words.encode()
    )


@pytest.mark.parametrize(
    ("given_words", "expected"),
    [
        pytest.param("a\0b", "ab", id="NUL"),
        pytest.param("a\x1b[31mred\x1b[0m \x1b]0;title\x07b", "ared b", id="colours and titles for a terminal"),
        pytest.param("혜산\u200b시", "혜산시", id="zero width inside a name"),
        pytest.param("\u202egnp.exe\u2066x", "gnp.exex", id="direction turned round"),
        pytest.param("\u3164\u1160혜산\uffa0", "혜산", id="Hangul fillers"),
        pytest.param(unicodedata.normalize("NFD", "혜산시"), "혜산시", id="Jamo of macOS"),
        pytest.param("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne", id="line breaks of all kinds"),
        pytest.param("a\u00a0b\u3000c", "a b c", id="blanks of all kinds"),
        pytest.param("a\ud800b", "a\ufffdb", id="half a character"),
        pytest.param("a\U000e0041b\ue000", "ab", id="tags and private use"),
        pytest.param(twice(KOREAN), KOREAN, id="decoded twice"),
        pytest.param("Kimâ€™s house", "Kim’s house", id="the quote that was decoded twice"),
        pytest.param(twice(twice("혜산")), "혜산", id="decoded three times"),
        pytest.param("Â\x1f¡", "¡", id="a mark between the halves"),
        pytest.param("café, Ünal, “so” – ok", "café, Ünal, “so” – ok", id="what only looks like it stays"),
        pytest.param("tab\tand\nline", "tab\tand\nline", id="tab and line stay"),
    ],
)
def test_clean(given_words, expected):
    assert clean(given_words)[0] == expected


@given(st.text() | st.text(alphabet='Aé\u0302ÂÃ¡\xa0\x1f\x1b[m\u200b\ud800', max_size=12))
def test_clean_words_are_clean(words):
    """Cleaning again changes nothing, and what is left can be written."""
    once, _, lost = clean(words)
    once.encode("utf-8")
    assert clean(once) == (once, 0, lost)


def test_counts():
    assert clean("a\0\u200b\ud800")[1:] == (2, 1)


def test_misread_korean_is_seen():
    assert looks_misread("혜산시 단속".encode("cp949").decode("latin-1"))
    assert not looks_misread(ENGLISH) and not looks_misread(KOREAN) and not looks_misread("")


def test_printable_names():
    """A file name cannot write to a terminal or hide its ending."""
    assert printable("a\x1b[31m\u202etxt\n.exe") == "a\\u001b[31m\\u202etxt\\u000a.exe"
    assert printable(b"caf\xe9".decode("utf-8", "surrogateescape")) == "caf\\udce9"
    assert printable("혜산.txt".encode("cp949").decode("utf-8", "surrogateescape")) == "혜산.txt"
    assert printable("혜산.txt".encode().decode("ascii", "surrogateescape")) == "혜산.txt"
