"""Quality: how well the program codes, measured, and what that means for a reader."""

import streamlit as st

from pages import reports_in_view, show

with reports_in_view("quality") as view:
    show(view.figure("quality"), view, "quality")
    st.subheader(view.say("quality_means"), anchor=False)
    for key in ("themes", "actors", "places", "dates", "people", "both"):
        st.markdown(f"- {view.say(f'quality_reader_{key}')}")
