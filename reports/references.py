"""Whom "they", "the pair" or "the agents" mean: what a word that refers back does or suffers is put down to those it refers to.

The words stand in data/lexicon/references.*.yml, by what they can mean: people, organ, or either.
"""

from dataclasses import replace

_FAR = 1  # sentences over which a word refers back
_SHARE = 0.5  # of the part that the word plays
_MEANT = ("", "owner", "favour", "tip")  # an organ told of a case may be the one that comes next
_DEEDS = frozenset(("strike", "order", "send"))
_NOT_PEOPLE = ("all", "measure", "firm")


def referred(parts: list) -> list:
    """Parts in the order of the text; to those meant by a later word is added what that word does or suffers."""
    parts = list(parts)
    named = {"actors": [], "targets": []}  # where in `parts` each group was last named
    for at, part in enumerate(parts):
        entry = part.hit.entry
        if entry.group in named:
            named[entry.group].append(at)
        elif entry.code != "organ" and part.suffers == "strike" and part.patient >= 0.5 and part.patient > part.agent:
            for meant in _last_named(parts, named["targets"], part, _may_suffer):
                parts[meant] = _suffering_too(parts[meant], part)
        elif entry.code != "people" and part.agent >= 0.5 and part.deeds & _DEEDS:
            for meant in _last_named(parts, named["actors"], part, _may_act)[:1]:
                parts[meant] = _acting_too(parts[meant], part)
    return parts


def _last_named(parts, places, reference, may):
    """Where those stand that the nearest sentence before a reference names, the last first."""
    found, nearest = [], None
    for at in reversed(places[-20:]):
        hit = parts[at].hit
        if hit.part != reference.hit.part or reference.hit.sentence - hit.sentence > _FAR or nearest not in (None, hit.sentence):
            break
        if hit.sentence < reference.hit.sentence and may(parts[at]):
            found.append(at)
            nearest = hit.sentence
    return found


def _may_suffer(part):
    if part.aside or part.hit.entry.more.get("kind") in _NOT_PEOPLE:
        return False
    return part.hit.entry.code not in ("officials", "soldiers") or part.agent < 0.5


def _may_act(part):
    return part.aside in _MEANT and part.patient < 0.5


def _suffering_too(part, reference):
    patient = max(part.patient, _SHARE * reference.patient)
    return replace(part, patient=patient, suffers=part.suffers or reference.suffers, aside="", deeds=part.deeds | reference.deeds)


def _acting_too(part, reference):
    return replace(part, agent=max(part.agent, _SHARE * reference.agent), aside="", deeds=part.deeds | reference.deeds)
