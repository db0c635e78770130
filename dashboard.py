"""Home: what is loaded, a small map and timeline, the sixteen themes, the newest reports."""

import streamlit as st

from pages import chart, listed, nothing_here, plain, report_downloads, reports_in_view, theme_links
from pages.parts.view import MENU

_HEIGHT = 330

with reports_in_view("home") as view:
    st.markdown(view.say("what_this_is"))
    if not nothing_here(view):
        figures = {name: view.figure(name, small=True) for name in ("timeline", "map")}
        for column, (name, figure) in zip(st.columns([3, 2]), figures.items()):
            with column:
                st.subheader(plain(figure.title), anchor=False)
                chart(figure, f"home_{name}", height=_HEIGHT)
                st.caption(plain(figure.alt))
                st.page_link(MENU[name], label=view.say("see_page", page=view.say(f"menu_{name}")), query_params=view.link())
        st.caption(plain(f"{figures['timeline'].caption} {figures['map'].credits}"))
        theme_links(view.figure("theme_smalls"), view)
        st.subheader(view.say("newest"), anchor=False)
        listed(view.reports, view, "newest")
        report_downloads(view)
    st.page_link(MENU["add"], label=view.say("add_your_own"), query_params=view.link())
