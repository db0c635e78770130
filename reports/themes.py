"""Which themes a text carries, which sanctions it reports, and whether it reports a crackdown."""

from collections import defaultdict
from functools import lru_cache

from reports.contexts import contexts_of
from reports.lexicon import hits_of
from reports.text import Document
from reports.weighing import THRESHOLD, evidence_of, in_passing, longer, total, weighed

# Contexts in which a penalty was not carried out, or in another case.
_NOT_DONE = {"threat", "law", "prospect", "negation", "background", "foreign", "long ago", "elsewhere"}
_NO_WARNING = {"law", "prospect", "foreign", "background", "long ago", "elsewhere"}  # contexts in which nobody was warned either
_AT_HAND = 1.7  # plain words (weight below 1: "took", "kept") where an organ or its act stands in the same sentence or the one before
_ACT = 1.0  # weight of an act of enforcement that counts for this

# A crackdown: the strongest word of enforcement of each sentence, and each sanction that was carried out, together reach the limit.
# Of all coded reports with a sanction but a warning or a ban, 97 in 100 are one.
CRACKDOWN, _SUFFERED = 1.5, 1.2
_NO_CRACKDOWN = {"warning", "ban"}
_TITLE, _LEAD, _LEAD_SENTENCES = 1.5, 1.2, 3
_PRESSURE = 1.0  # what watching, questioning and severity come to at most: alone they are no crackdown
_MERELY_SAID = {
    "threat": 0.3, "law": 0.2, "prospect": 0.3, "negation": 0.4, "background": 0.3, "foreign": 0.0, "long ago": 0.3, "elsewhere": 0.5,
}  # fmt: skip


def find_themes(document: Document):
    """The themes of a text, sorted, and the words each came from."""
    found, strengths = _themes(document)
    paid = {code: [hit for _, hit in hits] for code, hits in sorted(found.items()) if strengths[code] >= 1}
    return list(paid), evidence_of(document, "themes", paid)


def theme_strengths(document: Document) -> dict:
    """Code of each theme that any word speaks for -> how strongly; from 1 on the rules give it."""
    return _themes(document)[1]


@lru_cache(maxsize=8)
def _themes(document):
    """What was found for each theme, weighed (reports.weighing), and how strongly it speaks as a share of the limit."""
    found, limit = weighed(document, "themes"), longer(document, THRESHOLD)
    return found, {code: total(hits) * in_passing(document, hits) / limit for code, hits in found.items()}


def find_sanctions(document: Document):
    """The sanctions a text reports as done, ordered or the practice; one that is only threatened is a warning at most."""
    paid = _penalties(document)[0]
    return list(paid), evidence_of(document, "sanctions", paid)


@lru_cache(maxsize=8)
def _penalties(document):
    """Code of each sanction, in order -> the hits that speak for it; and how strongly each speaks, those too weak as well."""
    contexts, found = contexts_of(document), defaultdict(list)
    for hit in hits_of(document):
        if hit.entry.group == "sanctions":
            own = hit.entry.code == "ban" and document.language == "en"  # "no longer let": the negation is the ban's own
            start = document.sentences[hit.sentence].start
            around = contexts.at(hit.part, max(start - 1, hit.start - 1 - hit.entry.apart) if own else hit.start)
            if hit.entry.code == "warning":
                if not around & _NO_WARNING:
                    found["warning"].append(hit)
            elif "threat" in around and not around & _NO_WARNING:
                found["warning"].append(hit)
            elif not around & _NOT_DONE:
                found[hit.entry.code].append(hit)
    strengths = _strengths(document, found)
    return {code: hits for code, hits in sorted(found.items()) if strengths[code] >= 1}, strengths


def _strengths(document, found):
    """How strongly each code speaks: each entry once a sentence, plain words more where somebody who enforces is at hand."""
    at_hand, strengths, enforcing = set(), {}, enforcement(document)[0] >= longer(document, CRACKDOWN)
    for hit in hits_of(document):
        if hit.entry.group == "actors" or hit.entry.group == "acts" and hit.entry.code == "enforcement" and hit.entry.weight >= _ACT:
            at_hand |= {hit.sentence, hit.sentence + 1}
    for code, hits in found.items():
        best = defaultdict(float)
        for hit in hits:
            weight = hit.entry.weight
            best[hit.sentence, hit.entry] = weight * _AT_HAND if weight < 1 and (hit.sentence in at_hand or enforcing) else weight
        strengths[code] = sum(best.values())
    return strengths


def sanction_strengths(document: Document) -> dict:
    """Code of each sanction told as done, ordered or the practice -> how strongly; from 1 on the rules give it."""
    return _penalties(document)[1]


def find_crackdown(document: Document):
    """Whether a state organ enforces something against people or firms, and the words that say so."""
    if crackdown_strength(document) < 1:
        return False, []
    told = enforcement(document)[1] or [hit for code, hits in _penalties(document)[0].items() if code not in _NO_CRACKDOWN for hit in hits]
    return True, [document.evidence("crackdown", "true", hit.part, hit.start, hit.end) for hit in told[:5]]


def crackdown_strength(document: Document) -> float:
    """How strongly a text tells of enforcement and of penalties carried out; from 1 on the rules call it a crackdown."""
    suffered = set(_penalties(document)[0]) - _NO_CRACKDOWN
    told = (enforcement(document)[0] + _SUFFERED * len(suffered)) / longer(document, CRACKDOWN)
    return max(told, 1.0) if suffered else told


@lru_cache(maxsize=8)
def enforcement(document: Document) -> tuple:
    """How strongly a text speaks of enforcement done, under way or ordered, and the hits that say so, the strongest first."""
    contexts, best = contexts_of(document), {}
    for hit in hits_of(document):
        if hit.entry.group == "acts" and hit.entry.code != "measure":
            value = hit.entry.weight
            for context in contexts.at(hit.part, hit.start):
                value *= _MERELY_SAID[context]
            value *= _TITLE if hit.part == "title" else _LEAD if document.sentences[hit.sentence].number < _LEAD_SENTENCES else 1
            if value > best.get(hit.sentence, (0, None))[0]:
                best[hit.sentence] = (value, hit)
    ranked = sorted(best.values(), key=lambda p: (-p[0], p[1].part != "title", p[1].start))
    pressure = sum(value for value, hit in ranked if hit.entry.code == "pressure")
    enforced = sum(value for value, hit in ranked if hit.entry.code != "pressure")
    return enforced + min(pressure, _PRESSURE), [hit for _, hit in ranked]
