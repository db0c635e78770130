"""Names of places in Korean text that no list holds: unit words behind a city or county, feature nouns, hills and passes."""

import re
from functools import lru_cache

from reports.gazetteer import gazetteer
from reports.place_index import Span, longest, names, rules
from reports.romanise import romanise
from reports.text import lower
from reports.words import MONTHS


def find_korean(words: str, spans: list) -> list:
    """The spans of `words` that name places: `spans` (names of the gazetteer) and all that Korean usage shows beside them."""
    found = _units_ko(words, spans) + _features_ko(words, spans) + _valleys_ko(words, spans)
    return longest(spans + found + _rivers_ko(words) + _stations_ko(words) + _dated_ko(words))


_RIVER = re.compile(r"(?<![가-힣])([가-힣]{2,3}?)(강|천)(?= (?:제방|다리|둑|기슭|상류|하류|물이|물을|바닥|옆|건너)|(?:이|물이) (?:넘|범람|불어)|과 [가-힣]{2,4}[강천]이 (?:만나|합))")


# 역 ends many words besides the names of stations: 지역, 무역, 방역 and so on
_STATION = re.compile(
    r"(?<![가-힣])([가-힣]{2,3})(?<![지구무방통전현권광성영해수부노로병검반])"
    r"(?<![용하미징교당배])역(?=에서|에 |의 |을 |과 |까지|이다|이었| 구내| 앞| 근처| 승강장| 대합실| 같은| 등 )"
)
_SMALL = ("neighbourhood", "village", "workers_district")
_COMMON = ("다리", "거리", "머리", "소리", "자리", "고리", "마리", "무리")  # words that no village ends in
_VALLEY = re.compile(r" ([가-힣]{2,3}골)(?=의 |에 |에서|로 |,| 안)")


def _stations_ko(words):
    """Railway stations that the gazetteer lacks ("화정역에서")."""
    return [
        Span(m.start(), m.end(), (), "other", romanise(m.group(1)) + " Station")
        for m in _STATION.finditer(words)
        if lower(m.group()) not in names().exact and not _is_word(m.group(1))
    ]


def _valleys_ko(words, spans):
    """A valley right behind the dong or ri that it lies in ("검산동 왕덕골")."""
    small = {s.end for s in spans if any(gazetteer().place(p).kind in _SMALL for p in s.ids)}
    matches = [m for end in sorted(small) if (m := _VALLEY.match(words, end))]
    named = [m for m in matches if m.group(1) not in rules()["no_names_ko"]]
    return [Span(m.start(1), m.end(1), (), "other", romanise(m.group(1)[:-1]) + " valley") for m in named]


_DATED = re.compile(r"(?<!\d)(\d{1,2})월(\d{1,2})일(종합농장|협동농장|농장|공장|청년광산|광산|탄광|제련소|목장)(?=[^가-힣]|은|는|이|의|에|을|으로|과)")


def _dated_ko(words):
    """Farms and works called after a day ("10월18일종합농장")."""
    nouns = rules()["features_ko"]
    found = [m for m in _DATED.finditer(words) if 1 <= int(m.group(1)) <= 12]
    return [
        Span(m.start(), m.end(), (), "other", f"{MONTHS[int(m.group(1)) - 1]} {m.group(2)} {nouns.get(m.group(3), ['works'])[0]}")
        for m in found
    ]


def _rivers_ko(words):
    """Rivers and streams that the gazetteer lacks ("검산강 제방", "춘동천 다리")."""
    return [
        Span(m.start(), m.end(), (), "river", romanise(m.group(1)) + (" River" if m.group(2) == "강" else " stream"))
        for m in _RIVER.finditer(words)
        if lower(m.group()) not in names().exact and m.group() not in rules()["no_names_ko"] and m.group(1) not in rules()["no_names_ko"]
    ]


@lru_cache(maxsize=None)
def _patterns_ko():
    end = r"(?=[^가-힣]|$|에|의|은|는|이|가|을|를|과|와|도|로|으로|서|까지|부터|만|인근|주변|일대|쪽|주민)"
    inside = re.compile(r" ?([가-힣]{1,4}\d?)(동|리|로동자구|노동자구|구역)" + end)
    # "회령시에서는 남문동", "보천군의 화전리", "혜강동과 봉수리": farther off a verb may end alike, so that less may follow
    sure = r"(?=에|의|[,·과와]| (?:\d|등|일대|주민|사람|마을|농장|쪽)|$)"
    beyond = re.compile(r"(?:에서는?|에는|의|에 있는|관내|과|와|,|·| 및) ?([가-힣]{1,3}\d?)(동|리|로동자구|노동자구)" + sure)
    watch = re.compile(r"(?<![가-힣])([가-힣]{2,3}\d?)(동)(?= ?\d{1,3}(?:인민)?반(?!장))")
    folk = r"(?= ?(?:농장|협동농장|마을|주민|사람들|작업반|분조|인민반|사무소|담당|뒷산|앞산|야산))"
    alone = re.compile(
        rf"(?<![가-힣])(?:([가-힣]{{1,4}}?)(로동자구|노동자구)|([가-힣]{{2,3}}\d)(동){end}|([가-힣]{{2,3}})(리|동){folk}|([가-힣]{{2,3}})(읍){end})"
    )
    nouns = "|".join(sorted(rules()["features_ko"], key=len, reverse=True))
    feature = re.compile(rf"(?<![가-힣\d])([가-힣]{{2,4}}?)( ?)({nouns})" + end)
    return inside, alone, feature, beyond, watch


def _units_ko(words, spans):
    """동, 리, 구 right behind a city or county ("강계시 남문동"), and 로동자구 anywhere."""
    inside, alone, _, beyond, watch = _patterns_ko()
    found = []
    ends = {s.end for s in spans if any(gazetteer().place(p).kind in ("city", "county", "town") for p in s.ids)}
    matches = [m for end in sorted(ends) if (m := inside.match(words, end))] + list(alone.finditer(words)) + list(watch.finditer(words))
    ends |= {s.end for s in spans if any(gazetteer().place(p).kind in _SMALL for p in s.ids)} | {m.end() for m in matches}
    followed = 0  # each list is followed once, from its first name
    for end in sorted(ends):
        while end > followed and (match := beyond.match(words, end)):
            matches.append(match)
            followed, end = end, match.end()
    for match in matches:
        name, unit = (g for g in match.groups() if g)
        if name + unit in rules()["no_names_ko"] or (name + unit).endswith(_COMMON) or lower(name + unit) in names().exact:
            continue
        kind, english = rules()["units_ko"][unit]
        found.append(Span(match.end() - len(name + unit), match.end(), (), kind, romanise(name) + english))
    return found


def _features_ko(words, spans):
    """A name before a feature noun (대봉광산, 혜산 비행장), and a hill, pass or valley before a word for its slope."""
    feature = _patterns_ko()[2]
    found, starts = [], {s.start: s for s in spans}
    for match in feature.finditer(words):
        name, gap, noun = match.groups()
        known = starts.get(match.start())
        known = known if known and match.start() + len(name) >= known.end else None
        translated, *use = rules()["features_ko"][noun]
        if "grounds" in use and not _GROUNDS.match(words, match.end()):
            continue
        if gap and "apart" not in use or known and words.startswith("의", known.end):  # "갑산의 광산" is any mine there
            continue
        mountain = not gap or name.endswith(("봉", "산", "령"))  # "베개봉 스키장"
        alone = "alone" in use and not _is_word(name) and mountain
        if not (known or alone or not gap and _is_small(name) and "known" not in use):
            continue
        english = f"{_bare_label(known.ids[0]) if known else romanise(name)} {translated}"
        ids = names().exact.get(name + noun) or names().exact.get(lower(english), ())
        found.append(Span(match.start(), match.end(), ids, "other", english))
    for match in _VILLAGE_FARM.finditer(words):  # "칠성리 농장"
        name, unit, noun = match.groups()
        if name + unit not in rules()["no_names_ko"] and name + unit not in names().exact:
            english = f"{romanise(name)}-{'ri' if unit == '리' else 'dong'} {rules()['features_ko'][noun][0]}"
            found.append(Span(match.start(), match.end(), (), "other", english))
    for match in re.finditer(r"(?<![가-힣])([가-힣]{2,3}(?:봉|령|고개|골)) (?:기슭|중턱|정상|도로|골짜기|일대|마루)", words):
        if match.group(1) not in rules()["no_names_ko"]:
            english = romanise(match.group(1)) + (" pass" if match.group(1).endswith("령") else "")
            found.append(Span(match.start(1), match.end(1), (), "other", english))
    return found


def _is_small(name):
    """Whether a name is that of a dong or ri, so that its market or mine is a place ("연봉장마당")."""
    return any(name + unit in names().exact for unit in ("동", "1동", "리", "로동자구"))


_VILLAGE_FARM = re.compile(r"(?<![가-힣])([가-힣]{2,3})(리|동) ?(협동농장|종합농장|농장|분장|목장)")
_GROUNDS = re.compile(r" ?(?:운동장|강당|마당|앞마당|앞|회의실|정문|교정)")


def _bare_label(place_id):
    return gazetteer().label(place_id).removesuffix(" County").removesuffix(" Workers' District")


def _is_word(name):
    return name in rules()["no_names_ko"] or name.endswith(tuple(rules()["no_endings_ko"]))
