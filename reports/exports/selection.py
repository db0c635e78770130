"""What is exported: the reports in view, in which form, and what the file says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from reports.captions import caption, outlets_of, stories_of
from reports.cite import LICENCE, address, cite
from reports.codes import numbers_of
from reports.drawing.frame import Frame
from reports.exports.columns import ARTICLE_ONLY, private_row, public_evidence, public_row
from reports.filters import Filters
from reports.store import Store
from reports.words import day, say

EDITION = "1"  # of the columns: it changes when a column is renamed, taken away or means something else
PUBLIC_FORM, PRIVATE_FORM = (f"yanggang-monitor {form} {EDITION}" for form in ("public", "private"))
STATEMENT = ("view", "view_count", "data_version", "data_date", "form")


class ExportError(ValueError):
    """A file that would not hold what the view holds: it is not made. The message says why and what can be done."""


@dataclass(frozen=True)
class Selection:
    """The reports in view (light rows of `store`), the filters that chose them, the form, and the day of access for citations.

    `private` asks for the full form: texts, days of telling, every evidence. `accessed` is a day (2026-11-24); empty, the
    date of the data stands in its place, so that the same data gives the same bytes on any day.
    """

    store: Store
    reports: pd.DataFrame
    filters: Filters
    private: bool = False
    accessed: str = ""

    def records(self) -> Iterator[dict]:
        """One mapping a report as the store holds it, in the order of the view, a batch in memory at a time."""
        for batch in self.store.batches(self.reports, of_articles=("text", *ARTICLE_ONLY) if self.private else ()):
            yield from batch.to_dict("records")

    def rows(self) -> Iterator[dict]:
        """One mapping a report, in its form (reports/exports/columns.py)."""
        row_of = private_row if self.private else public_row
        for record in self.records():
            yield row_of(record)

    def rows_with_evidence(self) -> Iterator[tuple]:
        """(row, its evidence) for each report, both in its form."""
        for record in self.records():
            if self.private:
                row = private_row(record)
                yield row, row["evidence"]
            else:
                yield public_row(record), public_evidence(record)

    @cached_property
    def statement(self) -> dict:
        """What every file says of itself: the filters in words, the count, the data version, the date of the data, the form."""
        return {
            "view": self.filters.describe(len(self.reports), stories=stories_of(self.reports)),
            "view_count": len(self.reports),
            "data_version": self.store.version,
            "data_date": newest_day(self.reports),
            "form": PRIVATE_FORM if self.private else PUBLIC_FORM,
        }

    def about(self) -> dict:
        """The statement and, beside it, what a reader must know: query, outlets, licence, caveats, how to cite."""
        return self.statement | {
            "query": address(self.filters),
            "outlets": ", ".join(self.outlets),
            "licence": LICENCE,
            "caveats": caption(self.reports),
            "cite": cite(self.statement, self.filters),
        }

    def frame(self, language: str = "en") -> Frame:
        """The words around each figure of this view."""
        sentence = self.filters.describe(len(self.reports), language, stories_of(self.reports))
        version, newest = self.statement["data_version"], day(self.statement["data_date"], language) or "?"
        said = cite(self.statement, self.filters, language, self.accessed, sentence)
        return Frame(sentence, say("data_line", language, version=version, date=newest), say("how_to_cite", language, cite=said), language)

    @cached_property
    def outlets(self) -> list:
        """The outlets in view, most frequent first."""
        return [name for name in outlets_of(self.reports) if name != "?"]


def newest_day(reports: pd.DataFrame) -> str:
    """The date of the data: the newest publication in view, a day or a month; empty where none is known."""
    column = reports["published"]
    return str(column.cat.categories[numbers_of(column).max()]) if len(column) else ""
