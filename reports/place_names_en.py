"""Names of places in English text that no list holds: other spellings, unit words, feature nouns, and company in a list."""

import re
from functools import lru_cache

from reports.gazetteer import gazetteer
from reports.place_index import KINDS, Span, longest, names, rules, with_unit
from reports.romanise import looks_korean, skeleton
from reports.text import lower
from reports.words import MONTHS

_CAPITAL = re.compile(r"\b[A-Z][a-zŏŭ'’]{2,}(?:-[a-z]{2,})?(?![\w-])")
_GLUED = re.compile(r"\b([A-Z][a-zŏŭ'’]{3,12})dong\b")
_KIM_COUNTY = re.compile(r"\b(Kim[ -]?[A-Z]?[a-z]{2,6}[ -][A-Z]?[a-z]{2,5})(?= County\b|-gun\b| county\b| [Cc]ounties\b)(?: County"
    r"|-gun| county)?")  # counties named after persons


def find_english(words: str, spans: list) -> list:
    """The spans of `words` that name places: `spans` (names of the gazetteer) and all that English usage shows beside them."""
    named = [s for find in (_units_en, _units_before, _features_en, _features_of_small, _mountains, _rivers, _dated) for s in find(words)]
    spans = longest(spans + named)
    capitals = [(match, _known(match.group())) for match in _CAPITAL.finditer(words)]
    spans = longest(spans + _spelled_otherwise(words, capitals))
    spans = longest(spans + _in_county(words, spans, capitals) + _near_unknown(words, capitals))
    return _listed_along(words, spans, capitals)


_SETTING = re.compile(r"\b(?:in|at|near|around|outside|between|to|from|of|below|above|behind|beyond|over) (?:the )?$")


def _in_county(words, spans, capitals):
    """Names that are short or common ("Songbong"), standing after "in" where the text names the county that they belong to."""
    holders = {s.ids[0] for s in spans if len(s.ids) == 1}
    found = []
    for match, (_, ids, _) in capitals if holders else ():
        shy = skeleton(match.group()) in names().shy and len(match.group()) > 4
        if shy and _SETTING.search(words, max(0, match.start() - 13), match.start()):
            if inside := tuple(p for p in ids if gazetteer().place(p).parent_id in holders):
                found.append(Span(match.start(), match.end(), inside[:1], gazetteer().place(inside[0]).kind))
    return found


_NEAR_WORD = re.compile(r"([A-Za-z]*),? ?\b(?:[Nn]ear|[Aa]bove|[Bb]elow|[Bb]eyond|[Oo]utside|([Aa]t)) $")
_AT_SOMEBODY = tuple(
    "look laugh shout point star smil yell swor swear aim ang rail mock scold scream fir shot threw throw nod wav glanc".split()
)


def _is_near(words, start):
    """Whether a word for standing near goes before; but not "shouted at Sunhee"."""
    match = _NEAR_WORD.search(words, max(0, start - 28), start)
    return match and not (match.group(2) and match.group(1).lower().startswith(_AT_SOMEBODY))


def _near_unknown(words, capitals):
    """Names that no list holds, or that need company, behind a word for standing near ("near Taeojichon")."""
    return [
        Span(match.start(), match.end(), small, "other")
        for match, (ids, small, strange) in capitals
        if strange and not ids and len(match.group()) > 4 and not words.startswith(("'s", "’s"), match.end())
        if skeleton(match.group()) not in names().shy and lower(match.group()) not in names().exact
        if _is_near(words, match.start())
    ]


@lru_cache(maxsize=8192)
def _known(word):
    """Of a word with a capital: places whose bare name it spells, places it may name in company, and whether it may name an unknown one."""
    book, stem = names(), skeleton(word)
    bare = book.bare.get(stem, ()) if lower(word) not in book.exact and stem not in book.shy else ()
    strange = looks_korean(word) and word not in rules()["no_names_en"] and word not in rules()["surnames_en"]
    return bare, book.by_stem.get(stem, ()), strange


@lru_cache(maxsize=None)
def _unit_pattern():
    close = "|".join(u for u in rules()["units_en"] if u.islower() and " " not in u)
    apart = "|".join(u for u in rules()["units_en"] if not u.islower())
    return re.compile(rf"\b([A-Z][a-zŏŭ'’]+(?:[ -]?\d)?)(?:[- ]({close})(?![\w-])| ({apart})\b)")


def _units_en(words):
    """Names before a unit word ("Gasan-ri", "Hwajon Village"): the gazetteer's by skeleton and kind, others as they stand."""
    spans, book = [], names()
    for match in _unit_pattern().finditer(words):
        stem, close, apart = match.groups()
        if close == "up" and match.group()[len(stem)] == " ":  # "from Samjiyon up to the lake"
            continue
        kinds = rules()["units_en"][close or apart]
        ids = next((book.stems[skeleton(stem), k] for k in kinds if (skeleton(stem), k) in book.stems), ())
        if not ids and (
            not close
            and not looks_korean(stem.rstrip("0123456789 -"))
            or stem in rules()["no_names_en"]
            or len(stem) < 3
            or stem.endswith(("'s", "’s"))
            or _is_person(words, match.start())
        ):
            continue
        spans.append(Span(match.start(), match.end(), ids, KINDS.get(kinds[0], kinds[0])))
    for match in _GLUED.finditer(words):  # "Tabsongdong"
        if ids := book.stems.get((skeleton(match.group(1)), "neighbourhood"), ()):
            spans.append(Span(match.start(), match.end(), ids, "neighbourhood"))
    for match in _KIM_COUNTY.finditer(words):
        if ids := book.stems.get((skeleton(match.group(1)), "county"), ()):
            spans.append(Span(match.start(), match.end(), ids))
    return spans


def _is_person(words, start):
    return words[max(0, start - 8) : start].rstrip(" ").rpartition(" ")[2] in rules()["surnames_en"]


@lru_cache(maxsize=None)
def _feature_pattern_en():
    large, small = ("|".join(sorted(rules()[name], key=len, reverse=True)) for name in ("features_en", "features_small_en"))
    return re.compile(rf"\b(?:(?:Mount|Mt\.?) )?([A-Z][a-zŏŭ'’]{{2,}})((?:[ -](?!City)[A-Z][a-z'’]+){{0,3}})(?:-[a-z]{{2,4}})? ({large}"
        rf"|{small})\b(?: No\. \d{{1,3}})?")


@lru_cache(maxsize=None)
def _of_pattern():
    units = "|".join(u for u in rules()["units_en"] if u.islower() and len(u) > 3)
    return re.compile(rf"\b({units}|hamlet|settlement) (?:of|called|named|known as) ([A-Z][a-zŏŭ'’]{{2,}}(?:-[a-z]{{2,4}})?)(?![\w-]| [A-Z])")


def _units_before(words):
    """Names behind their unit word ("the village of Pakjupyong")."""
    spans, book = [], names()
    for match in _of_pattern().finditer(words):
        unit, name = match.groups()
        kinds = rules()["units_en"].get(unit, ["village"])
        stem = skeleton(name.partition("-")[0])
        ids = next((book.stems[stem, k] for k in [*kinds, "neighbourhood", "village"] if (stem, k) in book.stems), ())
        known = book.bare.get(stem) or lower(name) in book.exact
        if ids or looks_korean(name.partition("-")[0]) and name not in rules()["no_names_en"] and not known:
            spans.append(Span(match.start(2), match.end(2), ids, KINDS.get(kinds[0], kinds[0])))
    return spans


def _features_en(words):
    """A Korean name before a capitalised feature noun ("Taebong Mine"); "the city's airport" is no name."""
    return [
        Span(m.start(), m.end(), names().exact.get(lower(m.group()), ()), "other")
        for m in _feature_pattern_en().finditer(words)
        if m.group(1) == "Kim" and m.group(2).count(" ") > 1  # "Kim Jong Suk Arts Center"
        or looks_korean(m.group(1))
        and m.group(1) not in rules()["no_names_en"]
        and not (m.group(3).islower() and _is_province(m.group(1)))
    ]


def _features_of_small(words):
    """The market, farm or bridge of a dong or ri ("Yonbong market"); those of a town may be any there."""
    found = [m for m in _SMALL_FEATURE.finditer(words) if _is_small(m.group(1))]
    return [Span(m.start(), m.end(), names().exact.get(lower(m.group()), ()), "other") for m in found]


def _is_small(word):
    """Whether a word names a dong or ri, or what may be one, and no town or county that readers would think of first."""
    book, stem = gazetteer(), skeleton(word)
    large = (p for p in names().bare.get(stem, ()) if book.place(p).kind != "county" or book.in_yanggang(p))
    small = (p for p in names().by_stem.get(stem, ()) if book.place(p).kind in ("neighbourhood", "village", "workers_district"))
    strange = looks_korean(word) and word not in rules()["no_names_en"] and word not in rules()["surnames_en"] and len(word) > 5
    return (any(small) or strange) and not any(large)


_SMALL_FEATURE = re.compile(r"\b([A-Z][a-zŏŭ'’]{2,}) (?:market|farm|bridge|checkpoint|bus depot|bus stop|crossroads|sawmill|cinema)\b")


def _mountains(words):
    """Mountains in another spelling than the gazetteer's, and such as it lacks ("Mt. Nokbong")."""
    known = names().by_stem
    found = [m for m in _MOUNTAIN.finditer(words) if looks_korean(m.group(1))]
    return [Span(m.start(), m.end(), known.get(skeleton(m.group()), ()), "other") for m in found]


def _rivers(words):
    """Rivers that the gazetteer lacks ("the Unchong River")."""
    found = [m for m in _RIVER.finditer(words) if looks_korean(m.group(1)) and m.group(1) not in rules()["no_names_en"]]
    found = [m for m in found if m.group().endswith("River") or not names().bare.get(skeleton(m.group(1)))]  # but not "a Hyesan stream"
    return [Span(m.start(), m.end(), (), "river") for m in found]


def _dated(words):
    """Farms and works called after a day ("October 18th General Farm")."""
    return [Span(m.start(), m.end(), (), "other") for m in _DATED.finditer(words)]


_DATED = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:st|nd|rd|th)? "
    r"(?:(?:General|Cooperative|Combined|Youth|Stock) )?(?:Farm|Factory|Mine|Coal Mine|Mill|Power Station|Ranch|Hospital)\b"
)
_RIVER = re.compile(r"\b([A-Z][a-zŏŭ'’]{2,}) (?:River|Stream|Creek|stream|creek)\b")
_MOUNTAIN = re.compile(r"\b(?:Mount|Mt\.?) ([A-Z][a-zŏŭ'’]{2,})(?![\w-])")


def _is_province(word):
    """Whether a word is a province's name, so that "Yanggang power plant" is any plant there."""
    return any(gazetteer().place(p).kind == "province" for p in names().bare.get(skeleton(word), ()))


def _spelled_otherwise(words, capitals):
    """Provinces, cities and counties in a spelling that the gazetteer lacks ("North Hamgyung", "Samsoo")."""
    spans = []
    for match, (ids, _, _) in capitals:
        start, end = match.start(), match.end()
        if match.group() in ("North", "South"):
            second = _CAPITAL.match(words, end + 1)
            ids, end = (_known(match.group() + second.group())[0], second.end()) if second else ((), end)
        if ids and not _is_person(words, start):
            spans.append(Span(start, with_unit(words, end), ids))
    return spans


def _listed_along(words, spans, capitals):
    """Names that need company, standing in a list with places found ("Kangan, Tapsong and Yeonpung")."""
    lonely = [
        Span(match.start(), match.end(), ids, "other")
        for match, (_, ids, strange) in capitals
        if (ids or strange) and (words.startswith(_GOES_ON, match.end()) or words.endswith(_WENT_ON, 0, match.start()))
    ]
    for _ in range(3):  # a list of four grows from its known end
        starts, ends = {s.start: s for s in spans}, {s.end: s for s in spans}
        grown = [g for s in _uncovered(lonely, spans) if (g := _in_company(words, s, starts, ends))]
        if not grown:
            break
        spans = longest(spans + grown)
    return spans


def _uncovered(lonely, spans):
    """Of `lonely` those that begin in none of `spans`; both stand in order and do not overlap."""
    at = 0
    for span in lonely:
        while at < len(spans) and spans[at].end <= span.start:
            at += 1
        if at == len(spans) or span.start < spans[at].start:
            yield span


# What may stand behind and before a name in a list.
_GOES_ON = (",", " and ", " or ", *(f" {u}" for unit in rules()["plural_units_en"] for u in (unit, unit.title())))
_WENT_ON = (", ", " and ", " or ", " of ", " the ")
_LIST_LEFT = re.compile(r"(?:,? (?:and|or) (?:the )?|, (?:the )?)$")
_LIST_RIGHT = re.compile(r",? (?:and|or) (?:the )?|, (?:the )?")


@lru_cache(maxsize=None)
def _plural_patterns():
    units = "|".join(rules()["plural_units_en"])
    return re.compile(rf"\b({units}) of (?:the )?$", re.I), re.compile(rf" ({units})\b", re.I)


def _plural(words, span):
    """The kind that a plural unit word beside a name gives it: "counties of Usi", "Usi counties"."""
    of, after = _plural_patterns()
    found = of.search(words[max(0, span.start - 24) : span.start]) or after.match(words, span.end)
    return rules()["plural_units_en"][found.group(1).lower()] if found else ""


def _in_company(words, span, starts, ends):
    """The span, with its kind, if a plural unit word or a place beside it in a list shows it to be one; else None."""
    if kind := _plural(words, span):
        kinds = (kind, "neighbourhood") if kind == "workers_district" else (kind,)  # a dong is often called a district
        ids = tuple(p for p in span.ids if gazetteer().place(p).kind in kinds)
        return Span(span.start, span.end, ids, gazetteer().place(ids[0]).kind if ids else kind)
    left = _LIST_LEFT.search(words[max(0, span.start - 9) : span.start])
    right = _LIST_RIGHT.match(words[span.end : span.end + 9])
    before = ends.get(span.start - len(left.group())) if left else None
    after = starts.get(span.end + len(right.group())) if right else None
    if span.ids:
        return span if any(n and n.ids and _near(span.ids, n.ids) for n in (before, after)) else None
    small = ("village", "neighbourhood", "workers_district", "county")
    beside = next((n for n in (before, after) if n and n.kind in small), None)
    if beside:
        return Span(span.start, span.end, (), beside.kind)
    return span if after and after.ids and right.group() == ", " else None


def _near(ids, others):
    """Whether some place of `ids` lies in the same county, or is a county of the same province, as one of `others`."""
    book = gazetteer()
    return any(set(book.chain(a)[1:-1]) & set(book.chain(b)[:-1]) for a in ids for b in others)
