"""The timeline: bars by bins of time that touch, vague shares lighter (hatched in files), the band of coverage on the same axis,
a strip of months without a year below, the undated in a tray at the right, context markers as thin numbered lines."""

import numpy as np
import plotly.graph_objects as go

from reports.drawing import band
from reports.palette import LIGHT, faint, on_ground
from reports.timeline_bins import bin_label, month_label

_ROW = 20  # pixels of a row of the band
_TALL = {"bars": 300, "strip": 74, "gap": 46}


def to_plotly(figure, palette):
    table, marks = figure.numbers, figure.marks
    axis, outlets = marks["axis"], len(band.cells(figure.numbers)[0])
    strip, tray = marks["sums"]["no_year"] > 0, marks["sums"]["undated"] > 0
    heights = [_TALL["bars"], outlets * _ROW, _TALL["strip"] * strip]
    total = sum(heights) + _TALL["gap"] * sum(h > 0 for h in heights[1:]) + 70
    edge = 0.9 if tray else 1.0
    drawn = go.Figure()
    drawn.update_layout(barmode="stack", bargap=0, height=int(total), dragmode="select", selectdirection="h")
    _place(drawn, axis, marks, heights, total, edge, palette)
    for series in marks["series"]:
        _bars(drawn, table[table["series"] == series], series, marks, palette, strip)
    if band.add_plotly(drawn, table, axis, marks["band"], marks["language"], palette, ("x", "y2")):
        _note(drawn, f"{marks['band']['title']} {marks['band']['nothing']}", drawn.layout.yaxis2.domain[1], palette)
    if strip:
        _note(drawn, marks["lanes"]["no_year"], drawn.layout.yaxis3.domain[1], palette)
    if tray:
        _tray(drawn, marks, palette)
    add_markers(drawn, marks["markers"], axis, palette)
    return drawn


def _place(drawn, axis, marks, heights, total, edge, palette):
    """Gives each lane its share of the height, from the top, and one x axis to the bars and the band."""
    at, domains = 1.0, []
    for height in heights:
        domains.append([max(0.0, at - height / total), at])
        at -= (height + (_TALL["gap"] if height else 0)) / total
    values, labels = axis.ticks(marks["language"])
    quiet = {"showgrid": False, "zeroline": False, "color": palette.ink, "fixedrange": True}
    grid = {"gridcolor": palette.grid, "zeroline": False, "rangemode": "tozero", "color": palette.ink, "automargin": True, "fixedrange": True}
    drawn.update_layout(
        xaxis={"domain": [0, edge], "anchor": "y", "range": [0, max(1, axis.size)], "tickvals": values, "ticktext": [t.replace("\n", "<br>") for t in labels],
               "tickangle": 0, **quiet},
        yaxis={"domain": domains[0], "title": {"text": marks["y"], "font": {"size": 12}}, **grid},
        yaxis2={"domain": domains[1], "anchor": "x"},
        xaxis3={"domain": [0, edge], "anchor": "y3", "range": [0.5, 12.5], "tickvals": list(range(1, 13)),
                "ticktext": [month_label(m, marks["language"]) for m in range(1, 13)], "tickangle": 0, "tickfont": {"size": 11}, **quiet},
        yaxis3={"domain": domains[2], "anchor": "x3", "nticks": 3, **grid},
        xaxis4={"domain": [min(edge + 0.015, 0.99), 1], "anchor": "y4", "range": [0, 1], "visible": False, "fixedrange": True},
        yaxis4={"domain": domains[0], "anchor": "x4", "range": [0, 1], "visible": False, "fixedrange": True},
    )  # fmt: skip


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
            x=drawn_bins + 0.5, y=dated[column].to_numpy()[drawn_bins], width=1, marker=look, name=label, legendgroup=series,
            showlegend=column == "reports", customdata=names, text=[bin_label(n, axis.rule, marks["language"]) for n in names], textposition="none",
            hovertemplate="%{text}: %{y:.3~g}" + said + "<extra>" + label + "</extra>",
        )  # fmt: skip
    if strip:
        part = own[(own["lane"] == "no_year") & (own["reports"] > 0)]
        drawn.add_bar(
            x=[int(b[5:]) for b in part["bin"]], y=part["reports"].to_numpy(), width=1, marker=looks["reports"], name=label, legendgroup=series,
            xaxis="x3", yaxis="y3", showlegend=False, customdata=part["bin"].to_numpy(), hovertemplate="%{x}: %{y}<extra>" + label + "</extra>",
        )  # fmt: skip


def _tray(drawn, marks, palette):
    grey = on_ground(LIGHT.quiet, palette)
    drawn.add_bar(
        x=[0.5], y=[1], width=1, xaxis="x4", yaxis="y4", showlegend=False, customdata=[""], hovertemplate=marks["lanes"]["undated"] + "<extra></extra>",
        marker={"color": palette.ground, "line": {"width": 1, "color": grey}, "pattern": {"shape": "/", "size": 8, "solidity": 0.08, "fgcolor": grey, "bgcolor": palette.ground}},
    )  # fmt: skip
    words = f"<b>{marks['sums']['undated']:,.0f}</b><br>{marks['undated']}"
    drawn.add_annotation(text=words, x=0.5, y=0.5, xref="x4", yref="y4", showarrow=False, bgcolor=palette.ground, borderpad=2, font={"size": 12, "color": palette.ink})


def _note(drawn, words, y, palette):
    drawn.add_annotation(
        text=words, xref="paper", yref="paper", x=0, y=y, xanchor="left", yanchor="bottom", showarrow=False, font={"size": 12, "color": palette.ink}
    )  # fmt: skip


def add_markers(drawn, markers, axis, palette):
    """Thin lines with small numerals on top; a numeral too near to the last one stands a step higher."""
    last, raised = -np.inf, False
    for marker in markers:
        raised = not raised if marker["at"] - last < 0.03 * axis.size else False
        last = marker["at"]
        drawn.add_shape(
            type="line", x0=marker["at"], x1=marker["at"], y0=0, y1=1, xref="x", yref="y domain", line={"color": palette.ink, "width": 1, "dash": "dot"}
        )
        drawn.add_annotation(
            text=str(marker["numeral"]), x=marker["at"], y=1, yshift=14 if raised else 3, xref="x", yref="y domain", yanchor="bottom", showarrow=False,
            font={"size": 10, "color": palette.ink}, hovertext=marker["words"],
        )  # fmt: skip


def to_canvas(canvas, figure):
    table, marks = figure.numbers, figure.marks
    axis, outlets = marks["axis"], len(band.cells(table)[0])
    strip, tray = marks["sums"]["no_year"] > 0, marks["sums"]["undated"] > 0
    floor, ceiling, width = 0.14, 0.80, 0.72 if tray else 0.82
    low = 0.08 if strip else 0
    deep = min(0.2, 0.025 * outlets) if outlets else 0
    bars = canvas.add_axes((0.14, floor + low + deep + 0.05 * bool(low) + 0.075 * bool(deep), width, 0))
    bars.set_position((0.14, bars.get_position().y0, width, ceiling - bars.get_position().y0))
    bottom = _stack(bars, table[table["lane"] == "dated"], marks, np.arange(axis.size) + 0.5)
    bars.set_xlim(0, max(1, axis.size))
    bars.set_ylim(0, max(1.0, float(bottom.max()) * 1.05) if len(bottom) else 1.0)
    bars.set_xticks(*axis.ticks(marks["language"]), fontsize=8)
    bars.set_ylabel(marks["y"], fontsize=8)
    bars.legend(loc="lower left", bbox_to_anchor=(0, 1.0), frameon=False, ncols=4, fontsize=8, borderaxespad=0.2)
    if marks["markers_in_files"]:
        for marker in marks["markers"]:
            bars.axvline(marker["at"], color=LIGHT.ink, linewidth=0.7, linestyle=":")
            bars.text(marker["at"], bars.get_ylim()[1], str(marker["numeral"]), ha="center", va="bottom", fontsize=6.5)
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
        box = canvas.add_axes((0.88, at.y0, 0.08, at.height), xticks=[], yticks=[], facecolor="none")
        box.bar([0.5], [1], width=1, facecolor="none", edgecolor=LIGHT.quiet, hatch="///", linewidth=0.6)
        box.set_xlim(0, 1)
        box.set_ylim(0, 1)
        words = f"{marks['sums']['undated']:,.0f}\n{marks['undated']}"
        box.text(0.5, 0.5, words, ha="center", va="center", fontsize=8, bbox={"facecolor": LIGHT.ground, "edgecolor": "none", "pad": 2})


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
                at, part[column], bottom=bottom, width=1, color=faint(colour, LIGHT.ground) if vague else colour, hatch="////" if vague else None,
                edgecolor=colour if vague else LIGHT.ground, linewidth=0.3, label=f"{marks['labels'][series]} ({marks['vague']})" if vague else marks["labels"][series],
            )  # fmt: skip
            bottom = bottom + part[column].to_numpy()
    axes.grid(axis="y", color=LIGHT.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_facecolor("none")
    axes.tick_params(length=0, labelsize=8)
    axes.yaxis.get_major_locator().set_params(integer=True, nbins=4 if len(at) == 12 and lane["lane"].eq("no_year").all() else 6)
    return bottom
