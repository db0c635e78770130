"""Two selections: pairs of bars on one scale with the ratio beside them; and both over time in two panels of one scale."""

import textwrap

import numpy as np
import plotly.graph_objects as go
from matplotlib.ticker import MultipleLocator

from reports.drawing import band
from reports.drawing.timeline import whole_step
from reports.figures.compare import SIDES, times
from reports.palette import LIGHT, faint, on_ground
from reports.timeline_bins import bin_label

_ROW, _LONGEST = 40, 40  # pixels of a row, letters of a line of the legend


def to_plotly(figure, palette):
    part, marks = _rows(figure), figure.marks
    drawn, at = go.Figure(), np.arange(len(part))
    top = max(1e-9, *(np.nanmax(np.append(_values(part, name, marks["unit"]), 0)) for name in SIDES))
    for name, shift in zip(SIDES, (-0.19, 0.19)):
        values, colour = _values(part, name, marks["unit"]), on_ground(marks["colours"][name], palette)
        drawn.add_bar(
            y=at + shift,
            x=values,
            orientation="h",
            width=0.37,
            marker={"color": colour},
            name="<br>".join(textwrap.wrap(marks["labels"][name], _LONGEST)),
            text=[f"{n:,}" for n in part[name]],
            textposition="outside",
            cliponaxis=False,
            customdata=part["code"].to_numpy(),
            hovertext=[f"{row.label}: {getattr(row, name):,} ({_rate(row, name)})" for row in part.itertuples()],
            hoverinfo="text",
            textfont={"size": 11},
        )
    drawn.add_annotation(
        text=_HEAD, x=1.0, xref="paper", y=1, yref="paper", xanchor="right", yanchor="bottom", showarrow=False, font={"size": 11}
    )
    for row, place in zip(part.itertuples(), at):
        drawn.add_annotation(
            text=_ratio(row),
            x=1.0,
            xref="paper",
            y=place,
            yref="y",
            xanchor="right",
            showarrow=False,
            font={"size": 11, "color": palette.ink},
        )
    drawn.update_layout(
        height=90 + _ROW * max(2, len(part)),
        barmode="overlay",
        xaxis={
            "domain": [0, 0.7],
            "range": [0, 1.16 * top],
            "gridcolor": palette.grid,
            "zeroline": False,
            "color": palette.ink,
            "fixedrange": True,
            "title": {"text": marks["x"], "font": {"size": 12}},
        },
        yaxis={
            "tickvals": at,
            "ticktext": ["<br>".join(textwrap.wrap(label, 20)) for label in part["label"]],
            "range": [len(part) - 0.4, -0.6],
            "automargin": True,
            "color": palette.ink,
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        legend={"y": 1 + 22 / (_ROW * max(2, len(part)))},
    )
    return drawn


_HEAD = "B : A"


def _rows(figure):
    return figure.numbers[figure.numbers["lane"].isin(["total", "code"])].reset_index(drop=True)


def _values(part, name, unit):
    if unit == "count":
        return part[name].to_numpy(dtype=float)
    return 100 * part[f"{unit}_{name}"].to_numpy(dtype=float)


def _rate(row, name):
    value = getattr(row, f"rate_{name}")
    return "–" if np.isnan(value) else f"{100 * value:.3g}%"


def _ratio(row):
    return "–" if np.isnan(row.ratio) else f"{times(row.ratio)} ({times(row.low)}–{times(row.high)})"


def to_canvas(canvas, figure):
    part, marks = _rows(figure), figure.marks
    axes = canvas.add_axes((0.22, 0.14, 0.56, 0.66))
    at = np.arange(len(part))
    top = max(1e-9, *(np.nanmax(np.append(_values(part, name, marks["unit"]), 0)) for name in SIDES))
    for name, shift in zip(SIDES, (-0.19, 0.19)):
        values = np.nan_to_num(_values(part, name, marks["unit"]))
        axes.barh(
            at + shift,
            values,
            height=0.37,
            color=marks["colours"][name],
            label=textwrap.shorten(marks["labels"][name], 90, placeholder="…"),
        )
        for place, value, n in zip(at + shift, values, part[name]):
            axes.text(value, place, f" {n:,}", va="center", fontsize=7)
    for row, place in zip(part.itertuples(), at):
        axes.text(1.32, place, _ratio(row), va="center", ha="right", fontsize=8, transform=axes.get_yaxis_transform())
    axes.text(1.32, -0.75, _HEAD, va="center", ha="right", fontsize=8, transform=axes.get_yaxis_transform())
    axes.set_xlim(0, top * 1.08)
    axes.set_yticks(at, [textwrap.shorten(label, 34, placeholder="…") for label in part["label"]], fontsize=8)
    axes.set_ylim(len(part) - 0.4, -0.6)
    axes.set_xlabel(marks["x"], fontsize=8)
    axes.grid(axis="x", color=LIGHT.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_facecolor("none")
    axes.tick_params(length=0, labelsize=8)
    axes.legend(loc="lower left", bbox_to_anchor=(-0.25, 1.03), frameon=False, ncols=1, fontsize=8)


_TICKS, _SIDE_LETTERS = 6, 25  # bins that can be named under half a phone's width, letters of a line over it


def time_to_plotly(figure, palette):
    marks, drawn = figure.marks, go.Figure()
    widest = max(1, *(axis.size for axis in marks["axes"].values()))
    drawn.update_layout(barmode="stack", bargap=0, height=360)
    for number, name in enumerate(SIDES, 1):
        part = figure.numbers[figure.numbers["side"] == name]
        suffix = "" if number == 1 else str(2 * number - 1)
        below = str(2 * number)
        axis, colour = marks["axes"][name], on_ground(marks["colours"][name], palette)
        values, labels = axis.ticks(marks["language"], max(1, _TICKS * axis.size // widest))
        left = 0.0 if number == 1 else 0.54
        drawn.update_layout(
            {
                f"xaxis{suffix}": {
                    "domain": [left, left + 0.46],
                    "anchor": f"y{suffix}",
                    "range": [0, widest],
                    "tickvals": values,
                    "ticktext": [t.replace("\n", "<br>") for t in labels],
                    "showgrid": False,
                    "zeroline": False,
                    "color": palette.ink,
                    "tickangle": 0,
                    "fixedrange": True,
                },
                f"yaxis{suffix}": {
                    "domain": [0.3, 0.84],
                    "anchor": f"x{suffix}",
                    "range": [0, marks["top"] * 1.05],
                    "gridcolor": palette.grid,
                    "zeroline": False,
                    "color": palette.ink,
                    "automargin": True,
                    "fixedrange": True,
                    "dtick": whole_step(marks["top"]),
                },
                f"yaxis{below}": {"domain": [0, 0.07], "anchor": f"x{suffix}"},
            }
        )
        dated = part[part["lane"] == "dated"]
        for column, look in (
            ("reports", {"color": colour, "line": {"width": 0.6, "color": palette.ground}}),
            ("vague", {"color": faint(colour, palette.ground), "line": {"width": 0.8, "color": colour}}),
        ):
            places = np.flatnonzero(dated[column].to_numpy() > 0)
            drawn.add_bar(
                x=places + 0.5,
                y=dated[column].to_numpy()[places],
                width=1,
                marker=look,
                xaxis=f"x{suffix}",
                yaxis=f"y{suffix}",
                showlegend=False,
                hovertext=[bin_label(n, axis.rule, marks["language"]) for n in dated["bin"].to_numpy()[places]],
                hovertemplate="%{hovertext}: %{y:.3~g}<extra></extra>",
            )
        if band.add_plotly(drawn, part, axis, marks["band"], marks["language"], palette, (f"x{suffix}", f"y{below}")):
            drawn.layout[f"yaxis{below}"].update(ticktext=[""])
            drawn.add_annotation(
                text=marks["band"]["title"],
                x=left,
                y=0.07,
                xref="paper",
                yref="paper",
                xanchor="left",
                yanchor="bottom",
                showarrow=False,
                font={"size": 11, "color": palette.ink},
            )
        words = "<br>".join(textwrap.wrap(marks["labels"][name], _SIDE_LETTERS, max_lines=3, placeholder=" …"))
        drawn.add_annotation(
            text=words,
            x=left,
            y=0.85,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            align="left",
            showarrow=False,
            font={"size": 11, "color": palette.ink},
        )
    return drawn


def time_to_canvas(canvas, figure):
    marks = figure.marks
    widest = max(1, *(axis.size for axis in marks["axes"].values()))
    for name, left in zip(SIDES, (0.08, 0.55)):
        part, axis, colour = figure.numbers[figure.numbers["side"] == name], marks["axes"][name], marks["colours"][name]
        axes, dated = canvas.add_axes((left, 0.28, 0.41, 0.48)), part[part["lane"] == "dated"]
        at, bottom = np.arange(axis.size) + 0.5, dated["reports"].to_numpy()
        axes.bar(at, bottom, width=1, color=colour, edgecolor=LIGHT.ground, linewidth=0.3)
        axes.bar(
            at, dated["vague"], bottom=bottom, width=1, color=faint(colour, LIGHT.ground), hatch="////", edgecolor=colour, linewidth=0.3
        )
        axes.set_xlim(0, widest)
        axes.set_ylim(0, marks["top"] * 1.05)
        axes.yaxis.set_major_locator(MultipleLocator(whole_step(marks["top"])))
        values, labels = axis.ticks(marks["language"])
        axes.set_xticks(values, labels, fontsize=7)
        axes.grid(axis="y", color=LIGHT.grid, linewidth=0.8)
        axes.set_axisbelow(True)
        axes.set_facecolor("none")
        axes.tick_params(length=0, labelsize=8)
        axes.set_title(textwrap.fill(marks["labels"][name], 62), fontsize=8, loc="left")
        below = canvas.add_axes((left, 0.17, 0.41, 0.03))
        band.add_canvas(below, part, axis, marks["band"], marks["language"])
        below.set_xlim(0, widest)
        below.set_yticks([])
