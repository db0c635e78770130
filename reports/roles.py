"""Who enforces and whom it strikes: organs that act, people and firms that receive the measure.

Every mention is weighed by its part in the sentence (reports/frames.py) and by where it stands; the sums decide, and then
the codebook's rules between codes.
"""

from collections import defaultdict

from reports.frames import parts_of
from reports.text import Document
from reports.weighing import evidence_of, frames

_TITLE, _LEAD, _LEAD_SENTENCES = 2.0, 1.3, 2
_ACTORS, _TARGETS = 1.1, 0.8
_SHARE = 0.35
_FALL = 0.3
_CAP = 1.6
_DEEDS = frozenset(("strike", "order", "provide", "lead", "send"))
T = [2.0, 0.3, 0.15, 0.9, 0.5, 0.15, 1.6, 0.3, 1.2, 0.15, 1.1, 1.3, 0.7, 0.15, 0.6]
R = [1, 0.7]
P = [0, 1.6]
W = [0.07, 0.1, 1.2, 1.0]


def _place(document, hit, framed):
    if hit.part == "title":
        return _TITLE
    value = _LEAD if document.sentences[hit.sentence].number < _LEAD_SENTENCES else 1.0
    return value * (0.3 if framed.get(hit.sentence, set()) & {"background", "law"} else 1.0)


def _sums(document, group, worth):
    """Code -> what its mentions are worth, the best of each sentence; and the hits that paid, best first."""
    framed, best = frames(document), defaultdict(dict)
    own = any(p.hit.entry.more.get("kind") == "own" for p in parts_of(document))
    for part in parts_of(document):
        if part.hit.entry.group == group and not (own and part.hit.entry.more.get("kind") == "generic"):
            value = worth(part) * part.hit.entry.weight * _place(document, part.hit, framed)
            kept = best[part.hit.entry.code].get(part.hit.sentence)
            if value > 0 and (kept is None or value > kept[0]):
                best[part.hit.entry.code][part.hit.sentence] = (value, part.hit)
    sums, paid = {}, {}
    for code, by_sentence in best.items():
        ranked = sorted(by_sentence.values(), key=lambda p: (-p[0], p[1].part != "title", p[1].start))
        sums[code] = sum(value / (1 + i * 0.5) for i, (value, _) in enumerate(ranked[:4]))
        paid[code] = [hit for _, hit in ranked]
    return sums, paid


def _acting(part):
    if part.aside:
        return 0.0
    if part.hit.entry.more.get("kind") == "trial":
        return 0.9
    return max(0.0, W[0] + (W[1] if part.deeds & _DEEDS else 0) + W[2] * part.agent - W[3] * part.patient)


def _suffering(part):
    if part.aside:
        return 0.0
    kind, strikes = part.hit.entry.more.get("kind"), "strike" in part.deeds
    orders = bool(part.deeds & _DEEDS)
    struck = part.patient if part.suffers == "strike" else 0.0
    if kind == "conduct":
        return T[0] if strikes else T[1] if orders else T[2]
    if kind == "firm":
        return T[3] + T[4] * part.patient + T[5] * orders
    if kind == "all":
        return T[6] * part.patient + T[7] * orders - 0.3 * part.agent
    if part.hit.entry.code == "officials":
        return T[8] * struck + T[9] * strikes - 0.5 * part.agent
    return max(0.0, T[10] * struck + T[11] * (part.patient - struck) + T[12] * strikes + T[13] - T[14] * part.agent)


def find_actors(document: Document):
    """The organs that order or apply the measure, sorted, and the words each came from."""
    sums, paid = _sums(document, "actors", _acting)
    best = max(sums.values(), default=0)
    codes = {c for c, v in sums.items() if v >= max(_ACTORS, _SHARE * best)}
    if not codes and best >= _FALL:
        codes = {c for c, v in sums.items() if v == best}
    if len(codes) > 1 and all(h.entry.more.get("kind") == "trial" for h in paid.get("prosecutors_courts", ())):
        codes.discard("prosecutors_courts")  # a trial with no court named is the court's only where no other organ acts
    named = codes - {"central_government"}
    if named and "central_government" in codes and sums["central_government"] < P[1] * max(sums[c] for c in named):
        codes.discard("central_government")
    return sorted(codes), evidence_of(document, "actors", {c: paid[c] for c in sorted(codes)})


def find_targets(document: Document):
    """The people and firms that receive the measure, sorted, and the words each came from."""
    sums, paid = _sums(document, "targets", _suffering)
    best = max(sums.values(), default=0)
    codes = {c for c, v in sums.items() if v >= max(_TARGETS, min(_CAP, _SHARE * best))}
    narrower = codes - {"residents"}
    general = sum(1.0 for p in parts_of(document) if p.hit.entry.code == "residents" and p.suffers in ("order", "provide") and p.patient >= 0.5 and not p.aside)
    if narrower and "residents" in codes and not (sums["residents"] >= R[1] * max(sums[c] for c in narrower) and general >= R[0]):
        codes.discard("residents")
    if not codes and find_actors(document)[0]:
        codes = {"residents"}
        paid.setdefault("residents", [])
    return sorted(codes), evidence_of(document, "targets", {c: paid[c] for c in sorted(codes)})
