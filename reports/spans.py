"""When a report is dated: first and last day, of the event or of publication, as numbers of days since 1970."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from reports.codes import days_of


@dataclass(frozen=True)
class Spans:
    """First and last day of each report, both -1 where the report has no date with a year."""

    first: np.ndarray
    last: np.ndarray

    @property
    def known(self) -> np.ndarray:
        """Which reports have a date."""
        return self.first >= 0


def spans(reports: pd.DataFrame, dates: str = "event") -> Spans:
    """The spans of reports by `dates`: "event", or "published" (a month of publication is a span of that month)."""
    if dates == "published":
        return Spans(days_of(reports["published"]), days_of(reports["published"], last=True))
    first, last = days_of(reports["event_start"]), days_of(reports["event_end"], last=True)
    return Spans(first, np.where(first < 0, -1, np.maximum(first, last)))
