"""The timeline: bars by bins of time that touch, vague shares lighter (hatched in files), the band of coverage on the same axis,
a strip of months without a year below, the undated in a tray at the right, context markers as thin numbered lines."""

import numpy as np
import plotly.graph_objects as go

from reports.drawing import band
from reports.drawing.markers import add_markers, lines_on_canvas, markers_on_canvas, room_for
from reports.palette import LIGHT, faint, on_ground
from reports.timeline_bins import bin_label, month_label

_ROW = 20  # pixels of a row of the band
_TALL = {"bars": 290, "small": 200, "strip": 70}
_GAP = {"band": 62, "strip": 34}  # pixels above a lane, for what is written there

_SHORT = 3  # series whose names surely find room in the legend (band.LEGEND), on a phone too


def to_plotly(figure, palette):
    table, marks = figure.numbers, figure.marks
    axis, outlets = marks["axis"], len(band.cells(figure.numbers)[0])
    small, tray = marks["small"], marks["sums"]["undated"] > 0
    strip = marks["sums"]["no_year"] > 0 and not small
    lanes = {"bars": _TALL["small" if small else "bars"], "band": outlets * _ROW, "strip": _TALL["strip"] * strip}
    inside = sum(lanes.values()) + sum(_GAP[name] for name, height in lanes.items() if height and name in _GAP)
    domains, edge = _domains(lanes, inside), 0.93 if tray else 1.0
    drawn = go.Figure()
    above, tops = room_for(marks["markers"]), _tops(table)
    drawn.update_layout(barmode="stack", bargap=0, height=int(inside + above + band.LEGEND + band.BELOW), selectdirection="h")
    drawn.update_layout(legend={"y": 1 + above / inside})
    if len(marks["series"]) <= _SHORT:
        band.settle_margins(drawn, table, tops["dated"], above)
    _place(drawn, axis, marks, domains, edge, tops, palette)
    for series in marks["series"]:
        _bars(drawn, table[table["series"] == series], series, marks, palette, strip)
    if band.add_plotly(drawn, table, axis, marks["band"], marks["language"], palette, ("x", "y2")):
        band.note(drawn, marks["band"]["title"], "y2", palette)
    if marks["dates"] == "published":
        drawn.update_layout(yaxis5={"overlaying": "y", "anchor": "x", "range": [0, 1], "visible": False, "fixedrange": True})
        band.hatch_plotly(drawn, table, palette, ("x", "y5"))
    if strip:
        band.note(drawn, marks["lanes"]["no_year"], "y3", palette)
    if tray:
        _tray(drawn, marks, palette)
    add_markers(drawn, marks["markers"], axis, palette, drawn.layout.yaxis.range)
    return drawn


def _domains(lanes, inside):
    """Each lane's share of the height, from the top."""
    at, domains = float(inside), {}
    for name, height in lanes.items():
        at -= _GAP.get(name, 0) if height else 0
        domains[name] = [max(0.0, (at - height) / inside), max(0.0, at / inside)]
        at -= height
    return domains


def _tops(table):
    """The highest stack of the bars and of the strip."""
    stacks = table.assign(n=table["reports"] + table["vague"]).groupby(["lane", "bin"])["n"].sum()
    return {lane: float(stacks[lane].max()) if lane in stacks.index.get_level_values(0) else 1.0 for lane in ("dated", "no_year")}


def whole_step(top: float) -> float:
    """The step of an axis of reports up to `top`: whole numbers, about five of them."""
    steps = (factor * 10**power for power in range(7) for factor in (1, 2, 5))
    return next(step for step in steps if top / step <= 6)


def _place(drawn, axis, marks, domains, edge, tops, palette):
    """One x axis for the bars and the band, one for the months of the strip, one for the tray at the right."""
    values, labels = axis.ticks(marks["language"])
    quiet = {"showgrid": False, "zeroline": False, "color": palette.ink, "fixedrange": True}
    grid = {
        "gridcolor": palette.grid,
        "zeroline": False,
        "rangemode": "tozero",
        "color": palette.ink,
        "automargin": True,
        "fixedrange": True,
    }
    months = list(range(1, 13, 2))
    drawn.update_layout(
        xaxis={
            "domain": [0, edge],
            "anchor": "y",
            "range": [0, max(1, axis.size)],
            "tickvals": values,
            "ticktext": [t.replace("\n", "<br>") for t in labels],
            "tickangle": 0,
            **quiet,
        },
        yaxis={"domain": domains["bars"], "range": [0, 1.05 * max(1.0, tops["dated"])], "dtick": whole_step(tops["dated"]), **grid},  # the subtitle says what is counted
        yaxis2={"domain": domains["band"], "anchor": "x"},
        xaxis3={
            "domain": [0, edge],
            "anchor": "y3",
            "range": [0.5, 12.5],
            "tickvals": months,
            "ticktext": [month_label(m, marks["language"]) for m in months],
            "tickangle": 0,
            "tickfont": {"size": 11},
            **quiet,
        },
        yaxis3={"domain": domains["strip"], "anchor": "x3", "dtick": 2 * whole_step(tops["no_year"]), **grid},
        xaxis4={"domain": [min(edge + 0.012, 0.99), 1], "anchor": "y4", "range": [0, 1], "visible": False, "fixedrange": True},
        yaxis4={"domain": domains["bars"], "anchor": "x4", "range": [0, 1], "visible": False, "fixedrange": True},
    )


def _bars(drawn, own, series, marks, palette, strip):
    colour, label, axis = on_ground(marks["colours"][series], palette), marks["labels"][series], marks["axis"]
    looks = {
        "reports": {"color": colour, "line": {"width": 0.6, "color": palette.ground}},
        "vague": {"color": faint(colour, palette.ground), "line": {"width": 0.8, "color": colour}},
    }
    dated = own[own["lane"] == "dated"]
    for column, look in looks.items():
        drawn_bins = np.flatnonzero(dated[column].to_numpy() > 0)
        names = dated["bin"].to_numpy()[drawn_bins]
        said = "" if column == "reports" else f" ({marks['vague']})"
        drawn.add_bar(
            x=drawn_bins + 0.5,
            y=dated[column].to_numpy()[drawn_bins],
            width=1,
            marker=look,
            name=label,
            legendgroup=series,
            showlegend=column == "reports",
            customdata=names,
            text=[bin_label(n, axis.rule, marks["language"]) for n in names],
            textposition="none",
            hovertemplate="%{text}: %{y:.3~g}" + said + "<extra>" + label + "</extra>",
        )
    if strip:
        part = own[(own["lane"] == "no_year") & (own["reports"] > 0)]
        drawn.add_bar(
            x=[int(b[5:]) for b in part["bin"]],
            y=part["reports"].to_numpy(),
            width=1,
            marker=looks["reports"],
            name=label,
            legendgroup=series,
            xaxis="x3",
            yaxis="y3",
            showlegend=False,
            customdata=part["bin"].to_numpy(),
            hovertemplate="%{x}: %{y}<extra>" + label + "</extra>",
        )


def _tray(drawn, marks, palette):
    grey = on_ground(LIGHT.quiet, palette)
    drawn.add_bar(
        x=[0.5],
        y=[1],
        width=1,
        xaxis="x4",
        yaxis="y4",
        showlegend=False,
        customdata=[""],
        hovertemplate=marks["lanes"]["undated"] + "<extra></extra>",
        marker={
            "color": palette.ground,
            "line": {"width": 1, "color": grey},
            "pattern": {"shape": "/", "size": 8, "solidity": 0.08, "fgcolor": grey, "bgcolor": palette.ground},
        },
    )
    words = f"<b>{marks['sums']['undated']:,.0f}</b> {marks['undated']}"
    drawn.add_annotation(
        text=words,
        x=0.5,
        y=0.5,
        xref="x4",
        yref="y4",
        textangle=-90,
        showarrow=False,
        bgcolor=palette.ground,
        borderpad=3,
        font={"size": 13, "color": palette.ink},
    )


def to_canvas(canvas, figure):
    table, marks = figure.numbers, figure.marks
    axis, outlets = marks["axis"], len(band.cells(table)[0])
    strip, tray = marks["sums"]["no_year"] > 0, marks["sums"]["undated"] > 0
    floor, ceiling, width = markers_on_canvas(canvas, marks, 0.13), 0.835, 0.77 if tray else 0.82
    low = 0.08 if strip else 0
    deep = min(0.2, 0.025 * outlets) if outlets else 0
    bars = canvas.add_axes((0.14, floor + low + deep + 0.05 * bool(low) + 0.075 * bool(deep), width, 0))
    bars.set_position((0.14, bars.get_position().y0, width, ceiling - bars.get_position().y0))
    bottom = _stack(bars, table[table["lane"] == "dated"], marks, np.arange(axis.size) + 0.5)
    bars.set_xlim(0, max(1, axis.size))
    bars.set_ylim(0, max(1.0, float(bottom.max()) * 1.05) if len(bottom) else 1.0)
    if marks["dates"] == "published":
        band.hatch_canvas(bars, table)
    bars.set_xticks(*axis.ticks(marks["language"]), fontsize=8)
    bars.set_ylabel(marks["y"], fontsize=8)
    shown = bool(marks["markers_in_files"] and marks["markers"])
    if bars.get_legend_handles_labels()[0]:
        bars.legend(loc="lower left", bbox_to_anchor=(0, 1.0 + 0.07 * shown), frameon=False, ncols=4, fontsize=8, borderaxespad=0.2)
    lines_on_canvas(bars, marks, axis)
    if outlets:
        below = canvas.add_axes((0.14, floor + low + 0.05 * bool(low), width, deep))
        band.add_canvas(below, table, axis, marks["band"], marks["language"])
    if strip:
        months = canvas.add_axes((0.14, floor, width, low - 0.015))
        _stack(months, table[table["lane"] == "no_year"], marks, np.arange(1, 13))
        months.set_xlim(0.5, 12.5)
        months.set_xticks(range(1, 13), [month_label(m, marks["language"]) for m in range(1, 13)], fontsize=7)
        months.set_title(marks["lanes"]["no_year"], fontsize=7.5, loc="left", pad=3)
    if tray:
        at = bars.get_position()
        box = canvas.add_axes((at.x1 + 0.015, at.y0, 0.035, at.height), xticks=[], yticks=[], facecolor="none")
        box.bar([0.5], [1], width=1, facecolor="none", edgecolor=LIGHT.quiet, hatch="///", linewidth=0.6)
        box.set_xlim(0, 1)
        box.set_ylim(0, 1)
        words = f"{marks['sums']['undated']:,.0f} {marks['undated']}"
        box.text(
            0.5,
            0.5,
            words,
            ha="center",
            va="center",
            fontsize=8,
            rotation=90,
            bbox={"facecolor": LIGHT.ground, "edgecolor": "none", "pad": 2},
        )


def _stack(axes, lane, marks, at):
    """Bars of one lane upon each other; gives how high they are."""
    bottom = np.zeros(len(at))
    for series in marks["series"]:
        part, colour = lane[lane["series"] == series], marks["colours"][series]
        for column in ("reports", "vague"):
            if not part[column].any():
                continue
            vague = column == "vague"
            axes.bar(
                at,
                part[column],
                bottom=bottom,
                width=1,
                color=faint(colour, LIGHT.ground) if vague else colour,
                hatch="////" if vague else None,
                edgecolor=colour if vague else LIGHT.ground,
                linewidth=0.3,
                label=f"{marks['labels'][series]} ({marks['vague']})" if vague else marks["labels"][series],
            )
            bottom = bottom + part[column].to_numpy()
    axes.grid(axis="y", color=LIGHT.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_facecolor("none")
    axes.tick_params(length=0, labelsize=8)
    axes.yaxis.get_major_locator().set_params(integer=True, nbins=4 if len(at) == 12 and lane["lane"].eq("no_year").all() else 6)
    return bottom
