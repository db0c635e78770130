"""The map as a value: shaded counties, points for what is known more finely, lists of what has no point, trays for all others."""

import numpy as np
import pandas as pd

from reports.captions import caption, credits
from reports.codebook import codebook
from reports.figures.map_ground import areas, ground, layer, within
from reports.figures.map_measures import MEASURES, VALUE, classes, measured, scale, text_of
from reports.figures.map_names import place_name
from reports.figures.value import Figure
from reports.gazetteer import gazetteer
from reports.map_steps import in_step, step_label, unit_of, vague_in
from reports.standing import LAYERS, TRAYS, layer_named, layer_of, standing_at
from reports.words import say

__all__ = ["MEASURES", "TRAYS", "areas", "classes", "layer_named", "layer_of", "places_map", "radius", "standing_at"]

CREDIT = "Outlines after Who's On First (CC0); names and points GeoNames, CC BY 4.0"
_LARGEST, _SMALLEST = 15, 3.2  # pixels: radius of the largest point, and of what can still be seen and hit
_SHORT = 5  # letters of a value that fit behind a name
_FULL = 18  # reports of the largest point, where there are no more anywhere


def places_map(
    reports: pd.DataFrame, language: str = "en", dates: str = "event", roll: bool = False, measure: str = "reports",
    theme: str | None = None, when: str | None = None, was: str | None = None, **_,
) -> Figure:  # fmt: skip
    """Counties by the reports known to them, points by the reports known more finely, trays for all others.

    A report with several places counts once at each; every report stands in at least one row of `numbers`. `roll` counts
    a county with everything inside it. `measure` is what shades: one of MEASURES; "share" needs a `theme`, "change" two
    steps of time, `was` and `when` (reports/map_steps.py); without them it is "reports". `when` alone shows that step.
    """
    if measure not in MEASURES or measure == "share" and not theme or measure == "change" and not (unit_of(when) and unit_of(was)):
        measure = "reports"
    shown = in_step(reports, when, dates)
    before = in_step(reports, was, dates) if measure == "change" else None
    table = _table(measured(shown, roll, measure, theme, before))
    value = VALUE.get(measure, measure)
    county, point = table["layer"] == "county", table["layer"] == "point"
    bounds, rows = scale(table.loc[county, value], measure, language)
    off = int(table.loc[table["layer"] == "tray", "reports"].sum())
    sized = "stories" if measure == "stories" else "reports"
    top = int(table.loc[point, sized].max()) if point.any() else 0
    on_map = table[county | point]
    words = _words(measure, roll, language, theme=theme, when=when, was=was)
    return Figure(
        "map", say(f"map_title_{measure}", language, **words), _subtitle(shown, measure, off, when, dates, language, words),
        f"{caption(shown, language)} {say('map_caveat', language)}", f"{credits(shown, language)} {CREDIT}.".strip(),
        _alt(on_map, measure, value, off, language, words), table,
        {"kind": "map", "language": language, "measure": measure, "value": value, "classes": bounds, "legend_rows": rows,
         "legend": say(f"map_legend_{measure}", language, **words), "off": off, "points": _points(on_map),
         "labels": _labels(table[county], _spots(table[point], "province"), measure, language),
         "radii": {p: radius(n, top) for p, n in zip(table.loc[point, "place_id"], table.loc[point, sized])},
         "sizes": [(n, radius(n, top)) for n in _sizes(top)], "points_legend": say(f"map_points_{sized}", language),
         "texts": dict(zip(table["place_id"], table.apply(text_of, axis=1, measure=measure))),
         "tips": _tips(table, measure, language, words), "inset": bool(_spots(table[point], "hyesan")),
         "inset_title": say("map_inset", language), "inset_alt": _inset_alt(table[point], language),
         "listed_title": say("map_listed", language), "names": _names(table, language)},
    )  # fmt: skip


def radius(n: int, top: int) -> float:
    """The radius in pixels of a point for n reports, where the largest stands for `top`: areas go by the number."""
    return max(_SMALLEST, _LARGEST * (n / max(top, _FULL)) ** 0.5)


def _table(found):
    """The numbers: all counties and trays, and the points and listed places where something stands."""
    book = gazetteer()
    counties = [f["properties"]["place_id"] for f in layer("county")]
    fine = sorted(standing for standing in found.index if standing[0] in ("point", "listed"))
    rows = [("county", c) for c in counties] + fine + [("tray", t) for t in TRAYS]
    table = found.reindex(pd.MultiIndex.from_tuples(rows, names=["layer", "place_id"]))
    for column, dtype in found.dtypes.items():
        if column != "share_percent":
            table[column] = table[column].astype("float64").fillna(0).astype(dtype)
    table = table.reset_index()
    named = [
        (say(f"tray_{p}", "en"), say(f"tray_{p}", "ko"), "") if kind == "tray" else (book.label(p), book.label(p, "ko"), book.county_of(p))
        for kind, p in rows
    ]
    for place, (column, values) in enumerate(zip(("name_en", "name_ko", "within"), zip(*named))):
        table.insert(2 + place, column, values)
    order = table["layer"].map(LAYERS.index)
    return table.iloc[np.argsort(order.to_numpy(), kind="stable")].reset_index(drop=True)


def _points(on_map):
    book = gazetteer()
    return {p: (book.place(p).lon, book.place(p).lat) for p in on_map["place_id"]}


def _spots(points, frame):
    """Where points are drawn: those around Hyesan, the one place with a map of its own, or all others."""
    return tuple(at for at in _points(points).values() if within("hyesan", *at) == (frame == "hyesan"))


def _labels(counties, points, measure, language):
    """The names of the cities and counties: where they stand, their lines, and where a line leads to."""
    found = []
    for row in counties.to_dict("records"):
        names = [row["name_en"].removesuffix(" County"), row["name_ko"][:-1]]
        first, second = names if language == "en" else names[::-1]
        to = ground()["labels"][row["place_id"]].get("to")
        value = text_of(row, measure)
        lines = (first, f"{second} {value}".strip()) if len(value) <= _SHORT else (first, second, value)
        found.append(
            {"place_id": row["place_id"], "lines": lines, "at": place_name(row["place_id"], lines, points), "to": tuple(to) if to else None}
        )
    return found


def _names(table, language):
    """place_id -> its name in both scripts, the reader's own first; a tray has its own words."""
    first, second = ("name_ko", "name_en") if language == "ko" else ("name_en", "name_ko")
    both = [a if kind == "tray" else f"{a} {b}" for kind, a, b in zip(table["layer"], table[first], table[second])]
    return dict(zip(table["place_id"], both))


def _inset_alt(points, language):
    """What the map of Hyesan shows, in words: its points, those with most reports first."""
    held = points[points["within"] == "kp-yanggang-hyesan"].sort_values("reports", ascending=False, kind="stable")
    names = held["name_ko" if language == "ko" else "name_en"]
    return say("map_inset_alt", language, points=", ".join(f"{name} {n:,}" for name, n in zip(names, held["reports"])) or "–")


def _tips(table, measure, language, words):
    """place_id -> what is said of it under the pointer: the value, and what it is made of."""
    return {
        row["place_id"]: say(
            f"map_tip_{measure}", language, value=text_of(row, measure) or "–", **words | {k: v for k, v in row.items() if k not in words}
        )
        for row in table.to_dict("records")
    }


def _sizes(top):
    """The numbers the legend of points shows: up to three, the largest among them."""
    return sorted({1, round(top / 3), top} if top > 5 else {1, top}) if top else []


def _words(measure, roll, language, theme, when, was):
    words = {"theme": codebook().label("themes", theme, language) if measure == "share" else ""}
    words |= {name: step_label(step, language) if unit_of(step) else "" for name, step in (("when", when), ("was", was))}
    return words | {"held": say("map_rolled" if roll else "map_known", language)}


def _subtitle(shown, measure, off, when, dates, language, words):
    head = []
    if unit_of(when):
        vague = vague_in(shown, when, dates)
        head = [
            say(f"map_n_{dates}", language, n=f"{len(shown):,}", **words) + (say("map_vague", language, n=f"{vague:,}") if vague else "")
        ]
    said = "; ".join(
        [*head, say(f"map_areas_{measure}", language, **words), say("map_fine", language), say("map_off", language, off=f"{off:,}")]
    )
    return said[0].upper() + said[1:]


def _alt(on_map, measure, value, off, language, words):
    known = on_map[value].abs().fillna(0)
    if not known.any():
        return say("map_none", language, off=f"{off:,}")
    top = on_map.loc[known.idxmax()]
    name = top["name_ko" if language == "ko" else "name_en"]
    return say(f"map_alt_{measure}", language, place=name, n=text_of(top, measure), off=f"{off:,}", **words)
