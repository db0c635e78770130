"""Which places a text names, of what kind, and whether the event was there or the place is merely mentioned."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import ahocorasick_rs
import yaml

from reports.gazetteer import PROVINCE, gazetteer
from reports.text import Document, lower

RULES = Path(__file__).parent.parent / "data" / "place_rules.yml"
_ROMAN_UNIT = {"dong": "neighbourhood", "ri": "village", "gun": "county", "up": "town"}
_UNLISTED_EN = re.compile(
    r"\b([A-Z][a-z]+(?: \d)?)-(dong|ri|gun|up)\b|\b([A-Z][a-z]{2,}) ([Nn]eighbou?rhood|County|Workers['’]? District)\b"
)
_UNLISTED_KO = re.compile(r"(?:^|(?<=[\s'‘“(·]))([가-힣]{2,4})(로동자구|노동자구)(?=[\s에의을은는이가와과·,.]|$)")
_PARTICLE = re.compile(r"(?:에서의?|에는|에도|에|의|은|는|이|가|을|를|과|와|도|로|으로|까지|부터|만|처럼|보다|등|이나|나|시|군|도|읍|구|리|동)?(?=\W|$|[가-힣])")


@dataclass(frozen=True)
class Named:
    """A place found in a text: what it is and where it stands."""

    key: str
    place_id: str | None
    kind: str
    part: str
    start: int
    end: int


@lru_cache(maxsize=None)
def rules() -> dict:
    """The rulings of data/place_rules.yml."""
    return yaml.safe_load(RULES.read_text(encoding="utf-8"))


@lru_cache(maxsize=None)
def _names():
    """Folded name -> place ids, and the automaton over all names, longest match first."""
    names = {}
    for place in gazetteer():
        for name in place.names:
            names.setdefault(lower(name), []).append(place.place_id)
    literals = list(names)
    return names, literals, ahocorasick_rs.AhoCorasick(literals, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def find_places(document: Document):
    """The places inside North Korea that the text names, each once, with role `event` or `mention`, and their evidence."""
    named = [n for n in _listed(document) + _unlisted(document) if _is_coded(n)]
    roles, first = {}, {}
    for place in named:
        role = "mention" if _is_mention(document, place) else "event"
        if role == "event" or place.key not in roles:
            if roles.get(place.key) != "event":
                first[place.key] = place
            roles[place.key] = role
    _settle(document, roles, first)
    places, evidence = [], []
    for key, place in first.items():
        words = document.part(place.part)[place.start : place.end]
        places.append({"place_id": place.place_id, "name": words, "kind": place.kind, "role": roles[key]})
        evidence.append(document.evidence("places", key, place.part, place.start, place.end))
    return places, evidence


def _listed(document):
    names, literals, automaton = _names()
    found = []
    for part in ("title", "text"):
        words = document.lowered[part]
        for number, start, end in automaton.find_matches_as_indexes(words):
            name = literals[number]
            if not _whole(words, start, end) or not _allowed(name, words, start, end):
                continue
            place_id = _choose(names[name], words, start, end)
            if place_id:
                found.append(Named(place_id, place_id, gazetteer().place(place_id).kind, part, start, end))
    return found


def _whole(words, start, end):
    """Latin names stand between word boundaries; Hangul names do not continue a word on their left."""
    before, after = words[start - 1 : start], words[end : end + 1]
    if words[start].isascii():
        return not before.isalnum() and not (after.isalnum() and after.isascii())
    return not ("가" <= before <= "힣") or end - start > 2


def _allowed(name, words, start, end):
    after, before = words[end : end + 24], words[max(0, start - 24) : start]
    for rule in rules()["void"]:
        if name in rule["names"] and any(after.startswith(a) for a in rule["after"]):
            return False
    for rule in rules()["needs_cue"]:
        if name in rule["names"] and name not in rule.get("except", ()):
            return any(after.startswith(cue) for cue in rule["cues_after"]) or "hyesan" in before or "혜산" in before
    return len(name) > 3 or not name.isascii()


def _choose(place_ids, words, start, end):
    """One place of several that carry a name: the one whose county stands in the text, else the county, else none."""
    if len(place_ids) == 1:
        return place_ids[0]
    if words[end : end + 8].lstrip().startswith(("river", "강")):
        return next((p for p in place_ids if gazetteer().place(p).kind == "river"), None)
    for place_id in place_ids:
        county = gazetteer().county_of(place_id)
        if county and county != place_id and any(lower(n) in words for n in gazetteer().place(county).names):
            return place_id
    return next((p for p in place_ids if gazetteer().place(p).kind in ("county", "city") and p.startswith("kp")), None)


def _unlisted(document):
    """Names with a unit word or a feature noun that the gazetteer does not know."""
    found = []
    names = _names()[0]
    for part in ("title", "text"):
        words = document.part(part)
        for match in (_UNLISTED_EN if document.language != "ko" else _UNLISTED_KO).finditer(words):
            name = match.group(0)
            if lower(name) in names or any(lower(g) in names for g in match.groups() if g):
                continue
            kind = _ROMAN_UNIT.get(match.group(2) or "", "workers_district")
            if document.language != "ko" and match.group(4):
                kind = {"c": "county", "n": "neighbourhood"}.get(match.group(4)[0].lower(), "workers_district")
            found.append(Named(lower(name), None, kind, part, match.start(), match.end()))
        for match in _features(document.language).finditer(words):
            if lower(match.group(0)) not in names and match.group(1) not in _NOT_NAMES:
                found.append(Named(lower(match.group(0)), None, "other", part, match.start(), match.end()))
    return found


_NOT_NAMES = {"The", "This", "That", "A", "An", "State", "Local", "Chinese", "North", "South", "Korean", "One", "Each", "Every", "Black", "Other"}


@lru_cache(maxsize=None)
def _features(language):
    if language == "ko":
        return re.compile(r"(?:^|(?<=[\s'‘“(·]))([가-힣]{2,3}) ?(" + "|".join(rules()["features_ko"][3:4] + ["비행장", "세관", "교화소"]) + r")(?![가-힣]{3})")
    nouns = "|".join(w.title().replace("No.", r"No\.") for w in rules()["features_en"])
    return re.compile(r"\b([A-Z][a-z]{2,}) (" + nouns + r")\b")


def _is_coded(named):
    if named.place_id is None:
        return True
    return named.place_id not in rules()["uncoded"] and not named.place_id.startswith(tuple(rules()["uncoded_prefixes"]))


def _is_mention(document, named):
    words = document.lowered[named.part]
    after, before = words[named.end : named.end + 40], words[max(0, named.start - 40) : named.start]
    if named.kind == "river":
        return not re.search(r"(cross|waded?|swam|in|into|on) (the )?$|건너", before + after[:12])
    if document.language == "ko":
        after = re.sub(r"^(시|군|도|현지)", "", after)
        return any(after.startswith(cue) for cue in rules()["mention_after_ko"])
    if any(before.endswith(cue) for cue in rules()["mention_before_en"]):
        cue = next(c for c in rules()["mention_before_en"] if before.endswith(c))
        return "resid" not in cue or _speaks(document, named)
    after = re.sub(r"^( province| city| county)", "", after)
    return any(after.startswith(cue) for cue in rules()["mention_after_en"])


def _speaks(document, named):
    sentence = document.sentence_at(named.part, named.start).words.lower()
    return any(word in sentence for word in rules()["source_words_en"])


def _settle(document, roles, first):
    """What holds an event place is an event; a place beyond the province is one only where the text leads with it."""
    book = gazetteer()
    for key in [k for k, role in roles.items() if role == "event" and k in book]:
        for holder in book.chain(key)[1:]:
            if holder in roles:
                roles[holder] = "event"
    inside = any(role == "event" and k in book and book.in_yanggang(k) and k != PROVINCE for k, role in roles.items())
    for key, role in roles.items():
        if role == "event" and key in book and not book.in_yanggang(key) and book.place(key).kind != "river" and inside:
            place = first[key]
            if place.part == "text" and place.start > 250:
                roles[key] = "mention"
    if "kp-pyongyang" in roles and len(roles) > 1 and first["kp-pyongyang"].part == "text":
        roles["kp-pyongyang"] = "mention"
    if not any(role == "event" for role in roles.values()) and PROVINCE in roles:
        roles[PROVINCE] = "event"
