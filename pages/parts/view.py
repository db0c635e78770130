"""The reports in view: the store, the filters of the address, the frame that every page begins with.

The address is the one home of the filters: widgets mirror it and write to it, links carry it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import pandas as pd
import streamlit as st

from pages.parts.text import plain
from reports.captions import stories_of
from reports.filters import SAMPLE, Filters, facet_counts, has_any_text
from reports.figures import FIGURES, Figure
from reports.store import Store
from reports.words import say

MENU = {
    "home": "dashboard.py", "timeline": "pages/1_Timeline.py", "map": "pages/2_Map.py", "themes": "pages/3_Themes.py",
    "compare": "pages/7_Compare.py", "reports": "pages/4_Reports.py", "add": "pages/5_Add_articles.py", "codebook": "pages/6_Codebook.py",
    "share": "pages/8_Share.py", "quality": "pages/9_Quality.py",
}  # fmt: skip
_STYLE = Path(__file__).parent / "style.css"
_UNFILTERED = ("add", "codebook", "quality")  # pages that show no reports in view


@dataclass(frozen=True)
class View:
    """What a page works with: all reports of the store, those in view, the filters, the language of the interface, the store."""

    everything: pd.DataFrame
    reports: pd.DataFrame
    filters: Filters
    language: str
    store: Store
    version: str
    page: str = ""

    def say(self, key: str, **values) -> str:
        """Words of the interface in the reader's language."""
        return say(key, self.language, **values)

    @property
    def sentence(self) -> str:
        """The filters in words, beginning with the number of reports."""
        return self.filters.describe(len(self.reports), self.language, stories_of(self.reports))

    @property
    def key(self) -> str:
        """What a value computed from the reports in view depends on."""
        return _key(self.store, self.version, self.filters)

    @property
    def ground(self) -> pd.DataFrame:
        """All reports of the store that are not left out as the sample: what a number of reports is read against."""
        anything = Filters(sample=self.filters.sample)
        return _selected(_key(self.store, self.version, anything), self.store, self.everything, anything)

    def figure(self, name: str, **options) -> Figure:
        """A figure of the reports in view; the same one is computed once for all readers."""
        return _figure(name, self.key, self.language, tuple(sorted(options.items())), self)

    def narrowed(self, **changes) -> "View":
        """The view under changed filters."""
        return self.narrowed_to(replace(self.filters, **changes))

    def narrowed_to(self, filters: Filters) -> "View":
        """The view under other filters."""
        return replace(self, filters=filters, reports=_selected(_key(self.store, self.version, filters), self.store, self.everything, filters))

    def facets(self) -> dict:
        """Facet -> {code: number of reports} for the menus of the filters."""
        return _facets(self.key, self)

    def link(self, **more) -> list:
        """The address parameters of this view as pairs; `more` takes the place of parameters of its names."""
        pairs = [(name, value) for name, values in self.filters.to_query().items() for value in values if name not in more]
        return pairs + ([("ui", "ko")] if self.language == "ko" else []) + list(more.items())


def _key(store, version, filters):
    return f"{store.folder}|{version}|{filters.to_query()}"


@st.cache_resource(show_spinner=False, max_entries=2)
def _frame(folder: str, version: str) -> pd.DataFrame:
    """The reports frame, shared by all readers and never changed; a new data version reads it anew."""
    return Store(folder).reports()


@st.cache_resource(show_spinner=False, max_entries=8)
def _selected(key: str, _store, _everything, _filters) -> pd.DataFrame:
    return _filters.apply(_everything, _find(str(_store.folder), _store.version))


@st.cache_resource(show_spinner=False, max_entries=64)
def _facets(key: str, _view) -> dict:
    return facet_counts(_view.everything, _view.filters, _find(str(_view.store.folder), _view.version))


@st.cache_resource(show_spinner=False, max_entries=128)
def _figure(name: str, key: str, language: str, options: tuple, _view) -> Figure:
    return FIGURES[name](_view.reports, language=language, everything=_view.ground, dates=_view.filters.dates, **dict(options))


@lru_cache(maxsize=4)
def _find(folder, version):
    """The store's search, each question asked once per data version."""
    return lru_cache(maxsize=16)(Store(folder).find)


@contextmanager
def reports_in_view(page: str) -> Iterator[View]:
    """Sets the page up (title, menu, sentence) and gives what is in view; menu and filters, which change with every choice, are drawn after
    the page's own content, so that a changed filter reaches its charts first."""
    from pages.parts.sidebar import draw_chosen, draw_sidebar

    query = {name: st.query_params.get_all(name) for name in st.query_params}
    language = "ko" if query.get("ui") == ["ko"] else "en"
    st.set_page_config(page_title=f"{say(f'menu_{page}', language)} · {say('title_home', language)}", layout="wide")
    store = Store()
    if outdated := store.outdated:
        with st.spinner(say("coding_anew", language, n=f"{outdated:,}")):
            store.reports()
    version = store.ensure_sample().version
    everything = _frame(str(store.folder), version)
    filters, dropped = Filters.from_query(query, everything["outlet"].cat.categories)
    reports = _selected(_key(store, version, filters), store, everything, filters)
    view = View(everything, reports, filters, language, store, version, page)
    st.html(_STYLE)
    st.sidebar.markdown(f"**{view.say('title_home')}**")  # so that the sidebar stands there from the beginning
    st.title(say(f"title_{page}", language), anchor=False)
    with st.container(key="filters_in_words"):
        st.markdown(plain(view.sentence))
    draw_chosen(view)
    if dropped:
        st.warning(say("dropped", language))
    if page not in _UNFILTERED:
        _asides(view)
    try:
        yield view
    finally:
        draw_sidebar(view)


def _asides(view):
    """What the sentence leaves unsaid: undated reports that match all else, and that the sample is shown."""
    if view.filters.start or view.filters.end:
        aside = view.filters.undated(view.everything, _find(str(view.store.folder), view.version))
        if aside:
            st.caption(view.say("undated_aside", n=f"{aside:,}"))
    if has_any_text(view.reports["collection"], (SAMPLE,)).any():
        st.caption(view.say("sample_note"))


def rates_said(view: View):
    """Beside rates per article loaded: what the sample, which was chosen, cannot say."""
    if has_any_text(view.ground["collection"], (SAMPLE,)).all():
        st.caption(view.say("rates_of_the_sample"))


def nothing_here(view: View) -> bool:
    """Says so and offers the next step where no report is in view."""
    if len(view.reports):
        return False
    from pages.parts.links import link_to
    from pages.parts.sidebar import clear

    if not len(view.everything):
        st.info(view.say("nothing_loaded"))
        link_to(view, "add", view.say("add_your_own"), view.link(), "add")
        return True
    st.info(view.say("empty"))
    for name in [f for f in ("q", "theme", "place", "actor", "target", "sanction", "outlet", "language") if getattr(view.filters, f)]:
        wider = view.narrowed(**{name: "" if name == "q" else ()})
        if len(wider.reports):
            label = view.say("without_facet", facet=view.say(f"facet_{name}"), n=f"{len(wider.reports):,}")
            link_to(view, "reports", label, wider.link(), f"without_{name}")
    st.button(view.say("reset"), key="reset_empty", on_click=clear)
    return True
