"""Themes: how often, together with what, by and against whom, with what sanction."""

import streamlit as st

from pages import listed, nothing_here, plain, report_downloads, reports_in_view, show
from reports.figures.chosen import chosen_cell, chosen_flow

view = reports_in_view("themes")
_MATRICES = {"theme_pairs": "themes", "theme_by_actors": "actors", "theme_by_targets": "targets", "theme_by_sanctions": "sanctions"}


def below(found, label, key):
    """The reports of what was chosen on a figure."""
    st.markdown(f"**{plain(label)}: {len(found):,}**")
    listed(found, view, key)


if not nothing_here(view):
    bars, together, flow, by_field = st.tabs([view.say(f"tab_{name}") for name in ("bars", "together", "flow", "by_field")])
    with bars:
        for picked in show(view.figure("themes"), view, "themes", on_select=True):
            below(*chosen_cell(view.reports, "themes", picked, picked, view.language), "of_theme")
    with together:
        name = st.segmented_control(view.say("together_with"), list(_MATRICES), default="theme_pairs", key="matrix", required=True,
                                    format_func=lambda n: view.say(f"{n}_title"))  # fmt: skip
        for theme, code in show(view.figure(name), view, name, on_select=True):
            below(*chosen_cell(view.reports, _MATRICES[name], theme, code, view.language), "of_cell")
        st.caption(view.say("pick_cell"))
    with flow:
        for picked in show(view.figure("flow"), view, "flow", on_select=True):
            below(*chosen_flow(view.reports, picked, view.language), "of_band")
        st.caption(view.say("pick_band"))
    with by_field:
        for name in ("actors", "targets", "sanctions"):
            show(view.figure(name), view, name)
    report_downloads(view)
