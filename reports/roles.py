"""Who enforces and whom it strikes: organs that act, people and firms that receive the measure.

Every mention is weighed by its part in the sentence (reports/frames.py) and by where it stands (data/role_weights.yml); the
sums decide, and then the codebook's rules between codes.
"""

import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import yaml

from reports.frames import parts_of
from reports.lexicon import hits_of
from reports.text import Document
from reports.themes import crackdown_strength
from reports.weighing import evidence_of, frames
from reports.words import say

WEIGHTS = Path(__file__).parent.parent / "data" / "role_weights.yml"
_BELONGS = re.compile(r"^ (?:from|of|sent by|with|belonging to) (?:the )?(?:[\w'-]+ ){0,2}$")
_OFFENDERS = frozenset(
    "smugglers escapees phone_users brokers money_changers drug_offenders media_offenders fortune_tellers defector_families".split()
)
_OWN_NAMED = re.compile(r"^(?:[이가]? ?(?:내려온|나온|보낸|파견한|파견된) | [‘“']?[가-힣]{2,4})$")  # "중앙당 ‘마약검열대’"
_INSPECTS = re.compile(r"^[^.,]{0,24}\s검열(?:에|을|이|\s)")  # "보위사령부가 혜산을 찍어 검열에 들어갔다"
_NEVER_ALONE = frozenset(("trading_companies", "soldiers", "officials"))  # without a measure: they trade, die and speak anyhow
_DEEDS = frozenset(("strike", "order", "provide", "lead", "send"))


@lru_cache(maxsize=2)
def weights(language: str = "en") -> dict:
    """The weights of data/role_weights.yml for a language. Raises ValueError where a section is missing."""
    read = yaml.safe_load(WEIGHTS.read_text(encoding="utf-8"))
    missing = {"place", "repeat", "sentences", "actors", "crackdown", "targets"} - set(read)
    if missing:
        raise ValueError(f"{WEIGHTS.name}: {', '.join(sorted(missing))} missing.")
    return _of_language(read, "ko" if language == "ko" else "en")


def _of_language(value, language):
    """The weights of one language: a number, or one for each of both."""
    if not isinstance(value, dict):
        return value
    return value[language] if set(value) == {"en", "ko"} else {name: _of_language(one, language) for name, one in value.items()}


def find_actors(document: Document):
    """The organs that order or apply the measure, sorted, and the words each came from."""
    paid = _enforcers(document)
    return list(paid), evidence_of(document, "actors", paid)


@lru_cache(maxsize=8)
def _enforcers(document):
    """Code of each organ that acts, in order -> the hits that speak for it."""
    rule = weights(document.language)["actors"]
    sums, paid = _sums(document, "actors")
    best = max(sums.values(), default=0)
    codes = {c for c, value in sums.items() if value >= max(rule["enough"], min(rule["cap"], rule["share"] * best))}
    if not codes and best >= rule["alone"]:
        codes = {max(sorted(sums), key=sums.get)}
    if len(codes) > 1 and all(_kind(hit) == "trial" for hit in paid.get("prosecutors_courts", ())):
        codes.discard("prosecutors_courts")  # a trial with no court named is the court's only where no other organ acts
    if document.language == "ko" and len(codes) > 1 and all(_kind(hit) == "generic" for hit in paid.get("inspection_group", ())):
        if sums.get("inspection_group", 0) < max(value for code, value in sums.items() if code != "inspection_group"):
            codes.discard("inspection_group")  # inspectors with no name are those of the organ that the text names
    vague = {c for c in codes if _kind(paid[c][0]) in ("vague", "leader")}
    named = codes - vague
    if named:  # "the authorities" stand for the organ named elsewhere
        most = max(sums[n] for n in named)
        led = {c for c in vague if any(_kind(hit) == "leader" for hit in paid[c])}  # an order of his own is an act of its own
        enough = {c: most * rule["leader_over_named" if c in led else "state_over_named"] for c in vague}
        codes -= {c for c in vague if sums[c] < enough[c] and not _heads(document, c)}
    elif len(vague) > 1:
        codes = {max(sorted(vague), key=sums.get)}  # the state and a place's authorities are the same "authorities"
    return {c: paid[c] for c in sorted(codes)}


def _heads(document, code):
    """Whether the title names an organ of a code as the one who acts."""
    return any(p.hit.part == "title" and p.hit.entry.code == code and p.agent >= 0.9 and p.deeds & _DEEDS for p in parts_of(document))


def find_targets(document: Document):
    """The people and firms that receive the measure, sorted, and the words each came from."""
    rule = weights(document.language)["targets"]
    actors, crackdown = _enforcers(document), crackdown_strength(document) >= rule["crackdown"]
    sums, paid = _sums(document, "targets")
    if not actors and not crackdown:
        sums = {c: v for c, v in sums.items() if _barred(paid[c]) or v >= rule["no_actor"] and c not in _OFFENDERS | _NEVER_ALONE}
    if not crackdown:  # who breaks a rule is a target where somebody is taken to task
        sums = {c: value * (1.0 if c not in _OFFENDERS or _barred(paid[c]) else rule["no_crackdown"]) for c, value in sums.items()}
    best = max(sums.values(), default=0)
    codes = {c for c, value in sums.items() if value >= max(rule["enough"], min(rule["cap"], rule["share"] * best))}
    codes -= {c for c in codes if all(codes & set(hit.entry.more.get("yields", ())) for hit in paid[c])}
    if document.language == "ko" and not actors:
        codes -= {c for c in ("residents", "trading_companies") if not _undergoes(document, c)}
        if not crackdown:
            codes -= {c for c in codes if all(_kind(hit) in ("conduct", "firm") for hit in paid[c])}
    narrower = codes - {"residents"}
    general, most = sums.get("residents", 0), max((sums[c] for c in narrower), default=0)
    if narrower and general < rule["general_alone"] * most and not (_under_orders(document) and general >= rule["general_share"] * most):
        codes.discard("residents")
    alone = {c: value for c, value in sums.items() if value >= rule["alone"] and c != "trading_companies"}
    if not codes and alone and actors:
        codes = {max(sorted(alone), key=alone.get)}  # trade alone is no measure
    if not codes and not {"trading_companies", "smugglers"} & set(sums) and actors and (crackdown or document.language == "ko"):
        return ["residents"], _inferred(document)
    return sorted(codes), evidence_of(document, "targets", {c: paid[c] for c in sorted(codes)})


def _barred(hits):
    """Whether a measure made for a kind of people stands for them (a fence along the border), whatever else is done."""
    return any(_kind(hit) == "measure" for hit in hits)


def strengths(document: Document, group: str) -> dict:
    """Code of each organ ("actors") or kind of people and firms ("targets") that is named -> what its mentions are worth."""
    return _sums(document, group)[0]


@lru_cache(maxsize=16)
def _sums(document, group):
    """Code -> what its mentions are worth, the best of each sentence; and code -> the hits that paid, best first."""
    rule, framed, best = weights(document.language), frames(document), defaultdict(dict)
    worth = _acting if group == "actors" else _suffering
    parts = [p for p in parts_of(document) if p.hit.entry.group == group]
    own = _own_inspectors(document, parts)
    told = len({p.hit.sentence for p in parts_of(document) if "strike" in p.deeds}) >= rule["crackdown"]["share"] * len(document.sentences)
    struck = {(h.part, h.sentence) for h in hits_of(document) if h.entry.group == "deeds" and h.entry.code == "strike"}
    for part in parts:
        if own and _kind(part.hit) == "generic":
            continue  # inspectors with no name are those of the organ whose inspectors the text has named
        value = max(worth(part, rule[group]), _of_a_crackdown(document, part) if told else 0.0, _beside(part, struck, rule))
        value *= part.hit.entry.weight * _place(document, part.hit, framed, rule["place"])
        by_sentence = best[part.hit.entry.code]
        if value > 0 and value > by_sentence.get(part.hit.sentence, (0, None))[0]:
            by_sentence[part.hit.sentence] = (value, part.hit)
    sums, paid = {}, {}
    for code, by_sentence in best.items():
        ranked = sorted(by_sentence.values(), key=lambda pair: (-pair[0], pair[1].part != "title", pair[1].start))
        if ranked:
            sums[code] = sum(value / (1 + at * rule["repeat"]) for at, (value, _) in enumerate(ranked[: rule["sentences"]]))
            paid[code] = [hit for _, hit in ranked]
    return sums, paid


def _own_inspectors(document, parts):
    """Whether inspectors with no name of their own stand beside the organ they belong to ("inspectors from the ministry")."""
    for first, second in zip(parts, parts[1:], strict=False):
        kinds = (_kind(first.hit), _kind(second.hit))
        if document.language == "ko" and kinds[0] == "vague":
            continue  # "중앙에서 내려온 검열조" belongs to no organ
        if "generic" in kinds and first.hit.entry.code != second.hit.entry.code and first.hit.part == second.hit.part:
            between = document.lowered[first.hit.part][first.hit.end : second.hit.start]
            if between == " " if kinds[1] == "generic" else _BELONGS.search(between):
                return True
            if kinds[1] == "generic" and _OWN_NAMED.search(between):
                return True
    if document.language != "ko" or not any(_kind(p.hit) == "generic" for p in parts):
        return False
    return any(
        _kind(p.hit) == "organ" and p.agent >= 0.5 and p.hit.entry.code != "inspection_group"
        and _INSPECTS.search(document.lowered[p.hit.part][p.hit.end : p.hit.end + 30])
        for p in parts
    )


def _kind(hit):
    return hit.entry.more.get("kind", "")


def _place(document, hit, framed, rule):
    if hit.part == "title":
        return rule["title"]
    value = rule["lead"] if document.sentences[hit.sentence].number < rule["lead_sentences"] else 1.0
    return value * (rule["background"] if framed.get(hit.sentence, set()) & {"background", "law"} else 1.0)


def _acting(part, rule):
    """What one mention of an organ is worth for it as an enforcer."""
    if part.aside:
        return 0.0
    if _kind(part.hit) == "trial":
        return rule["trial"]
    deed = rule["deed"] if part.deeds & _DEEDS else 0.0
    return rule["named"] + deed + rule["agent"] * part.agent + rule["patient"] * part.patient


def _suffering(part, rule):
    """What one mention of people, a firm or a conduct is worth for it as a target."""
    if part.aside:
        return 0.0
    kind = "office" if part.hit.entry.code == "officials" and _kind(part.hit) == "person" else _kind(part.hit)
    rule = rule[kind]
    if "strike" in part.deeds and "strike" in rule:
        far = rule.get("far", 1.0)
        told = rule["strike"] * (1 - part.agent * (kind in ("person", "office"))) * (far + (1 - far) * part.struck)
    else:
        told = rule.get("deed", 0.0) if part.deeds & _DEEDS else 0.0
    suffers = rule.get("struck" if part.suffers == "strike" else "ordered", 0.0) * part.patient
    return rule["named"] + told + suffers + rule["agent"] * part.agent


def _of_a_crackdown(document, part):
    """What a mention in the title or the lead of a report of enforcement is worth, whatever its own sentence tells."""
    rule = weights(document.language)
    leads = part.hit.part == "title" or document.sentences[part.hit.sentence].number < rule["place"]["lead_sentences"]
    idle = part.hit.entry.code == "officials" and _kind(part.hit) == "person" or part.agent >= 0.5 or part.aside
    return 0.0 if idle or not leads or part.hit.entry.group != "targets" else rule["crackdown"].get(_kind(part.hit), 0.0)


def _beside(part, struck, rule):
    """What a conduct is worth that stands in the sentence before or after one of enforcement ("They had lent films. All were arrested.")."""
    hit = part.hit
    if hit.entry.group != "targets" or _kind(hit) != "conduct" or part.aside or "strike" in part.deeds:
        return 0.0
    beside = {(hit.part, hit.sentence - 1), (hit.part, hit.sentence + 1)} & struck
    return rule["targets"]["conduct"]["strike"] * rule["targets"]["beside"] if beside else 0.0


def _undergoes(document, code):
    """Whether enforcement or an order falls on people of a code, whoever is behind it."""
    parts = [p for p in parts_of(document) if p.hit.entry.code == code and not p.aside]
    return any(p.suffers in ("strike", "order") and p.patient >= 0.8 for p in parts)


def _under_orders(document):
    """Whether an order or a supply falls on people in general, or an arrest for a conduct that has no narrower code."""
    people = [p for p in parts_of(document) if p.hit.entry.code == "residents" and not p.aside]
    return any(
        _kind(p.hit) == "measure"
        or (_kind(p.hit) == "conduct" and "strike" in p.deeds)
        or (p.suffers in ("order", "provide") and p.patient >= 0.5)
        for p in people
    )


def _inferred(document):
    """Evidence that a measure without a narrower target falls on people: where they are named, else the deed itself."""
    hits = [h for h in hits_of(document) if h.entry.group == "targets" and h.entry.code == "residents"]
    hits = hits or [h for h in hits_of(document) if h.entry.group == "deeds" and h.entry.code in _DEEDS]
    return [document.evidence("targets", "residents", h.part, h.start, h.end, say("note_no_narrower")) for h in hits[:1]]
