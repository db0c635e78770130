"""What the map is drawn on: the outlines of data/areas.geojson, and the frames, names and scale bars of data/map.yml."""

import json
import math
from functools import lru_cache
from pathlib import Path

import yaml

DATA = Path(__file__).parent.parent.parent / "data"
KM_A_DEGREE = 111.32  # along a meridian, and along the equator


@lru_cache(maxsize=None)
def areas() -> dict:
    """The outlines, as GeoJSON; `properties.layer` is county, province, context or river."""
    return json.loads((DATA / "areas.geojson").read_text(encoding="utf-8"))


def layer(name: str) -> list:
    """The outlines of one layer, as GeoJSON features."""
    return [f for f in areas()["features"] if f["properties"]["layer"] == name]


def rivers() -> list:
    """The border rivers as GeoJSON features, the Yalu without its gap."""
    reach = {"type": "LineString", "coordinates": ground()["yalu_reach"]}
    return [*layer("river"), {"type": "Feature", "properties": {"layer": "river", "place_id": "kp-yalu-river"}, "geometry": reach}]


@lru_cache(maxsize=None)
def ground() -> dict:
    """data/map.yml as it is written there."""
    return yaml.safe_load((DATA / "map.yml").read_text(encoding="utf-8"))


def scale_bar(frame: str) -> tuple:
    """The ends of a frame's scale bar and its length in kilometres."""
    bar = ground()["scale_bars"][frame]
    lon, lat = bar["at"]
    return (lon, lat), (lon + bar["km"] / (KM_A_DEGREE * math.cos(math.radians(lat))), lat), bar["km"]


def north_of(lat: float) -> float:
    """How far north a latitude lies in the Mercator projection, where the world is one wide."""
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)) / (2 * math.pi)


def within(frame: str, lon: float, lat: float) -> bool:
    """Whether a point lies inside a frame."""
    west, south, east, north = ground()["frames"][frame]
    return west <= lon <= east and south <= lat <= north
