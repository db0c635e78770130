"""The map as a value: shaded counties, points for what is known more finely, trays for what is on no map."""

import json
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from reports.captions import caption, credits
from reports.codes import combinations_of, numbers_of, rows_by_combination
from reports.figures.value import Figure
from reports.gazetteer import PROVINCE, gazetteer
from reports.words import say

AREAS = Path(__file__).parent.parent.parent / "data" / "areas.geojson"
POINT_KINDS = {"neighbourhood", "village", "town", "workers_district", "market", "crossing", "other"}
TRAYS = ("province", "outside", "none")
# Hyesan is small and full of points: its label stands beside it, over the river.
LABELS_ASIDE = {"kp-yanggang-hyesan": (128.0, 41.56)}
CREDIT = "Outlines after Who's On First (CC0); names and points GeoNames, CC BY 4.0"


@lru_cache(maxsize=None)
def areas() -> dict:
    """The outlines, as GeoJSON."""
    return json.loads(AREAS.read_text(encoding="utf-8"))


def layer_of(place_ids) -> list:
    """Where one report stands on the map: a list of ("point" or "county", place_id), or one ("tray", name).

    The finest known place counts: a report known to a village is a point there and does not shade the county too.
    """
    book = gazetteer()
    inside = [p for p in place_ids if p in book and book.in_yanggang(p)]
    points = {p for p in inside if book.place(p).kind in POINT_KINDS and book.place(p).has_own_point and book.county_of(p)}
    covered = {book.county_of(p) for p in points}
    counties = {book.county_of(p) for p in inside if p not in points} - covered - {None}
    if points or counties:
        return [("point", p) for p in sorted(points)] + [("county", c) for c in sorted(counties)]
    if PROVINCE in inside or inside:
        return [("tray", "province")]
    return [("tray", "outside" if place_ids else "none")]


def classes(counts) -> list:
    """Up to five classes of whole numbers from 1 to the highest count: the upper bound of each."""
    top = max(counts, default=0)
    if top <= 5:
        return list(range(1, top + 1))
    bounds = [1, round(top**0.25), round(top**0.5), round(top**0.75), top]
    return sorted({max(1, b) for b in bounds})


def places_map(reports: pd.DataFrame, language: str = "en", **_) -> Figure:
    """Counties by the reports known to them, points by the reports known more finely, trays for all others.

    A report with several places counts once at each; every report stands in at least one row of `numbers`.
    """
    book, found = gazetteer(), defaultdict(int)
    for place_ids, n in rows_by_combination(reports["event_place_ids"]):
        for standing in layer_of(place_ids):
            found[standing] += n
    counties = [f["properties"]["place_id"] for f in areas()["features"] if f["properties"]["layer"] == "county"]
    rows = [("county", c, book.label(c), book.label(c, "ko"), found["county", c]) for c in counties]
    rows += [("point", p, book.label(p), book.label(p, "ko"), n) for (layer, p), n in sorted(found.items()) if layer == "point"]
    rows += [("tray", t, say(f"tray_{t}", "en"), say(f"tray_{t}", "ko"), found["tray", t]) for t in TRAYS]
    numbers = pd.DataFrame(rows, columns=["layer", "place_id", "name_en", "name_ko", "reports"])
    off = int(numbers.loc[numbers["layer"] == "tray", "reports"].sum())
    on = numbers[numbers["layer"] != "tray"]
    if on["reports"].sum():
        top = on.loc[on["reports"].idxmax()]
        alt = say("map_alt", language, place=top["name_ko" if language == "ko" else "name_en"], n=int(top["reports"]), off=off)
    else:
        alt = say("map_none", language, off=off)
    return Figure(
        "map", say("map_title", language), say("map_subtitle", language, n=len(reports), off=off), caption(reports, language),
        f"{credits(reports, language)} {CREDIT}.".strip(), alt, numbers,
        {"kind": "map", "language": language, "classes": classes(numbers.loc[numbers["layer"] == "county", "reports"]), "off": off, "labels_aside": LABELS_ASIDE,
         "legend": say("map_legend", language), "points": {p.place_id: (p.lon, p.lat) for p in book if p.place_id in set(on["place_id"])}},
    )  # fmt: skip


def standing_at(reports: pd.DataFrame, layer: str, name: str) -> pd.DataFrame:
    """The reports that stand at one county, point or tray of the map."""
    column = reports["event_place_ids"]
    hit = np.array([(layer, name) in layer_of(codes) for codes in combinations_of(column)], dtype=bool)
    return reports[hit[numbers_of(column)]] if len(column) else reports
