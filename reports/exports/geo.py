"""GeoJSON (RFC 7946) and KML (2.2): a feature a report, never finer than the report knows its place."""

import json
import re
from functools import lru_cache
from typing import BinaryIO
from xml.sax.saxutils import escape

from reports.edtf import Date, parse
from reports.exports.columns import columns
from reports.exports.selection import Selection
from reports.exports.tables import cell
from reports.figures.map import areas, layer_of
from reports.gazetteer import gazetteer

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters that no XML may hold


def to_geojson(selection: Selection, out: BinaryIO) -> int:
    """A FeatureCollection; what stands on no map has null geometry. Gives the number of reports."""
    head = json.dumps({"type": "FeatureCollection"} | selection.about(), ensure_ascii=False)
    out.write(f'{head[:-1]}, "features": ['.encode())
    n = 0
    for row in selection.rows():
        place_ids = tuple(row["event_place_ids"])
        properties = json.dumps(row | {"shown_as": shown_as(place_ids)}, ensure_ascii=False)
        feature = f'{{"type": "Feature", "id": {json.dumps(row["article_id"])}, "geometry": {_geometry_json(place_ids)}, "properties": {properties}}}'
        out.write(f"{',' * (n > 0)}\n{feature}".encode())
        n += 1
    out.write(b"\n]}\n")
    return n


def to_kml(selection: Selection, out: BinaryIO) -> int:
    """A placemark a report, with its time span and all its columns; what stands on no map has no geometry. Gives the number of reports."""
    names = [field.name for field in columns(selection.private)]
    about = selection.about()
    out.write(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n<name>{_xml(about["view"])}</name>\n'
        f"<description>{_xml(about['cite'])} {_xml(about['caveats'])}</description>\n{_data(about)}\n".encode()
    )
    n = 0
    for row in selection.rows():
        place_ids = tuple(row["event_place_ids"])
        shown = {name: cell(row[name]) for name in names} | {"shown_as": ";".join(shown_as(place_ids))}
        about_it = " · ".join(p for p in (row["outlet"], row["published"]) if p)
        out.write(
            f'<Placemark id="r{_xml(row["article_id"])}"><name>{_xml(row["title"] or row["article_id"])}</name>'
            f"<description>{_xml(about_it)} {_xml(row['url'] or '')}</description>"
            f"{_time_span(row['event_start'], row['event_end'])}{_data(shown)}{_geometry_kml(place_ids)}</Placemark>\n".encode()
        )
        n += 1
    out.write(b"</Document>\n</kml>\n")
    return n


def shown_as(place_ids: tuple) -> list:
    """How a report stands on the map: county:<place_id>, point:<place_id>, or tray:<why it is on no map>."""
    return [f"{layer}:{name}" for layer, name in layer_of(place_ids)]


@lru_cache(maxsize=65536)
def geometry_of(place_ids: tuple) -> dict | None:
    """The geometry of one report: points and county outlines as known, None where it is on no map."""
    points, polygons = [], []
    for layer, name in layer_of(place_ids):
        if layer == "point":
            points.append([gazetteer().place(name).lon, gazetteer().place(name).lat])
        elif layer == "county":
            polygons += _outline(name)
    point = {"type": "Point", "coordinates": points[0]} if len(points) == 1 else {"type": "MultiPoint", "coordinates": points}
    polygon = {"type": "Polygon", "coordinates": polygons[0]} if len(polygons) == 1 else {"type": "MultiPolygon", "coordinates": polygons}
    both = [shape for shape in (point, polygon) if shape["coordinates"]]
    return {"type": "GeometryCollection", "geometries": both} if len(both) == 2 else both[0] if both else None


@lru_cache(maxsize=None)
def _outline(place_id):
    """The polygons of a county, outer rings counter-clockwise and holes clockwise, as RFC 7946 wants them."""
    shape = next(
        f["geometry"] for f in areas()["features"] if f["properties"].get("place_id") == place_id and f["properties"]["layer"] == "county"
    )
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    return [[ring if (_area(ring) > 0) == (number == 0) else ring[::-1] for number, ring in enumerate(rings)] for rings in polygons]


def _area(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1, *_), (x2, y2, *_) in zip(ring, ring[1:]))


@lru_cache(maxsize=65536)
def _geometry_json(place_ids):
    return json.dumps(geometry_of(place_ids))


@lru_cache(maxsize=65536)
def _geometry_kml(place_ids):
    shape = geometry_of(place_ids)
    parts = [] if shape is None else shape["geometries"] if shape["type"] == "GeometryCollection" else [shape]
    found = []
    for part in parts:
        many = part["type"].startswith("Multi")
        for coordinates in part["coordinates"] if many else [part["coordinates"]]:
            found.append(f"<Point>{_coordinates([coordinates])}</Point>" if part["type"].endswith("Point") else _polygon_kml(coordinates))
    return f"<MultiGeometry>{''.join(found)}</MultiGeometry>" if len(found) > 1 else "".join(found)


def _polygon_kml(rings):
    sides = [(("outer" if n == 0 else "inner"), ring) for n, ring in enumerate(rings)]
    return (
        "<Polygon>" + "".join(f"<{s}BoundaryIs><LinearRing>{_coordinates(r)}</LinearRing></{s}BoundaryIs>" for s, r in sides) + "</Polygon>"
    )


def _coordinates(points):
    return f"<coordinates>{' '.join(f'{lon},{lat}' for lon, lat, *_ in points)}</coordinates>"


def _time_span(start, end):
    """A TimeSpan where the year is known; KML knows days, months and years."""
    begin, last = _with_year(start), _with_year(end)
    if not begin and not last:
        return ""
    return f"<TimeSpan>{f'<begin>{begin}</begin>' * bool(begin)}{f'<end>{last}</end>' * bool(last)}</TimeSpan>"


def _with_year(value):
    try:
        found = parse(value) if value else None
    except ValueError:
        return None
    return str(found) if isinstance(found, Date) and found.year else None


def _data(values):
    rows = "".join(
        f'<Data name="{_xml(name)}"><value>{_xml(value)}</value></Data>' for name, value in values.items() if value not in ("", None)
    )
    return f"<ExtendedData>{rows}</ExtendedData>"


def _xml(value):
    return escape(_NO_XML.sub("\ufffd", str(value)), {'"': "&quot;"})
