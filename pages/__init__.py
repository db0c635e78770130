"""What all pages share: the store, the filters in the sidebar, the sentence, and how a figure is shown.

The address is the one home of the filters: widgets mirror it and write to it, links carry it.
"""

import re
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from reports.codebook import codebook
from reports.draw_file import to_bytes
from reports.draw_plotly import to_plotly
from reports.export import EXPORTS, MIME
from reports.figures import Figure
from reports.filters import FACETS, Filters, counts
from reports.gazetteer import gazetteer
from reports.maps import to_deck
from reports.store import SAMPLE, Store
from reports.words import say

MENU = {
    "home": "dashboard.py", "timeline": "pages/1_Timeline.py", "map": "pages/2_Map.py", "themes": "pages/3_Themes.py",
    "reports": "pages/4_Reports.py", "add": "pages/5_Add_articles.py", "codebook": "pages/6_Codebook.py",
}  # fmt: skip
_FIELD = {"theme": "themes", "actor": "actors", "target": "targets", "sanction": "sanctions"}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|~:$<>&])")


@dataclass(frozen=True)
class View:
    """What a page works with: all reports, those in view, the filters, the interface language, the data version."""

    everything: pd.DataFrame
    reports: pd.DataFrame
    filters: Filters
    language: str
    version: str

    def say(self, key: str, **values) -> str:
        """Words of the interface in the reader's language."""
        return say(key, self.language, **values)

    @property
    def sentence(self) -> str:
        """The filters in words, beginning with the number of reports."""
        return self.filters.describe(len(self.reports), self.language)


def plain(words: str) -> str:
    """Words with every Markdown sign escaped, so that data shows as it is written."""
    return _MARKDOWN.sub(r"\\\1", str(words)).replace("\n", " ")


@st.cache_resource(show_spinner=False, max_entries=3)
def _frame(folder: str, version: str) -> pd.DataFrame:
    """The reports frame, shared by all readers and never changed; a new data version reads it anew."""
    return Store(folder).reports()


def reports_in_view(page: str) -> View:
    """Sets the page up (title, menu, filters, sentence) and gives what is in view."""
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    language = "ko" if query.get("ui") == ["ko"] else "en"
    st.set_page_config(page_title=f"{say(f'menu_{page}', language)} · Yanggang Monitor", layout="wide")
    store = Store().ensure_sample()
    everything = _frame(str(store.folder), store.version)
    filters, dropped = Filters.from_query(query, everything["outlet"].unique())
    view = View(everything, filters.apply(everything), filters, language, store.version)
    _menu(view, page)
    _sidebar(view)
    st.title(say(f"title_{page}", language))
    with st.container(key="filters_in_words"):
        st.markdown(plain(view.sentence))
    if dropped:
        st.warning(say("dropped", language))
    if aside := filters.undated(everything):
        st.caption(say("undated_aside", language, n=aside))
    if (everything["collection"] == SAMPLE).any() and (view.reports["collection"] == SAMPLE).any():
        st.caption(say("sample_note", language))
    return view


def nothing_here(view: View) -> bool:
    """Says so and offers the next step where no report is in view."""
    if len(view.reports):
        return False
    st.info(view.say("empty"))
    if st.button(view.say("reset"), key="reset_empty"):
        _clear()
        st.rerun()
    return True


def show(figure: Figure, view: View, key: str, on_select: bool = False):
    """A figure with its words, its table and its downloads; gives what was picked on it (codes or place ids)."""
    st.subheader(figure.title, anchor=False)
    st.caption(plain(figure.subtitle))
    dark = st.context.theme.type == "dark"
    picked = []
    if figure.marks["kind"] == "map":
        state = st.pydeck_chart(to_deck(figure, dark), height=520, key=key, on_select="rerun" if on_select else "ignore", selection_mode="single-object")
        if on_select:
            found = [o for objects in state.selection.get("objects", {}).values() for o in objects]
            picked = [o.get("place_id") or o.get("properties", {}).get("place_id") for o in found]
    else:
        config = {"displayModeBar": False, "displaylogo": False}
        state = st.plotly_chart(to_plotly(figure, dark), key=key, theme=None, config=config, on_select="rerun" if on_select else "ignore")
        if on_select:
            picked = [p.get("customdata") for p in state.selection.get("points", [])]
    st.caption(plain(f"{figure.alt} {figure.caption} {figure.credits}"))
    with st.expander(view.say("table_behind")):
        st.dataframe(figure.numbers, hide_index=True, key=f"{key}_table")
    columns = st.columns(4)
    for column, form in zip(columns, ("png", "svg", "pdf")):
        content = partial(to_bytes, figure, form, f"{view.sentence} · {view.version}")
        column.download_button(form.upper(), content, f"yanggang_{figure.name}.{form}", on_click="ignore", key=f"{key}_{form}")
    columns[3].download_button(
        view.say("numbers_csv"), partial(_numbers, figure, view), f"yanggang_{figure.name}.csv", "text/csv", on_click="ignore", key=f"{key}_csv"
    )
    return [p[0] if isinstance(p, list) else p for p in picked if p]


def _numbers(figure, view):
    said = figure.numbers.assign(view=view.sentence, data_version=view.version)
    return said.to_csv(index=False).encode()


def downloads(view: View):
    """The reports in view as files."""
    st.caption(view.say("download_reports"))
    for column, (form, export) in zip(st.columns(len(EXPORTS)), EXPORTS.items()):
        content = partial(export, view.reports, view.filters, view.version)
        column.download_button(form.upper(), content, f"yanggang_reports.{form}", MIME[form], on_click="ignore", key=f"reports_{form}")


def listed(reports: pd.DataFrame, view: View, key: str):
    """Reports as a short list, newest first, each a link to its reading view."""
    newest = reports.sort_values("published", ascending=False, kind="stable")
    for row in newest.head(15).to_dict("records"):
        st.page_link(
            MENU["reports"], label=plain(f"{row['published'] or '?'} · {row['outlet']} · {row['title'] or row['article_id']}"),
            query_params=_pairs(view.filters, view.language) + [("report", row["article_id"])],
        )  # fmt: skip
    if len(newest) > 15:
        st.caption(view.say("and_others", n=len(newest) - 15))


def _pairs(filters, language):
    pairs = [(name, value) for name, values in filters.to_query().items() for value in values]
    return pairs + ([("ui", "ko")] if language == "ko" else [])


def _menu(view, page):
    with st.sidebar:
        st.markdown("**Yanggang Monitor**")
        for name, file in MENU.items():
            st.page_link(file, label=view.say(f"menu_{name}"), query_params=_pairs(view.filters, view.language), disabled=name == page)


def _sidebar(view):
    """One widget a facet; each shows the choice that stands in the address and writes a change there."""
    with st.sidebar:
        st.markdown(f"**{view.say('filters')}**")
        _mirror("q", view.filters.q)
        st.text_input(view.say("facet_q"), key="f_q", on_change=_write)
        _mirror("crackdown", view.filters.crackdown)
        st.toggle(view.say("facet_crackdown"), key="f_crackdown", on_change=_write)
        for facet in FACETS:
            chosen = list(getattr(view.filters, facet))
            found = counts(view.everything, view.filters, facet)
            options = list(dict.fromkeys([*found.index, *chosen]))
            _mirror(facet, chosen)
            st.multiselect(
                view.say(f"facet_{facet}"), options, key=f"f_{facet}", on_change=_write, placeholder=view.say("any"),
                format_func=partial(_label, facet, view.language, found),
            )  # fmt: skip
        _mirror("dates", view.filters.dates)
        st.radio(view.say("facet_dates"), ["event", "published"], key="f_dates", on_change=_write, format_func=lambda d: view.say(f"dates_{d}"))
        for name, value in (("from", view.filters.start), ("to", view.filters.end)):
            _mirror(name, value or "")
            st.text_input(view.say(f"facet_{name}"), key=f"f_{name}", on_change=_write, placeholder="2022-01-01")
        if (view.everything["collection"] != SAMPLE).any():
            _mirror("sample", bool(view.filters.sample))
            st.toggle(view.say("facet_sample"), key="f_sample", on_change=_write)
        st.button(view.say("reset"), on_click=_clear, key="reset")
        _mirror("ui", view.language)
        st.radio(view.say("language"), ["en", "ko"], key="f_ui", on_change=_write, horizontal=True, format_func={"en": "English", "ko": "한국어"}.get)


def _mirror(name, value):
    if st.session_state.get(f"f_{name}") != value:
        st.session_state[f"f_{name}"] = value


def _label(facet, language, found, code):
    if facet in _FIELD:
        name = codebook().label(_FIELD[facet], code, language)
    elif facet == "place":
        name = gazetteer().label(code, language)
    else:
        name = say(f"language_{code}", language) if facet == "language" else code
    return f"{name} ({int(found.get(code, 0))})"


def _write():
    """Writes what the widgets hold into the address, with stable codes; the page then reads it from there."""
    state = st.session_state
    query = {facet: state[f"f_{facet}"] for facet in FACETS if state.get(f"f_{facet}")}
    query |= {name: state[f"f_{name}"] for name in ("q", "from", "to") if state.get(f"f_{name}")}
    if state.get("f_crackdown"):
        query["crackdown"] = "1"
    if state.get("f_dates") == "published":
        query["dates"] = "published"
    if state.get("f_sample"):
        query["sample"] = "1"
    if state.get("f_ui") == "ko":
        query["ui"] = "ko"
    st.query_params.from_dict(query)


def _clear():
    language = st.query_params.get("ui")
    st.query_params.from_dict({"ui": language} if language == "ko" else {})
