"""Change as a value: reports as a rate of what the same outlets published, with its interval, and bursts against what went before.

More reports may only mean more reporters. So each bin's reports are divided by all articles loaded of the same outlets and
languages, both by date of publication (what was loaded is known by that date alone). A bin is a burst where its stories are more than its
trailing baseline lets expect, by the conditional test of two Poisson counts (reports/statistics.py); stories, not reports, since
reports of one story come together. Trailing baselines as in syndromic surveillance (Hutwagner and others 2003, J Urban Health 80: i89-96).
"""

import numpy as np
import pandas as pd

from reports.captions import caption, credits
from reports.codes import numbers_of
from reports.figures.coverage import band, band_words, same_outlets, without_outlet
from reports.figures.value import Figure, plain
from reports.markers import on_axis
from reports.palette import LIGHT
from reports.spans import spans
from reports.statistics import at_least, wilson
from reports.timeline_bins import axis_of, bin_label
from reports.words import say

FEW = 5  # reports below which there is a list, and no rate
LEVEL = 0.01  # a burst is less likely than this, were nothing changed
TRAILING = {"month": 12, "quarter": 8, "year": 5}  # bins of the baseline
_LEAST = 3  # stories that a burst has at least
COLUMNS = [
    "lane",
    "bin",
    "label",
    "reports",
    "articles",
    "rate",
    "low",
    "high",
    "stories",
    "expected",
    "p",
    "burst",
    "outlets",
    "one_outlet",
]


def change(
    reports: pd.DataFrame,
    language: str = "en",
    everything: pd.DataFrame | None = None,
    rule: str | None = None,
    markers: str = "none",
    without: str | None = None,
    subject: str | None = None,
    **_,
) -> Figure:
    """A row a bin of publication: reports, articles loaded of the same outlets, their rate with interval, and whether it is a burst.

    `subject` is "reports", or "crackdown" where only the crackdown reports are counted; where it is None, that is so if the reports
    are all there is of those outlets: a rate of all in all says nothing. The lane `undated` counts reports without a date of
    publication, `not_counted` those that are no crackdown, so that `reports` adds up. Below five reports no rate is given.
    """
    left_out = len(reports)
    reports = without_outlet(reports, without)
    left_out -= len(reports)
    ground = same_outlets(reports, without_outlet(reports if everything is None else everything, without))
    crackdown, not_counted = reports["crackdown"].to_numpy(), 0
    subject = subject or ("crackdown" if len(reports) == len(ground) and not crackdown.all() else "reports")
    axis = axis_of(reports, "published", rule)
    if subject == "crackdown":
        not_counted, reports = int((~crackdown).sum()), reports[crackdown]
    undated = int((~spans(reports, "published").known).sum())
    few = len(reports) - undated < FEW
    table = _by_bin(reports, ground, axis, language)
    if few:
        table[["rate", "low", "high", "expected", "p"]] = np.nan
        table["burst"] = False
    aside = {"undated": undated, "not_counted": not_counted}
    rows = pd.DataFrame([{"lane": lane, "bin": "", "label": say(f"change_{lane}", language), "reports": n} for lane, n in aside.items()])
    numbers = pd.concat([table, rows, band(ground, axis, language)], ignore_index=True)[[*COLUMNS, "series"]]
    numbers["reports"] = numbers["reports"].fillna(0).astype(int)
    for name in ("burst", "one_outlet"):
        numbers[name] = numbers[name].eq(True)
    title, alt = _finding(table, axis, few, subject, language)
    subtitle = say(f"change_subtitle_{subject}", language, rule=say(f"by_{axis.rule}", language))
    subtitle += say("without_said", language, outlet=without, n=plain(left_out)) if left_out else ""
    return Figure(
        "change",
        title,
        subtitle,
        caption(reports, language),
        credits(reports, language),
        alt,
        numbers,
        {
            "kind": "change",
            "axis": axis,
            "language": language,
            "few": few,
            "rule": axis.rule,
            "y": say("change_axis", language),
            "colour": LIGHT.strong,
            "labels": {name: say(f"change_{name}", language) for name in ("rate", "expected", "burst", "one_outlet", "weak")},
            "band": band_words(language),
            "markers": on_axis(axis, language) if markers != "none" else [],
            "markers_in_files": markers == "all",
            "inches": 7 + 1.8 * (markers == "all"),
            "bursts": [(row.bin, bool(row.one_outlet)) for row in table[table["burst"]].itertuples()],
        },
    )


def _by_bin(reports, ground, axis, language):
    days, loaded = (spans(frame, "published").first for frame in (reports, ground))
    n, of, stories, articles = (_counts(found, axis) for found in (days, loaded, _first_days(reports, days), _first_days(ground, loaded)))
    outlets = _outlets(reports, days, axis)
    low, high = wilson(n, of)
    width, expected, chance = TRAILING[axis.rule], np.full(axis.size, np.nan), np.full(axis.size, np.nan)
    before_n, before_of = (np.concatenate(([0], np.cumsum(counts))) for counts in (stories, articles))
    for i in range(1, axis.size):
        start = max(0, i - width)
        base, base_of = int(before_n[i] - before_n[start]), int(before_of[i] - before_of[start])
        if base_of and articles[i]:
            expected[i] = base / base_of
            chance[i] = at_least(int(stories[i]), int(articles[i]), base, base_of)
    covered = of > 0
    return pd.DataFrame(
        {
            "lane": "dated",
            "bin": axis.names,
            "label": [bin_label(name, axis.rule, language) for name in axis.names],
            "reports": n,
            "articles": of,
            "rate": np.where(covered, n / np.maximum(of, 1), np.nan),
            "low": np.where(covered, low, np.nan),
            "high": np.where(covered, high, np.nan),
            "stories": stories,
            "expected": expected,
            "p": chance,
            "burst": (chance < LEVEL) & (stories >= _LEAST),
            "outlets": outlets,
            "one_outlet": (outlets == 1) & (n > 0),
        }
    )


def _counts(days, axis):
    places = axis.bins_of(days)
    return np.bincount(places[places >= 0], minlength=axis.size)


def _first_days(reports, days):
    """The day of the earliest report of each story (days as 16 bits, which numpy sorts at once)."""
    order = np.argsort(np.where(days < 0, 65535, days).astype("uint16"), kind="stable")[::-1]
    stories = reports["story"].to_numpy()[order]
    first = np.full(int(stories.max()) + 1 if len(stories) else 0, -1)
    first[stories] = days[order]  # of a story's reports the earliest is written last
    return first


def _outlets(reports, days, axis):
    """By bin, from how many outlets the reports come."""
    places, column = axis.bins_of(days), reports["outlet"]
    on = places >= 0
    cells = np.bincount(
        numbers_of(column)[on].astype("int64") * max(1, axis.size) + places[on], minlength=len(column.cat.categories) * axis.size
    )
    return (cells.reshape(len(column.cat.categories), axis.size) > 0).sum(axis=0) if axis.size else np.zeros(0, dtype=int)


def _finding(table, axis, few, subject, language):
    kind = say(f"change_of_{subject}", language)
    if few:
        return say("change_title", language, kind=kind), say("change_few", language, n=FEW)
    bursts = table[table["burst"]]
    n, of = int(table["reports"].sum()), int(table["articles"].sum())
    overall = say("change_overall", language, kind=kind, n=plain(n), of=plain(of), rate=plain(100 * n / of))
    if bursts.empty:
        return say("change_none_title", language, kind=kind), overall + " " + say("change_no_burst", language)
    names = ", ".join(
        bin_label(name, axis.rule, language) + (say("change_one", language) if one else "")
        for name, one in zip(bursts["bin"], bursts["one_outlet"])
    )
    title = (
        say("change_burst_title", language, kind=kind, bins=names)
        if len(bursts) == 1
        else say("change_burst_title_many", language, kind=kind, n=len(bursts))
    )
    return title, overall + " " + say("change_bursts", language, bins=names)
