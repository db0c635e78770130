"""The map as a file, with matplotlib: the same areas, points, names and numbers as on the page."""

import math

from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, PathPatch, Polygon, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.patheffects import withStroke

from reports.drawing.map_labels import beside_points
from reports.figures.map_ground import ground, layer, rivers, scale_bar, within
from reports.figures.value import Figure
from reports.palette import LIGHT, Palette, area_of, faint, ink_on

_INSET = "hyesan"
_POINT = 0.72  # points of type for a pixel of the page: a circle has the same part of the map on both
_LISTED = 9  # places named under the inset; the rest stand in the table


def fills_on(frame: str, figure: Figure, palette: Palette) -> dict:
    """place_id -> colour of each city and county; the map of Hyesan shows points alone, on plain ground."""
    held = figure.numbers[figure.numbers["layer"] == "county"]
    classes, change = figure.marks["classes"], figure.marks["measure"] == "change"
    plain = frame == _INSET
    return {
        p: palette.ground if plain else area_of(v, classes, palette, change) for p, v in zip(held["place_id"], held[figure.marks["value"]])
    }


def aside_colour(kind: str, palette: Palette) -> str:
    """The colour of a name that stands for orientation only: of a river, or of ground around the province."""
    return palette.strong if kind == "river" else faint(palette.ink, palette.neighbour, 0.7)


def both(name: dict, figure: Figure) -> tuple:
    """A name in both scripts, the reader's own first."""
    return (name["ko"], name["en"]) if figure.marks["language"] == "ko" else (name["en"], name["ko"])


def leader(label: dict) -> tuple:
    """The ends of the line from a name that stands outside to the ground it names; it begins clear of the letters."""
    (x, y), (to_x, to_y) = label["at"], label["to"]
    return (x + 0.4 * (to_x - x), y + 0.4 * (to_y - y)), (to_x, to_y)


def to_canvas(canvas, figure: Figure):
    """Draws the map between a tenth and 86 hundredths of the canvas's height; head and foot are drawn elsewhere."""
    inset = figure.marks["inset"]
    _map(canvas, figure, "province", (0.02, 0.1, 0.6, 0.76), inset)
    line = _legend(canvas, figure, 0.65, 0.845)
    line = _trays(canvas, figure, 0.65, line - 0.012)
    if inset:
        listed = len(_rows(figure, "listed"))
        bottom = 0.105 + (0.024 + 0.021 * math.ceil(min(listed, _LISTED + 1) / 3) if listed else 0)
        canvas.text(0.65, line - 0.012, figure.marks["inset_title"], fontsize=8.5, weight="bold", va="top")
        _map(canvas, figure, "hyesan", (0.65, bottom, 0.33, line - 0.045 - bottom), False)
        line = bottom
    _listed(canvas, figure, 0.65, line - 0.012)


def _map(canvas, figure, frame, box, split):
    axes = canvas.add_axes(box)
    west, south, east, north = ground()["frames"][frame]
    shrink = math.cos(math.radians((south + north) / 2))
    wide, high = box[2] * canvas.get_figwidth(), box[3] * canvas.get_figheight()
    degree = min(wide / (east - west) / shrink, high / (north - south))  # inches of a degree of latitude, so that the frame fits
    for limit, low, top, degrees in ((axes.set_xlim, west, east, wide / degree / shrink), (axes.set_ylim, south, north, high / degree)):
        limit((low + top - degrees) / 2, (low + top + degrees) / 2)
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set(visible=frame == _INSET, color=LIGHT.quiet, linewidth=0.6)
    axes.add_patch(Polygon(ground()["china"], facecolor=LIGHT.neighbour))
    fills = fills_on(frame, figure, LIGHT)
    for feature in [*layer("context"), *layer("province"), *layer("county")]:
        fill = {"context": LIGHT.neighbour, "province": LIGHT.land if frame == "province" else LIGHT.ground}.get(
            feature["properties"]["layer"]
        ) or fills[feature["properties"]["place_id"]]
        axes.add_patch(PathPatch(_outline(feature["geometry"]), facecolor=fill, edgecolor=LIGHT.quiet, linewidth=0.5))
    for feature in layer("province") if frame == "province" else ():
        axes.add_patch(PathPatch(_outline(feature["geometry"]), facecolor="none", edgecolor=LIGHT.ink, linewidth=0.8, alpha=0.7))
    for feature in rivers():
        shape = feature["geometry"]
        for line in shape["coordinates"] if shape["type"] == "MultiLineString" else [shape["coordinates"]]:
            axes.plot(*zip(*line), color=LIGHT.water, linewidth=1.4, solid_capstyle="round")
    _points(axes, figure, frame, split)
    _names(axes, figure, frame, fills, (wide * 72 / _POINT, high * 72 / _POINT))
    left, right, km = scale_bar(frame)
    axes.plot(*zip(left, right), color=LIGHT.ink, linewidth=1.5, solid_capstyle="butt", zorder=6)
    axes.annotate(f"{km} km", left, (0, 3), textcoords="offset points", fontsize=6.5, zorder=6)


def _points(axes, figure, frame, split):
    for place_id, size in sorted(figure.marks["radii"].items(), key=lambda item: -item[1]):
        lon, lat = figure.marks["points"][place_id]
        if within(_INSET, lon, lat) == (frame == _INSET) or frame != _INSET and not split:
            mark = {"color": LIGHT.point, "alpha": 0.9, "markeredgecolor": LIGHT.ground, "markeredgewidth": 0.6, "zorder": 5}
            axes.plot([lon], [lat], "o", markersize=2 * size * _POINT, **mark)
    if split:
        west, south, east, north = ground()["frames"][_INSET]
        axes.add_patch(
            Rectangle((west, south), east - west, north - south, facecolor="none", edgecolor=LIGHT.ink, linewidth=0.7, alpha=0.7, zorder=4)
        )


def _names(axes, figure, frame, fills, size):
    if frame == _INSET:
        for words, at, anchor, (dx, dy) in beside_points(figure, *size, letter=6.2 / _POINT):
            side = {"start": "left", "end": "right", "middle": "center"}[anchor]
            offset = {"xy": at, "xytext": (dx * _POINT, -dy * _POINT), "textcoords": "offset points", "ha": side, "va": "center"}
            _write(axes, words, LIGHT.ground, 6.2, **offset)
    else:
        for label in figure.marks["labels"]:
            fill = LIGHT.neighbour if label["to"] else fills[label["place_id"]]
            if label["to"]:
                axes.plot(*zip(*leader(label)), color=LIGHT.ink, linewidth=0.6, alpha=0.7, zorder=6)
            _write(axes, "\n".join(label["lines"]), fill, 7, xy=label["at"], ha="center", va="center")
    for name in ground()["around"]:
        if name["frame"] == frame:
            colour = aside_colour(name["kind"], LIGHT)
            _write(axes, "\n".join(both(name, figure)), LIGHT.neighbour, 6.5, colour, xy=name["at"], ha="center", va="center")


def _write(axes, words, ground_of, size, colour=None, **where):
    halo = [withStroke(linewidth=2, foreground=ground_of)]
    axes.annotate(
        words,
        fontsize=size,
        color=colour or ink_on(ground_of, LIGHT),
        linespacing=1.1,
        path_effects=halo,
        zorder=7,
        annotation_clip=True,
        **where,
    )


def _legend(canvas, figure, left, top):
    marks = figure.marks
    canvas.text(left, top, marks["legend"], fontsize=8.5, weight="bold", va="top")
    line, change = top - 0.034, marks["measure"] == "change"
    for value, words in marks["legend_rows"]:
        fill = area_of(value, marks["classes"], LIGHT, change)
        canvas.add_artist(
            Rectangle(
                (left, line - 0.016), 0.022, 0.016, transform=canvas.transFigure, facecolor=fill, edgecolor=LIGHT.quiet, linewidth=0.4
            )
        )
        canvas.text(left + 0.03, line - 0.008, words, fontsize=7.5, va="center")
        line -= 0.023
    if marks["sizes"]:
        right, across, down = left + 0.18, canvas.get_figwidth() * 72, canvas.get_figheight() * 72
        canvas.text(right, top, marks["points_legend"], fontsize=8.5, weight="bold", va="top")
        under = top - 0.034
        for n, size in marks["sizes"]:
            high = 2 * size * _POINT / down
            middle = under - max(high, 0.016) / 2
            circle = Ellipse(
                (right + 0.018, middle), 2 * size * _POINT / across, high, transform=canvas.transFigure, facecolor=LIGHT.point, alpha=0.9
            )
            canvas.add_artist(circle)
            canvas.text(right + 0.042, middle, f"{n:,}", fontsize=7.5, va="center")
            under = middle - max(high, 0.016) / 2 - 0.008
        line = min(line, under)
    return line


def _trays(canvas, figure, left, line):
    canvas.add_artist(Line2D([left, 0.98], [line, line], transform=canvas.transFigure, color=LIGHT.grid, linewidth=0.8))
    line -= 0.012
    for place_id, n in _rows(figure, "tray"):
        canvas.text(left, line, figure.marks["names"][place_id], fontsize=7.5, va="top")
        canvas.text(0.98, line, f"{n:,}", fontsize=7.5, va="top", ha="right", weight="bold")
        line -= 0.023
    return line


def _listed(canvas, figure, left, line):
    held = _rows(figure, "listed")
    words = [f"{figure.marks['names'][p]} {n:,}" for p, n in held[:_LISTED]] + (["…"] if len(held) > _LISTED else [])
    if words:
        canvas.text(left, line, f"{figure.marks['listed_title']}:", fontsize=6.5, va="top", color="#4A535C")
        lines = [" · ".join(words[i : i + 3]) for i in range(0, len(words), 3)]
        canvas.text(left, line - 0.02, "\n".join(lines), fontsize=6.5, va="top", linespacing=1.3)


def _rows(figure, name):
    held = figure.numbers[figure.numbers["layer"] == name]
    return list(zip(held["place_id"], held["reports"]))


def _outline(shape):
    rings = [ring for part in (shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]) for ring in part]
    vertices = [tuple(p) for ring in rings for p in ring]
    codes = [c for ring in rings for c in [Outline.MOVETO] + [Outline.LINETO] * (len(ring) - 2) + [Outline.CLOSEPOLY]]
    return Outline(vertices, codes)
