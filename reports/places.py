"""Which places a text names, of what kind, and whether the event was there or the place is merely mentioned."""

import re
from functools import lru_cache

from reports.contexts import contexts_of
from reports.gazetteer import PROVINCE, gazetteer
from reports.place_index import names, rules
from reports.place_names import find_names, join
from reports.romanise import skeleton
from reports.text import Document, lower

_WINDOW = 110  # characters before and after a naming that can make it a mention
_LOOSE_KO = re.compile(r"^ ?(?:등지|등|일대|지역|지방|쪽|현지)(?=에|서|의|으|로|를|을)")  # "혜산 등지에서" is as "혜산에서"
_SENTENCE = 300  # characters on each side that are read of a sentence, however long it runs
_UNITS = ("province", "city", "county")
_RANK = {"mention": 0, "weak": 1, "home": 2, "event": 3}  # of several namings of a place the highest counts
_WEAK = {True: "weak", "home": "home"}
_SUBJECT = re.compile(r'["“]?(?:only |so far |but |and |while |though |the )*["“]?')  # "Only Hoeryong has been spared"
_LEAD = {"en": 250, "ko": 120}  # characters of the text that lead: a place beyond the province named only later is beside the point


def find_places(document: Document):
    """The places inside North Korea that the text names, each once, with role `event` or `mention`, and their evidence.

    Each place has `place_id` (None where the gazetteer lacks it), `name` as the text spells it, `kind`, `role` and, in a Korean
    text, `en`, the usual English spelling.
    """
    roles, first, runs, opening = {}, {}, {}, set()
    last = None  # the naming before the run
    for run in _runs(document, find_names(document)):
        for named in run:
            if roles.get(named.key) == "event":
                continue
            role = _role(document, named, run, last)
            if role == "event" and _in_background(document, named):
                role = "mention"
            if role == "event" and _is_aside(document, named, run):
                role = "weak"
            if role == "event" and _opens(document, run):
                opening.add(named.key)
            if named.key not in roles or _RANK[role] > _RANK[roles[named.key]]:
                roles[named.key], first[named.key], runs[named.key] = role, named, run
        last = run[-1]
    _settle(roles, first, runs, opening, {key for key, named in first.items() if _opening(document, named)})
    places, evidence = [], []
    for key, named in first.items():
        words = document.part(named.part)[named.start : named.end]
        place = {"place_id": named.place_id, "name": words, "kind": named.kind, "role": roles[key]}
        places.append(place | {"en": named.english} if named.english else place)
        evidence.append(document.evidence("places", key, named.part, named.start, named.end, named.note))
    return places, evidence


def _runs(document, named):
    """Namings that stand in one run share what stands before and after it: "a source in Hyesan, Yanggang Province, said"."""
    runs = []
    for one in named:
        if runs and len(runs[-1]) < 12 and join(document, runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


@lru_cache(maxsize=None)
def _cues(language):
    """The rules as (before, after, only, close, late, role); those that look at one side alone are joined, since any of them settles it."""
    rest, joined = [], {}
    for rule in rules()[f"mention_{language}"]:
        use = rule.get("close", False), rule.get("late", False), _WEAK.get(rule.get("weak"), "mention")
        if ("before" in rule) == ("after" in rule) or "only" in rule:
            rest.append((rule.get("before"), rule.get("after"), frozenset(rule.get("only", ())), *use))
        else:
            joined.setdefault(("before" in rule, *use), []).append(rule.get("before") or rule["after"])
    for (is_before, *use), patterns in joined.items():
        pattern = "|".join(f"(?:{p})" for p in patterns)
        rest.append((pattern if is_before else None, None if is_before else pattern, frozenset(), *use))
    compiled = [(before and re.compile(before), after and re.compile(after), *use) for before, after, *use in rest]
    return tuple(sorted(compiled, key=lambda r: r[-1]))


@lru_cache(maxsize=None)
def _pattern(name):
    rule = rules()[name]
    return {k: re.compile(v) for k, v in rule.items() if k != "reason"} if isinstance(rule, dict) else re.compile(rule)


def _role(document, named, run, last):
    """`mention`, or `weak`, where a rule of data/place_rules.yml says so of the words around the run, else `event`."""
    words = document.lowered[named.part]
    sentence = document.sentence_at(named.part, run[0].start)
    before = words[max(sentence.start, run[0].start - _WINDOW) : run[0].start]
    after = words[run[-1].end : run[-1].end + _WINDOW]
    close = words[max(sentence.start, run[0].start - _WINDOW, last.end if last and last.part == named.part else 0) : run[0].start]
    if document.language == "ko":
        after = _LOOSE_KO.sub("", after)
    if _pattern("here_too").search(after):
        return "event"
    if named.kind == "other" and " " in words[named.start : named.end] and before.endswith(("near ", "near the ")):
        return "mention"
    if named.kind == "river":
        return "event" if _on_river(document.language, before, after) else "mention"
    for kind in ("works", "mountains") if named.kind == "other" else ():
        rule = _pattern(kind)
        if rule["name"].search(words[named.start : named.end]):
            there = rule["there_ko"].search(after) if document.language == "ko" else rule["there"].search(before)
            return "event" if there or named.part == "title" and kind == "works" else "mention"
    opening = _opening(document, named)
    for look_before, look_after, only, near, late, role in _cues(document.grammar):
        if only and not any(n.key in only for n in run) or late and opening:
            continue
        if (not look_before or look_before.search(close if near else before)) and (not look_after or look_after.search(after)):
            return role
    if document.language != "ko" and _pattern("speakers_en")["before"].search(close) and _pattern("speakers_en")["after"].search(after):
        return "home"
    return "event"


def _in_background(document, named):
    """Whether a naming stands in a background clause; what opens a text is no background, whatever its words."""
    return not _opening(document, named) and "background" in contexts_of(document).at("text", named.start)


def _is_aside(document, named, run):
    """Whether a naming stands in an aside: how it is elsewhere ("In Kapsan, by contrast, ..."), or what something costs there."""
    if _opening(document, named):
        return False
    words, sentence = document.lowered["text"], document.sentence_at("text", run[0].start)
    start, end = max(sentence.start, run[0].start - _SENTENCE), min(sentence.end, run[-1].end + _SENTENCE)
    whole, behind = words[start:end], words[run[-1].end : end]
    beyond = named.place_id and not gazetteer().in_yanggang(named.place_id)
    scene = _opens(document, run) or bool(_SUBJECT.fullmatch(words, sentence.start, run[0].start))
    return any(
        look.search(behind if after else whole) and not (veto and veto.search(whole))
        and not (lead_veto and lead_veto.search(document.lowered["title"] + " " + words[:_lead(document)]))
        for look, veto, lead_veto, needs_scene, needs_beyond, needs_unit, after in _asides(document.grammar)
        if (scene or not needs_scene) and (beyond or not needs_beyond) and (named.kind in _UNITS or not needs_unit)
    )


@lru_cache(maxsize=None)
def _asides(language):
    return tuple(
        (
            *(name in r and re.compile(r[name]) for name in ("sentence", "not", "lead_not")),
            *(r.get(name, False) for name in ("scene", "beyond", "units", "behind")),
        )
        for r in rules()[f"asides_{language}"]
    )


def _opening(document, named):
    return named.part == "title" or named.start <= _lead(document)


def _lead(document):
    return _LEAD[document.grammar]


def _opens(document, run):
    """Whether a run sets the scene of its clause: "In Hoeryong, ...", "청진시에는 벌써 ...", or what a source there says of it."""
    words, sentence = document.lowered[run[0].part], document.sentence_at(run[0].part, run[0].start)
    before, after = words[max(sentence.start, run[0].start - _WINDOW) : run[0].start], words[run[-1].end : run[-1].end + _WINDOW]
    if _pattern("here_too").search(after):
        return True
    if document.language != "ko" and len(before) < 3 and _pattern("subject_en").search(after):
        return True
    rule = _pattern("opens_ko" if document.language == "ko" else "opens_en")
    return bool(rule["before"].search(before) and ("after" not in rule or rule["after"].search(after)))


def _on_river(language, before, after):
    if language == "ko":
        return bool(_pattern("river_ko").search(after))
    return bool(_pattern("river_en").search(before)) and not _pattern("river_not_en").search(before)


def _settle(roles, first, runs, opening, leads):
    """What holds an event place is an event too; beyond the province only what leads the text or a clause; never no event at all."""
    book = gazetteer()

    def home(key):
        return key in book and book.in_yanggang(key)

    def inside(key):
        return roles.get(key) == "event" and home(key)

    scenes = [key for key, role in roles.items() if role == "event" and first[key].kind not in ("province", "river")]
    alone = not any(inside(key) or key in leads for key in scenes)
    weak = {key: role for key, role in roles.items() if role in ("weak", "home")}
    unled = not any(key in leads for key in scenes)  # then the home of somebody in the opening is the scene, whatever follows
    kept = [key for key in weak if alone or unled and key in leads and weak[key] == "home"]
    kept = [key for key in kept if key != PROVINCE and (key not in book or home(key))]
    kept = [key for key in kept if key in leads] or kept  # "expelled from Hyesan ... they were to go to Pungsan"
    kept = [key for key in kept if weak[key] == "home"] or kept  # "돌격대원 of Hyesan ... had worked at Samjiyon"
    roles.update({key: "event" if key in kept else "mention" for key in weak})
    if not any(role == "event" and first[key].kind != "province" and (key in book or key in leads) for key, role in roles.items()):
        heads = [key for key in first if key in leads and first[key].part == "text" and first[key].kind not in ("province", "river")]
        heads = [key for key in heads if home(key)] or [key for key in heads if key in weak]
        roles.update({key: "event" for key in heads[:1]})  # no other place is left for what the report tells
    some_inside = any(inside(key) or role == "event" and key not in book and key in leads for key, role in roles.items())
    for key, named in first.items():
        beyond = key in book and not book.in_yanggang(key) and named.kind != "river"
        if roles[key] == "event" and some_inside and beyond and key not in leads:
            if not opening & {other.key for other in runs[key]} and not any(inside(other.key) for other in runs[key]):
                roles[key] = "mention"
    if "kp-pyongyang" in roles and len(roles) > 1 and first["kp-pyongyang"].part == "text" and "kp-pyongyang" not in opening:
        roles["kp-pyongyang"] = "mention"
    if PROVINCE in roles and not any(role == "event" and first[key].kind != "river" for key, role in roles.items()):
        roles[PROVINCE] = "event"  # a source in the province reports on the province
    for key in [k for k, role in roles.items() if role == "event"]:
        for holder in book.chain(key)[1:] if key in book else _namesakes(key, roles, book):
            if holder in roles:
                roles[holder] = "event"


def _namesakes(key, roles, book):
    """The town that a place unknown to the gazetteer is called after ("해주농업대학" -> Haeju) or lies in ("Kangan checkpoint" -> Hyesan),
    and what holds it."""
    for other in roles:
        if other in book and any(key.startswith(lower(n)) for n in book.place(other).names):
            return book.chain(other)
    for other in names().by_stem.get(skeleton(key.partition(" ")[0]), ()):
        if len(book.chain(other)) > 3 and book.chain(other)[1] in roles:
            return book.chain(other)[1:]
    return ()
