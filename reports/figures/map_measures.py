"""What the map counts at each place: reports, stories, the share of a theme, people affected, or the change between two steps of time."""

import math

import numpy as np
import pandas as pd

from reports.codes import has_any, numbers_of
from reports.standing import standings
from reports.words import say

MEASURES = ("reports", "stories", "share", "people", "change")
FEWEST = 5  # reports below which no share is given: so few are a list, not a rate
VALUE = {"share": "share_percent", "people": "people_low"}  # the column that shades; for others it has the measure's name


class Held:
    """Reports by where they stand; counts are made of the few combinations of places, never row by row."""

    def __init__(self, reports: pd.DataFrame, roll: bool):
        self.reports = reports
        self._numbers = numbers_of(reports["event_place_ids"])
        self._size = len(reports["event_place_ids"].cat.categories)
        self.standings = standings(reports["event_place_ids"], roll)

    def count(self, keep: np.ndarray | None = None) -> dict:
        """(layer, name) -> number of reports there, of those to `keep`."""
        numbers = np.bincount(self._numbers if keep is None else self._numbers[keep], minlength=self._size)
        return {standing: n for standing, held in self.standings.items() if (n := int(numbers[held].sum()))}

    def stories(self) -> dict:
        """(layer, name) -> number of different stories there."""
        story, found = self.reports["story"].to_numpy(), {}
        for standing, rows in self._rows():
            seen = np.zeros(int(story.max()) + 1, dtype=bool)
            seen[story[rows]] = True
            found[standing] = int(seen.sum())
        return found

    def people(self) -> dict:
        """(layer, name) -> (lowest, highest, whether open above, number of stories): each story once, by its largest count."""
        found = {}
        given = (self.reports[["people_low", "people_high"]] >= 0).any(axis=1).to_numpy()
        for standing, rows in self._rows(given):
            told = self.reports.loc[rows, ["story", "people_low", "people_high"]]
            told = told.assign(
                open=told["people_high"] < 0,
                people_high=told[["people_low", "people_high"]].max(axis=1),
                people_low=told["people_low"].clip(lower=0),
            )
            each = told.groupby("story").max()
            found[standing] = int(each["people_low"].sum()), int(each["people_high"].sum()), bool(each["open"].any()), len(each)
        return found

    def _rows(self, keep=None):
        """(standing, mask over the rows) for every standing that holds a report."""
        keep = np.ones(len(self.reports), dtype=bool) if keep is None else keep
        occurs = np.bincount(self._numbers[keep], minlength=self._size) > 0
        for standing, held in self.standings.items():
            if occurs[held].any():
                hit = np.zeros(self._size, dtype=bool)
                hit[held] = True
                yield standing, hit[self._numbers] & keep


def measured(reports: pd.DataFrame, roll: bool, measure: str, theme: str | None = None, before: pd.DataFrame | None = None) -> pd.DataFrame:
    """A frame with a row for each (layer, name) where something stands: `reports`, and the columns of the measure."""
    held = Held(reports, roll)
    found = pd.DataFrame({"reports": held.count()}, dtype="int64")
    if measure == "stories":
        found["stories"] = pd.Series(held.stories(), dtype="int64")
    elif measure == "share":
        found["theme_reports"] = pd.Series(held.count(has_any(reports["themes"], (theme,))), dtype="float64")
        found["theme_reports"] = found["theme_reports"].fillna(0).astype("int64")
        share = (100 * found["theme_reports"] / found["reports"]).round(1)
        found["share_percent"] = share.where(found["reports"] >= FEWEST)
    elif measure == "people":
        columns = ["people_low", "people_high", "people_open", "people_stories"]
        told = pd.DataFrame.from_dict(held.people(), orient="index", columns=columns)
        found[columns] = told.reindex(found.index)
        found = found.astype({"people_low": "Int64", "people_high": "Int64", "people_open": "boolean", "people_stories": "Int64"})
        found = found.fillna({"people_low": 0, "people_high": 0, "people_open": False, "people_stories": 0})
        found = found.astype({"people_low": "int64", "people_high": "int64", "people_open": "bool", "people_stories": "int64"})
    elif measure == "change":
        earlier = pd.Series(Held(before, roll).count(), dtype="int64")
        found = found.reindex(found.index.union(earlier.index)).fillna(0).astype("int64")
        found["before"] = earlier.reindex(found.index).fillna(0).astype("int64")
        found["change"] = found["reports"] - found["before"]
    return found


def text_of(row, measure: str) -> str:
    """The value of a row as it is printed on the map: 88, 12%, 40–95+, +3; nothing where there is nothing to say."""
    if measure == "share":
        return "" if pd.isna(row["share_percent"]) else f"{row['share_percent']:.0f}%"
    if measure == "people":
        low, high = row["people_low"], row["people_high"]
        return "" if not high else f"{low:,}" + (f"–{high:,}" if high > low else "") + ("+" if row["people_open"] else "")
    if measure == "change":
        return f"{row['change']:+,}".replace("-", "−") if row["before"] or row["reports"] else ""
    return f"{row[measure]:,}" if row[measure] else ""


def classes(counts) -> list:
    """Up to five classes of whole numbers from 1 to the highest count: the upper bound of each."""
    top = max(counts, default=0)
    if top <= 5:
        return list(range(1, top + 1))
    bounds = [1, round(top**0.25), round(top**0.5), round(top**0.75), top]
    return sorted({max(1, b) for b in bounds})


def scale(values: pd.Series, measure: str, language: str = "en") -> tuple:
    """The classes that shade the areas, and the rows of the legend: (a value of the class, its words)."""
    known = values.dropna()
    if measure == "share":
        step = 5 * max(1, math.ceil(known.max() / 25)) if len(known) else 5
        bounds = [step * i for i in range(1, 6)]
        rows = [(upper, f">{lower}–{upper}%") for lower, upper in zip([0, *bounds], bounds)]
        return bounds, [*rows[::-1], (0, "0%"), (None, say("map_few", language, n=FEWEST))]
    if measure == "change":
        top = int(known.abs().max()) if len(known) else 1
        small = max(1, top // 3)
        sizes = [
            (upper, f"{{0}}{lower:,}" + f" … {{0}}{upper:,}" * (upper > lower))
            for lower, upper in ((1, small), (small + 1, top))
            if lower <= upper
        ]
        more, fewer = ([(sign * n, words.format(name)) for n, words in sizes] for sign, name in ((1, "+"), (-1, "−")))
        return [small, top], [*more[::-1], (0, say("map_no_change", language)), *fewer]
    bounds = classes([int(v) for v in known])
    rows = [(upper, _span(lower, upper)) for lower, upper in zip([1, *(b + 1 for b in bounds)], bounds)]
    return bounds, [*rows[::-1], (0, say("map_nothing", language))]


def _span(lower, upper):
    return f"{lower:,}–{upper:,}" if lower < upper else f"{upper:,}"
