"""Names beside the points of a small map: each where it covers no point and no other name, or not at all."""

from reports.figures.map_ground import ground, north_of, within
from reports.figures.value import Figure

_LINE, _LATIN, _HANGUL = 1.15, 0.54, 0.95  # height of a line and width of a letter, where the size of letters is one


def beside_points(figure: Figure, width: float, height: float, letter: float = 12) -> list:
    """Names for the points inside Hyesan on a map of this size, those with most reports first: words, point, anchor, offset in pixels.

    `letter` is the size of letters in pixels. A name stands right, left, above or below of its point, where there is room;
    one without room is left to the pointer, to the list and to the table.
    """
    west, south, east, north = ground()["frames"]["hyesan"]
    scale = min(height / (north_of(north) - north_of(south)), width / (east - west) * 360)
    left_edge, top_edge = width / 2 - (east - west) / 720 * scale, height / 2 - (north_of(north) - north_of(south)) / 2 * scale

    def spot(lon, lat):
        return left_edge + (lon - west) / 360 * scale, top_edge + (north_of(north) - north_of(lat)) * scale

    points = {p: at for p, at in figure.marks["points"].items() if p in figure.marks["radii"] and within("hyesan", *at)}
    radii = {p: figure.marks["radii"][p] for p in points}
    taken = [_box(*spot(*points[p]), 2 * r, 2 * r) for p, r in radii.items()]
    taken += [
        _box(*spot(*name["at"]), _width(name["en"], letter), 2 * _LINE * letter) for name in ground()["around"] if name["frame"] == "hyesan"
    ]
    found = []
    for place_id in sorted(radii, key=lambda p: (-radii[p], p)):
        (x, y), r = spot(*points[place_id]), radii[place_id]
        for words, anchor, dx, dy, box in _places(_words(figure, place_id), x, y, r, letter):
            if 0 <= box[0] and box[2] <= width and 0 <= box[1] and box[3] <= height and not any(_meet(box, other) for other in taken):
                taken.append(box)
                found.append((words, points[place_id], anchor, (dx, dy)))
                break
    return found


def _places(lines, x, y, r, letter):
    """Where the name of a point may stand, the best first: in both scripts, else in the reader's own alone."""
    for words in ("\n".join(lines), lines[0]):
        count = words.count("\n") + 1
        wide, high = max(_width(line, letter) for line in lines[:count]), _LINE * letter * count
        for anchor, dx, dy in (("start", r + 4, 0), ("end", -r - 4, 0), ("middle", 0, -r - high / 2 - 2), ("middle", 0, r + high / 2 + 2)):
            yield words, anchor, dx, dy, _box(x + dx + {"start": wide / 2, "end": -wide / 2, "middle": 0}[anchor], y + dy, wide, high)


def _words(figure, place_id):
    row = figure.numbers.loc[figure.numbers["place_id"] == place_id].iloc[0]
    names = [row["name_en"], row["name_ko"]] if figure.marks["language"] == "en" else [row["name_ko"], row["name_en"]]
    return names[0], f"{names[1]} {figure.marks['texts'][place_id]}".strip()


def _box(x, y, wide, high):
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _width(line, size):
    return size * sum(_HANGUL if letter > "ᄀ" else _LATIN for letter in line)


def _meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
