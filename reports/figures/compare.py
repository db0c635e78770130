"""Two selections side by side: on one scale, with difference, ratio and the numbers they rest on.

Both are narrowed out of the reports in view by period, theme, place and outlet. Rates are per article of any kind loaded for each
side (same outlets and languages, the side's own outlets and period where it names them), so that a side with more reporters does
not look like one with more events.
"""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

import numpy as np
import pandas as pd

from reports.captions import caption, credits, stories_of
from reports.codebook import codebook
from reports.codes import count
from reports.figures.coverage import band, band_words, same_outlets
from reports.figures.value import Figure, plain
from reports.filters import Filters
from reports.markers import markers
from reports.palette import LIGHT
from reports.statistics import rate_ratio
from reports.timeline_bins import axis_of, spread
from reports.words import say

SIDES = ("a", "b")
UNITS = ("rate", "count", "share")  # per 100 articles loaded, reports, per 100 reports of the side
FACETS = ("theme", "place", "outlet")  # what a side narrows by, beside `from` and `to`
COLOURS = {"a": LIGHT.strong, "b": "#D55E00"}
_MOST = 12  # codes shown
_FEW = 5  # reports of both sides below which no ratio is given
COLUMNS = ["lane", "code", "label", "a", "b", "difference", "rate_a", "rate_b", "share_a", "share_b", "ratio", "low", "high"]


@dataclass(frozen=True)
class Side:
    """One of the two selections: its filters, its reports, and how many articles of any kind were loaded for it."""

    filters: Filters
    reports: pd.DataFrame
    loaded: pd.DataFrame

    @property
    def number(self) -> int:
        """How many reports."""
        return len(self.reports)


def before_and_after(name: str = "border_reopened") -> tuple:
    """(one, other) as query strings: up to the day before a context marker, and from that day on."""
    found = next(m for m in markers() if m.name == name)
    return urlencode({"to": str(np.datetime64(found.number - 1, "D"))}), urlencode({"from": found.day})


def sides_of(reports: pd.DataFrame, everything: pd.DataFrame | None, dates: str, one: str, other: str) -> tuple:
    """The two sides. `one` and `other` are query strings of theme, place, outlet, from, to; unknown values are ignored."""
    ground, found = same_outlets(reports, reports if everything is None else everything), []
    for query in (one, other):
        filters, _ = Filters.from_query({**parse_qs(query), "dates": [dates], "sample": ["1"]}, reports["outlet"].cat.categories)
        narrowed = Filters(**{name: getattr(filters, name) for name in (*FACETS, "start", "end", "dates", "sample")})
        loaded = Filters(outlet=filters.outlet, start=filters.start, end=filters.end, dates="published", sample=True)
        found.append(Side(narrowed, narrowed.apply(reports), loaded.apply(ground)))
    return tuple(found)


def compare(
    reports: pd.DataFrame,
    language: str = "en",
    everything: pd.DataFrame | None = None,
    dates: str = "event",
    one: str = "",
    other: str = "",
    field: str = "themes",
    unit: str = "rate",
    subject: str | None = None,
    **_,
) -> Figure:
    """A row a measure (`total`) and a code of `field` (`code`): both sides, their difference, the ratio of their rates with its interval.

    `subject` is what title and alt text speak of: "reports", or "crackdown"; where it is None, crackdown reports if the reports are
    all that is loaded. Without `one` and `other` the sides are before and after the reopening of the border. The lane `aside` counts
    reports in both sides and in neither: a + b - both + neither are the reports in view.
    """
    one, other = (one, other) if one or other else before_and_after()
    a, b = sides_of(reports, everything, dates, one, other)
    loaded = len(a.loaded), len(b.loaded)
    rows = [("total", name, say(f"compare_{name}", language), *(of(s.reports) for s in (a, b))) for name, of in _MEASURES.items()]
    rows += [("loaded", "articles", say("compare_articles", language), *loaded)]
    rows += _codes(a, b, field, language)
    either = _within(reports, a).astype(int) + _within(reports, b)
    both, neither = int((either == 2).sum()), int((either == 0).sum())
    rows += [
        ("aside", "both", say("compare_both", language), both, both),
        ("aside", "neither", say("compare_neither", language), neither, neither),
    ]
    numbers = pd.DataFrame([_row(*row, loaded, (a.number, b.number)) for row in rows], columns=COLUMNS)
    labels = {name: f"{name.upper()}: {side.filters.describe(side.number, language)}" for name, side in zip(SIDES, (a, b))}
    subtitle = say(f"compare_subtitle_{unit}", language, field=say(f"facet_{field[:-1]}", language))
    subtitle += say(f"compare_dates_{dates}", language) if any(s.filters.start or s.filters.end for s in (a, b)) else ""
    subtitle += "".join(say(f"compare_{name}_said", language, n=plain(n)) for name, n in (("both", both), ("neither", neither)) if n)
    subject = subject or ("crackdown" if (a.number, b.number) == loaded else "reports")
    title, alt = _finding(numbers, subject, language)
    union = reports[either > 0]
    return Figure(
        "compare",
        title,
        subtitle,
        caption(union, language),
        credits(union, language),
        alt,
        numbers,
        {
            "kind": "compare",
            "labels": labels,
            "colours": COLOURS,
            "unit": unit,
            "language": language,
            "x": say(f"compare_unit_{unit}", language),
        },
    )


def _within(reports, side):
    """For each report whether the side holds it; the index is the row's number in the store."""
    hit = np.zeros(int(reports.index.max()) + 1 if len(reports) else 0, dtype=bool)
    hit[side.reports.index.to_numpy()] = True
    return hit[reports.index.to_numpy()]


_MEASURES = {"reports": len, "stories": stories_of, "crackdown": lambda reports: int(reports["crackdown"].sum())}


def _codes(a, b, field, language):
    book, found = codebook(), [count(side.reports[field]) for side in (a, b)]
    total = {code: found[0].get(code, 0) + found[1].get(code, 0) for code in {*found[0], *found[1]}}
    order = sorted(total, key=lambda c: (-total[c], c))[:_MOST]
    return [("code", code, book.label(field, code, language), found[0].get(code, 0), found[1].get(code, 0)) for code in order]


def _row(lane, code, label, a, b, loaded, of):
    """Rates and shares only of what reports are; the ratio is of the rates."""
    counted = lane in ("total", "code")
    rates = [n / k if counted and k else np.nan for n, k in zip((a, b), loaded)]
    shares = [n / k if counted and k else np.nan for n, k in zip((a, b), of)]
    ratio = rate_ratio(b, loaded[1], a, loaded[0]) if counted and a + b >= _FEW else None
    return (lane, code, label, a, b, b - a, *rates, *shares, *(ratio or (np.nan,) * 3))


def _finding(numbers, subject, language):
    row = numbers[numbers["code"] == subject].iloc[0]
    said = {"kind": say(f"change_of_{subject}", language), "a": plain(row["a"]), "b": plain(row["b"])}
    if np.isnan(row["ratio"]):
        return say("compare_title", language), say("compare_alt_few", language, n=_FEW, **said)
    said |= {"ratio": times(row["ratio"]), "low": times(row["low"]), "high": times(row["high"])}
    kind = "more" if row["low"] > 1 else "fewer" if row["high"] < 1 else "same"
    return say(f"compare_title_{kind}", language, **said), say("compare_alt", language, **said)


def times(ratio: float) -> str:
    """A ratio as people write it: 0.42, 1.8, 12; without an end where it has none."""
    return "∞" if np.isinf(ratio) else f"{ratio:#.2g}".rstrip(".") if ratio < 99.5 else f"{ratio:,.0f}"


def compare_time(
    reports: pd.DataFrame,
    language: str = "en",
    everything: pd.DataFrame | None = None,
    dates: str = "event",
    one: str = "",
    other: str = "",
    rule: str | None = None,
    **_,
) -> Figure:
    """Both sides over time, beside each other and on one scale, over bands of coverage; by `side` the lanes add up to its reports."""
    one, other = (one, other) if one or other else before_and_after()
    sides = sides_of(reports, everything, dates, one, other)
    rule = rule or max((axis_of(s.reports, dates).rule for s in sides), key=("month", "quarter", "year").index)
    tables, axes = [], {}
    for name, side in zip(SIDES, sides):
        axes[name], table = spread(side.reports, {name: np.ones(side.number, dtype=bool)}, dates, rule)
        tables.append(table.assign(side=name, articles=np.nan))
        tables.append(band(side.loaded, axes[name], language, most=0).assign(side=name, reports=0.0, vague=0.0))
    numbers = pd.concat([t for t in tables if len(t)], ignore_index=True).reindex(
        columns=["side", "lane", "bin", "label", "reports", "vague", "articles"]
    )
    labels = {name: f"{name.upper()}: {side.filters.describe(side.number, language)}" for name, side in zip(SIDES, sides)}
    union = reports[_within(reports, sides[0]) | _within(reports, sides[1])]
    heights = numbers[numbers["lane"] == "dated"].groupby(["side", "bin"])[["reports", "vague"]].sum().sum(axis=1)
    return Figure(
        "compare_time",
        say("compare_time_title", language),
        say(f"timeline_subtitle_{dates}", language, rule=say(f"by_{rule}", language)) + say("band_said", language),
        caption(union, language),
        credits(union, language),
        say("compare_time_alt", language, a=plain(sides[0].number), b=plain(sides[1].number)),
        numbers,
        {
            "kind": "compare_time",
            "labels": labels,
            "colours": COLOURS,
            "axes": axes,
            "language": language,
            "top": float(heights.max()) if len(heights) else 1.0,
            "y": say("reports_axis", language),
            "band": band_words(language),
            "vague": say("vague_key", language),
        },
    )
