"""Timeline: crackdown reports against all reports over what was loaded, with what has no year or no date beside it."""

import streamlit as st

from pages import listed, nothing_here, report_downloads, reports_in_view, show
from pages.parts.charts import on_a_phone
from pages.parts.controls import choice, segments, switch
from pages.parts.time import bar_chooser, brushed, drawing, marker_notes, rates
from reports.captions import outlets_of
from reports.figures.coverage import without_outlet
from reports.figures.events import FEW
from reports.figures.series import SPLITS
from reports.figures.timeline import MARKERS
from reports.timeline_bins import RULES, in_bin


def controls():
    """How the chart is drawn, each choice in the address; gives the kind of chart, its options, and whether dates are drawn on it."""
    outlets = [name for name in outlets_of(view.reports) if name != "?"]
    with st.container(horizontal=True, key="controls", vertical_alignment="bottom"):
        kind = segments(
            view.say("control_show"),
            "show",
            ["bars", "events", "rates"],
            "events" if len(view.reports) <= FEW else "bars",
            lambda k: view.say(f"show_{k}"),
        )
        rule = choice(view.say("control_bins"), "bins", ["auto", *RULES], "auto", lambda r: view.say(f"bins_{r}"), 150)
        split, exact = "crackdown", False
        if kind == "bars":
            split = choice(view.say("control_split"), "split", ["crackdown", *SPLITS], "crackdown", lambda s: view.say(f"split_{s}"), 170)
        without = choice(view.say("control_without"), "without", ["", *outlets], "", lambda o: o or view.say("without_none"), 190)
        # On a phone so many numerals would lie upon each other: there they are shown when asked for.
        markers = choice(
            view.say("control_markers"), "context", MARKERS, "none" if on_a_phone() else "page", lambda m: view.say(f"markers_{m}"), 170
        )
        if kind == "bars" and view.filters.dates == "event":
            exact = switch(view.say("control_exact"), "exact")
        draw = kind != "rates" and drawing(view)
    options = {"rule": None if rule == "auto" else rule, "markers": markers, "without": without or None}
    return kind, options | ({"split": None if split == "crackdown" else split, "exact_only": exact} if kind == "bars" else {}), draw


def timeline():
    """Bars by bins of time; a click or the menu below lists the reports of a bar."""
    figure = view.figure("timeline", **options)
    key = f"timeline_{view.filters.start}_{view.filters.end}"
    show(figure, view, key, on_select=brushed(key, figure.marks["axis"]), box=draw)
    said = "bins_rule" if figure.marks["chosen"] else "bins_rule_chosen"
    st.caption(view.say(said, rule=view.say(f"bins_{figure.marks['rule']}")) + " " + view.say("pick_bar"))
    picked = bar_chooser(figure, view)
    if picked is not None:
        listed(
            in_bin(
                without_outlet(view.reports, options["without"]), picked, figure.marks["rule"], view.filters.dates, options["exact_only"]
            ),
            view,
            f"picked_{picked}",
            paged=True,
        )
    return figure


def events():
    """One row a report; a click lists it."""
    figure = view.figure("events", **options)
    key = f"events_{view.filters.start}_{view.filters.end}"
    picked = show(figure, view, key, on_select=brushed(key, figure.marks["axis"], bars=False), box=draw)
    st.caption(view.say("pick_dot"))
    listed(view.reports[view.reports["article_id"].isin(picked)], view, "picked")
    for lane, name in (("no_year", "XXXX"), ("undated", "")):
        if figure.marks["sums"][lane]:
            with st.expander(figure.marks["lanes"][lane]):
                listed(in_bin(without_outlet(view.reports, options["without"]), name, "month", view.filters.dates), view, lane, paged=True)
    return figure


with reports_in_view("timeline") as view:
    if not nothing_here(view):
        kind, options, draw = controls()
        figure = {"bars": timeline, "events": events, "rates": lambda: rates(view, options)}[kind]()
        marker_notes(figure, view)
        if kind != "rates":
            st.button(view.say("see_rates"), key="see_rates", on_click=st.query_params.update, args=({"show": "rates"},), type="tertiary")
        report_downloads(view)
