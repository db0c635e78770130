"""Draws figure values for the page, with plotly (the map, with pydeck, is drawn by reports/drawing/map.py)."""

import plotly.graph_objects as go

from reports.drawing import bars, change, compare, coverage, dots, events, flow, matrix, timeline
from reports.figures.value import Figure
from reports.palette import DARK, LIGHT

FONT = "Source Sans, Noto Sans KR, Noto Sans CJK KR, Apple SD Gothic Neo, Malgun Gothic, sans-serif"
_KINDS = {
    "timeline": timeline.to_plotly, "coverage": coverage.to_plotly, "events": events.to_plotly, "change": change.to_plotly, "compare": compare.to_plotly,
    "compare_time": compare.time_to_plotly,
    "bars": bars.to_plotly, "matrix": matrix.to_plotly, "flow": flow.to_plotly, "dots": dots.to_plotly,
}  # fmt: skip


def to_plotly(figure: Figure, dark: bool = False) -> go.Figure:
    """The figure value as a plotly figure; an empty one has axes and says so."""
    palette = DARK if dark else LIGHT
    drawn = _KINDS[figure.marks["kind"]](figure, palette)
    drawn.update_layout(
        font={"family": FONT, "size": 13, "color": palette.ink}, paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
        hovermode="closest", template="none",  # every look is said here or by the kind; a template is weighed anew at each drawing
        hoverlabel={"bgcolor": palette.ground, "font": {"color": palette.ink, "family": FONT}},
        legend={"orientation": "h", "yanchor": "bottom", "x": 0, "font": {"color": palette.ink}, "y": drawn.layout.legend.y or 1.02},
    )  # fmt: skip
    settled = drawn.layout.margin.autoexpand is False  # the kind knows what stands beside it: one drawing less in the browser
    if not settled:
        drawn.update_layout(margin={"l": 8, "r": 8, "t": 8, "b": 8})
    gap = {"ticks": "outside", "ticklen": 5, "tickcolor": "rgba(0,0,0,0)"}  # between a label and what it names
    drawn.update_xaxes(automargin=not settled, **gap)
    drawn.update_yaxes(automargin=not settled, **gap)
    if drawn.layout.dragmode is None:
        drawn.update_layout(dragmode=False)
    if figure.numbers.empty:
        drawn.add_annotation(text=figure.alt, showarrow=False, xref="paper", yref="paper", x=0.5, y=0.5, font={"color": palette.ink})
    return drawn
