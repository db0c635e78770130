"""Korean names in Latin letters: one key for all spellings of a name, and the usual English spelling of a Korean one."""

import re
import unicodedata
from functools import lru_cache

# Outlets spell by McCune-Reischauer, by the South's revised rules, by the North's own, or by ear. What differs between
# them without telling names apart is made equal, in this order.
_EQUAL = (
    ("woo", "u"), ("oo", "u"), ("ee", "i"), ("eo", "o"), ("eu", "u"), ("sh", "s"), ("ph", "p"), ("th", "t"), ("kh", "k"), ("ch", "j"),
    ("oi", "oe"), ("g", "k"), ("d", "t"), ("b", "p"), ("l", "r"), ("yunk", "yonk"), ("sunk", "sonk"), ("junk", "jonk"),
)  # fmt: skip
_INITIAL = ((re.compile(r"^[rn](?=[yi])"), ""), (re.compile(r"^r"), "n"))  # the South drops or changes an initial r
_DOUBLE = re.compile(r"(.)\1+")
_SYLLABLES = re.compile(
    r"(?:(?:ch|kh|th|ph|sh|[kgndtrlmbpsjh])?(?:yeo|wae|eui|ya|yo|yu|ye|wa|wo|we|wi|ae|eo|eu|oe|ui|oo|[aeiou])(?:ng|[kgnlmptr])?['’]?){2,5}"
)
_ONSETS = "g kk n d tt r m b pp s ss - j tch ch k t p h".split()
_HARD = {"g": "k", "d": "t", "b": "p", "j": "ch"}  # at the beginning and after k, t, p
_VOWELS = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split()
_CODAS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
_MEETINGS = {  # coda + onset as they are spoken
    ("n", "r"): "ll", ("l", "r"): "ll", ("l", "n"): "ll", ("k", "r"): "ngn", ("k", "n"): "ngn", ("k", "m"): "ngm", ("p", "r"): "mn",
    ("p", "n"): "mn", ("p", "m"): "mm", ("t", "n"): "nn", ("t", "m"): "nm", ("t", "r"): "ll", ("m", "r"): "mn", ("ng", "r"): "ngn",
    ("l", "-"): "r", ("k", "-"): "g", ("p", "-"): "b",
}  # fmt: skip


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """One key for every spelling of a Korean name: "Hyeheung", "Hyehŭng" and "Hyehung" give the same; "Musan" and "Masan" do not."""
    letters = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if c.isalnum() and not unicodedata.combining(c))
    for spelling, equal in _EQUAL:
        letters = letters.replace(spelling, equal)
    for initial, equal in _INITIAL:
        letters = initial.sub(equal, letters)
    return _DOUBLE.sub(r"\1", letters)


def looks_korean(word: str) -> bool:
    """Whether a word in Latin letters can be read as two to five Korean syllables."""
    return len(word) < 24 and bool(_SYLLABLES.fullmatch(word.lower().replace("ŏ", "o").replace("ŭ", "u")))


def romanise(hangul: str) -> str:
    """A Korean name in the spelling of English news on the North (after McCune-Reischauer, without marks): 대봉 -> "Taebong"."""
    spelled, coda = "", None
    for letter in hangul:
        if not "가" <= letter <= "힣":
            spelled, coda = spelled + ("" if coda in (None, "-") else coda) + letter, None
            continue
        number = ord(letter) - ord("가")
        onset, vowel, after = _ONSETS[number // 588], _VOWELS[number % 588 // 28], _CODAS[number % 28]
        spelled += _meet(coda, onset, spelled) + vowel
        coda = after
    spelled += "" if coda in (None, "-") else coda
    return spelled[:1].upper() + spelled[1:]


def _meet(coda, onset, spelled):
    """What stands between two vowels: the end of one syllable and the beginning of the next."""
    if (coda, onset) in _MEETINGS:
        return _MEETINGS[coda, onset]
    if coda not in ("-", "n", "m", "ng", "l"):
        onset = _HARD.get(onset, onset)
    return ("" if coda in (None, "-") else coda) + ("" if onset == "-" else onset)
