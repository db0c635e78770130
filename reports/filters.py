"""Filters: one value that selects the reports in view, says itself in a sentence and travels in the address."""

import calendar
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from reports.codebook import codebook
from reports.codes import combinations_of, count, has_any, numbers_of
from reports.codes import date_number
from reports.gazetteer import gazetteer
from reports.spans import spans
from reports.words import day, say

SAMPLE = "sample"  # the collection of the reports that come with the project
# facet (its name in the address) -> column of the reports frame
CODED = {"theme": "themes", "actor": "actors", "target": "targets", "sanction": "sanctions", "place": "event_place_ids"}
SINGLES = {"outlet": "outlet", "language": "language"}
FACETS = (*CODED, *SINGLES)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST = 200  # characters of one value of the address
_MOST = 200  # values of one facet in the address


@dataclass(frozen=True)
class Filters:
    """What the reader asked for. OR within a facet, AND between facets.

    `dates` is "event" or "published"; `start` and `end` are days (inclusive) or None; `sample` True or False brings the
    sample in or leaves it out, None shows it only while there is nothing else; `count` is "reports", or "stories": each
    story once, by its earliest report in view.
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
    count: str = "reports"

    def apply(self, reports: pd.DataFrame, find: Callable | None = None) -> pd.DataFrame:
        """The reports in view, in the order of the frame.

        `find` (a store's) gives for words which rows of the store hold them; it is asked only where `q` is set.
        """
        keep = self._keeps(reports, find)
        view = reports if keep.all() else reports[keep]
        return one_a_story(view) if self.count == "stories" else view

    def undated(self, reports: pd.DataFrame, find: Callable | None = None) -> int:
        """How many reports match all but the dates and have no date to compare: they are counted aside."""
        if not (self.start or self.end):
            return 0
        anywhen = replace(self, start=None, end=None).apply(reports, find)
        return int((~spans(anywhen, self.dates).known).sum())

    def without(self, facet: str) -> "Filters":
        """The same filters with one facet cleared."""
        return replace(self, **{facet: ()})

    def _keeps(self, reports, find, facet=None):
        """For each report whether it is in view; with a `facet`, that facet's own choice is left out."""
        keep = np.ones(len(reports), dtype=bool)
        own = ~has_any_text(reports["collection"], (SAMPLE,))
        if self.sample is False or (self.sample is None and own.any()):
            keep &= own
        for name in FACETS:
            if name != facet and getattr(self, name):
                keep &= self._facet(reports, name)
        if self.crackdown:
            keep &= reports["crackdown"].to_numpy()
        if self.q and find:
            keep &= find(self.q)[reports.index.to_numpy()]
        if self.start or self.end:
            span = spans(reports, self.dates)
            keep &= span.known
            if self.start:
                keep &= span.last >= date_number(self.start)
            if self.end:
                keep &= span.first <= date_number(self.end)
        return keep

    def _facet(self, reports, name):
        wanted = getattr(self, name)
        if name in SINGLES:
            return has_any_text(reports[SINGLES[name]], wanted)
        if name == "place":
            wanted = frozenset().union(*(gazetteer().inside(p) for p in wanted))
        return has_any(reports[CODED[name]], wanted)

    def describe(self, n: int, language: str = "en", stories: int | None = None) -> str:
        """The filters in one sentence that begins with the number of reports, in plain words.

        `stories`, where given, says beside it how many different stories they tell.
        """
        book = codebook()
        either = say("or", language)

        def labels(facet, field):
            names = [book.label(field, c, language) for c in getattr(self, facet)]
            return either.join(_inside_a_sentence(n) if field != "actors" else n for n in names)

        noun = ("n_crackdown" if self.crackdown else "n_reports") if self.count == "reports" else ("n_crackdown_stories" if self.crackdown else "n_stories")
        parts = [say(noun, language, n=f"{n:,}", s="" if n == 1 else "s", ies="y" if n == 1 else "ies")]
        if stories is not None and self.count == "reports" and stories != n:
            parts.append(say("of_stories", language, n=f"{stories:,}", ies="y" if stories == 1 else "ies"))
        for facet, field in (("theme", "themes"), ("actor", "actors"), ("target", "targets"), ("sanction", "sanctions")):
            if getattr(self, facet):
                parts.append(say(f"on_{facet}", language, labels=labels(facet, field)))
        if self.place:
            parts.append(say("in_place", language, labels=either.join(gazetteer().label(p, language) for p in self.place)))
        if self.outlet:
            parts.append(say("from_outlet", language, labels=either.join(self.outlet)))
        if self.language:
            parts.append(say("in_language", language, labels=either.join(say(f"language_{c}", language) for c in self.language)))
        if self.q:
            parts.append(say("with_words", language, words=self.q))
        if self.start or self.end:
            key = "between" if self.start and self.end else "since" if self.start else "until"
            parts.append(say(f"{key}_{self.dates}", language, start=day(self.start, language), end=day(self.end, language)))
        return " ".join(parts)

    def to_query(self) -> dict:
        """The filters as parameters of the address: name -> list of values; defaults are left out."""
        query = {facet: list(getattr(self, facet)) for facet in FACETS if getattr(self, facet)}
        single = {"from": self.start, "to": self.end, "q": self.q}
        single |= {"dates": self.dates if self.dates != "event" else "", "count": self.count if self.count != "reports" else ""}
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
            values[facet] = tuple(dict.fromkeys(v for v in given[:_MOST] if len(v) <= _LONGEST and v in known[facet]))
            dropped += len(given) - len([v for v in given if v in values[facet]])
        first = {name: (list(query.get(name, ())) or [""])[-1] for name in ("from", "to", "dates", "crackdown", "sample", "q", "count")}
        for name, field in (("from", "start"), ("to", "end")):
            values[field] = first[name] if _is_day(first[name]) else None
            dropped += bool(first[name]) and values[field] is None
        accepted = {"dates": ("event", "published"), "crackdown": ("0", "1"), "sample": ("0", "1"), "count": ("reports", "stories")}
        dropped += sum(bool(first[name]) and first[name] not in allowed for name, allowed in accepted.items())
        values["dates"] = "published" if first["dates"] == "published" else "event"
        values["count"] = "stories" if first["count"] == "stories" else "reports"
        values["sample"] = {"1": True, "0": False}.get(first["sample"])
        values["crackdown"] = first["crackdown"] == "1"
        values["q"] = " ".join(first["q"].split())[:_LONGEST]
        return cls(**values), dropped


def one_a_story(reports: pd.DataFrame) -> pd.DataFrame:
    """Each story once, by its earliest report (by day of publication, undated last; then by row), in the order of the frame."""
    published = spans(reports, "published").first
    order = np.argsort(np.where(published < 0, np.iinfo("int32").max, published), kind="stable")
    first = ~reports["story"].iloc[order].duplicated().to_numpy()
    return reports.iloc[np.sort(order[first])]


def facet_counts(reports: pd.DataFrame, filters: Filters, find: Callable | None = None) -> dict:
    """Facet -> {code: number of reports} under all other filters, the facet's own choice left out; most frequent first.

    A place counts for all that hold it, up to the province.
    """
    everything, found = filters._keeps(reports, find), {}
    for facet in FACETS:
        keep = filters._keeps(reports, find, facet) if getattr(filters, facet) else everything
        column = reports[CODED.get(facet) or SINGLES[facet]]
        column = column if keep.all() else column[keep]
        if facet in SINGLES:
            numbers = column.value_counts()
            counted = {name: int(n) for name, n in numbers.items() if n and name}
        elif facet == "place":
            counted = _holders(column)
        else:
            counted = count(column)
        found[facet] = dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
    return found


def _holders(column):
    book, found = gazetteer(), {}
    numbers = np.bincount(numbers_of(column), minlength=len(column.cat.categories)) if len(column) else []
    for codes, n in zip(combinations_of(column), numbers):
        for place in {h for p in codes for h in book.chain(p) if book.in_yanggang(h)} if n else ():
            found[place] = found.get(place, 0) + int(n)
    return found


def has_any_text(column: pd.Series, wanted) -> np.ndarray:
    """For each row of a category whether its value is one of the wanted."""
    hit = np.isin(column.cat.categories.to_numpy(dtype=object), list(wanted))
    return hit[numbers_of(column)] if len(hit) else np.zeros(len(column), dtype=bool)


def fold(words: str) -> str:
    """Words as they are compared: NFC, whatever the case, runs of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())


def typed_day(typed: str, last: bool = False) -> str:
    """A day as people type it: "2022-1-5" and "2022.01.05" are days, "2022-02" and "2022" their first or `last` day; else empty."""
    match = re.fullmatch(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?", typed.strip())
    if not match:
        return ""
    year, month, number = match.groups()
    month = month or ("12" if last else "1")
    if not number:
        number = calendar.monthrange(int(year), int(month))[1] if last and 1 <= int(month) <= 12 else 1
    day = f"{year}-{int(month):02d}-{int(number):02d}"
    return day if _is_day(day) else ""


def _inside_a_sentence(label):
    """A label without its capital, unless it begins with an abbreviation."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label


def _is_day(value):
    return bool(_DAY.fullmatch(value or "")) and date_number(value) > 0
