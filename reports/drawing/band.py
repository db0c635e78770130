"""The band of coverage under a time chart: outlet by bin, shaded by articles loaded; hatched where nothing is loaded."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from reports.drawing.frame import width_of
from reports.palette import LIGHT, faint, on_ground

_NUMBERED = 24  # bins up to which the number stands in each cell
LEGEND, BELOW = 58, 44  # pixels for a short legend (two lines on a phone), for two lines of dates under the axis
_LONGEST = 17  # letters of an outlet's name beside its row


def cells(table):
    """(labels of the rows, articles by row and bin) of the lane `coverage`, the first row lowest in neither: top to bottom."""
    part = table[table["lane"] == "coverage"]
    labels = list(dict.fromkeys(part["label"]))
    return labels, part["articles"].to_numpy(dtype=float).reshape(len(labels), -1) if labels else np.zeros((0, 0))


def row_labels(table):
    """What stands beside the rows of the band."""
    return [_short(label) for label in cells(table)[0]]


def add_plotly(drawn, table, axis, words, language, palette, axes):
    """Draws the band on the axes "x", "y2" (`axes`); gives whether there was one to draw."""
    labels, counts = cells(table)
    if not labels:
        return False
    x, y = axes
    rows = np.arange(len(labels))[::-1]
    grey = on_ground(LIGHT.quiet, palette)
    runs = [(start, stop, row) for row, line in zip(rows, counts) for start, stop in _runs(line == 0)]
    drawn.add_bar(
        x=[stop - start for start, stop, _ in runs],
        y=[row for *_, row in runs],
        base=[start for start, *_ in runs],
        width=0.86,
        orientation="h",
        xaxis=x,
        yaxis=y,
        showlegend=False,
        hoverinfo="skip",
        marker={
            "color": palette.ground,
            "line": {"width": 0},
            "pattern": {"shape": "/", "size": 6, "solidity": 0.15, "fgcolor": grey, "bgcolor": palette.ground},
        },
    )
    shown = np.where(counts > 0, counts, np.nan)
    texts = np.where(counts > 0, np.char.mod("%d", counts), "")
    names = np.array([[f"{label} · {name}" for name in _bins(axis, language)] for label in labels], dtype=object)
    drawn.add_heatmap(
        z=np.sqrt(shown),
        x=np.arange(axis.size) + 0.5,
        y=rows,
        xgap=1,
        ygap=3,
        xaxis=x,
        yaxis=y,
        showscale=False,
        colorscale=[[0, faint(grey, palette.ground, 0.35)], [1, faint(grey, palette.ground, 0.85)]],
        zmin=0,
        zmax=max(1.0, float(np.sqrt(counts.max()))),
        customdata=np.dstack([names, texts]),
        text=texts if axis.size <= _NUMBERED else None,
        texttemplate="%{text}" if axis.size <= _NUMBERED else None,
        textfont={"size": 10, "color": palette.ink},
        hovertemplate="%{customdata[0]}: %{customdata[1]} " + words["hover"] + "<extra></extra>",
    )
    drawn.layout[_name(y)].update(
        tickvals=rows,
        ticktext=row_labels(table),
        range=[-0.6, len(rows) - 0.4],
        showgrid=False,
        zeroline=False,
        automargin=True,
        color=palette.ink,
        tickfont={"size": 11},
        fixedrange=True,
    )
    return True


def unloaded(table):
    """(first, one past the last) of every stretch of bins of which nothing is loaded from anybody."""
    labels, counts = cells(table)
    return _runs(counts.sum(axis=0) == 0) if labels else []


def hatch_plotly(drawn, table, palette, axes):
    """Hatches the stretches of bins of which nothing is loaded over the whole height of a chart of publication: there is no zero there.

    `axes` are the chart's x axis and a y axis from 0 to 1 that lies over its own.
    """
    runs, (x, y) = unloaded(table), axes
    drawn.add_bar(
        x=[(a + b) / 2 for a, b in runs],
        y=[1] * len(runs),
        width=[b - a for a, b in runs],
        xaxis=x,
        yaxis=y,
        showlegend=False,
        hoverinfo="skip",
        marker={
            "color": "rgba(0,0,0,0)",
            "line": {"width": 0},
            "pattern": {"shape": "/", "size": 8, "solidity": 0.08, "fgcolor": on_ground(LIGHT.quiet, palette), "bgcolor": "rgba(0,0,0,0)"},
        },
    )


def hatch_canvas(axes, table):
    """The same in matplotlib axes, once their height is set."""
    low, high = axes.get_ylim()
    for start, stop in unloaded(table):
        axes.add_patch(
            Rectangle((start, low), stop - start, high - low, facecolor="none", edgecolor=LIGHT.grid, hatch="////", linewidth=0, zorder=0)
        )


def add_canvas(axes, table, axis, words, language):
    """Draws the band into matplotlib axes whose x runs from 0 to the number of bins."""
    labels, counts = cells(table)
    for row, line in enumerate(counts):
        for start, stop in _runs(line == 0):
            at = (start, len(labels) - 1 - row - 0.43)
            axes.add_patch(Rectangle(at, stop - start, 0.86, facecolor="none", edgecolor=LIGHT.quiet, hatch="////", linewidth=0))
    ramp = LinearSegmentedColormap.from_list("band", [faint(LIGHT.quiet, LIGHT.ground, 0.35), faint(LIGHT.quiet, LIGHT.ground, 0.85)])
    top = max(1.0, float(np.sqrt(counts.max()))) if counts.size else 1.0
    for row, column in zip(*np.nonzero(counts)):
        n, y = counts[row, column], len(labels) - 1 - row
        axes.add_patch(Rectangle((column + 0.03, y - 0.43), 0.94, 0.86, facecolor=ramp(np.sqrt(n) / top), linewidth=0))
        if axis.size <= _NUMBERED:
            axes.text(column + 0.5, y, f"{n:.0f}", ha="center", va="center", fontsize=6.5)
    axes.set_xlim(0, max(1, axis.size))
    axes.set_ylim(-0.6, len(labels) - 0.4)
    axes.set_yticks(range(len(labels)), [_short(label) for label in labels[::-1]], fontsize=7)
    axes.set_xticks([])
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_facecolor("none")
    axes.set_title(words["title"], fontsize=7.5, loc="left", pad=3)


def _runs(empty):
    """(first, one past the last) of every stretch of empty cells."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], empty.astype("int8"), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2])]


def _bins(axis, language):
    from reports.timeline_bins import bin_label

    return [bin_label(name, axis.rule, language) for name in axis.names]


def _short(label):
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"


def settle_margins(drawn, table, top, above):
    """Sets the margins of a time chart from what stands in them, where that is known beforehand: the browser then draws once, not twice.

    `top` is the highest number beside the y axis; `above` pixels are left for what stands between the chart and a short legend.
    """
    left = max([width_of(f"{top:,.0f}", 13), *(width_of(label, 11) for label in row_labels(table))])
    drawn.update_layout(margin={"l": 12 + left, "r": 8, "t": above + LEGEND, "b": BELOW, "autoexpand": False})
    drawn.update_layout(legend={"xref": "container"})  # it may run over the whole width


def note(drawn, words, axis, palette):
    """Words that stand above a lane, at its left."""
    top = drawn.layout[_name(axis)].domain[1]
    drawn.add_annotation(
        text=words,
        xref="paper",
        yref="paper",
        x=0,
        y=top,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        font={"size": 12, "color": palette.ink},
    )


def _name(axis):
    return f"yaxis{axis[1:]}"
