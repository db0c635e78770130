"""Compare: two selections side by side on one scale, with difference, ratio and the numbers they rest on."""

from urllib.parse import parse_qs, urlencode

import streamlit as st

from pages import nothing_here, plain, report_downloads, reports_in_view, show
from pages.parts.controls import choice, day, segments, several
from pages.parts.time import subject_of
from pages.parts.links import link_to
from pages.parts.view import rates_said
from reports.codebook import FIELDS, codebook
from reports.figures.compare import FACETS, SIDES, UNITS, before_and_after
from reports.gazetteer import gazetteer
from reports.words import day as day_words

_STARTS = ("border_closed", "border_reopened")


def named(facet, code):
    """A code of a facet as people call it."""
    if facet == "theme":
        return codebook().label("themes", code, view.language)
    return gazetteer().label(code, view.language) if facet == "place" else code


def codes_of(name, facet):
    """What a side can be narrowed by: what occurs in view, and what its address names although nothing in view carries it."""
    known = {"theme": codebook().codes("themes"), "place": gazetteer(), "outlet": set(view.everything["outlet"].cat.categories)}[facet]
    return list(dict.fromkeys([*view.facets()[facet], *(code for code in st.query_params.get_all(f"{name}_{facet}") if code in known)]))


def side(name):
    """The controls of one side; gives its choice as a query string."""
    st.subheader(view.say("compare_side", side=name.upper()), anchor=False)
    chosen = {
        facet: several(
            view.say(f"facet_{facet}"),
            f"{name}_{facet}",
            codes_of(name, facet),
            lambda code, facet=facet: named(facet, code),
            view.say("any"),
        )
        for facet in FACETS
    }
    for column, end in zip(st.columns(2), ("from", "to")):
        with column:
            value = day(view.say(f"facet_{end}"), f"{name}_{end}")
        chosen[end] = [value] if value else []
    return urlencode(chosen, doseq=True)


def starts():
    """Links to comparisons that answer common questions."""
    with st.container(horizontal=True, key="starts", vertical_alignment="center"):
        st.caption(view.say("compare_start"), width="content")
        for marker in _STARTS:
            one, other = before_and_after(marker)
            link(view.say("compare_around", day=day_words(parse_qs(other)["from"][0], view.language)), one, other)
        for facet in ("theme", "outlet"):
            top = list(view.facets()[facet])[:2]
            if len(top) == 2:
                link(view.say("compare_pair", a=named(facet, top[0]), b=named(facet, top[1])), *(urlencode({facet: code}) for code in top))


def link(label, one, other):
    """A link to this page with both sides set."""
    pairs = {f"{name}_{key}": value for name, query in zip(SIDES, (one, other)) for key, (value, *_) in parse_qs(query).items()}
    link_to(view, "compare", plain(label), view.link(**pairs), f"compare_{label}")


with reports_in_view("compare") as view:
    if not nothing_here(view):
        starts()
        if not any(name.startswith(("a_", "b_")) for name in st.query_params):
            for name, query in zip(SIDES, before_and_after()):
                st.query_params.update({f"{name}_{key}": value for key, value in parse_qs(query).items()})
        with st.container(horizontal=True, key="controls", vertical_alignment="bottom"):
            unit = segments(view.say("control_unit"), "unit", UNITS, "rate", lambda u: view.say(f"compare_unit_{u}"))
            field = choice(view.say("control_field"), "rows", FIELDS, "themes", lambda f: view.say(f"split_{f}"))
        with st.expander(view.say("compare_choose")):
            st.caption(view.say("compare_intro"))
            queries = []
            for name, column in zip(SIDES, st.columns(2)):
                with column:
                    queries.append(side(name))
        options = dict(zip(("one", "other"), queries))
        subject = "reports" if any(st.query_params.get(f"{name}_theme") for name in SIDES) else subject_of(view)
        show(view.figure("compare", field=field, unit=unit, subject=subject, **options), view, "compare")
        show(view.figure("compare_time", **options), view, "compare_time")
        rates_said(view)
        st.caption(plain(view.say("compare_method")))
        report_downloads(view)
