"""Draws figure values for the page, with plotly."""

import plotly.graph_objects as go

from reports.figures import Figure
from reports.palette import DARK, LIGHT, faint
from reports.timeline_bins import bin_label

FONT = "Source Sans, Noto Sans KR, Noto Sans CJK KR, Apple SD Gothic Neo, Malgun Gothic, sans-serif"


def to_plotly(figure: Figure, dark: bool = False) -> go.Figure:
    """The figure value as a plotly figure; an empty one has axes and says so."""
    palette = DARK if dark else LIGHT
    drawn = {"timeline": _timeline, "bars": _bars, "matrix": _matrix}[figure.marks["kind"]](figure, palette)
    drawn.update_layout(
        font={"family": FONT, "size": 13, "color": palette.ink}, paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
        margin={"l": 8, "r": 8, "t": 8, "b": 8}, hovermode="closest", dragmode=False,
        hoverlabel={"bgcolor": palette.ground, "font": {"color": palette.ink, "family": FONT}},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "font": {"color": palette.ink}},
    )  # fmt: skip
    if figure.numbers.empty:
        drawn.add_annotation(text=figure.alt, showarrow=False, xref="paper", yref="paper", x=0.5, y=0.5, font={"color": palette.ink})
    return drawn


def _timeline(figure, palette):
    table, rule, language = figure.numbers, figure.marks["rule"], figure.marks["language"]
    dated, strip = table[table["lane"] == "dated"], table[table["lane"] == "no_year"]
    drawn = go.Figure()
    labels = figure.marks["labels"]
    for kind, label, colour in (("crackdown", labels["crackdown_reports"], palette.strong), ("other", labels["other_reports"], palette.quiet)):
        for column, shade in ((kind, colour), (f"{kind}_vague", faint(colour, palette.ground))):
            for lane, axis in ((dated, "x"), (strip, "x2")):
                names = [bin_label(b, rule if axis == "x" else "month", language) for b in lane["bin"]]
                drawn.add_bar(
                    x=names, y=lane[column].to_numpy(), name=label, marker={"color": shade, "line": {"width": 0}}, xaxis=axis,
                    yaxis="y" if axis == "x" else "y2", showlegend=axis == "x" and column == kind, legendgroup=kind,
                    customdata=lane["bin"].to_numpy(), hovertemplate="%{x}: %{y:.3~g}<extra>" + label + "</extra>",
                )  # fmt: skip
    grid = {"gridcolor": palette.grid, "zeroline": False, "rangemode": "tozero", "color": palette.ink}
    drawn.update_layout(
        barmode="stack", bargap=0.03, height=460,
        xaxis={"domain": [0, 1], "anchor": "y", "type": "category", "showgrid": False, "color": palette.ink, "nticks": 12, "tickangle": 0},
        yaxis={"domain": [0.42, 1], **grid},
        xaxis2={"domain": [0, 1], "anchor": "y2", "type": "category", "showgrid": False, "color": palette.ink, "tickangle": 0},
        yaxis2={"domain": [0, 0.2], "nticks": 3, **grid},
    )  # fmt: skip
    lanes = figure.marks["lanes"]
    drawn.add_annotation(text=f"{lanes['no_year']} · {lanes['undated']}", xref="paper", yref="paper", x=0, y=0.28, xanchor="left", showarrow=False)
    return drawn


def _bars(figure, palette):
    table = figure.numbers.iloc[::-1]
    drawn = go.Figure(
        go.Bar(
            x=table["reports"].to_numpy(), y=list(table["label"]), orientation="h", marker={"color": figure.marks["colours"][::-1]},
            text=table["reports"].to_numpy(), textposition="outside", customdata=table["code"].to_numpy(), cliponaxis=False,
            hovertemplate="%{y}: %{x}<extra></extra>",
        )
    )  # fmt: skip
    drawn.update_layout(height=60 + 26 * max(3, len(table)), bargap=0.25)
    drawn.update_xaxes(gridcolor=palette.grid, zeroline=False, rangemode="tozero", color=palette.ink)
    drawn.update_yaxes(color=palette.ink, automargin=True)
    return drawn


def _matrix(figure, palette):
    table = figure.numbers
    drawn = go.Figure()
    if len(table):
        wide = table.pivot(index="theme_label", columns="code_label", values="reports")
        wide = wide.loc[list(dict.fromkeys(table["theme_label"])), list(dict.fromkeys(table["code_label"]))]
        values = wide.to_numpy()
        drawn.add_heatmap(
            z=values, x=list(wide.columns), y=list(wide.index), text=[[str(v) if v else "" for v in row] for row in values], texttemplate="%{text}",
            colorscale=[[0, palette.ground], [0.001, palette.steps[0]], [1, palette.steps[4]]], showscale=False, xgap=1, ygap=1,
            hovertemplate="%{y} + %{x}: %{z}<extra></extra>",
        )  # fmt: skip
        drawn.update_layout(height=160 + 26 * len(wide))
    drawn.update_xaxes(side="top", tickangle=-45, color=palette.ink, showgrid=False)
    drawn.update_yaxes(autorange="reversed", color=palette.ink, showgrid=False, automargin=True)
    return drawn
