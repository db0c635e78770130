"""The map on a page: its controls, the chart that tells what was picked, and the place whose reports are listed beside it."""

import math
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import streamlit as st

from pages.parts.controls import choice, segments, switch
from pages.parts.lists import MOST, listed
from pages.parts.view import View
from reports.codebook import codebook
from reports.drawing.map import HEIGHT, aspect_of, fitted, shrink_for, to_deck
from reports.drawing.map_legend import to_html
from reports.figures import Figure
from reports.figures.map import MEASURES, layer_named, standing_at
from reports.gazetteer import gazetteer
from reports.map_steps import UNITS, in_step, last_on_map, step_label, steps_of, unit_of
from reports.table import ordered

_WIDEST = 660  # pixels: a map that still fits on a screen with its title
_STYLE = Path(__file__).parent / "map.css"


def map_controls(view: View) -> dict:
    """What the map counts and when, each choice in the address; gives the options of the figure."""
    options = {}
    with st.container(horizontal=True, key="map_controls", vertical_alignment="bottom"):
        options["measure"] = choice(view.say("map_measure"), "colour", MEASURES, "reports", lambda m: view.say(f"measure_{m}"), 240)
        if options["measure"] == "share":
            themes = sorted(codebook().codes("themes"), key=lambda c: codebook().label("themes", c, view.language))
            first = next(iter(view.filters.theme), themes[0])
            options["theme"] = choice(
                view.say("map_theme"), "share", themes, first, lambda c: codebook().label("themes", c, view.language), 210
            )
        options["roll"] = switch(view.say("map_roll"), "roll")
        options |= _time(view, options["measure"])
    return options


def _time(view, measure):
    """The step of time: a unit, and a slider over its steps with a button to the next and the one before."""
    asked = st.query_params.get("when", "")
    unit, default = unit_of(asked), "year" if measure == "change" else "all"
    chosen = segments(
        view.say("map_unit"), "step", [*(["all"] if measure != "change" else []), *UNITS], unit or default, lambda u: view.say(f"unit_{u}")
    )
    if chosen == "all":
        return {}
    steps = steps_of(view.reports, chosen, view.filters.dates)
    if not steps:
        st.caption(view.say("map_no_dates"))
        return {}
    when = _slider(view, "when", steps, last_on_map(view.reports, chosen, view.filters.dates))
    if measure != "change":
        return {"when": when}
    return {"when": when, "was": _slider(view, "was", steps, steps[max(0, steps.index(when) - 1)])}


def _slider(view, name, steps, default):
    value = st.query_params.get(name, default)
    value = value if value in steps else default
    if st.session_state.get(f"c_{name}", ...) != value:
        st.session_state[f"c_{name}"] = value
    here = steps.index(value)
    with st.container(horizontal=True, key=f"map_{name}", vertical_alignment="bottom", width=358):
        st.button(
            "◀",
            key=f"{name}_earlier",
            help=view.say("map_earlier"),
            disabled=here == 0,
            on_click=_put,
            args=(name, steps[max(0, here - 1)]),
        )
        st.select_slider(
            view.say(f"map_{name}"), steps, key=f"c_{name}", on_change=lambda: _put(name, st.session_state[f"c_{name}"]),
            format_func=lambda step: step_label(step, view.language), width=220,
        )  # fmt: skip
        st.button(
            "▶",
            key=f"{name}_later",
            help=view.say("map_later"),
            disabled=here == len(steps) - 1,
            on_click=_put,
            args=(name, steps[min(len(steps) - 1, here + 1)]),
        )
    return value


def _put(name, value):
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def chosen_place() -> str | None:
    """The place or tray of the address (`at`) whose reports are listed; an unknown one counts as none."""
    at = st.query_params.get("at", "")
    return at if layer_named(at) else None


def picked_on(key: str) -> Callable:
    """What is done once an area or a point of the map `key` is clicked: it goes into the address, a second click takes it out."""

    def act():
        objects = [o for found in st.session_state[key].selection.get("objects", {}).values() for o in found]
        if objects:  # the chart also tells that it has forgotten an earlier pick
            place_id = objects[0]["properties"]["place_id"]
            _put("at", None if place_id == st.query_params.get("at") else place_id)

    return act


def map_chart(figure: Figure, key: str, choosing: bool = False, height: int | None = None):
    """The map and its legend. With `choosing` places can be clicked, Hyesan's points are left to `inset_chart`, and the map
    is as wide as its column.
    """
    dark = st.context.theme.type == "dark"
    st.html(_STYLE)
    tall = height or HEIGHT["province"]
    with st.container(key=f"{key}_still"):
        if choosing:
            deck = fitted(to_deck(figure, dark, chosen_place(), split=figure.marks["inset"]), "province", _WIDEST)
            st.html(f"<style>.st-key-{key}_still {{ --aspect: {aspect_of('province'):.4f}; max-width: {_WIDEST}px; }}</style>")
            st.pydeck_chart(deck, height=tall, key=key, alt=figure.alt, on_select=picked_on(key), selection_mode="single-object")
        else:
            st.pydeck_chart(to_deck(figure, dark, height=tall), height=tall, key=key, alt=figure.alt)
        st.html(to_html(figure, dark, shrink_for("province", tall)))


def inset_chart(figure: Figure, key: str):
    """Hyesan in detail: the points that stand too close together on the map of the province."""
    deck = to_deck(figure, st.context.theme.type == "dark", chosen_place(), "hyesan")
    with st.container(key=f"{key}_still"):
        st.pydeck_chart(
            deck, height=HEIGHT["hyesan"], key=key, on_select=picked_on(key), selection_mode="single-object", alt=figure.marks["inset_alt"]
        )


def place_chooser(figure: Figure, view: View):
    """The same choice by keyboard: every area, point, listed place and tray with its number; the list says which is chosen."""
    table = figure.numbers[figure.numbers["reports"] > 0]
    order = {"county": 0, "point": 1, "listed": 1}
    rows = sorted(table.to_dict("records"), key=lambda r: (r["layer"] == "tray", r["within"], order.get(r["layer"], 0), r["name_en"]))
    words = {
        r["place_id"]: ("– " if order.get(r["layer"]) else "") + f"{figure.marks['names'][r['place_id']]}: {r['reports']:,}" for r in rows
    }
    at = chosen_place() or ""
    if at and at not in words:
        words[at] = f"{name_of(at, figure, view)}: 0"
    if st.session_state.get("c_at", ...) != at:
        st.session_state["c_at"] = at
    st.selectbox(
        view.say("pick_area"), ["", *words], key="c_at", on_change=lambda: _put("at", st.session_state["c_at"]),
        format_func=lambda p: words.get(p) or view.say("pick_none"),
    )  # fmt: skip


def name_of(place_id: str, figure: Figure, view: View) -> str:
    """The name of a place or tray in both scripts, whether or not the figure holds it."""
    if layer_named(place_id) == "tray":
        return view.say(f"tray_{place_id}")
    names = [gazetteer().label(place_id, language) for language in ("en", "ko")]
    return " ".join(names if view.language == "en" else names[::-1])


def choice_buttons(figure: Figure, view: View, layer: str, key: str):
    """The trays, or the listed places, as buttons that open their lists."""
    held = figure.numbers[(figure.numbers["layer"] == layer)]
    with st.container(key=key, horizontal=True, gap="small"):
        for place_id, n in zip(held["place_id"], held["reports"]):
            label = f"{name_of(place_id, figure, view)}: {n:,}"
            st.button(
                label,
                key=f"{key}_{place_id}",
                on_click=_put,
                args=("at", place_id),
                disabled=n == 0,
                type="tertiary" if layer == "listed" else "secondary",
            )


def reports_at(place_id: str, view: View, step: str | None, roll: bool) -> pd.DataFrame:
    """The reports in view that stand at a place or in a tray, of one step of time or of all."""
    return _reports_at(view.key, place_id, step, roll, view)


@st.cache_resource(show_spinner=False, max_entries=8)
def _reports_at(key: str, place_id, step, roll, _view) -> pd.DataFrame:
    return standing_at(in_step(_view.reports, step, _view.filters.dates), layer_named(place_id), place_id, roll)


def listed_by_page(reports: pd.DataFrame, view: View, key: str):
    """All the reports of a place as links, newest first, a page at a time."""
    pages = max(1, math.ceil(len(reports) / MOST))
    # The numbers of the pages stand under the list, so the list is filled once they are drawn.
    place = st.container(key=f"{key}_rows")
    page = st.pagination(pages, key=f"{key}_{chosen_place()}_page", max_visible_pages=5) if pages > 1 else 1
    with place:
        listed(ordered(reports, "newest", (page - 1) * MOST, page * MOST), view, key)
