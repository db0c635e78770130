"""Home: what is loaded, a small map and timeline, the themes, the newest reports."""

import streamlit as st

from pages import MENU, downloads, listed, nothing_here, reports_in_view, show
from reports.figures import FIGURES, timeline

view = reports_in_view("home")
st.markdown(view.say("what_this_is"))
if not nothing_here(view):
    left, right = st.columns(2)
    with left:
        show(timeline(view.reports, view.language, view.filters.dates), view, "home_timeline")
    with right:
        show(FIGURES["map"](view.reports, view.language), view, "home_map")
    show(FIGURES["themes"](view.reports, view.language), view, "home_themes")
    st.subheader(view.say("newest"), anchor=False)
    listed(view.reports, view, "newest")
    downloads(view)
st.page_link(MENU["add"], label=view.say("add_your_own"))
