"""The map, on the project's own outlines: no tiles, no requests. The page draws it with pydeck, the file with matplotlib."""

import numpy as np
import pydeck as pdk
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline

from reports.figures.map import areas
from reports.figures.value import Figure
from reports.palette import DARK, LIGHT, rgb, step_of

_FONT = "Noto Sans KR, Noto Sans CJK KR, Source Sans, sans-serif"


def to_deck(figure: Figure, dark: bool = False) -> pdk.Deck:
    """The map value as a deck; counties and points can be picked and carry their `place_id`."""
    palette = DARK if dark else LIGHT
    table, classes = figure.numbers, figure.marks["classes"]
    counts = dict(zip(table["place_id"], table["reports"]))
    names = {p: f"{e} {k}" for p, e, k in zip(table["place_id"], table["name_en"], table["name_ko"])}
    county, context, river = [], [], []
    for feature in areas()["features"]:
        layer, place_id = feature["properties"]["layer"], feature["properties"].get("place_id")
        if layer == "county":
            n = int(counts[place_id])
            shown = {"place_id": place_id, "name": names[place_id], "n": n, "fill": rgb(step_of(n, classes, palette))}
            county.append({"type": "Feature", "geometry": feature["geometry"], "properties": shown})
        else:
            (river if layer == "river" else context).append(feature)
    points = [
        {"place_id": p, "name": names[p], "n": int(counts[p]), "lon": lon, "lat": lat, "r": 900 * max(1, counts[p]) ** 0.5}
        for p, (lon, lat) in figure.marks["points"].items()
        if p in set(table.loc[table["layer"] == "point", "place_id"])
    ]
    labels = [
        {"label": names[p].replace(" County", ""), "lon": lon, "lat": lat}
        for p, (lon, lat) in (figure.marks["points"] | figure.marks["labels_aside"]).items()
        if p in set(table.loc[table["layer"] == "county", "place_id"])
    ]
    layers = [
        _areas("context", context, rgb(palette.neighbour), rgb(palette.grid)),
        _areas("county", county, "properties.fill", rgb(palette.quiet), pickable=True),
        _areas("river", river, [0, 0, 0, 0], rgb(palette.water), width=2),
        pdk.Layer(
            "ScatterplotLayer", points, id="points", get_position="[lon, lat]", get_radius="r", radius_min_pixels=4, radius_max_pixels=16,
            get_fill_color=rgb("#D55E00", 220), get_line_color=rgb(palette.ground), stroked=True, line_width_min_pixels=1, pickable=True,
        ),
        pdk.Layer(
            "TextLayer", labels, id="labels", get_position="[lon, lat]", get_text="label", get_size=12, get_color=rgb(palette.ink),
            character_set=pdk.types.String("auto"), font_family=pdk.types.String(_FONT), outline_width=3, outline_color=rgb(palette.ground),
            font_settings={"sdf": True},
        ),
    ]  # fmt: skip
    view = pdk.ViewState(latitude=41.25, longitude=128.05, zoom=7.35, min_zoom=6, max_zoom=9)
    return pdk.Deck(layers=layers, initial_view_state=view, map_provider=None, tooltip={"text": "{name}: {n}"})


def _areas(name, features, fill, line, width=1, pickable=False):
    return pdk.Layer(
        "GeoJsonLayer", {"type": "FeatureCollection", "features": features}, id=name, get_fill_color=fill, get_line_color=line,
        line_width_min_pixels=width, pickable=pickable, stroked=True, filled=True,
    )  # fmt: skip


def to_canvas(canvas, figure):
    table, classes = figure.numbers, figure.marks["classes"]
    counts = dict(zip(table["place_id"], table["reports"]))
    axes = canvas.add_axes((0.02, 0.1, 0.68, 0.76))
    for feature in sorted(areas()["features"], key=lambda f: ("context", "province", "county", "river").index(f["properties"]["layer"])):
        layer, shape = feature["properties"]["layer"], feature["geometry"]
        if layer == "river":
            for line in shape["coordinates"] if shape["type"] == "MultiLineString" else [shape["coordinates"]]:
                axes.plot(*zip(*line), color=LIGHT.water, linewidth=1.6)
            continue
        fill = step_of(counts[feature["properties"]["place_id"]], classes, LIGHT) if layer == "county" else LIGHT.neighbour if layer == "context" else LIGHT.land
        for rings in shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]:
            axes.add_patch(PathPatch(_outline(rings), facecolor=fill, edgecolor=LIGHT.quiet, linewidth=0.6))
    names = "name_ko" if figure.marks["language"] == "ko" else "name_en"
    for _, row in table[table["layer"] != "tray"].iterrows():
        lon, lat = figure.marks["points"][row["place_id"]]
        if row["layer"] == "point":
            axes.scatter([lon], [lat], s=24 * row["reports"] ** 0.5, color="#D55E00", edgecolor=LIGHT.ground, linewidth=0.6, zorder=5)
        else:
            lon, lat = figure.marks["labels_aside"].get(row["place_id"], (lon, lat))
            axes.text(lon, lat, f"{row[names].replace(' County', '')}\n{row['name_ko'] if names == 'name_en' else row['name_en']}\n{row['reports']}",
                      ha="center", va="center", fontsize=6.5, zorder=6, linespacing=1.05)  # fmt: skip
    axes.plot([127.05, 127.05 + 50 / (111.32 * np.cos(np.radians(41.3)))], [40.35, 40.35], color=LIGHT.ink, linewidth=1.5)
    axes.text(127.05, 40.38, "50 km", fontsize=7)
    axes.set_xlim(126.75, 129.2)
    axes.set_ylim(40.25, 42.2)
    axes.set_aspect(1 / np.cos(np.radians(41.3)))
    axes.axis("off")
    _legend(canvas, figure, classes, names)


def _legend(canvas, figure, classes, names):
    canvas.text(0.72, 0.82, figure.marks["legend"], fontsize=9, weight="bold")
    lower, line = 1, 0.79
    for upper in classes:
        canvas.patches.append(Rectangle((0.72, line - 0.012), 0.025, 0.02, transform=canvas.transFigure, facecolor=step_of(upper, classes, LIGHT)))
        canvas.text(0.755, line - 0.008, f"{lower}–{upper}" if lower < upper else str(upper), fontsize=8)
        lower, line = upper + 1, line - 0.03
    line -= 0.02
    for _, row in figure.numbers[figure.numbers["layer"] == "tray"].iterrows():
        canvas.text(0.72, line, f"{row[names]}: {row['reports']}", fontsize=8.5)
        line -= 0.03
    line -= 0.02
    for _, row in figure.numbers[figure.numbers["layer"] == "point"].nlargest(12, "reports").iterrows():
        canvas.text(0.72, line, f"● {row['name_en']} {row['name_ko']}: {row['reports']}", fontsize=7.5, color="#A34700")
        line -= 0.026


def _outline(rings):
    vertices = [tuple(p) for ring in rings for p in ring]
    codes = [c for ring in rings for c in [Outline.MOVETO] + [Outline.LINETO] * (len(ring) - 2) + [Outline.CLOSEPOLY]]
    return Outline(vertices, codes)
