"""Timeline: crackdown reports against all reports, with what has no year or no date beside it."""

import streamlit as st

from pages import listed, nothing_here, report_downloads, reports_in_view, show
from reports.timeline_bins import in_bin

view = reports_in_view("timeline")
if not nothing_here(view):
    figure = view.figure("timeline")
    picked = show(figure, view, "timeline", on_select=True)
    if picked:
        found = in_bin(view.reports, picked[0], figure.marks["rule"], view.filters.dates)
        st.subheader(view.say("picked", n=len(found)), anchor=False)
        listed(found, view, "picked")
    else:
        st.caption(view.say("pick_bar"))
    report_downloads(view)
