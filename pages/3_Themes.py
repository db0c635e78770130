"""Themes: how often, together with what, by and against whom, with what sanction."""

import streamlit as st

from pages import listed, nothing_here, plain, report_downloads, reports_in_view, show
from reports.figures.chosen import chosen_cell, chosen_flow

_PARTS = ("bars", "together", "flow", "by_field")
_MATRICES = {"theme_pairs": "themes", "theme_by_actors": "actors", "theme_by_targets": "targets", "theme_by_sanctions": "sanctions", "actors_by_sanctions": "sanctions"}


def below(found, label, key):
    """The reports of what was chosen on a figure."""
    st.markdown(f"**{plain(label)}: {len(found):,}**")
    listed(found, view, key)


def bars():
    """How often each theme is reported."""
    for picked in show(view.figure("themes"), view, "themes", on_select=True):
        below(*chosen_cell(view.reports, "themes", picked, picked, view.language), "of_theme")


def together():
    """Which themes stand together, or beside which enforcers, targets and sanctions."""
    name = st.segmented_control(
        view.say("together_with"), list(_MATRICES), default="theme_pairs", key="matrix", required=True, persist_state="session",
        format_func=lambda n: view.say(f"{n}_title"),
    )  # fmt: skip
    rows = "actors" if name == "actors_by_sanctions" else "themes"
    for row, code in show(view.figure(name), view, name, on_select=True):
        below(*chosen_cell(view.reports, _MATRICES[name], row, code, view.language, rows), "of_cell")
    st.caption(view.say("pick_cell"))


def flow():
    """Bands from enforcer through target to sanction."""
    for picked in show(view.figure("flow"), view, "flow", on_select=True):
        below(*chosen_flow(view.reports, picked, view.language), "of_band")
    st.caption(view.say("pick_band"))


def by_field():
    """How often each enforcer, target and sanction is reported."""
    for name in ("actors", "targets", "sanctions"):
        show(view.figure(name), view, name)


with reports_in_view("themes") as view:
    if not nothing_here(view):
        part = st.segmented_control(
            view.say("themes_part"), _PARTS, default="bars", key="themes_part", required=True, persist_state="session", label_visibility="collapsed",
            format_func=lambda p: view.say(f"tab_{p}"),
        )  # fmt: skip
        {"bars": bars, "together": together, "flow": flow, "by_field": by_field}[part]()
        report_downloads(view)
