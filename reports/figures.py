"""Figures as values: each is described once, and page, file, table and CSV all show that one description."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations

import pandas as pd

from reports.codebook import codebook
from reports.timeline_bins import bin_label, spread
from reports.words import day, say

STRONG = "#0B5A8A"  # counts; the dark theme has its own


@dataclass(frozen=True)
class Figure:
    """One figure: what it says in words, its numbers as a frame, and how they are drawn.

    `numbers` is the table behind the chart and its CSV; `marks` says kind and encodings and holds nothing that is not
    also in the numbers, but for shapes to draw on.
    """

    name: str
    title: str
    subtitle: str
    caption: str
    credits: str
    alt: str
    numbers: pd.DataFrame
    marks: dict = field(default_factory=dict)


def caption(reports: pd.DataFrame, language: str = "en") -> str:
    """The line under every chart: how many reports from how many outlets, when, and what they are."""
    if reports.empty:
        return say("caption_none", language)
    outlets = reports["outlet"].value_counts()
    published = sorted(p for p in reports["published"].dropna() if p)
    without_place = sum(not ids for ids in reports["event_place_ids"])
    return say(
        "caption", language, n=f"{len(reports):,}", s="" if len(reports) == 1 else "s", k=len(outlets), ks="" if len(outlets) == 1 else "s",
        first=day(published[0], language) if published else "?", last=day(published[-1], language) if published else "?",
        outlet=outlets.index[0], share=round(100 * outlets.iloc[0] / len(reports)), undated=int((reports["event_start"].fillna("") == "").sum()),
        unplaced=without_place,
    )  # fmt: skip


def credits(reports: pd.DataFrame, language: str = "en") -> str:
    """The outlets whose reports the figure shows, most frequent first."""
    names = list(reports["outlet"].value_counts().index)
    shown = ", ".join(names[:4]) + (say("and_more", language, n=len(names) - 4) if len(names) > 4 else "")
    return say("credits", language, outlets=shown) if names else ""


def timeline(reports: pd.DataFrame, language: str = "en", dates: str = "event") -> Figure:
    """Crackdown reports in front of all others, by bins of time.

    Three lanes in `numbers`: `dated`; `no year` (a January-to-December strip, month known); `undated`. A report whose
    interval covers several bins is spread over them in equal shares (columns `..._vague`); all numbers of all lanes
    add up to the number of reports.
    """
    rule, table = spread(reports, dates)
    labels = {name: say(name, language) for name in ("crackdown_reports", "other_reports")}
    dated = table[table["lane"] == "dated"]
    totals = dated[["crackdown", "crackdown_vague", "other", "other_vague"]].sum(axis=1)
    if len(dated) and totals.max() > 0:
        peak = dated.loc[totals.idxmax()]
        alt = say("timeline_alt", language, bin=bin_label(peak["bin"], rule, language), n=_plain(totals.max()), total=len(reports))
    else:
        alt = say("timeline_none", language)
    return Figure(
        "timeline", say("timeline_title", language), say(f"timeline_subtitle_{dates}", language, rule=say(f"by_{rule}", language)),
        caption(reports, language), credits(reports, language), alt, table,
        {"kind": "timeline", "labels": labels, "rule": rule, "language": language, "axis": say("reports_axis", language),
         "lanes": {lane: say(f"lane_{lane}", language, n=_plain(_sum(table, lane))) for lane in ("no_year", "undated")}},
    )  # fmt: skip


def _sum(table, lane):
    return table.loc[table["lane"] == lane, ["crackdown", "crackdown_vague", "other", "other_vague"]].to_numpy().sum()


def _plain(number):
    return f"{number:.0f}" if abs(number - round(number)) < 0.05 else f"{number:.1f}"


def theme_counts(reports: pd.DataFrame, language: str = "en") -> Figure:
    """Reports by theme, most frequent first; a report may carry several themes, so the bars do not add up."""
    return by_field(reports, language, field_name="themes")


def by_field(reports: pd.DataFrame, language: str = "en", field_name: str = "actors") -> Figure:
    """Reports by the codes of one field, most frequent first."""
    book = codebook()
    found = Counter(code for codes in reports[field_name] for code in codes)
    order = sorted(book.codes(field_name), key=lambda c: (-found[c], book.codes(field_name).index(c)))
    numbers = pd.DataFrame(
        {
            "code": order,
            "label": [book.label(field_name, c, language) for c in order],
            "reports": [found[c] for c in order],
            "share": [round(found[c] / len(reports), 4) if len(reports) else 0.0 for c in order],
        }
    )
    numbers = numbers[numbers["reports"] > 0] if len(reports) and found else numbers.head(0)
    numbers = numbers.reset_index(drop=True)
    if len(numbers):
        alt = say("bars_alt", language, label=numbers["label"][0], n=int(numbers["reports"][0]), total=len(reports))
    else:
        alt = say("caption_none", language)
    colours = [book.colour(field_name, c) if field_name == "themes" else STRONG for c in numbers["code"]]
    return Figure(
        field_name, say(f"{field_name}_title", language), say("bars_subtitle", language, total=len(reports)), caption(reports, language),
        credits(reports, language), alt, numbers, {"kind": "bars", "colours": colours, "axis": say("reports_axis", language)},
    )  # fmt: skip


def theme_pairs(reports: pd.DataFrame, language: str = "en") -> Figure:
    """How often two themes stand in one report: a row a pair, and each theme with itself as its own count."""
    book = codebook()
    found = Counter()
    for codes in reports["themes"]:
        found.update((c, c) for c in codes)
        found.update(pair for a, b in combinations(sorted(codes), 2) for pair in ((a, b), (b, a)))
    return _matrix("theme_pairs", reports, language, found, book.codes("themes"), book.codes("themes"), "themes", "themes")


def theme_by(reports: pd.DataFrame, language: str = "en", field_name: str = "actors") -> Figure:
    """How often a theme stands beside an enforcer, a target or a sanction: a row a pair."""
    book = codebook()
    found = Counter((t, c) for themes, codes in zip(reports["themes"], reports[field_name]) for t in themes for c in codes)
    return _matrix(f"theme_by_{field_name}", reports, language, found, book.codes("themes"), book.codes(field_name), "themes", field_name)


def _matrix(name, reports, language, found, rows, columns, row_field, column_field):
    book = codebook()
    rows = [r for r in rows if any(found[r, c] for c in columns)]
    columns = [c for c in columns if any(found[r, c] for r in rows)]
    numbers = pd.DataFrame(
        [(r, book.label(row_field, r, language), c, book.label(column_field, c, language), found[r, c]) for r in rows for c in columns],
        columns=["theme", "theme_label", "code", "code_label", "reports"],
    )
    off = numbers[numbers["theme"] != numbers["code"]]
    if len(off):
        top = off.loc[off["reports"].idxmax()]
        alt = say("matrix_alt", language, a=top["theme_label"], b=top["code_label"], n=int(top["reports"]))
    else:
        alt = say("caption_none", language)
    return Figure(
        name, say(f"{name}_title", language), say("matrix_subtitle", language), caption(reports, language), credits(reports, language), alt,
        numbers, {"kind": "matrix"},
    )  # fmt: skip


def places_map(reports: pd.DataFrame, language: str = "en") -> Figure:
    """Counties, points and trays: where the reported events were (reports/map_figure.py)."""
    from reports.map_figure import places_map as draw

    return draw(reports, language)


FIGURES = {
    "timeline": timeline,
    "map": places_map,
    "themes": theme_counts,
    "actors": lambda reports, language="en": by_field(reports, language, "actors"),
    "targets": lambda reports, language="en": by_field(reports, language, "targets"),
    "sanctions": lambda reports, language="en": by_field(reports, language, "sanctions"),
    "theme_pairs": theme_pairs,
    "theme_by_actors": lambda reports, language="en": theme_by(reports, language, "actors"),
    "theme_by_targets": lambda reports, language="en": theme_by(reports, language, "targets"),
    "theme_by_sanctions": lambda reports, language="en": theme_by(reports, language, "sanctions"),
}
