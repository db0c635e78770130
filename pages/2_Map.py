"""Map: counties and points by what is reported of them, trays for all others, and the reports of the place that is chosen."""

import streamlit as st

from pages import nothing_here, plain, report_downloads, reports_in_view, show
from pages.parts.map import (
    choice_buttons,
    chosen_place,
    inset_chart,
    listed_by_page,
    map_controls,
    name_of,
    picked_on,
    place_chooser,
    reports_at,
)
from reports.map_steps import step_label


def reports_here(place_id):
    """The reports of the chosen place, newest first; of both steps where two are compared."""
    for step in dict.fromkeys([options.get("when"), options.get("was")] if options.get("was") else [options.get("when")]):
        found = reports_at(place_id, view, step, options["roll"])
        words = {"place": name_of(place_id, figure, view), "n": f"{len(found):,}", "when": step_label(step, view.language) if step else ""}
        st.subheader(plain(view.say("map_here_when" if step else "map_here", **words)), anchor=False)
        with st.container(key=f"here_{step or 'all'}"):
            listed_by_page(found, view, f"here_{step or 'all'}")


with reports_in_view("map") as view:
    if not nothing_here(view):
        options = map_controls(view)
        figure = view.figure("map", **options)
        left, right = st.columns([4, 3], gap="medium")
        with left:
            show(figure, view, "map", on_select=picked_on("map"))
        with right:
            place_chooser(figure, view)
            if at := chosen_place():
                reports_here(at)
            st.markdown(f"**{plain(view.say('not_on_map', n=figure.marks['off']))}**")
            choice_buttons(figure, view, "tray", "trays")
            if figure.marks["inset"]:
                st.markdown(f"**{plain(figure.marks['inset_title'])}**")
                inset_chart(figure, "map_hyesan")
            if (figure.numbers["layer"] == "listed").any():
                st.caption(plain(figure.marks["listed_title"]))
                choice_buttons(figure, view, "listed", "listed")
        report_downloads(view)
