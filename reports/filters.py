"""Filters: one value that selects the reports in view, says itself in a sentence and travels in the address."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from reports.codebook import codebook
from reports.gazetteer import gazetteer
from reports.store import SAMPLE
from reports.words import say

# facet (its name in the address) -> column of the reports frame
LISTS = {"theme": "themes", "actor": "actors", "target": "targets", "sanction": "sanctions", "place": "event_place_ids"}
SINGLES = {"outlet": "outlet", "language": "language"}
FACETS = (*LISTS, *SINGLES)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST = 200  # characters of one value of the address


@dataclass(frozen=True)
class Filters:
    """What the reader asked for. OR within a facet, AND between facets.

    `dates` is "event" or "published"; `start` and `end` are days (inclusive) or None; `sample` True or False brings the
    sample in or leaves it out, None shows it only while there is nothing else.
    """

    theme: tuple = ()
    crackdown: bool = False
    place: tuple = ()
    dates: str = "event"
    start: str | None = None
    end: str | None = None
    outlet: tuple = ()
    language: tuple = ()
    actor: tuple = ()
    target: tuple = ()
    sanction: tuple = ()
    q: str = ""
    sample: bool | None = None

    def apply(self, reports: pd.DataFrame) -> pd.DataFrame:
        """The reports in view, in the order of the frame."""
        return reports[self._matches(reports) & self._dated(reports)]

    def undated(self, reports: pd.DataFrame) -> int:
        """How many reports match all but the dates and have no date to compare: they are counted aside."""
        if not (self.start or self.end):
            return 0
        return int((self._matches(reports) & spans(reports, self.dates)["first"].isna()).sum())

    def without(self, facet: str) -> "Filters":
        """The same filters with one facet cleared."""
        return replace(self, **{facet: ()})

    def _matches(self, reports):
        keep = pd.Series(True, index=reports.index)
        own = reports["collection"] != SAMPLE
        if self.sample is False or (self.sample is None and own.any()):
            keep &= own
        for facet, column in LISTS.items():
            wanted = getattr(self, facet)
            if wanted:
                codes = frozenset().union(*(gazetteer().inside(p) for p in wanted)) if facet == "place" else frozenset(wanted)
                keep &= pd.Series([not codes.isdisjoint(v) for v in reports[column]], index=reports.index, dtype=bool)
        for facet, column in SINGLES.items():
            if getattr(self, facet):
                keep &= reports[column].isin(getattr(self, facet))
        if self.crackdown:
            keep &= reports["crackdown"]
        if self.q:
            needle = fold(self.q)
            keep &= pd.Series([needle in fold(f"{a}\n{b}") for a, b in zip(reports["title"], reports["text"])], index=reports.index, dtype=bool)
        return keep

    def _dated(self, reports):
        if not (self.start or self.end):
            return pd.Series(True, index=reports.index)
        span = spans(reports, self.dates)
        known = span["first"].notna()
        return known & (span["last"].fillna("") >= (self.start or "")) & (span["first"].fillna("9") <= (self.end or "9999"))

    def describe(self, n: int, language: str = "en") -> str:
        """The filters in one sentence that begins with the number of reports, in plain words."""
        book = codebook()

        def labels(facet, field):
            return say("or", language).join(book.label(field, c, language) for c in getattr(self, facet))

        parts = [say("n_crackdown" if self.crackdown else "n_reports", language, n=f"{n:,}", s="" if n == 1 else "s")]
        for facet, field in (("theme", "themes"), ("actor", "actors"), ("target", "targets"), ("sanction", "sanctions")):
            if getattr(self, facet):
                parts.append(say(f"on_{facet}", language, labels=labels(facet, field)))
        if self.place:
            parts.append(say("in_place", language, labels=say("or", language).join(gazetteer().label(p, language) for p in self.place)))
        if self.outlet:
            parts.append(say("from_outlet", language, labels=say("or", language).join(self.outlet)))
        if self.language:
            parts.append(say("in_language", language, labels=say("or", language).join(say(f"language_{c}", language) for c in self.language)))
        if self.q:
            parts.append(say("with_words", language, words=self.q))
        if self.start or self.end:
            key = "between" if self.start and self.end else "since" if self.start else "until"
            parts.append(say(f"{key}_{self.dates}", language, start=self.start, end=self.end))
        return " ".join(parts)

    def to_query(self) -> dict:
        """The filters as parameters of the address: name -> list of values; defaults are left out."""
        query = {facet: list(getattr(self, facet)) for facet in FACETS if getattr(self, facet)}
        single = {"from": self.start, "to": self.end, "q": self.q, "dates": self.dates if self.dates != "event" else ""}
        query |= {name: [value] for name, value in single.items() if value}
        if self.crackdown:
            query["crackdown"] = ["1"]
        if self.sample is not None:
            query["sample"] = ["1" if self.sample else "0"]
        return query

    @classmethod
    def from_query(cls, query: Mapping, outlets=()) -> tuple:
        """Filters from parameters (name -> list of values), and how many values were unknown and dropped."""
        known = {
            "theme": codebook().codes("themes"), "actor": codebook().codes("actors"), "target": codebook().codes("targets"),
            "sanction": codebook().codes("sanctions"), "place": gazetteer(), "outlet": set(outlets), "language": ("en", "ko"),
        }  # fmt: skip
        values, dropped = {}, 0
        for facet in FACETS:
            given = [v for v in query.get(facet, ()) if v]
            values[facet] = tuple(dict.fromkeys(v for v in given if len(v) <= _LONGEST and v in known[facet]))
            dropped += len(given) - len([v for v in given if v in values[facet]])
        first = {name: (list(query.get(name, ())) or [""])[-1] for name in ("from", "to", "dates", "crackdown", "sample", "q")}
        for name, field in (("from", "start"), ("to", "end")):
            values[field] = first[name] if _is_day(first[name]) else None
            dropped += bool(first[name]) and values[field] is None
        for name, accepted in (("dates", ("event", "published")), ("crackdown", ("0", "1")), ("sample", ("0", "1"))):
            dropped += bool(first[name]) and first[name] not in accepted
        values["dates"] = "published" if first["dates"] == "published" else "event"
        values["sample"] = {"1": True, "0": False}.get(first["sample"])
        values["crackdown"] = first["crackdown"] == "1"
        values["q"] = " ".join(first["q"].split())[:_LONGEST]
        return cls(**values), dropped


def counts(reports: pd.DataFrame, filters: Filters, facet: str) -> pd.Series:
    """Code -> number of reports under all other filters, the facet's own choice left out; most frequent first."""
    view = filters.without(facet).apply(reports)
    column = LISTS.get(facet) or SINGLES[facet]
    if facet == "place":
        book = gazetteer()
        found = [sorted({h for p in ids for h in book.chain(p) if book.in_yanggang(h)}) for ids in view[column]]
        return pd.Series(found, dtype=object).explode().dropna().value_counts()
    return (view[column].explode() if facet in LISTS else view[column]).dropna().value_counts()


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """Words as they are compared: NFC, whatever the case, runs of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())


def spans(reports: pd.DataFrame, dates: str) -> pd.DataFrame:
    """First and last day of each report as "2023-06-13", missing where no year is known: of the event, or of publication."""
    if dates == "published":
        first = [p if len(p) == 10 else f"{p}-01" if p else None for p in reports["published"].fillna("")]
        last = [p if len(p) == 10 else f"{p}-31" if p else None for p in reports["published"].fillna("")]
    else:
        starts, ends = reports["event_start"].fillna(""), reports["event_end"].fillna("")
        first = [s if _is_day(s) else None for s in starts]
        last = [(e if _is_day(e) else s) if _is_day(s) else None for s, e in zip(starts, ends)]
    return pd.DataFrame({"first": first, "last": last}, index=reports.index, dtype="object")


def _is_day(value):
    return bool(_DAY.fullmatch(value or "")) and "1900" < value[:4] < "2200" and "01" <= value[5:7] <= "12" and "01" <= value[8:] <= "31"
