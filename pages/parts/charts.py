"""How a figure is shown: title, subtitle, chart, caption, the table behind it, and its downloads."""

from collections.abc import Callable
from functools import lru_cache

import streamlit as st

from pages.parts.downloads import chart_downloads
from pages.parts.map import map_chart
from pages.parts.text import plain
from pages.parts.view import View
from reports.drawing import smalls
from reports.drawing.page import to_plotly
from reports.figures import Figure

_CONFIG = {"displayModeBar": False, "displaylogo": False}


def show(figure: Figure, view: View, key: str, on_select: bool | Callable = False, box: bool = False) -> list:
    """Shows a figure with its words, its table and its downloads; gives what was picked on it (the chart's `customdata`).

    A function as `on_select` is called once something is picked; what that was stands in the session under `key`. With `box` a
    box is drawn over the chart instead of clicking its marks: the front end does the one or the other.
    """
    st.subheader(plain(figure.title), anchor=False)
    st.caption(plain(figure.subtitle))
    picked = chart(figure, key, on_select, box=box)
    st.caption(plain(f"{figure.alt} {figure.caption} {figure.credits}"))
    left, right = st.columns([3, 1])
    table = left.expander(view.say("table_behind"), key=f"{key}_behind", on_change="rerun")
    if table.open:  # what is not looked at is not sent
        table.dataframe(figure.numbers, hide_index=True, key=f"{key}_table")
    with right:
        chart_downloads(figure, view, key)
    return picked


def chart(figure: Figure, key: str, on_select: bool | Callable = False, height: int | None = None, box: bool = False) -> list:
    """The bare chart, for small views as well; gives what was picked on it."""
    dark = st.context.theme.type == "dark"
    selecting = on_select if callable(on_select) else "rerun" if on_select else "ignore"
    if figure.marks["kind"] == "map":
        map_chart(figure, key, choosing=bool(on_select), height=height)
        return []
    modes = "box" if box else "points"
    state = st.plotly_chart(_drawn(figure, dark, height, box), key=key, theme=None, config=_CONFIG, on_select=selecting, selection_mode=modes, alt=figure.alt)
    return [p["customdata"] for p in state.selection.get("points", []) if p.get("customdata") is not None] if on_select else []


@lru_cache(maxsize=64)
def _drawn(figure, dark, height, box):
    """The plotly figure of a value, drawn once for all readers; it is only read."""
    drawn = to_plotly(figure, dark)
    if height:
        drawn.update_layout(height=height)
    return drawn.update_layout(dragmode="select" if box else False)


def theme_links(figure: Figure, view: View):
    """The small charts of the themes, each a link to the view narrowed to its theme."""
    st.subheader(plain(figure.title), anchor=False)
    st.caption(plain(figure.subtitle))
    st.html(smalls.to_html(figure, lambda code: view.link(theme=code)))
    st.caption(plain(f"{figure.caption} {figure.credits}"))
    chart_downloads(figure, view, "smalls")


def on_a_phone():
    """Whether the reader's browser says it is a phone's, where little fits beside each other."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")
