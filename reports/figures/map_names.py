"""Where the names of cities and counties stand: at their place in data/map.yml, or moved within the county off the points."""

from functools import lru_cache

import numpy as np

from reports.figures.map_ground import ground, layer

_LETTER = 0.072  # degrees of longitude of one letter's height, on a map as wide as a phone
_LATIN, _HANGUL, _LINE = 0.54, 0.95, 1.15  # width and height of a letter and a line, in heights of a letter
_FLAT = 0.75  # a degree of longitude is so much of one of latitude here
_FAR = (0.4, 0.26)  # degrees a name may move from its place
_BORDER, _POINT = 1, 40  # what it costs to lie over a piece of a border, and over a point


@lru_cache(maxsize=256)
def place_name(place_id: str, lines: tuple, points: tuple) -> tuple:
    """The longitude and latitude of the middle of a name of so many lines, clear of `points` (a tuple of longitude and latitude each)."""
    place = ground()["labels"][place_id]
    near = np.array([p for p in points if abs(p[0] - place["at"][0]) < 2 * _FAR[0] and abs(p[1] - place["at"][1]) < 2 * _FAR[1]])
    half = _half(lines)
    if "to" in place or not len(near) or not _held(np.array([place["at"]]), near, half)[0]:
        return tuple(place["at"])
    ring, steps = _ring(place_id), [np.arange(-far, far + 0.001, far / 16) for far in _FAR]
    spots = np.array([(place["at"][0] + dx, place["at"][1] + dy) for dx in steps[0] for dy in steps[1]])
    spots = spots[_inside(spots, ring)]
    if not len(spots):
        return tuple(place["at"])
    cost = _POINT * _held(spots, near, half) + _BORDER * _held(spots, _borders(), half)
    cost = cost + np.hypot(spots[:, 0] - place["at"][0], spots[:, 1] - place["at"][1])
    return tuple(float(v) for v in spots[cost.argmin()].round(3))


def _half(lines):
    """Half the width and height of a name, in degrees, with a margin for the circle of a point."""
    widest = max(sum(_HANGUL if letter > "ᄀ" else _LATIN for letter in line) for line in lines)
    return (widest / 2 + 0.3) * _LETTER, (len(lines) * _LINE / 2 + 0.3) * _LETTER * _FLAT


def _held(spots, others, half):
    """For each spot how many of the others lie under a name there."""
    across = np.abs(spots[:, None, 0] - others[None, :, 0]) < half[0]
    return (across & (np.abs(spots[:, None, 1] - others[None, :, 1]) < half[1])).sum(axis=1)


def _ring(place_id):
    return np.array(next(f["geometry"]["coordinates"][0] for f in layer("county") if f["properties"]["place_id"] == place_id))


@lru_cache(maxsize=1)
def _borders():
    """Points along all borders of counties, about a kilometre apart."""
    found = []
    for feature in layer("county"):
        ring = np.array(feature["geometry"]["coordinates"][0])
        for start, end in zip(ring[:-1], ring[1:]):
            count = max(2, int(np.hypot(*(end - start)) / 0.01))
            found.append(start + (end - start) * np.linspace(0, 1, count, endpoint=False)[:, None])
    return np.concatenate(found)


def _inside(spots, ring):
    """Which spots lie inside a ring: a line to the east crosses it an odd number of times."""
    (x, y), (x1, y1), (x2, y2) = spots.T[:, :, None], ring[:-1].T[:, None], ring[1:].T[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        crosses = ((y1 > y) != (y2 > y)) & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return crosses.sum(axis=1) % 2 == 1
