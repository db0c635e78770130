"""The sidebar: the menu, and one widget a facet that shows what stands in the address and writes a change there."""

import re
from functools import partial

import streamlit as st

from pages.parts.links import as_query
from pages.parts.text import plain
from pages.parts.view import MENU, View
from reports.codebook import codebook
from reports.filters import FACETS, SAMPLE, has_any_text, typed_day
from reports.gazetteer import gazetteer
from reports.words import day, say

_FIELD = {"theme": "themes", "actor": "actors", "target": "targets", "sanction": "sanctions"}
_OWN = (*FACETS, "from", "to", "crackdown", "sample", "q", "dates", "count", "ui", "report")  # what is not a control of the page itself
_COUNT = re.compile(r" \([\d,]+\)$")  # what a label of a menu ends with
_DEFAULTS = {"q": "", "dates": "event", "count": "reports", "ui": "en"}


def draw_sidebar(view: View):
    """Menu and filters; every choice is written into the address at once."""
    with st.sidebar:
        with st.container(key="menu"):
            for name, file in MENU.items():
                st.page_link(file, label=view.say(f"menu_{name}"), query_params=view.link())
        st.markdown(f"**{view.say('filters')}**")
        _facet(view, "theme")
        _mirror("crackdown", view.filters.crackdown)
        st.toggle(view.say("facet_crackdown"), key="f_crackdown", on_change=_write, args=("crackdown",))
        _facet(view, "place")
        _dates(view)
        _mirror("q", view.filters.q)
        st.text_input(view.say("facet_q"), key="f_q", on_change=_write, args=("q",))
        for facet in ("actor", "target", "sanction", "outlet", "language"):
            _facet(view, facet)
        _mirror("count", view.filters.count)
        _choice(view, "facet_count", "count", ["reports", "stories"], lambda c: view.say(f"count_{c}"))
        if not has_any_text(view.everything["collection"], (SAMPLE,)).all():
            _mirror("sample", bool(view.filters.sample))
            st.toggle(view.say("facet_sample"), key="f_sample", on_change=_write, args=("sample",))
        st.button(view.say("reset"), on_click=clear, key="reset", width="stretch")
        _mirror("ui", view.language)
        _choice(view, "language", "ui", ["en", "ko"], {"en": "English", "ko": "한국어"}.get)


def _choice(view, label, name, options, words):
    st.radio(view.say(label), options, key=f"f_{name}", on_change=_write, args=(name,), horizontal=True, format_func=words)


def _facet(view, facet):
    chosen, found = list(getattr(view.filters, facet)), view.facets()[facet]
    options = list(dict.fromkeys([*found, *chosen]))
    _mirror(facet, chosen)
    st.multiselect(
        view.say(f"facet_{facet}"), options, key=f"f_{facet}", on_change=_write_facet, args=(facet, options, view.language),
        placeholder=view.say("any"), format_func=partial(_label, facet, view.language, found), select_all=False,
    )  # fmt: skip


def _dates(view):
    _mirror("dates", view.filters.dates)
    _choice(view, "facet_dates", "dates", ["event", "published"], lambda d: view.say(f"dates_{d}"))
    for column, (name, value) in zip(st.columns(2), (("from", view.filters.start), ("to", view.filters.end))):
        _mirror(name, value or "")
        column.text_input(view.say(f"facet_{name}"), key=f"f_{name}", on_change=_write_day, args=(name,), placeholder="2022-01-31", help=view.say("day_help"))
    if st.session_state.pop("no_day", False):
        st.warning(view.say("no_day"))


def _mirror(name, value):
    """The widget shows what stands in the address, on every run: a page that was just opened knows nothing of its widgets yet."""
    st.session_state[f"f_{name}"] = value


def _label(facet, language, found, code):
    return f"{_name(facet, language, code)} ({found.get(code, 0):,})"


def _name(facet, language, code):
    if facet in _FIELD:
        return codebook().label(_FIELD[facet], code, language)
    if facet == "place":
        return gazetteer().label(code, language)
    return say(f"language_{code}", language) if facet == "language" else code


def _write(name):
    """Writes what one widget holds into the address; everything else there stays as it is."""
    value = st.session_state[f"f_{name}"]
    if name in _DEFAULTS:
        value = "" if value == _DEFAULTS[name] else value
    _put(name, [] if not value else ["1"] if value is True else [value])


def _write_facet(facet, options, language):
    """Writes the codes chosen in a menu. A browser that shows older counts sends a label back: it is known by its name."""
    by_name = {_name(facet, language, code): code for code in reversed(options)}
    found = [v if v in options else by_name.get(_COUNT.sub("", v)) for v in st.session_state[f"f_{facet}"]]
    _put(facet, [code for code in dict.fromkeys(found) if code])


def _write_day(name):
    """Writes a day; a year or a month stands for its first day in "from", for its last in "to"."""
    typed = st.session_state[f"f_{name}"].strip()
    day = typed_day(typed, last=name == "to")
    st.session_state["no_day"] = bool(typed) and not day
    if day or not typed:
        _put(name, [day] if day else [])


def _put(name, values):
    query = {n: st.query_params.get_all(n) for n in st.query_params if n not in (name, "report")}
    st.query_params.from_dict(query | ({name: values} if values else {}))


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
    st.query_params.from_dict(as_query(view.narrowed(**{facet: value}).link()) | _of_the_page())


def clear():
    """Takes every filter out of the address; the language and the page's own controls stay."""
    language = st.query_params.get("ui")
    st.query_params.from_dict(({"ui": language} if language == "ko" else {}) | _of_the_page())
