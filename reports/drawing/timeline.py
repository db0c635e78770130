"""The timeline: bars by bins of time, vague shares lighter (hatched in files), a strip of months without a year below."""

import numpy as np
import plotly.graph_objects as go

from reports.palette import LIGHT, faint, on_ground
from reports.timeline_bins import bin_label


def to_plotly(figure, palette):
    table, marks = figure.numbers, figure.marks
    drawn = go.Figure()
    for series in marks["series"]:
        colour, label = on_ground(marks["colours"][series], palette), marks["labels"][series]
        own = table[table["series"] == series]
        for column, shade in (("reports", colour), ("vague", faint(colour, palette.ground))):
            for lane, axis in (("dated", ""), ("no_year", "2")):
                part = own[own["lane"] == lane]
                if column == "vague" and axis:
                    continue
                drawn.add_bar(
                    x=[bin_label(b, "month" if axis else marks["rule"], marks["language"]) for b in part["bin"]], y=part[column].to_numpy(), name=label,
                    marker={"color": shade, "line": {"width": 0}}, xaxis=f"x{axis}", yaxis=f"y{axis}",
                    showlegend=not axis and column == "reports", legendgroup=series, customdata=part["bin"].to_numpy(),
                    hovertemplate="%{x}: %{y:.3~g}<extra>" + label + "</extra>",
                )  # fmt: skip
    grid = {"gridcolor": palette.grid, "zeroline": False, "rangemode": "tozero", "color": palette.ink}
    drawn.update_layout(
        barmode="stack", bargap=0.03, height=460,
        xaxis={"domain": [0, 1], "anchor": "y", "type": "category", "showgrid": False, "color": palette.ink, "nticks": 12, "tickangle": 0},
        yaxis={"domain": [0.42, 1], **grid},
        xaxis2={"domain": [0, 1], "anchor": "y2", "type": "category", "showgrid": False, "color": palette.ink, "tickangle": 0},
        yaxis2={"domain": [0, 0.2], "nticks": 3, **grid},
    )  # fmt: skip
    lanes = marks["lanes"]
    drawn.add_annotation(text=f"{lanes['no_year']} · {lanes['undated']}", xref="paper", yref="paper", x=0, y=0.28, xanchor="left", showarrow=False)
    return drawn


def to_canvas(canvas, figure):
    table, marks = figure.numbers, figure.marks
    for lane, box, rule in (("dated", (0.06, 0.38, 0.9, 0.44), marks["rule"]), ("no_year", (0.06, 0.16, 0.9, 0.12), "month")):
        axes, bottom, names = canvas.add_axes(box), None, []
        for series in marks["series"]:
            part = table[(table["lane"] == lane) & (table["series"] == series)]
            names, at = list(part["bin"]), np.arange(len(part))
            bottom = np.zeros(len(part)) if bottom is None else bottom
            colour = marks["colours"][series]
            for column in ("reports", "vague"):
                vague = column == "vague"
                axes.bar(
                    at, part[column], bottom=bottom, width=0.96, color=faint(colour, LIGHT.ground) if vague else colour, hatch="////" if vague else None,
                    edgecolor=colour if vague else "none", linewidth=0, label=None if vague else marks["labels"][series],
                )  # fmt: skip
                bottom = bottom + part[column].to_numpy()
        step = max(1, -(-len(names) // 12))
        axes.set_xticks(np.arange(len(names))[::step], [bin_label(b, rule, marks["language"]) for b in names][::step], fontsize=8)
        axes.grid(axis="y", color=LIGHT.grid, linewidth=0.8)
        axes.set_axisbelow(True)
        axes.set_facecolor("none")
        if lane == "dated":
            axes.legend(loc="upper left", frameon=False, ncols=4, fontsize=9)
        axes.yaxis.get_major_locator().set_params(integer=True)
    canvas.text(0.06, 0.295, f"{marks['lanes']['no_year']} · {marks['lanes']['undated']}", fontsize=9)
