"""Reports: the table, and a reading view with the coded words marked in the text."""

import streamlit as st

from pages import listed, nothing_here, plain, report_downloads, reports_in_view
from pages.parts.charts import on_a_phone
from pages.parts.links import link_to
from reports.reading import evidence_of, fields_of, reading_html, safe_link
from reports.table import COLUMNS, ORDERS, PAGE_ROWS, SHOWN, neighbours, ordered, table_of
from reports.words import day, say


def table():
    """The reports in view, a page at a time; choosing a row opens it."""
    left, right = st.columns([1, 3])
    order = left.selectbox(view.say("sort"), ORDERS, format_func=lambda o: view.say(f"sort_{o}"), key="order", persist_state="session")
    first = ("title", *(c for c in SHOWN if c != "title")) if on_a_phone() else SHOWN
    columns = right.multiselect(
        view.say("columns_shown"), COLUMNS, first, format_func=lambda c: view.say(f"column_{c}"), key="columns", persist_state="session"
    )
    pages = -(-len(view.reports) // PAGE_ROWS)
    number = st.pagination(pages, key="table_page") if pages > 1 else 1
    rows = view.store.details(ordered(view.reports, order, (number - 1) * PAGE_ROWS, number * PAGE_ROWS), (*view.reports.columns, "title"))
    shown = table_of(rows, view.language, tuple(columns) or first)
    st.caption(view.say("pick_report"))
    picked = st.dataframe(
        shown, hide_index=True, key=f"table_{order}_{number}", on_select="rerun", selection_mode=["single-row", "single-cell"], height=min(640, 38 + 35 * len(shown)),
        alt=view.sentence,
    )  # fmt: skip
    chosen = [*picked.selection.rows, *(row for row, _ in picked.selection.cells)]
    if chosen:
        st.query_params["report"] = rows["article_id"].iloc[chosen[0]]
        st.rerun()


def steps(article_id):
    """Links back to the table and to the reports before and after this one in the view, newest first."""
    at, before, after = neighbours(view.reports, article_id)
    with st.container(horizontal=True, key="steps", vertical_alignment="center"):
        link_to(view, "reports", view.say("all_reports"), view.link(), "all")
        for label, other in (("previous", before), ("next", after)):
            if other is not None:
                link_to(view, "reports", view.say(label), view.link(report=other), label)
        if at is not None:
            st.caption(view.say("nth_of", n=f"{at + 1:,}", total=f"{len(view.reports):,}"))


def reading(row):
    """One report: outlet, date and link above; text and codes; the same story in other outlets and languages below."""
    report = view.store.details(row).iloc[0].to_dict()
    evidence = evidence_of(report)
    note = view.say("summary_note") if report["note"] == say("summary_note") else report["note"]
    about = [report["outlet"], day(report["published"], view.language), view.say(f"language_{report['language']}"), note]
    st.caption(plain(" · ".join(p for p in about if p)))
    if link := safe_link(report["url"]):
        st.html(f"{view.say('original')}: {link}")
    fields = fields_of(evidence)
    left, right = st.columns([4, 1])
    chosen = left.pills(
        view.say("marks"), fields, selection_mode="multi", default=[f for f in fields if f != "told_on"], key=f"marks_{report['article_id']}",
        format_func=lambda f: view.say(f"field_{f}"), wrap=True,
    )  # fmt: skip
    told_by_day = right.toggle(view.say("told_by_day"), key="told_by_day", help=view.say("told_by_day_why"))
    st.html(reading_html(report, [e for e in evidence if e["field"] in chosen or e["field"] == "told_on"], view.language, told_by_day))
    others = view.everything[(view.everything["story"] == row["story"].iloc[0]) & (view.everything["article_id"] != report["article_id"])]
    if len(others):
        st.subheader(view.say("same_story"), anchor=False)
        listed(others, view, "same_story")


with reports_in_view("reports") as view:
    if not nothing_here(view):
        asked = view.everything[view.everything["article_id"] == st.query_params.get("report", "")]
        if st.query_params.get("report") and not len(asked):
            st.warning(view.say("not_here"))
        if len(asked):
            steps(asked["article_id"].iloc[0])
            reading(asked)
        else:
            table()
        report_downloads(view)
