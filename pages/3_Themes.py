"""Themes: how often, together with what, by and against whom, with what sanction."""

import streamlit as st

from pages import nothing_here, report_downloads, reports_in_view, show

view = reports_in_view("themes")
if not nothing_here(view):
    show(view.figure("themes"), view, "themes")
    names = ["theme_pairs", "theme_by_actors", "theme_by_targets", "theme_by_sanctions", "actors", "targets", "sanctions"]
    figures = {name: view.figure(name) for name in names}
    for tab, (name, figure) in zip(st.tabs([f.title for f in figures.values()]), figures.items()):
        with tab:
            show(figure, view, name)
    report_downloads(view)
