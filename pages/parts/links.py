"""Links to views: to another page as a link, to another view of the same page as a button, since the menu's links only change pages."""

import streamlit as st

from pages.parts.view import MENU, View


def link_to(view: View, page: str, label: str, pairs: list, key: str):
    """A way from here to `page` (a name of the menu) with the address parameters `pairs`; `label` is already plain."""
    if page != view.page:
        st.page_link(MENU[page], label=label, query_params=pairs)
    else:
        st.button(label, key=f"go_{key}", on_click=_go, args=(pairs,), type="tertiary")


def _go(pairs):
    st.query_params.from_dict(as_query(pairs))


def as_query(pairs: list) -> dict:
    """Pairs of parameters as name -> values, as the address takes them."""
    query = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    return query
