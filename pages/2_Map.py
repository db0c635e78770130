"""Map: counties and points by the reports known to them, and trays for all others."""

import streamlit as st

from pages import downloads, listed, nothing_here, reports_in_view, show
from reports.gazetteer import gazetteer
from reports.map_figure import TRAYS, layer_of, places_map

view = reports_in_view("map")
if not nothing_here(view):
    figure = places_map(view.reports, view.language)
    left, right = st.columns([3, 1])
    with left:
        picked = show(figure, view, "map", on_select=True)
    with right:
        st.subheader(view.say("not_on_map", n=figure.marks["off"]), anchor=False)
        standing = [layer_of(ids) for ids in view.reports["event_place_ids"]]
        for tray in TRAYS:
            held = view.reports[[("tray", tray) in found for found in standing]]
            with st.expander(f"{view.say(f'tray_{tray}')}: {len(held)}"):
                listed(held, view, tray)
        for place_id in picked:
            found = view.reports[[place_id in {name for _, name in found} for found in standing]]
            st.subheader(f"{gazetteer().label(place_id, view.language)}: {len(found)}", anchor=False)
            listed(found, view, place_id)
        if not picked:
            st.caption(view.say("pick_area"))
    downloads(view)
