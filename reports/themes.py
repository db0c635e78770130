"""Which themes a text carries, which sanctions it reports, and whether it reports a crackdown."""

from collections import defaultdict

from reports.contexts import contexts_of
from reports.lexicon import hits_of
from reports.text import Document
from reports.weighing import acts, evidence_of, frames, needed, total, weighed

_NOT_DONE = {"threat", "law", "prospect", "negation", "background", "foreign"}
_NO_WARNING = {"law", "prospect", "foreign", "background"}


CRACKDOWN = 1.3


def find_themes(document: Document):
    """The themes of a text, sorted, and the words each came from."""
    found, limit = weighed(document, "themes"), needed(document)
    paid = {code: [hit for _, hit in hits] for code, hits in sorted(found.items()) if total(hits) >= limit}
    return list(paid), evidence_of(document, "themes", paid)


def find_sanctions(document: Document):
    """The sanctions a text reports as done, ordered or the practice; one that is only threatened is a warning at most."""
    contexts, found = contexts_of(document), defaultdict(list)
    for hit in hits_of(document):
        if hit.entry.group == "sanctions":
            around = contexts.at(hit.part, hit.start)
            if hit.entry.code == "warning":
                if not around & _NO_WARNING:
                    found["warning"].append(hit)
            elif "threat" in around and not around & _NO_WARNING:
                found["warning"].append(hit)
            elif not around & _NOT_DONE:
                found[hit.entry.code].append(hit)
    paid = {code: hits for code, hits in sorted(found.items()) if sum(h.entry.weight for h in hits) >= 1}
    return list(paid), evidence_of(document, "sanctions", paid)


def find_crackdown(document: Document):
    """Whether a state organ enforces something against people or firms, and the words that say so."""
    framed, found = frames(document), []
    strength = 0.0
    acting = acts(document)
    for hit in hits_of(document):
        if hit.entry.group != "acts" or hit.entry.code != "enforcement":
            continue
        frame = framed.get(hit.sentence, set())
        value = 0.3 if frame & {"background", "law"} else 0.6 if "threat" in frame else 1.0
        strength += value * (2 if hit.part == "title" else 1.3 if document.sentences[hit.sentence].number < 3 else 1)
        found.append(hit)
    crackdown = strength >= CRACKDOWN and bool(acting)
    evidence = [document.evidence("crackdown", "true", h.part, h.start, h.end) for h in found[:5]] if crackdown else []
    return crackdown, evidence
