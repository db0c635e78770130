"""The legend of the map for the page, as HTML: classes of the areas, sizes of the points, each with its numbers."""

from html import escape

from reports.figures.value import Figure
from reports.palette import DARK, LIGHT, area_of


def to_html(figure: Figure, dark: bool = False, shrink: float = 1) -> str:
    """The legend: for each class a field of its colour and its words, for each size a circle as large as on the map.

    `shrink` is by how much points are smaller on this map (reports/drawing/map.py: shrink_for).
    """
    palette, marks = DARK if dark else LIGHT, figure.marks
    change = marks["measure"] == "change"
    areas = [
        _entry(
            f"width:22px;height:14px;background:{area_of(value, marks['classes'], palette, change)};border:1px solid {palette.quiet}", words
        )
        for value, words in marks["legend_rows"][::-1]
    ]
    points = [
        _entry(f"width:{2 * r * shrink:.1f}px;height:{2 * r * shrink:.1f}px;border-radius:50%;background:{palette.point}", f"{n:,}")
        for n, r in marks["sizes"]
    ]
    groups = [(marks["legend"], areas), (marks["points_legend"], points)]
    return f'<div class="map-legend">{"".join(_group(title, entries) for title, entries in groups if entries)}</div>'


def _group(title, entries):
    return f"<div><strong>{escape(title)}</strong>{''.join(entries)}</div>"


def _entry(style, words):
    return f'<span><i style="{style}"></i>{escape(words)}</span>'
