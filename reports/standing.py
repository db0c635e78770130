"""Where reports stand on the map: an area, a point, a list under a city, or a tray beside it. Never more finely than the report says."""

from functools import lru_cache

import numpy as np
import pandas as pd

from reports.codes import combinations_of, numbers_of
from reports.gazetteer import gazetteer

POINT_KINDS = {"neighbourhood", "village", "town", "workers_district", "market", "crossing", "other"}
TRAYS = ("province", "outside", "none")
LAYERS = ("county", "point", "listed", "tray")


def layer_of(place_ids, roll: bool = False) -> list:
    """Where one report stands: a list of ("point" or "county", place_id), or one ("tray", name).

    The finest known place counts: a report known to a village is a point there and does not shade the county too. With
    `roll` counties hold everything inside them, and the points stand there as well.
    """
    return list(_layer_of(tuple(place_ids), roll))


@lru_cache(maxsize=100_000)
def _layer_of(place_ids, roll):
    book = gazetteer()
    inside = [p for p in place_ids if p in book and book.in_yanggang(p)]
    points = {p for p in inside if book.place(p).kind in POINT_KINDS and book.place(p).has_own_point and book.county_of(p)}
    covered = set() if roll else {book.county_of(p) for p in points}
    counties = {book.county_of(p) for p in inside if roll or p not in points} - covered - {None}
    if points or counties:
        return tuple([("point", p) for p in sorted(points)] + [("county", c) for c in sorted(counties)])
    if inside:
        return (("tray", "province"),)
    return (("tray", "outside" if place_ids else "none"),)


def listed_of(place_ids) -> list:
    """The places of one report that are listed under their city or county: the gazetteer has no point of their own for them."""
    return [("listed", p) for p in sorted(set(place_ids)) if layer_named(p) == "listed"]


def standings(column: pd.Series, roll: bool = False) -> dict:
    """(layer, place_id or tray) -> the numbers of the combinations of places that stand there."""
    found = {}
    for number, codes in enumerate(combinations_of(column)):
        for standing in (*layer_of(codes, roll), *listed_of(codes)):
            found.setdefault(standing, []).append(number)
    return {standing: np.array(numbers) for standing, numbers in found.items()}


def standing_at(reports: pd.DataFrame, layer: str, name: str, roll: bool = False) -> pd.DataFrame:
    """The reports that stand at one county, point, listed place or tray of the map."""
    column = reports["event_place_ids"]
    if not len(column):
        return reports
    hit = np.array([(layer, name) in (*layer_of(c, roll), *listed_of(c)) for c in combinations_of(column)], dtype=bool)
    return reports[hit[numbers_of(column)]]


@lru_cache(maxsize=1000)
def layer_named(name: str) -> str | None:
    """The layer of a row of the map by its name alone: a tray, a city or county, a point, a listed place; None for anything else."""
    book = gazetteer()
    if name in TRAYS:
        return "tray"
    if name not in book or not book.county_of(name):
        return None
    if book.county_of(name) == name:
        return "county"
    if book.place(name).kind not in POINT_KINDS:
        return None
    return "point" if book.place(name).has_own_point else "listed"
