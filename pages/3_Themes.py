"""Themes: how often, together with what, by and against whom, with what sanction."""

import streamlit as st

from pages import downloads, nothing_here, reports_in_view, show
from reports.figures import FIGURES

view = reports_in_view("themes")
if not nothing_here(view):
    show(FIGURES["themes"](view.reports, view.language), view, "themes")
    names = ["theme_pairs", "theme_by_actors", "theme_by_targets", "theme_by_sanctions", "actors", "targets", "sanctions"]
    figures = {name: FIGURES[name](view.reports, view.language) for name in names}
    for tab, (name, figure) in zip(st.tabs([f.title for f in figures.values()]), figures.items()):
        with tab:
            show(figure, view, name)
    downloads(view)
