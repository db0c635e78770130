"""Reports as a short list, newest first, each a link to its reading view."""

import pandas as pd
import streamlit as st

from pages.parts.links import link_to
from pages.parts.text import plain
from pages.parts.view import View
from reports.table import ordered
from reports.words import day

_SHOWN = ("article_id", "published", "outlet", "title")
MOST = 15  # reports of a list; the rest stands on the page Reports


def listed(reports: pd.DataFrame, view: View, key: str, paged: bool = False):
    """The newest of the reports as links; how many more there are is said below, or, where `paged`, they follow on further pages."""
    if paged and len(reports) > MOST:
        links = st.container()
        number = st.pagination(-(-len(reports) // MOST), key=f"{key}_page")
        ordered_part = ordered(reports, "newest", (number - 1) * MOST, number * MOST)
        with links:
            listed(ordered_part, view, key)
        return
    for row in view.store.details(ordered(reports, "newest", 0, MOST), _SHOWN).to_dict("records"):
        label = f"{day(row['published'], view.language) or '?'} · {row['outlet'] or '?'} · {row['title'] or row['article_id']}"
        link_to(view, "reports", plain(label), view.link(report=row["article_id"]), f"{key}_{row['article_id']}")
    if len(reports) > MOST:
        st.caption(view.say("and_others", n=f"{len(reports) - MOST:,}"))
