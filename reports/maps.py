"""Draws the map value for the page, with pydeck, on the project's own outlines: no tiles, no requests."""

import pydeck as pdk

from reports.figures import Figure
from reports.map_figure import areas
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
