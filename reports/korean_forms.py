"""The forms of a Korean verb stem whose last syllable is open: 막히 -> 막힌, 막힐, 막혀, 막혔 …

In such a stem the ending melts into the last syllable, so that a search for the stem misses most of its forms. Stems with a
closed last syllable (잡-) stand whole in all their forms and need none of this.
"""

_FIRST, _VOWELS, _FINALS = 0xAC00, 21, 28
_N, _L, _SS = 4, 8, 20  # finals
_A, _AE, _EO, _YEO, _O, _WA, _WAE, _OE, _U, _WO, _EU, _I = 0, 1, 4, 6, 8, 9, 10, 11, 13, 14, 18, 20
_MELTS = {_I: _YEO, _U: _WO, _O: _WA, _OE: _WAE, _EU: _EO}  # the vowel before -어, -었
OPEN = "".join(chr(_FIRST + n) for n in range(0, 11172, _FINALS))  # all syllables without a final, for a class of characters
# all syllables that close on the mark of the past: 갔, 했, 웠; not 있 and 겠, which are no past
PAST = "".join(c for n in range(_SS, 11172, _FINALS) if (c := chr(_FIRST + n)) not in "있겠")


def forms(stem: str) -> tuple:
    """All forms of a stem as they begin, the stem itself first; a stem that does not end in an open syllable is given back alone."""
    code = ord(stem[-1]) - _FIRST
    if not 0 <= code < 11172 or code % _FINALS:
        return (stem,)
    head, initial, vowel = stem[:-1], code // (_VOWELS * _FINALS), code // _FINALS % _VOWELS
    before = ord(head[-1]) - _FIRST if head else 0
    bright = bool(head) and before // _FINALS % _VOWELS in (_A, _O)
    joined = _AE if stem[-1] == "하" else _A if vowel == _EU and bright else _MELTS.get(vowel, vowel)
    found = [head + _syllable(initial, vowel, final) for final in (0, _N, _L)]
    if stem[-1] != "르":
        found += [head + _syllable(initial, joined, final) for final in (0, _SS)]
    elif head and not before % _FINALS:
        found += [head[:-1] + chr(ord(head[-1]) + _L) + end for end in (("라", "랐") if bright else ("러", "렀"))]  # 나르 -> 날라, 날랐
    return tuple(dict.fromkeys(found))


def _syllable(initial, vowel, final):
    return chr(_FIRST + (initial * _VOWELS + vowel) * _FINALS + final)
