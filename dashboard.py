"""Home: what is loaded, a small map and timeline, the themes, the newest reports."""

import streamlit as st

from pages import listed, nothing_here, report_downloads, reports_in_view, show
from pages.parts.view import MENU

view = reports_in_view("home")
st.markdown(view.say("what_this_is"))
if not nothing_here(view):
    left, right = st.columns(2)
    with left:
        show(view.figure("timeline"), view, "home_timeline")
    with right:
        show(view.figure("map"), view, "home_map")
    show(view.figure("themes"), view, "home_themes")
    st.subheader(view.say("newest"), anchor=False)
    listed(view.reports, view, "newest")
    report_downloads(view)
st.page_link(MENU["add"], label=view.say("add_your_own"), query_params=view.link())
