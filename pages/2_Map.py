"""Map: counties and points by the reports known to them, and trays for all others."""

import streamlit as st

from pages import listed, nothing_here, report_downloads, reports_in_view, show
from reports.figures.map import TRAYS, standing_at
from reports.gazetteer import gazetteer

view = reports_in_view("map")
if not nothing_here(view):
    figure = view.figure("map")
    left, right = st.columns([3, 1])
    with left:
        picked = show(figure, view, "map", on_select=True)
    with right:
        st.subheader(view.say("not_on_map", n=figure.marks["off"]), anchor=False)
        for tray in TRAYS:
            held = standing_at(view.reports, "tray", tray)
            with st.expander(f"{view.say(f'tray_{tray}')}: {len(held)}"):
                listed(held, view, tray)
        for place_id in picked:
            layer = "point" if place_id in set(figure.numbers.loc[figure.numbers["layer"] == "point", "place_id"]) else "county"
            found = standing_at(view.reports, layer, place_id)
            st.subheader(f"{gazetteer().label(place_id, view.language)}: {len(found)}", anchor=False)
            listed(found, view, place_id)
        if not picked:
            st.caption(view.say("pick_area"))
    report_downloads(view)
