"""A matrix of two fields: the darker, the more reports carry both; the number stands in the cell."""

import numpy as np
import plotly.graph_objects as go
from matplotlib.colors import LinearSegmentedColormap

from reports.palette import LIGHT, faint


def to_plotly(figure, palette):
    table = figure.numbers
    drawn = go.Figure()
    if len(table):
        wide = table.pivot(index="theme_label", columns="code_label", values="reports")
        wide = wide.loc[list(dict.fromkeys(table["theme_label"])), list(dict.fromkeys(table["code_label"]))]
        codes = _codes(table)
        values = wide.to_numpy()
        low, high = _shades(palette)
        drawn.add_heatmap(
            z=_without_selves(values, codes), x=list(wide.columns), y=list(wide.index), text=[[str(v) if v else "" for v in row] for row in values], texttemplate="%{text}",
            customdata=[[[row, column] for column in codes.columns] for row in codes.index],
            colorscale=[[0, palette.ground], [0.001, low], [1, high]], zmin=0, showscale=False, xgap=1, ygap=1, textfont={"color": palette.ink},
            hovertemplate="%{y} + %{x}: %{z}<extra></extra>",
        )  # fmt: skip
        drawn.update_layout(height=190 + 28 * len(wide))
    drawn.update_xaxes(side="top", tickangle=-40, color=palette.ink, showgrid=False, automargin=True, ticks="")
    drawn.update_yaxes(autorange="reversed", color=palette.ink, showgrid=False, automargin=True, ticks="")
    return drawn


def _codes(table):
    """The counts as they stand in the matrix, rows and columns by code."""
    codes = table.pivot(index="theme", columns="code", values="reports")
    return codes.loc[list(dict.fromkeys(table["theme"])), list(dict.fromkeys(table["code"]))]


def _shades(palette):
    """The lightest and the darkest cell: ink is readable on both (4.5:1)."""
    high = palette.steps[2] if palette is LIGHT else palette.steps[1]
    return faint(high, palette.ground, 0.3), high


def _without_selves(values, codes):
    """A code beside itself is its own count and takes no colour: it would pale all pairs."""
    selves = np.array([[row == column for column in codes.columns] for row in codes.index])
    return np.where(selves, np.nan, values.astype(float))


def to_canvas(canvas, figure):
    table = figure.numbers
    if table.empty:
        return
    rows, columns = list(dict.fromkeys(table["theme_label"])), list(dict.fromkeys(table["code_label"]))
    values = table["reports"].to_numpy().reshape(len(rows), len(columns))
    axes = canvas.add_axes((0.2, 0.1, 0.76, 0.6))
    codes = _codes(table)
    shades = LinearSegmentedColormap.from_list("shades", [LIGHT.ground, *_shades(LIGHT)])
    axes.imshow(_without_selves(values, codes), cmap=shades, aspect="auto", vmin=0)
    axes.set_xticks(range(len(columns)), columns, rotation=45, ha="left", fontsize=8)
    axes.set_yticks(range(len(rows)), rows, fontsize=8)
    axes.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    for (row, column), n in np.ndenumerate(values):
        if n:
            axes.text(column, row, str(n), ha="center", va="center", fontsize=7, color=LIGHT.ink)
