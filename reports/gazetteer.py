"""The gazetteer: data/places.csv as places with parents, and what lies inside what."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent.parent / "data" / "places.csv"
PROVINCE = "kp-yanggang"
COUNTRY = "kp"
UNITS = ("city", "county")


@dataclass(frozen=True)
class Place:
    """One place: its id, names, kind, parent, point (degrees, WGS84) and how good the point is."""

    place_id: str
    name_en: str
    name_ko: str
    names: tuple
    kind: str
    parent_id: str
    lat: float
    lon: float
    coord_precision: str

    @property
    def has_own_point(self) -> bool:
        """False where the point is only that of the parent: such a place is never drawn as a dot."""
        return self.coord_precision != "centroid_of_parent"


class Gazetteer:
    """All places by id. Counties are found by parent, never by point (the points are too coarse for that)."""

    def __init__(self, places):
        self._places = {p.place_id: p for p in places}
        self._children = defaultdict(list)
        for place in places:
            self._children[place.parent_id].append(place.place_id)

    def __iter__(self):
        return iter(self._places.values())

    def __contains__(self, place_id):
        return place_id in self._places

    def place(self, place_id: str) -> Place:
        """The place with this id; raises KeyError."""
        return self._places[place_id]

    def chain(self, place_id: str) -> list:
        """The place and all that hold it, the smallest first."""
        chain = []
        while place_id in self._places and place_id not in chain:
            chain.append(place_id)
            place_id = self._places[place_id].parent_id
        return chain

    def inside(self, place_id: str) -> frozenset:
        """The place itself and everything below it."""
        found, queue = set(), [place_id]
        while queue:
            if (name := queue.pop()) not in found:
                found.add(name)
                queue += self._children[name]
        return frozenset(found)

    def county_of(self, place_id: str) -> str | None:
        """The city or county of Yanggang that is or holds the place, else None."""
        if not self.in_yanggang(place_id):
            return None
        return next((p for p in self.chain(place_id) if self._places[p].parent_id == PROVINCE and self._places[p].kind in UNITS), None)

    def province_of(self, place_id: str) -> str | None:
        """The province (or city of that rank) of North Korea that is or holds the place, else None."""
        return next((p for p in self.chain(place_id) if self._places[p].parent_id == COUNTRY), None)

    def in_yanggang(self, place_id: str) -> bool:
        """Whether the place is the province or lies in it; the border rivers and their bridges do not."""
        return PROVINCE in self.chain(place_id)

    def label(self, place_id: str, language: str = "en") -> str:
        """The place's usual name in "en" or "ko"."""
        place = self._places[place_id]
        return (place.name_ko if language == "ko" else place.name_en) or place.name_en


@lru_cache(maxsize=None)
def gazetteer(file: Path = FILE) -> Gazetteer:
    """The project's gazetteer."""
    with file.open(encoding="utf-8") as rows:
        return Gazetteer([_place(row) for row in csv.DictReader(rows)])


def _place(row):
    names = [row["name_en"], row["name_ko"], row["name_ko_south"], *(row["aliases"] or "").split("|")]
    return Place(
        row["place_id"], row["name_en"], row["name_ko"], tuple(dict.fromkeys(n for n in names if n)), row["kind"], row["parent_id"],
        float(row["lat"]), float(row["lon"]), row["coord_precision"],
    )  # fmt: skip
