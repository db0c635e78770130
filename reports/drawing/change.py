"""Change: a point a bin with its interval, bursts as filled diamonds, what the bins before let expect as a thin step, the band below."""

import numpy as np
import plotly.graph_objects as go

from reports.drawing import band
from reports.drawing.markers import add_markers, lines_on_canvas, markers_on_canvas, room_for
from reports.palette import LIGHT, on_ground

_HIGH, _ROW, _GAP = 260, 20, 62
_WEAK = 5  # articles of a bin below which its rate is drawn hollow


def to_plotly(figure, palette):
    marks, table = figure.marks, figure.numbers
    axis, low = marks["axis"], len(band.cells(table)[0]) * _ROW
    inside = _HIGH + (low + _GAP) * bool(low)
    values, labels = axis.ticks(marks["language"])
    drawn = go.Figure()
    drawn.update_layout(
        height=inside + 110,
        selectdirection="h",
        bargap=0,
        legend={"y": 1 + room_for(marks["markers"]) / inside},
        xaxis={
            "range": [0, max(1, axis.size)],
            "tickvals": values,
            "ticktext": [t.replace("\n", "<br>") for t in labels],
            "tickangle": 0,
            "anchor": "y",
            "showgrid": False,
            "zeroline": False,
            "color": palette.ink,
            "fixedrange": True,
        },
        yaxis={
            "domain": [1 - _HIGH / inside, 1],
            "gridcolor": palette.grid,
            "zeroline": False,
            "range": [0, _top(table)],
            "color": palette.ink,
            "automargin": True,
            "fixedrange": True,
            "title": {"text": marks["y"], "font": {"size": 12}},
        },
        yaxis2={"domain": [0, low / inside], "anchor": "x"},
        yaxis3={"overlaying": "y", "anchor": "x", "range": [0, 1], "visible": False, "fixedrange": True},
    )
    colour, quiet = on_ground(marks["colour"], palette), on_ground(LIGHT.quiet, palette)
    part = table[table["lane"] == "dated"].reset_index(drop=True)
    expected = 100 * part["expected"].to_numpy()
    drawn.add_scatter(
        x=np.arange(axis.size) + 0.5,
        y=expected,
        mode="lines",
        line={"color": quiet, "width": 1.5, "shape": "hvh", "dash": "dash"},
        name=marks["labels"]["expected"],
        hovertemplate="%{y:.3~g}<extra>" + marks["labels"]["expected"] + "</extra>",
    )
    for name, places in _kinds(part).items():
        if not len(places):
            continue
        own = part.iloc[places]
        rate, below, above = _interval(own)
        hollow = name == "weak"
        drawn.add_scatter(
            x=places + 0.5,
            y=rate,
            mode="markers",
            name=marks["labels"][name],
            customdata=own["bin"].to_numpy(),
            text=_said(own, marks),
            error_y={"array": above, "arrayminus": below, "color": colour, "thickness": 1.2, "width": 0},
            marker={
                "size": 13 if "burst" in name or "one" in name else 9,
                "color": palette.ground if hollow else colour,
                "line": {"color": colour, "width": 1.8 if hollow else 0},
                "symbol": {"burst": "diamond", "one_outlet": "diamond-open-dot"}.get(name, "circle"),
            },
            hovertemplate="%{text}<extra></extra>",
        )
    if band.add_plotly(drawn, table, axis, marks["band"], marks["language"], palette, ("x", "y2")):
        band.note(drawn, marks["band"]["title"], "y2", palette)
        band.hatch_plotly(drawn, table, palette, ("x", "y3"))
    add_markers(drawn, marks["markers"], axis, palette, drawn.layout.yaxis.range)
    return drawn


def _top(table):
    """Where the axis of rates ends: above the highest interval and what was expected."""
    part = table[table["lane"] == "dated"]
    highest = np.nanmax(np.append(part[["high", "expected"]].to_numpy(dtype=float), 0.0))
    return 104 * highest if highest > 0 else 1.0


def _kinds(part):
    """Which bins are drawn as what: bursts, bursts of one outlet alone, bins of few articles, all others."""
    known, weak = part["rate"].notna().to_numpy(), (part["articles"] < _WEAK).to_numpy()
    burst, alone = part["burst"].to_numpy(dtype=bool), part["one_outlet"].to_numpy(dtype=bool)
    kinds = {
        "rate": known & ~burst & ~weak,
        "weak": known & ~burst & weak,
        "burst": known & burst & ~alone,
        "one_outlet": known & burst & alone,
    }
    return {name: np.flatnonzero(places) for name, places in kinds.items()}


def _interval(own):
    """Rates in a hundred, and how far their intervals reach below and above."""
    rate, low, high = (100 * own[name].to_numpy(dtype=float) for name in ("rate", "low", "high"))
    return rate, np.maximum(0, rate - low), np.maximum(0, high - rate)


def _said(own, marks):
    return [
        f"{row.label}: {row.reports} / {row.articles:.0f} = {100 * row.rate:.3g}<br>95%: {100 * row.low:.3g} – {100 * row.high:.3g}"
        + (f"<br>{marks['labels']['one_outlet' if row.one_outlet else 'burst']} (p = {row.p:.2g})" if row.burst else "")
        for row in own.itertuples()
    ]


def to_canvas(canvas, figure):
    marks, table = figure.marks, figure.numbers
    axis, outlets = marks["axis"], len(band.cells(table)[0])
    floor = markers_on_canvas(canvas, marks, 0.13)
    deep = min(0.2, 0.025 * outlets) if outlets else 0
    bottom = floor + deep + 0.08 * bool(deep)
    axes = canvas.add_axes((0.14, bottom, 0.82, 0.83 - bottom))
    part = table[table["lane"] == "dated"].reset_index(drop=True)
    at = np.arange(axis.size) + 0.5
    axes.step(
        at,
        100 * part["expected"].to_numpy(dtype=float),
        where="mid",
        color=LIGHT.quiet,
        linewidth=1,
        linestyle="--",
        label=marks["labels"]["expected"],
    )
    for name, places in _kinds(part).items():
        if not len(places):
            continue
        own = part.iloc[places]
        rate, below, above = _interval(own)
        axes.errorbar(
            at[places],
            rate,
            yerr=[below, above],
            fmt="D" if name in ("burst", "one_outlet") else "o",
            color=marks["colour"],
            markersize=6 if "burst" in name else 4.5,
            markerfacecolor=LIGHT.ground if name in ("weak", "one_outlet") else marks["colour"],
            elinewidth=0.9,
            label=marks["labels"][name],
        )
    axes.set_xlim(0, max(1, axis.size))
    axes.set_ylim(bottom=0)
    band.hatch_canvas(axes, table)
    axes.set_xticks(*axis.ticks(marks["language"]), fontsize=8)
    axes.set_ylabel(marks["y"], fontsize=8)
    axes.grid(axis="y", color=LIGHT.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_facecolor("none")
    axes.tick_params(length=0, labelsize=8)
    shown = marks["markers_in_files"] and marks["markers"]
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0 + 0.07 * bool(shown)), frameon=False, ncols=4, fontsize=8, borderaxespad=0.2)
    lines_on_canvas(axes, marks, axis)
    if outlets:
        band.add_canvas(canvas.add_axes((0.14, floor, 0.82, deep)), table, axis, marks["band"], marks["language"])
