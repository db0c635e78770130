"""What pages about time share: brushing sets the dates, a bar is chosen by click or menu, context markers are explained."""

from collections.abc import Callable

import streamlit as st

from pages.parts.charts import show
from pages.parts.lists import listed
from pages.parts.text import plain
from pages.parts.view import View, rates_said
from reports.figures import Figure
from reports.figures.change import TRAILING
from reports.figures.coverage import without_outlet
from reports.filters import CODED
from reports.timeline_bins import Axis, bin_label, in_bin


def brushed(key: str, axis: Axis, bars: bool = True) -> Callable:
    """What is done once something is picked on the chart `key`: a box drawn over bins sets the dates of the view, a click chooses
    a bar (where there are `bars`).
    """

    def act():
        picked = st.session_state[key].selection
        boxes = [box for box in picked.get("box", []) if box.get("xref", "x") == "x"]
        names = [p["customdata"] for p in picked.get("points", []) if isinstance(p.get("customdata"), str)]
        if boxes:
            st.session_state["draw_dates"] = False
            low, high = round(min(boxes[0]["x"])), round(max(boxes[0]["x"]))
            st.query_params.update({"from": axis.day_at(low), "to": axis.day_at(max(high, low + 1) - 1e-6)})
        elif bars and names:
            st.query_params["bar"] = names[0] or "undated"

    return act


def drawing(view: View) -> bool:
    """Whether a drag over the chart sets the dates (a click then lists nothing); on until dates are set."""
    return st.toggle(view.say("control_draw"), key="draw_dates", help=view.say("control_draw_why"))


def bar_chooser(figure: Figure, view: View) -> str | None:
    """The bar whose reports are listed, chosen by click or in this menu; None where none is."""
    table = figure.numbers[figure.numbers["lane"].isin(["dated", "no_year", "undated"])]
    bins = table.assign(n=table["reports"] + table["vague"]).groupby(["lane", "bin"], sort=False)["n"].sum()
    names = {name or "undated": lane for (lane, name), n in bins.items() if n > 0}
    chosen = st.query_params.get("bar", "")
    chosen = chosen if chosen in names else ""
    if st.session_state.get("c_bar", ...) != chosen:
        st.session_state["c_bar"] = chosen

    def words(name):
        if not name:
            return view.say("bar_none")
        return (
            view.say("undated_short")
            if name == "undated"
            else bin_label(name, "month" if names[name] == "no_year" else figure.marks["rule"], view.language)
        )

    st.selectbox(view.say("control_bar"), ["", *names], key="c_bar", on_change=_choose, format_func=words, width=260)
    return None if not chosen else "" if chosen == "undated" else chosen


def _choose():
    if st.session_state["c_bar"]:
        st.query_params["bar"] = st.session_state["c_bar"]
    else:
        st.query_params.pop("bar", None)


def subject_of(view: View) -> str:
    """What a rate is of: the reports in view where a filter says what is asked for, else those of crackdowns."""
    return "reports" if any(getattr(view.filters, name) for name in (*CODED, "crackdown", "q")) else "crackdown"


def rates(view: View, options: dict) -> Figure:
    """Rates per article loaded, of crackdown reports where no filter says what is asked for; below five reports a list instead."""
    subject = subject_of(view)
    figure = view.figure("change", subject=subject, **options)
    without = options["without"]
    if figure.marks["few"]:
        st.caption(plain(figure.alt))
        listed(without_outlet(view.reports, without), view, "few")
        return figure
    picked = show(figure, view, "change", on_select=True)
    rates_said(view)
    st.caption(plain(view.say("change_method", n=TRAILING[figure.marks["rule"]])))
    for name in picked[:1]:
        st.subheader(plain(bin_label(name, figure.marks["rule"], view.language)), anchor=False)
        found = in_bin(without_outlet(view.reports, without), name, figure.marks["rule"], "published")
        listed(found if subject == "reports" else found[found["crackdown"]], view, f"change_{name}", paged=True)
    return figure


def marker_notes(figure: Figure, view: View):
    """What the numerals over the chart stand for, each with its source."""
    found = figure.marks["markers"]
    if found and not figure.marks.get("few"):  # of few reports there is a list and no chart
        st.caption(plain(view.say("markers_said")))
        half = -(-len(found) // 2)
        for column, part in zip(st.columns(2), (found[:half], found[half:])):
            column.caption("  \n".join(f"**{m['numeral']}** {plain(m['words'])}" for m in part))
