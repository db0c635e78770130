"""The sidebar: the menu, and one widget a facet that shows what stands in the address and writes a change there."""

import datetime
from functools import partial

import streamlit as st

from pages.parts.text import plain
from pages.parts.view import MENU, View
from reports.codebook import codebook
from reports.filters import FACETS, SAMPLE, has_any_text
from reports.gazetteer import gazetteer
from reports.words import day, say

_FIELD = {"theme": "themes", "actor": "actors", "target": "targets", "sanction": "sanctions"}
_OWN = (*FACETS, "from", "to", "crackdown", "sample", "q", "dates", "count", "ui", "report")  # what the sidebar writes anew; the rest is the page's
_EARLIEST, _LATEST = datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)


def draw_sidebar(view: View):
    """Menu and filters; every choice is written into the address at once."""
    with st.sidebar:
        st.markdown(f"**{view.say('title_home')}**")
        with st.container(key="menu"):
            for name, file in MENU.items():
                st.page_link(file, label=view.say(f"menu_{name}"), query_params=view.link())
        st.markdown(f"**{view.say('filters')}**")
        _facet(view, "theme")
        _mirror("crackdown", view.filters.crackdown)
        st.toggle(view.say("facet_crackdown"), key="f_crackdown", on_change=_write)
        _facet(view, "place")
        _dates(view)
        _mirror("q", view.filters.q)
        st.text_input(view.say("facet_q"), key="f_q", on_change=_write)
        for facet in ("actor", "target", "sanction", "outlet", "language"):
            _facet(view, facet)
        _mirror("count", view.filters.count)
        st.radio(view.say("facet_count"), ["reports", "stories"], key="f_count", on_change=_write, horizontal=True, format_func=lambda c: view.say(f"count_{c}"))
        if not has_any_text(view.everything["collection"], (SAMPLE,)).all():
            _mirror("sample", bool(view.filters.sample))
            st.toggle(view.say("facet_sample"), key="f_sample", on_change=_write)
        st.button(view.say("reset"), on_click=clear, key="reset", width="stretch")
        _mirror("ui", view.language)
        st.radio(view.say("language"), ["en", "ko"], key="f_ui", on_change=_write, horizontal=True, format_func={"en": "English", "ko": "한국어"}.get)


def _facet(view, facet):
    chosen, found = list(getattr(view.filters, facet)), view.facets()[facet]
    _mirror(facet, chosen)
    st.multiselect(
        view.say(f"facet_{facet}"), list(dict.fromkeys([*found, *chosen])), key=f"f_{facet}", on_change=_write, placeholder=view.say("any"),
        format_func=partial(_label, facet, view.language, found),
    )  # fmt: skip


def _dates(view):
    _mirror("dates", view.filters.dates)
    st.radio(view.say("facet_dates"), ["event", "published"], key="f_dates", on_change=_write, horizontal=True, format_func=lambda d: view.say(f"dates_{d}"))
    for column, (name, value) in zip(st.columns(2), (("from", view.filters.start), ("to", view.filters.end))):
        _mirror(name, datetime.date.fromisoformat(value) if value else None)
        column.date_input(
            view.say(f"facet_{name}"), value=None, key=f"f_{name}", on_change=_write, format="YYYY-MM-DD", min_value=_EARLIEST, max_value=_LATEST,
        )  # fmt: skip


def _mirror(name, value):
    if st.session_state.get(f"f_{name}", ...) != value:
        st.session_state[f"f_{name}"] = value


def _label(facet, language, found, code):
    return f"{_name(facet, language, code)} ({found.get(code, 0):,})"


def _name(facet, language, code):
    if facet in _FIELD:
        return codebook().label(_FIELD[facet], code, language)
    if facet == "place":
        return gazetteer().label(code, language)
    return say(f"language_{code}", language) if facet == "language" else code


def _write():
    """Writes what the widgets hold into the address, with stable codes; the page then reads it from there."""
    state = st.session_state
    query = {facet: state[f"f_{facet}"] for facet in FACETS if state.get(f"f_{facet}")}
    query |= {name: state[f"f_{name}"].isoformat() for name in ("from", "to") if state.get(f"f_{name}")}
    query |= {name: "1" for name in ("crackdown", "sample") if state.get(f"f_{name}")}
    defaults = {"q": "", "dates": "event", "count": "reports", "ui": "en"}
    query |= {name: state[f"f_{name}"] for name, default in defaults.items() if state.get(f"f_{name}", default) != default}
    st.query_params.from_dict(query | _of_the_page())


def _of_the_page():
    """The parameters of the controls of the page itself, which a change of the filters leaves as they are."""
    return {name: st.query_params.get_all(name) for name in st.query_params if name not in _OWN}


def draw_chosen(view: View):
    """Every choice that narrows the view as a button that takes it back, and one for all of them."""
    chosen = [(facet, code) for facet in FACETS for code in getattr(view.filters, facet)]
    chosen += [(name, None) for name in ("crackdown", "q", "start", "end") if getattr(view.filters, name)]
    if not chosen:
        return
    with st.container(key="chosen", horizontal=True, gap="small"):
        for facet, code in chosen:
            st.button(f"{plain(_chosen_label(view, facet, code))} ✕", key=f"take_back_{facet}_{code}", on_click=_take_back, args=(view, facet, code))
        if len(chosen) > 1:
            st.button(view.say("reset"), key="reset_chosen", on_click=clear, type="tertiary")


def _chosen_label(view, facet, code):
    if code is not None:
        return _name(facet, view.language, code)
    if facet in ("start", "end"):
        return f"{view.say('facet_from' if facet == 'start' else 'facet_to')} {day(getattr(view.filters, facet), view.language)}"
    return f"“{view.filters.q}”" if facet == "q" else view.say("facet_crackdown")


def _take_back(view, facet, code):
    empty = {"crackdown": False, "q": "", "start": None, "end": None}
    value = empty[facet] if code is None else tuple(c for c in getattr(view.filters, facet) if c != code)
    st.query_params.from_dict(_as_query(view.narrowed(**{facet: value}).link()) | _of_the_page())


def _as_query(pairs):
    query = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    return query


def clear():
    """Takes every filter out of the address; the language and the page's own controls stay."""
    language = st.query_params.get("ui")
    st.query_params.from_dict(({"ui": language} if language == "ko" else {}) | _of_the_page())
