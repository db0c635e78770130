"""Bands between columns of nodes, as wide as their numbers; nodes and the middle of bands can be chosen on the page."""

import numpy as np
import plotly.graph_objects as go

from reports.figures.flow import COLUMNS, NONE, OTHER
from reports.palette import LIGHT, faint
from reports.reading import FIELD_COLOURS

_NODE = 0.016  # width of a node
_STEPS = np.linspace(0, 1, 24)
_EASE = _STEPS * _STEPS * (3 - 2 * _STEPS)  # level where it leaves and where it arrives


def to_plotly(figure, palette):
    bands, nodes = figure.marks["bands"], figure.marks["nodes"]
    traces = []
    for field in COLUMNS:
        for grey in (False, True):
            own = [b for b in bands if b["from"][0] == field and (b["from"][1] in (OTHER, NONE)) == grey]
            if own:
                traces.append(_ribbons(own, faint(_colour(*own[0]["from"], palette), palette.ground, 0.38)))
    middle = [(band, *_middle(band)) for band in bands]
    traces.append({
        "type": "scatter", "x": [x for _, x, _ in middle], "y": [y for _, _, y in middle], "mode": "markers", "marker": {"size": 9, "opacity": 0},
        "hoverinfo": "text", "text": [band["words"] for band in bands], "customdata": [[*band["from"], *band["to"]] for band in bands], "showlegend": False,
    })  # fmt: skip
    traces.append({
        "type": "bar", "x": [n["x"] for n in nodes], "y": [n["height"] for n in nodes], "base": [n["top"] - n["height"] for n in nodes], "width": _NODE,
        "marker": {"color": [_colour(n["field"], n["code"], palette) for n in nodes], "line": {"width": 0}}, "hoverinfo": "text", "showlegend": False,
        "hovertext": [f"{n['label']}: {n['reports']}" for n in nodes], "customdata": [[n["field"], n["code"]] for n in nodes],
    })  # fmt: skip
    words = [{
        "x": n["x"] + _NODE, "y": n["top"] - n["height"] / 2, "text": f"{n['label']} <b>{n['reports']}</b>", "showarrow": False, "xanchor": "left",
        "font": {"size": 12, "color": palette.ink}, "bgcolor": palette.ground, "opacity": 0.92, "borderpad": 1,
    } for n in nodes]  # fmt: skip
    words += [{
        "x": x / 2, "y": 1.03, "text": f"<b>{figure.marks['heads'][field]}</b>", "showarrow": False, "xanchor": "left", "yanchor": "bottom",
        "font": {"color": palette.ink},
    } for x, field in enumerate(COLUMNS)]  # fmt: skip
    axis = {"visible": False, "fixedrange": True}
    layout = {"height": 620, "annotations": words, "xaxis": {**axis, "range": [-0.02, 1.24]}, "yaxis": {**axis, "range": [-0.02, 1.1]}}
    return go.Figure({"data": traces, "layout": layout})


def _ribbons(bands, colour):
    """All bands of one colour as one trace: a gap stands between two of them."""
    xs, ys = [], []
    for band in bands:
        x, upper, lower = _edges(band)
        xs += [x, x[::-1], [np.nan]]
        ys += [upper, lower[::-1], [np.nan]]
    return {
        "type": "scatter", "x": np.concatenate(xs), "y": np.concatenate(ys), "fill": "toself", "mode": "lines", "line": {"width": 0}, "fillcolor": colour,
        "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip


def to_canvas(canvas, figure):
    axes = canvas.add_axes((0.05, 0.1, 0.92, 0.74))
    for band in figure.marks["bands"]:
        x, upper, lower = _edges(band)
        axes.fill_between(x, lower, upper, color=faint(_colour(*band["from"], LIGHT), LIGHT.ground, 0.38), linewidth=0)
    for n in figure.marks["nodes"]:
        axes.bar(n["x"], n["height"], bottom=n["top"] - n["height"], width=_NODE, color=_colour(n["field"], n["code"], LIGHT))
        axes.text(n["x"] + _NODE, n["top"] - n["height"] / 2, f"{n['label']} {n['reports']}", va="center", fontsize=8)
    for x, field in enumerate(COLUMNS):
        axes.text(x / 2, 1.03, figure.marks["heads"][field], fontsize=10, weight="bold")
    axes.set_xlim(-0.02, 1.24)
    axes.set_ylim(-0.02, 1.1)
    axes.axis("off")


def _edges(band):
    x = band["x"] + _NODE / 2 + _STEPS * (0.5 - _NODE)
    upper = band["left"] + (band["right"] - band["left"]) * _EASE
    return x, upper, upper - band["height"]


def _middle(band):
    return band["x"] + 0.25, (band["left"] + band["right"] - band["height"]) / 2


def _colour(field, code, palette):
    return palette.quiet if code in (OTHER, NONE) else FIELD_COLOURS[field]
