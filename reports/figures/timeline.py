"""The timeline as a value: crackdown reports in front of all others, or one series a code, over what was loaded at all."""

import numpy as np
import pandas as pd

from reports.captions import caption, credits
from reports.figures.coverage import MOST, band, band_words, without_outlet
from reports.figures.series import series_of
from reports.figures.value import Figure, plain
from reports.markers import on_axis
from reports.timeline_bins import bin_label, spread
from reports.words import say

MARKERS = ("page", "all", "none")  # context markers: on the page only, in files too, nowhere
_SAFE = 5  # reports certain to lie in the highest bin, before a title says that they peak there


def timeline(
    reports: pd.DataFrame,
    language: str = "en",
    dates: str = "event",
    split: str | None = None,
    rule: str | None = None,
    exact_only: bool = False,
    everything: pd.DataFrame | None = None,
    markers: str = "none",
    without: str | None = None,
    small: bool = False,
    **_,
) -> Figure:
    """Reports by bins of time (reports/timeline_bins.py): crackdown reports and others, or one series a value of `split`.

    With a split a report may count in several series; the subtitle says so. `without` leaves one outlet out, of the reports and of
    the band of coverage; `small` is for a narrow place: all outlets in one row of the band. The lane `coverage` holds the band:
    `articles` loaded by outlet and bin (reports/figures/coverage.py).
    """
    left_out = len(reports)
    reports = without_outlet(reports, without)
    left_out -= len(reports)
    series, labels, colours = series_of(reports, split, language)
    axis, table = spread(reports, series, dates, rule, exact_only)
    table.insert(3, "label", [labels[name] for name in table["series"]])
    table["articles"] = np.nan
    whole = {"all": np.ones(len(reports), dtype=bool)}
    totals = _by_bin(table if split is None else spread(reports, whole, dates, axis.rule, exact_only)[1])
    ground = None if everything is None else band(without_outlet(everything, without), axis, language, most=0 if small else MOST)
    if ground is not None and len(ground):
        table = pd.concat([table, ground.assign(reports=0.0, vague=0.0)], ignore_index=True)
    title, alt = _finding(totals, _by_bin(table[table["series"] == "crackdown"]), len(reports), axis, split, language)
    subtitle = say(f"timeline_subtitle_{dates}", language, rule=say(f"by_{axis.rule}", language))
    said = [
        ("several_series", split and split not in ("outlet", "language")),
        ("exact_only_said", exact_only),
        ("coarser_said", rule not in (None, axis.rule)),
    ]
    subtitle += "".join(say(key, language, rule=say(f"by_{rule}", language) if rule else "") for key, on in said if on)
    subtitle += say("band_said", language) if ground is not None and len(ground) else ""
    subtitle += say("without_said", language, outlet=without, n=plain(left_out)) if left_out else ""
    sums = totals.groupby("lane", sort=False)["whole"].sum()
    return Figure(
        "timeline",
        title,
        subtitle,
        caption(reports, language),
        credits(reports, language),
        alt,
        table,
        {
            "kind": "timeline",
            "series": list(series),
            "labels": labels,
            "colours": colours,
            "rule": axis.rule,
            "chosen": rule is None,
            "axis": axis,
            "language": language,
            "y": say("reports_axis", language),
            "sums": {lane: float(sums.get(lane, 0)) for lane in ("dated", "no_year", "undated", "left_out")},
            "lanes": {lane: say(f"lane_{lane}", language, n=plain(sums.get(lane, 0))) for lane in ("no_year", "undated")},
            "undated": say("undated_short", language),
            "band": band_words(language),
            "vague": say("vague_key", language),
            "small": small,
            "dates": dates,
            "markers": on_axis(axis, language) if markers != "none" else [],
            "markers_in_files": markers == "all",
            "inches": inches(markers),
        },
    )


def inches(markers: str, rows: int = 0) -> float:
    """How tall a file is: taller where it explains markers or lists many rows."""
    return 7 + 1.8 * (markers == "all") + 0.13 * max(0, rows - 28)


def _by_bin(table):
    """By lane and bin: reports in all (`whole`), those certain to lie there, and those that may."""
    table = table[table["lane"] != "coverage"]
    sums = table.groupby(["lane", "bin"], sort=False)[["reports", "vague"]].sum()
    return sums.assign(whole=sums["reports"] + sums["vague"])


def _finding(totals, crackdown, n, axis, split, language):
    """(title, alt). The title says the finding only where no date that is vague could change it: the highest bin is certain."""
    kind = "timeline_title" if split is None else f"timeline_title_{split}"
    peak = _peak(totals)
    if peak is None:
        return say(kind, language), say("timeline_none", language)
    name, total = bin_label(peak[0], axis.rule, language), f"{n:,}"
    alt = say("timeline_alt", language, bin=name, n=plain(peak[1]), total=total)
    hard = _peak(crackdown)
    if split is None and hard:
        of = plain(crackdown["whole"].sum())
        alone = say("timeline_alt_crackdown", language, bin=bin_label(hard[0], axis.rule, language), n=plain(hard[1]), total=of)
        alt = f"{alone} {alt}" if of != plain(n) else alone
        if hard[2]:
            return say("timeline_peak_crackdown", language, bin=bin_label(hard[0], axis.rule, language)), alt
    return say("timeline_peak", language, bin=name) if peak[2] and split is None else say(kind, language), alt


def _peak(totals):
    """(bin, reports, certain) of the highest bin, None where no report is dated."""
    if "dated" not in totals.index.get_level_values("lane"):
        return None
    dated = totals.loc["dated"]
    if not dated["whole"].max() > 0:
        return None
    peak = dated["whole"].idxmax()
    others = dated.drop(index=peak)["whole"].max() if len(dated) > 1 else 0
    certain = dated["reports"][peak]
    return peak, dated["whole"][peak], bool(certain >= _SAFE and certain > others)
