"""Finds the names of places in a text: those of the gazetteer in any spelling, and others that a unit word shows to be places."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import ahocorasick_rs
import yaml

from reports.gazetteer import gazetteer
from reports.romanise import looks_korean, romanise, skeleton
from reports.text import Document, lower

RULES = Path(__file__).parent.parent / "data" / "place_rules.yml"
KINDS = {"crossing": "other", "market": "other"}  # kinds of the gazetteer that the codebook calls `other`
_BARE_KINDS = ("province", "city", "county")  # known by their bare name in any spelling
_CAPITAL = re.compile(r"\b[A-Z][a-zŏŭ'’]{3,}(?:-[a-z]{2,})?(?![\w-])")
_JOINED = re.compile(r",? (?:and|or|as well as) (?:the )?|, |/|·| ?(?:와|과|및|이나|나) |, ?|·")


@dataclass(frozen=True)
class Named:
    """A place found in a text: what it is and where it stands. `place_id` is None where the gazetteer lacks it."""

    key: str
    place_id: str | None
    kind: str
    part: str
    start: int
    end: int
    english: str = ""
    note: str = ""


@dataclass(frozen=True)
class _Span:
    """Characters that name a place: one of `ids`, or one that the gazetteer lacks, of `kind`."""

    start: int
    end: int
    ids: tuple
    kind: str = ""
    english: str = ""


@lru_cache(maxsize=None)
def rules() -> dict:
    """The rulings of data/place_rules.yml."""
    return yaml.safe_load(RULES.read_text(encoding="utf-8"))


class _Names:
    """All names of the gazetteer: exact ones in one automaton, Latin ones by their skeleton, with and without unit word."""

    def __init__(self):
        self.exact, self.bare, self.stems = {}, {}, {}
        units = re.compile(r"[- ]?(?:" + "|".join(sorted(map(re.escape, rules()["units_en"]), key=len, reverse=True)) + r")$", re.I)
        for place in gazetteer():
            for name in place.names:
                self._add(self.exact, lower(name), place.place_id)
                if name.isascii() and not name.isupper():
                    stem = units.sub("", name)
                    self._add(self.stems, (skeleton(stem), place.kind), place.place_id)
                    if place.kind in _BARE_KINDS and stem == name:
                        self._add(self.bare, skeleton(name), place.place_id)
        self.literals = list(self.exact)
        self.automaton = ahocorasick_rs.AhoCorasick(self.literals)
        self.voids = [(frozenset(r["names"]), tuple(r["after"]), tuple(r.get("before", ()))) for r in rules()["void"]]
        self.cues = {name: tuple(r["cues_after"]) for r in rules()["needs_cue"] for name in r["names"]}
        self.shy = {skeleton(name) for name in self.cues if name.isascii()}

    @staticmethod
    def _add(index, key, place_id):
        if place_id not in index.setdefault(key, ()):
            index[key] += (place_id,)


@lru_cache(maxsize=None)
def _names():
    return _Names()


def find_names(document: Document) -> list:
    """Every naming of a place in title and text, in order; countries and places beyond North Korea are left out."""
    found = []
    for part in ("title", "text"):
        words, lowered = document.part(part), document.lowered[part]
        spans = _exact(words, lowered)
        if document.language == "ko":
            spans += _units_ko(words, spans) + _features_ko(words, spans)
            spans = _longest(spans)
        else:
            spans = _longest(spans + _units_en(words) + _features_en(words))
            spans = _listed_along(words, _longest(spans + _spelled_otherwise(words)))
        found += [(part, span) for span in spans]
    named = _decide(document, found)
    return [n for n in named if n.place_id not in rules()["uncoded"] and not (n.place_id or "").startswith(tuple(rules()["uncoded_prefixes"]))]


def _exact(words, lowered):
    """Names exactly as the gazetteer writes them, homonyms ruled out."""
    book = _names()
    spans = []
    for number, start, end in book.automaton.find_matches_as_indexes(lowered, overlapping=True):
        name = book.literals[number]
        if _whole(words, start, end) and _allowed(name, lowered, start, end):
            if lowered[start].isascii() and end < len(words):
                end = _with_unit(words, end)
            spans.append(_Span(start, end, book.exact[name]))
    return spans


def _whole(words, start, end):
    """A Latin name has a capital and stands between word ends; a Hangul one of two syllables does not continue a word."""
    before, after = words[start - 1 : start], words[end : end + 1]
    if words[start].isascii():
        return (words[start].isupper() or words[start].isdigit()) and not before.isalnum() and not (after.isalnum() and after.isascii())
    return not ("가" <= before <= "힣") or end - start > 2


def _allowed(name, lowered, start, end):
    book = _names()
    after, before = lowered[end : end + 24], lowered[max(0, start - 24) : start]
    for names, void_after, void_before in book.voids:
        if name in names and (after.startswith(void_after) or before.endswith(void_before)):
            return False
    if name in book.cues:
        return after.startswith(book.cues[name])
    return len(name) > 3 or not name.isascii()


_UNIT_AFTER = re.compile(r"(?: (?:Province|City|County|Town|Special Economic Zone|Special City|province|city|county)|-(?:do|si|gun))(?![\w-])")


def _with_unit(words, end):
    match = _UNIT_AFTER.match(words, end)
    return match.end() if match else end


@lru_cache(maxsize=None)
def _unit_pattern():
    close = "|".join(u for u in rules()["units_en"] if u.islower() and " " not in u)
    apart = "|".join(u for u in rules()["units_en"] if not u.islower())
    return re.compile(rf"\b([A-Z][a-zŏŭ'’]+(?:[ -]?\d)?)(?:[- ]({close})(?![\w-])| ({apart})\b)")


def _units_en(words):
    """Names before a unit word ("Gasan-ri", "Hwajon Village"): the gazetteer's by skeleton and kind, others as they stand."""
    spans, book = [], _names()
    for match in _unit_pattern().finditer(words):
        stem, close, apart = match.groups()
        kinds = rules()["units_en"][close or apart]
        ids = next((book.stems[skeleton(stem), k] for k in kinds if (skeleton(stem), k) in book.stems), ())
        if not ids and (not close and not looks_korean(stem.rstrip("0123456789 -")) or stem in rules()["no_names_en"] or _is_person(words, match.start())):
            continue
        spans.append(_Span(match.start(), match.end(), ids, KINDS.get(kinds[0], kinds[0])))
    return spans


def _is_person(words, start):
    return words[max(0, start - 8) : start].rstrip(" ").rpartition(" ")[2] in rules()["surnames_en"]


@lru_cache(maxsize=None)
def _feature_pattern_en():
    return re.compile(r"\b([A-Z][a-zŏŭ'’]{2,})((?: [A-Z][a-z]+)?) (" + "|".join(rules()["features_en"]) + r")\b")


def _features_en(words):
    """A Korean name before a capitalised feature noun ("Taebong Mine"); "the city's airport" is no name."""
    return [
        _Span(m.start(), m.end(), _names().exact.get(lower(m.group()), ()), "other")
        for m in _feature_pattern_en().finditer(words)
        if looks_korean(m.group(1)) and m.group(1) not in rules()["no_names_en"]
    ]


def _spelled_otherwise(words):
    """Provinces, cities and counties in a spelling that the gazetteer lacks ("North Hamgyung", "Samsoo")."""
    spans, book = [], _names()
    for match in _CAPITAL.finditer(words):
        word = match.group()
        ids = book.bare.get(skeleton(word), ()) if lower(word) not in book.exact else ()
        if word in ("North", "South"):
            second = _CAPITAL.match(words, match.end() + 1)
            ids = book.bare.get(skeleton(word + second.group()), ()) if second else ()
            match = second if ids else match
        if ids and skeleton(word) not in book.shy and not _is_person(words, match.start()):
            start = match.start() - 6 if words[match.start() - 6 : match.start()] in ("North ", "South ") else match.start()
            spans.append(_Span(start, _with_unit(words, match.end()), ids))
    return spans


def _listed_along(words, spans):
    """Names that need company, standing in a list with places found ("Kangan, Tapsong and Yeonpung")."""
    book, lonely = _names(), []
    for match in _CAPITAL.finditer(words):
        word = match.group()
        ids = tuple(p for (stem, _), places in _by_stem(skeleton(word)) for p in places)
        if ids or (looks_korean(word) and word not in rules()["no_names_en"] and word not in rules()["surnames_en"]):
            lonely.append(_Span(match.start(), match.end(), ids, "other"))
    for _ in range(3):  # a list of four grows from its known end
        starts, ends = {s.start: s for s in spans}, {s.end: s for s in spans}
        covered = sorted((s.start, s.end) for s in spans)
        grown = [s for s in lonely if not _inside(s, covered) and _in_company(words, s, starts, ends)]
        if not grown:
            break
        spans = _longest(spans + grown)
    return spans


@lru_cache(maxsize=4096)
def _by_stem(stem):
    return tuple(((stem, kind), places) for (known, kind), places in _names().stems.items() if known == stem)


def _inside(span, covered):
    return any(start <= span.start < end for start, end in covered)


def _in_company(words, span, starts, ends):
    left = re.search(r"(?:,? and |,? or |, )$", words[max(0, span.start - 6) : span.start])
    right = re.match(r",? and |,? or |, ", words[span.end : span.end + 6])
    neighbours = [ends.get(span.start - len(left.group())) if left else None, starts.get(span.end + len(right.group())) if right else None]
    if span.ids:
        return any(n and n.ids and _near(span.ids, n.ids) for n in neighbours)
    small = ("village", "neighbourhood", "workers_district")
    return bool(neighbours[0] and neighbours[0].kind in small or neighbours[1] and neighbours[1].ids and right.group() == ", ")


def _near(ids, others):
    """Whether some place of `ids` lies in the same county, or is a county of the same province, as one of `others`."""
    book = gazetteer()
    return any(set(book.chain(a)[1:-1]) & set(book.chain(b)[:-1]) for a in ids for b in others)


@lru_cache(maxsize=None)
def _patterns_ko():
    end = r"(?=[^가-힣]|$|에|의|은|는|이|가|을|를|과|와|도|로|으로|서|까지|부터|만|인근|주변|일대|쪽|주민)"
    inside = re.compile(r" ?([가-힣]{1,4}\d?)(동|리|로동자구|노동자구|구역)" + end)
    alone = re.compile(r"(?<![가-힣])([가-힣]{1,4}?)(로동자구|노동자구)")
    nouns = "|".join(sorted(rules()["features_ko"], key=len, reverse=True))
    feature = re.compile(rf"(?<![가-힣])([가-힣]{{2,4}}?)( ?)({nouns})" + end)
    return inside, alone, feature


def _units_ko(words, spans):
    """동, 리, 구 right behind a city or county ("강계시 남문동"), and 로동자구 anywhere."""
    inside, alone, _ = _patterns_ko()
    found = []
    ends = {s.end for s in spans if any(gazetteer().place(p).kind in ("city", "county", "town") for p in s.ids)}
    matches = [m for end in sorted(ends) if (m := inside.match(words, end))] + list(alone.finditer(words))
    for match in matches:
        name, unit = match.groups()
        if name + unit in rules()["no_names_ko"] or lower(name + unit) in _names().exact:
            continue
        kind, english = rules()["units_ko"][unit]
        found.append(_Span(match.start(1), match.end(), (), kind, romanise(name) + english))
    return found


def _features_ko(words, spans):
    """A name before a feature noun (대봉광산, 혜산 비행장), and a hill, pass or valley before a word for its slope."""
    _, _, feature = _patterns_ko()
    found, starts = [], {s.start: s for s in spans}
    for match in feature.finditer(words):
        name, gap, noun = match.groups()
        known = starts.get(match.start())
        known = known if known and match.start() + len(name) >= known.end else None
        translated, *use = rules()["features_ko"][noun]
        if gap and "apart" not in use or not known and (gap or "alone" not in use or _is_word(name)):
            continue
        english = f"{_bare_label(known.ids[0]) if known else romanise(name)} {translated}"
        ids = _names().exact.get(name + noun) or _names().exact.get(lower(english), ())
        found.append(_Span(match.start(), match.end(), ids, "other", english))
    for match in re.finditer(r"(?<![가-힣])([가-힣]{2,3}(?:봉|령|고개|골)) (?:기슭|중턱|정상|도로|골짜기|일대|마루)", words):
        if match.group(1) not in rules()["no_names_ko"]:
            english = romanise(match.group(1)) + (" pass" if match.group(1).endswith("령") else "")
            found.append(_Span(match.start(1), match.end(1), (), "other", english))
    return found


def _bare_label(place_id):
    return gazetteer().label(place_id).removesuffix(" County").removesuffix(" Workers' District")


def _is_word(name):
    return name in rules()["no_names_ko"] or name.endswith(tuple(rules()["no_endings_ko"]))


def _longest(spans):
    """The spans that do not overlap; of two that begin alike the longer, one with a known place before one without."""
    kept = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end, not s.ids)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _decide(document, found):
    """One place for each span: where several carry the name, the one whose county the text names nearest by."""
    certain = [(part, span.start, span.ids[0]) for part, span in found if len(span.ids) == 1]
    named = []
    for part, span in found:
        words = document.part(part)[span.start : span.end]
        place_id, note = (span.ids[0], "") if len(span.ids) == 1 else _choose(document, part, span, certain)
        if place_id:
            english = gazetteer().label(place_id) if document.language == "ko" else ""
            kind = gazetteer().place(place_id).kind
            named.append(Named(place_id, place_id, KINDS.get(kind, kind), part, span.start, span.end, english, note))
        elif span.kind:
            named.append(Named(_key(words), None, span.kind, part, span.start, span.end, span.english if document.language == "ko" else "", note))
    return named


def _key(words):
    return " ".join(lower(words).split())


def _choose(document, part, span, certain):
    words = document.lowered[part]
    book = gazetteer()
    ids = span.ids
    if any(book.place(p).kind == "river" for p in ids):
        river = words[: span.start].endswith("the ") or words[span.start : span.end + 6].rstrip().endswith(("river", "강"))
        ids = tuple(p for p in ids if (book.place(p).kind == "river") == river)
    if len(ids) < 2:
        return (ids[0] if ids else None), ""
    near = sorted((p != part, abs(start - span.start), place) for p, start, place in certain)
    for _, _, place in near:
        holders = set(book.chain(place)[:-1])
        inside = [p for p in ids if holders & set(book.chain(p)[1:-1])]
        if inside:
            return inside[0], "chosen among places of this name by the county named with it"
    default = next((p for p in ids if book.place(p).kind in ("county", "city") and p.startswith("kp")), None)
    return default, "" if default else "several places carry this name, and the text names no county for it"


def join(document: Document, one: Named, other: Named) -> bool:
    """Whether two namings stand in one run: a list, or a place and what holds it ("Hyehung in Hyesan, Yanggang Province")."""
    if one.part != other.part:
        return False
    between = document.part(one.part)[one.end : other.start]
    return len(between) < 24 and bool(_JOINED.fullmatch(between) or _HOLDS.fullmatch(between))


_HOLDS = re.compile(r",? (?:in|of|,) (?:the )?(?:[a-z]+ )?(?:province of |city of |county of )?|\s*|[(/]|의 ?|시 |도 |군 |와 |과 |\)?, ?|\)?[과와] ")
