"""Who does what to whom: the part that each organ, person or firm named in a sentence plays in the deeds the sentence tells.

What "they" or "the pair" do or suffer is put down to those whom the sentences before name (reports/references.py).

A deed (data/lexicon/deeds.*.yml) is a verb or noun of enforcement, order or supply. English is read by order and voice
("X arrested Y", "Y were arrested by X", "a crackdown on Y": reports/frames_en.py), Korean by particles (reports/frames_ko.py).
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache

from reports import frames_en, frames_ko
from reports.lexicon import Hit, hits_of
from reports.references import referred
from reports.text import Document


@dataclass(frozen=True)
class Part:
    """One mention and its part: how far it acts and how far it suffers (0 to 1 each), and what its sentence tells.

    `aside` says why it plays no part at all ("source", "favour", "tip", "premises", "offence"; "others": who only sends or lends men;
    "aim": what a measure is to avert; "organ": one that is not inspected itself; "negated": one that did nothing), or is empty;
    `suffers` is the code of the deed it suffers; `deeds` are the codes of all deeds of the sentence, `struck` how near the nearest
    deed of enforcement stands (0 to 1).
    """

    hit: Hit
    agent: float
    patient: float
    aside: str
    suffers: str
    deeds: frozenset
    struck: float = 0.0


@dataclass(frozen=True)
class Clause:
    """One sentence as the grammars read it: the words of its part in lower case, its limits, its deeds and their voices."""

    words: str
    start: int
    end: int
    deeds: tuple
    voices: tuple
    starts: tuple
    organs: tuple  # where organs are named
    codes: frozenset  # of the deeds

    def organ_between(self, start: int, end: int) -> bool:
        """Whether an organ is named between two positions."""
        at = bisect_left(self.organs, start)
        return at < len(self.organs) and self.organs[at] < end

    def before(self, position: int):
        """The deed that ends at or before `position`, with its voice, or (None, "")."""
        at = bisect_right(self.starts, position) - 1
        while at >= 0 and self.deeds[at].end > position:
            at -= 1
        return (self.deeds[at], self.voices[at]) if at >= 0 else (None, "")

    def after(self, position: int):
        """The deed that begins at or after `position`, with its voice, or (None, "")."""
        at = bisect_left(self.starts, position)
        return (self.deeds[at], self.voices[at]) if at < len(self.deeds) else (None, "")


@lru_cache(maxsize=8)
def parts_of(document: Document) -> tuple:
    """The part of every organ, person and firm that the lexicon finds in a document, in the order of the text."""
    grammar = frames_ko if document.language == "ko" else frames_en
    told = defaultdict(lambda: ([], []))
    for hit in hits_of(document):
        if hit.entry.group in ("actors", "targets", "references", "deeds"):
            told[hit.sentence][hit.entry.group == "deeds"].append(hit)
    parts = []
    for number in sorted(told):
        mentions, deeds = told[number]
        mentions = _outermost([m for m in mentions if deeds or m.entry.group != "references"])
        sentence, deeds = document.sentences[number], longest(deeds)
        words = document.lowered[sentence.part]
        organs = tuple(m.start for m in mentions if m.entry.group == "actors")
        voices = grammar.voices(words, sentence.start, deeds)
        starts, codes = tuple(d.start for d in deeds), frozenset(d.entry.code for d in deeds)
        clause = Clause(words, sentence.start, sentence.end, deeds, voices, starts, organs, codes)
        strikes = [d for d in deeds if d.entry.code == "strike"]
        read = [Part(m, *grammar.part(clause, m), clause.codes, _struck(words, strikes, m)) for m in mentions]
        parts += _listed(words, grammar.LIST, [p for p in read if p.aside != "organ"])
    return tuple(p for p in referred(parts) if p.hit.entry.group != "references")


def _struck(words: str, strikes: list, mention) -> float:
    """How surely the nearest deed of enforcement, before or after a mention, belongs to it."""
    at = bisect_right(strikes, mention.start, key=lambda d: d.start)
    before, after = strikes[max(0, at - 1) : at], strikes[at : at + 1]
    near = [frames_en.closeness(words[d.end : mention.start]) for d in before]
    return max(near + [frames_en.closeness(words[mention.end : d.start]) for d in after], default=0.0)


def _outermost(mentions: list) -> list:
    """Mentions in the order of the text, without those that lie inside another of the same code ("guard" in "border guard").

    Nor do "the authorities" stand for the state inside "the authorities in Hyesan".
    """
    reach, kept = {}, []
    for hit in sorted(mentions, key=lambda h: (h.start, -h.end)):
        kind = hit.entry.more.get("kind")
        name = (hit.entry.group, hit.entry.code, kind)
        if hit.end > reach.get(name, -1) and not (kind == "vague" and hit.end <= reach.get("vague", -1)):
            kept.append(hit)
            reach[name] = hit.end
            if kind == "vague":
                reach["vague"] = hit.end
    return _unnested(kept)


def _unnested(mentions):
    """Mentions without the persons that lie inside a longer name for persons ("officers" in "border guard officers")."""
    reach, kept = (-1, None), []
    for hit in mentions:
        person = hit.entry.group == "targets" and hit.entry.more.get("kind") == "person"
        if person and hit.end <= reach[0] and hit.entry.code != reach[1]:
            continue
        kept.append(hit)
        if person and hit.end > reach[0]:
            reach = (hit.end, hit.entry.code)
    return kept


def _listed(words: str, between, parts: list) -> list:
    """Parts in which the members of a list ("police, prosecutors and customs officials") share what any of them does or suffers."""
    steps = range(1, len(parts))
    for here, there in [(at - 1, at) for at in reversed(steps)] + [(at, at - 1) for at in steps]:
        mine, other = parts[here], parts[there]
        first, second = sorted((mine.hit, other.hit), key=lambda h: h.start)
        if mine.aside or other.aside or first.entry.group != second.entry.group or not 0 < second.start - first.end < 40:
            continue
        if between.search(words[first.end : second.start]):
            parts[here] = replace(
                mine, agent=max(mine.agent, other.agent), patient=max(mine.patient, other.patient), suffers=mine.suffers or other.suffers
            )
    return parts


def longest(hits: list) -> tuple:
    """Hits in the order of the text of which no two overlap: of neighbours that overlap the longer stays."""
    kept = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return tuple(kept)
