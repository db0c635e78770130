"""The map on the page, with pydeck on the project's own outlines: no tiles, no requests. The file is drawn by map_file.py."""

import json
import math

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from reports.drawing.map_file import aside_colour, both, fills_on, leader, to_canvas
from reports.drawing.map_labels import beside_points
from reports.figures.map_ground import ground, layer, north_of, rivers, scale_bar, within
from reports.figures.value import Figure
from reports.palette import DARK, LIGHT, ink_on, rgb

__all__ = ["HEIGHT", "aspect_of", "fitted", "shrink_for", "to_canvas", "to_deck"]

_NARROWEST = 330  # pixels: as wide as a chart is on a phone
_FONT = "Source Sans, Noto Sans KR, Noto Sans CJK KR, Apple SD Gothic Neo, Malgun Gothic, sans-serif"
_LETTER = {"province": 13.5, "hyesan": 12}  # pixels, of a name on a map as high as `HEIGHT`
HEIGHT = {"province": 520, "hyesan": 330}
# A still map: nothing finer is known than what it shows, and a wheel that scrolls the page is not caught by it.
_STILL = {
    "scrollZoom": False,
    "dragPan": False,
    "dragRotate": False,
    "doubleClickZoom": False,
    "touchZoom": False,
    "touchRotate": False,
    "keyboard": False,
}
# Around each letter, in pixels: copies in the colour of the area make a halo that stays sharp, which a signed distance field does not.
_HALO = [(round(1.6 * math.cos(a * math.pi / 4), 2), round(1.6 * math.sin(a * math.pi / 4), 2)) for a in range(8)]


class _Deck(pdk.Deck):
    """A deck that writes its JSON without white space: a quarter of the bytes, and of the time."""

    def to_json(self):
        return json.dumps(self, sort_keys=True, default=default_serialize, separators=(",", ":"))


def to_deck(
    figure: Figure, dark: bool = False, at: str | None = None, frame: str = "province", height: int | None = None, split: bool = False
) -> pdk.Deck:
    """The map value as a deck; counties and points can be picked and carry their `place_id`.

    `at` is the place whose outline is drawn strong. `frame` is what is shown: the whole province, or Hyesan in detail;
    with `split` the points of Hyesan are left to its own map. The names of the layers that can be picked tell what is chosen:
    so the page forgets a pick once it is drawn, and every click is news to it. `height` is that of the chart in pixels: the frame fills it
    (`fitted` lets it follow the width).
    """
    palette, height = DARK if dark else LIGHT, height or HEIGHT[frame]
    layers = [
        *_around(palette),
        *_counties(figure, palette, at, frame),
        *_rivers(palette),
        *_points(figure, palette, at, frame, split, shrink_for(frame, height)),
    ]
    layers += _names(figure, palette, frame, height) + _scale(palette, frame)
    view = _view(frame, height)
    tip = {
        "html": "<b>{name}</b><br>{tip}",
        "style": {"backgroundColor": palette.ink, "color": palette.ground, "fontSize": "14px", "borderRadius": "4px"},
    }
    views = [pdk.View(type="MapView", controller=_STILL)]
    return _Deck(layers=layers, views=views, initial_view_state=view, map_provider=None, tooltip=tip)


def shrink_for(frame: str, height: int) -> float:
    """How much smaller points are drawn on a small map, so that they cover no more of it."""
    return min(1.0, max(0.7, height / HEIGHT[frame]))


def zoom_for(frame: str, height: float) -> float:
    """The zoom at which a frame fills a chart of this height."""
    _, south, _, north = ground()["frames"][frame]
    return math.log2(height / (512 * (north_of(north) - north_of(south))))


def _view(frame, height):
    west, south, east, north = ground()["frames"][frame]
    middle = (north_of(south) + north_of(north)) / 2
    lat = math.degrees(2 * math.atan(math.exp(2 * math.pi * middle)) - math.pi / 2)
    zoom = zoom_for(frame, height)
    return pdk.ViewState(longitude=(west + east) / 2, latitude=lat, zoom=zoom, min_zoom=0, max_zoom=zoom)


def aspect_of(frame: str) -> float:
    """Width by height of a frame as it is drawn."""
    west, south, east, north = ground()["frames"][frame]
    return (east - west) / 360 / (north_of(north) - north_of(south))


def fitted(deck: pdk.Deck, frame: str, widest: int) -> pdk.Deck:
    """The same deck for a chart that has the frame's aspect and any width up to `widest` pixels: the frame fills it."""
    west, _, east, _ = ground()["frames"][frame]
    deck.initial_view_state.zoom = 0  # raised to the least zoom at which the bounds fill the chart
    deck.initial_view_state.max_zoom = zoom_for(frame, widest / aspect_of(frame))
    deck.initial_view_state.maxBounds = [[west, -80], [east, 80]]
    return deck


def _shapes(name, features, fill=None, line=None, width=1.0, **more):
    """A layer of outlines. Colours of areas are given to the sublayer: what the page greys out on a pick is the layer's own."""
    more |= {"filled": True, "_subLayerProps": {"polygons-fill": {"getFillColor": fill}}} if fill else {"filled": False}
    return pdk.Layer(
        "GeoJsonLayer", {"type": "FeatureCollection", "features": features}, id=name, stroked=bool(line),
        get_line_color=line or [0, 0, 0, 0], line_width_units=pdk.types.String("pixels"), get_line_width=width,
        line_joint_rounded=True, line_cap_rounded=True, **more,
    )  # fmt: skip


def _feature(kind, coordinates, **properties):
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}


def _around(palette):
    china = [_feature("Polygon", [[*ground()["china"], ground()["china"][0]]])]
    edge = rgb(palette.quiet, 110)
    return [_shapes("china", china, rgb(palette.neighbour)), _shapes("context", layer("context"), rgb(palette.neighbour), edge, 0.8)]


def _counties(figure, palette, at, frame):
    marks, fills, found = figure.marks, fills_on(frame, figure, palette), []
    for feature in layer("county"):
        place_id = feature["properties"]["place_id"]
        shown = {"place_id": place_id, "name": marks["names"][place_id], "tip": marks["tips"][place_id]}
        shown["fill"] = rgb(fills[place_id])
        found.append({"type": "Feature", "geometry": feature["geometry"], "properties": shown})
    layers = [
        _shapes("province", layer("province"), rgb(palette.land if frame == "province" else palette.ground)),
        _shapes(f"county:{at or ''}", found, "@@=properties.fill", rgb(palette.quiet), 0.9, pickable=True),
    ]
    if frame == "province":
        layers.append(_shapes("outline", layer("province"), None, rgb(palette.ink, 150), 1.4))
    if chosen := [f for f in found if f["properties"]["place_id"] == at]:
        layers += [_shapes("chosen_ground", chosen, None, rgb(palette.ground), 5), _shapes("chosen", chosen, None, rgb(palette.ink), 2.4)]
    return layers


def _rivers(palette):
    return [_shapes("river", rivers(), None, rgb(palette.water), 2.4)]


def _points(figure, palette, at, frame, split, shrink):
    marks, found = figure.marks, []
    for place_id, size in sorted(marks["radii"].items(), key=lambda item: -item[1]):
        lon, lat = marks["points"][place_id]
        if frame == "hyesan" and not within("hyesan", lon, lat) or frame == "province" and split and within("hyesan", lon, lat):
            continue
        shown = {
            "place_id": place_id,
            "name": marks["names"][place_id],
            "tip": marks["tips"][place_id],
            "r": round(size * shrink + 1.5 * (place_id == at), 2),
        }
        shown["line"] = rgb(palette.ink if place_id == at else palette.ground)
        shown["width"] = 3 if place_id == at else 1.2
        found.append(_feature("Point", [lon, lat], **shown))
    layers = [
        pdk.Layer(
            "GeoJsonLayer",
            {"type": "FeatureCollection", "features": found},
            id=f"points:{at or ''}",
            pickable=True,
            stroked=True,
            filled=True,
            get_point_radius="properties.r",
            point_radius_units=pdk.types.String("pixels"),
            get_line_color="properties.line",
            get_line_width="properties.width",
            line_width_units=pdk.types.String("pixels"),
            _subLayerProps={"points-circle": {"getFillColor": rgb(palette.point, 225)}},
        )  # fmt: skip
    ]
    if frame == "province" and split:
        west, south, east, north = ground()["frames"]["hyesan"]
        box = [_feature("LineString", [[west, south], [east, south], [east, north], [west, north], [west, south]])]
        layers.insert(0, _shapes("inset", box, None, rgb(palette.ink, 170), 1))
    return layers


def _names(figure, palette, frame, height):
    """The names on the map as text layers, each under its halo, and the lines that lead to what they name."""
    texts, lines = [], []
    fills = fills_on(frame, figure, palette)
    if frame == "province":
        for label in figure.marks["labels"]:
            ground_of = palette.neighbour if label["to"] else fills[label["place_id"]]
            texts.append(_text("\n".join(label["lines"]), label["at"], ink_on(ground_of, palette), ground_of))
            if label["to"]:
                lines.append(_feature("LineString", leader(label)))
    else:
        beside = beside_points(figure, max(height * aspect_of(frame), _NARROWEST), height)
        texts += [_text(words, at, palette.ink, palette.ground, anchor, offset) for words, at, anchor, offset in beside]
    for name in ground()["around"]:
        if name["frame"] == frame:
            colour = aside_colour(name["kind"], palette)
            texts.append(_text("\n".join(both(name, figure)), name["at"], colour, palette.neighbour))
    return ([_shapes("leaders", lines, None, rgb(palette.ink, 170), 1)] if lines else []) + _letters("names", texts, frame)


def _text(words, at, colour, halo, anchor="middle", offset=(0, 0)):
    return {"words": words, "at": list(at), "colour": rgb(colour), "halo": rgb(halo), "anchor": anchor, "offset": list(offset)}


def _letters(name, texts, frame):
    around = [t | {"colour": t["halo"], "offset": [t["offset"][0] + dx, t["offset"][1] + dy]} for t in texts for dx, dy in _HALO]
    # Letters shrink with a map that is drawn smaller, down to what can be read.
    metres = 78271.52 * math.cos(math.radians(41.3)) / 2 ** zoom_for(frame, HEIGHT[frame])
    size = _LETTER[frame]
    return [
        pdk.Layer(
            "TextLayer", data, id=f"{name}_{kind}", get_position="at", get_text="words", get_pixel_offset="offset",
            get_text_anchor="anchor", get_size=size * metres,
            size_units=pdk.types.String("meters"), size_min_pixels=min(size, 10.5), size_max_pixels=size,
            font_family=pdk.types.String(_FONT), font_weight=600, character_set=pdk.types.String("auto"), line_height=1.15,
            font_settings={"fontSize": 64, "buffer": 6}, _subLayerProps={"characters": {"getColor": "@@=colour"}},
        )
        for kind, data in (("halo", around), ("text", texts))
    ]  # fmt: skip


def _scale(palette, frame):
    left, right, km = scale_bar(frame)
    bar = [_feature("LineString", [left, right])]
    words = [_text(f"{km} km", left, palette.ink, palette.neighbour, "start", (0, -10))]
    return [_shapes("scale", bar, None, rgb(palette.ink), 2.5), *_letters("scale", words, frame)]
