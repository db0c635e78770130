"""Codebook: what every code means and what every column holds, from the files the program works by."""

import streamlit as st

from pages import plain, reports_in_view
from reports.codebook import FIELDS, codebook
from reports.schema import ARTICLES, REPORTS

view = reports_in_view("codebook")
for field in FIELDS:
    st.subheader(view.say(f"facet_{field[:-1]}"), anchor=False)
    for code in getattr(codebook(), field):
        st.markdown(f"**{plain(code.label['en'])}** {plain(code.label['ko'])} · `{code.code}`")
        st.caption(plain(code.include) + (f" — {view.say('not_included')}: {plain(code.exclude)}" if code.exclude else ""))
st.subheader(view.say("columns"), anchor=False)
rows = {c.name: {"column": c.name, "type": c.dtype, "meaning": c.meaning} for c in (*ARTICLES, *REPORTS)}
st.dataframe(list(rows.values()), hide_index=True, key="columns")
